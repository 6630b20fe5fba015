"""Every word a person reads: set as French is set, and there in English too, with the same things filled in."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import string
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from depeche import messages
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[1]


def tool() -> ModuleType:
    """The program behind `make translations`; its folder is no package."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


translations = tool()
CALLS = list(translations.calls(translations.CODE))
SOURCES = translations.sources(translations.CODE)
ENGLISH = translations.read(translations.FILE)
FINISHED = [(french, ENGLISH[french].words) for french in SOURCES if french in ENGLISH and ENGLISH[french].finished]


@pytest.fixture
def english():
    messages.set_language("en")
    yield
    messages.set_language(None)


def filled_in(words: str) -> Counter[str]:
    """What is filled into each of the plural forms."""
    names = Counter(name for _, name, _, _ in string.Formatter().parse(words) if name is not None)
    return names + Counter(re.findall("%n", words))


def test_tr_is_called_with_its_words_as_a_literal():
    def literal(call: ast.Call) -> bool:
        return bool(call.args) and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)

    assert [place for place, call in CALLS if not literal(call)] == []


def test_every_word_has_a_finished_translation():
    assert set(SOURCES) - {french for french, _ in FINISHED} == set()


def test_the_file_is_what_the_tool_would_write():
    assert translations.FILE.read_text(encoding="utf-8") == translations.write(SOURCES, ENGLISH)


def test_both_languages_fill_in_the_same():
    def differs(french: str, english: str) -> bool:
        forms = french.split("|"), english.split("|")
        return len(forms[0]) != len(forms[1]) or any(filled_in(a) != filled_in(b) for a, b in zip(*forms, strict=True))

    assert [pair for pair in FINISHED if differs(*pair)] == []


def test_what_is_filled_in_is_given():
    def missing(call: ast.Call) -> set[str]:
        given = {keyword.arg for keyword in call.keywords}
        wanted = {"n" if name == "%n" else name for name in filled_in(call.args[0].value)}  # type: ignore[attr-defined]
        if None in given or (len(call.args) == 1 and not call.keywords):  # **values, or filled in later
            return set()
        return wanted - given - ({"n"} if len(call.args) > 1 else set())

    assert [(place, missing(call)) for place, call in CALLS if missing(call)] == []


def test_there_are_two_forms_exactly_where_there_is_a_number():
    for place, call in CALLS:
        words = call.args[0].value  # type: ignore[attr-defined]
        counted = len(call.args) > 1 or any(keyword.arg == "n" for keyword in call.keywords)
        assert ("%n" in words) is counted, place
        assert words.count("|") == (1 if counted else 0), place


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        ("a no-break space before ; : ! ?", r"(?<![\u202f\u00a0])[;:!?](?=[\s|]|$)"),
        ("no-break spaces inside « »", r"«(?![\u202f\u00a0])|(?<![\u202f\u00a0])»"),
        ("an apostrophe is ’", r"(?<=\w)'"),
        ("an ellipsis is …", r"\.\.\."),
        ("quotation marks are « », but in code", r'(?<![\[\u202f])"(?![\]\u202f])|[“”]'),
        ("no plain blank before a sign that has a narrow one", r" [;:!?%](?=[\s|]|$)"),
    ],
)
def test_french_is_set_as_it_should_be(rule, broken):
    assert [french for french in SOURCES if re.search(broken, french)] == [], rule


def test_english_is_set_as_it_should_be():
    french_signs = r"[«»\u202f\u00a0]|(?<=\w)'|\s[;:!?](?:\s|$)|\.\.\."
    assert [english for _, english in FINISHED if re.search(french_signs, english)] == []


def test_english_quotation_marks_are_curved_but_in_code():
    assert [pair for pair in FINISHED if '"' in pair[1] and '"' not in pair[0]] == []


def test_menus_have_the_same_underlined_letters_on_both_sides():
    assert [pair for pair in FINISHED if pair[0].count("&") != pair[1].count("&")] == []
    menus = [english for french, english in FINISHED if "&" in french]
    letters = [english[english.index("&") + 1].lower() for english in menus]
    assert len(set(letters)) == len(letters), menus


@pytest.mark.parametrize(
    ("wanted", "place", "spoken"),
    [
        ("", "C.UTF-8", "fr"),
        ("", "fr_CH.UTF-8", "fr"),
        ("", "en_GB.UTF-8", "en"),
        ("", "English_United States.1252", "en"),
        ("fr", "en_GB.UTF-8", "fr"),
        ("en_US", "fr_FR.UTF-8", "en"),
        ("de", "de_DE.UTF-8", "fr"),
    ],
)
def test_the_environment_chooses_the_language_where_nobody_does(monkeypatch, wanted, place, spoken):
    monkeypatch.setenv("DEPECHE_LANG", wanted)
    monkeypatch.setattr("locale.setlocale", lambda _category: place)
    assert messages.language() == spoken


def test_words_are_answered_in_english(english):
    assert messages.tr("{path}, ligne {line}", path="a.jsonl", line=3) == "a.jsonl, line 3"
    assert messages.tr("%n article|%n articles", n=0) == "0 articles"
    assert messages.tr("%n article|%n articles", n=1) == "1 article"
    assert messages.tr("%n article|%n articles", n=25_000) == "25,000 articles"


@pytest.mark.parametrize("spoken", ["fr", "en"])
def test_one_is_singular_and_two_plural_everywhere_and_none_as_each_language_has_it(spoken):
    counted = [french for french in SOURCES if "%n" in french]
    assert len(counted) > 50
    messages.set_language(spoken)
    try:
        for french in counted:
            one, many = (french if spoken == "fr" else ENGLISH[french].words).split("|")
            none = one if spoken == "fr" else many
            for n, form in ((0, none), (1, one), (2, many), (1_000, many)):
                assert messages.tr(french, n=n) == form.replace("%n", messages.number(n))
    finally:
        messages.set_language(None)


def test_words_that_differ_by_number_in_french_do_so_in_english():
    def same(words: str) -> bool:
        one, many = words.split("|")
        return one == many

    counted = [pair for pair in FINISHED if "%n" in pair[0]]
    noun = [(french, english) for french, english in counted if same(english) and not same(french)]
    # English marks number less than French (« chosen », « waiting »): what has a noun after its number must differ.
    assert [
        pair for pair in noun if re.search(r"%n (?:span|article|suggestion|actor|line|file|note|act)\b", pair[1])
    ] == []


def test_a_word_without_translation_stays_french_and_counts_as_french(english):
    assert messages.tr("%n rosée|%n rosées", n=0) == "0 rosée"


def test_new_words_come_in_unfinished_and_old_ones_go(tmp_path):
    (tmp_path / "module.py").write_text('tr("un")\nself.tr("deux\\u202f!")\ntr("un")\n', encoding="utf-8")
    wanted = translations.sources(tmp_path)
    assert wanted == ["un", "deux\u202f!"]
    known = {"un": translations.Translation("one", True), "zéro": translations.Translation("zero", True)}
    file = tmp_path / "words.ts"
    file.write_text(translations.write(wanted, known), encoding="utf-8")
    assert translations.read(file) == {"un": ("one", True), "deux\u202f!": ("", False)}
    assert "<source>deux&#x202f;!</source>" in file.read_text(encoding="utf-8")


def test_words_that_are_no_literal_are_refused_with_their_place(tmp_path):
    (tmp_path / "module.py").write_text('\ntr(f"{n} articles")\n', encoding="utf-8")
    with pytest.raises(SystemExit, match=r"module\.py:2"):
        translations.sources(tmp_path)


def test_qt_reads_the_file(tmp_path):
    lrelease = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    if lrelease is None:
        pytest.skip("Qt's own tool is not installed")
    command = [lrelease, str(translations.FILE), "-qm", str(tmp_path / "depeche_en.qm")]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert answer.returncode == 0, answer.stderr
    assert f"{len(SOURCES)} finished and 0 unfinished" in answer.stdout
