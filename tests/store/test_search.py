"""Any string is a valid search and finds what stands in the texts; filters; the index keeps up and is checked."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st

from depeche import paths
from depeche.annotate.desk import Desk
from depeche.core.article import Article, DateOrigin, State
from depeche.core.finding import Line, Question, Side, Standing, in_order
from depeche.core.words import occurrences, sought
from depeche.core.worth import bounds, parse_worth
from depeche.errors import DamagedError
from depeche.store import articles, find, search
from depeche.store.check import check
from depeche.store.project import Project
from tests.examples import examples
from tests.fixtures import CALM, FLOOD, TEXTS, TREATY, guess, key_of, make_project, propose


def found(project: Project, words: str = "", limit: int = 60, **asked: object) -> list[Line]:
    """Return all lines that a search finds, page by page."""
    question = Question(project.annotator, sought(words), **asked)  # type: ignore[arg-type]
    lines: list[Line] = []
    after: int | None = 0
    while after is not None:
        with project.read() as db:
            page = find.page(db, project.scheme, question, after, limit)
        lines += page.lines
        assert page.upto is None or page.upto > after
        after = page.upto
    return lines


def words_of(lines: Sequence[Line]) -> list[str]:
    return [line.words for line in lines]


# --- words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tarsis", ["Tarsis", "Tarsis"]),
        ("l'otan", ["l’Otan"]),
        ("L’OTAN", ["l’Otan"]),
        ("Otan", ["Otan"]),
        ("elysee", ["Élysée"]),
        ("ete", ["e\u0301te\u0301"]),
        ("été", ["e\u0301te\u0301"]),
        ("25000", ["25 000"]),
        ("25.000 PERSONNES", ["25 000", "personnes"]),
        ("« paix durable »", ["paix durable"]),
        ('"durable paix"', []),
        ("durable paix", ["paix", "durable"]),
        ("croix-rouge", ["Croix-Rouge"]),
        ("sold*", ["soldats"]),
        ("sold", []),
        ("3 %", ["3", "%"]),
        ("🇫🇷", ["🇫🇷"]),
        ("😀", ["😀"]),
        ("", []),
        ("  \n", []),
        ("?! … — « »", []),
        ('"', []),
        ("NEAR(a b) OR -tarsis:*^", []),
        ("\0", []),
        ("\ud83d", []),
    ],
)
def test_words_are_found_whatever_their_accents_apostrophes_and_case(project, words, expected):
    lines = found(project, words)
    assert words_of(lines) == expected
    for line in lines:
        text = TEXTS[{1: "traité", 2: "crue", 3: "calme"}[line.number]]
        assert re.sub(r"\s", " ", text[line.start : line.end]) == line.words
        assert line.before.endswith(re.sub(r"\s", " ", text[max(0, line.start - 9) : line.start]))


def test_ligatures_and_signs_that_only_break_lines_do_not_count():
    text = "Le cœur de la manœuvre, la co\u00adopération et l'ʼoeil\u200b."
    for words, there in (
        ("coeur", "cœur"),
        ("MANOEUVRE", "manœuvre"),
        ("coopération", "co\u00adopération"),
        ("œil", "oeil\u200b"),
    ):
        assert [text[start:end] for start, end in occurrences(text, sought(words))] == [there]


def test_while_somebody_types_the_last_word_only_begins_so():
    assert occurrences("La paix durable", sought("pai", unfinished=True)) == [(3, 7)]
    assert occurrences("La paix durable", sought("pai ", unfinished=True)) == []
    assert occurrences("La paix durable", sought("pa", unfinished=True)) == []
    assert occurrences("La paix durable", sought("pai dur", unfinished=True)) == []
    assert occurrences("La paix durable", sought("paix dur", unfinished=True)) == [(3, 7), (8, 15)]


ALPHABET = "aàâbeéèœnNtTs0123 ,.;:!?'’\"«»-*%€()\n\u00a0\u202f\u0301\u00ad😀🇫"
texts = st.one_of(st.text(ALPHABET, max_size=60), st.text(max_size=40))


def plain(text: str) -> list[str]:
    """Fold a text word by word, by other means than the program does."""
    folded = []
    text = re.sub(r"(?<![\w\u0301])([0-9]{1,3}(?:[ .\u00a0\u202f\u2009][0-9]{3})+)(?![\w\u0301])",
                  lambda match: re.sub(r"[^0-9]", "", match[0]), text)  # fmt: skip
    for char in text.replace("œ", "oe"):
        if char in "\u00ad\u200b\u200c\u200d\u2060" or unicodedata.combining(char):
            continue
        bare = unicodedata.normalize("NFD", char)[0]
        folded.append(bare.casefold() if bare.isalnum() else f" {char} " if char in "%€😀🇫" else " ")
    return "".join(folded).split()


@examples(300, HealthCheck.function_scoped_fixture)
@given(st.lists(st.text(ALPHABET, max_size=40), min_size=1, max_size=4), st.text("aeént01 ", min_size=1, max_size=6))
def test_words_apart_are_found_in_just_the_articles_that_hold_them_all(shelf, bodies, words):
    numbers = shelf(bodies)
    wanted = plain(words)
    expected = {n for n, body in zip(numbers, bodies, strict=True) if wanted and set(wanted) <= set(plain(body))}
    assert {line.number for line in found(shelf.project, words)} & set(numbers) == expected


@examples(400, HealthCheck.function_scoped_fixture)
@given(st.lists(texts, min_size=1, max_size=4), texts)
@example(["a"], '"')
@example(["l’a"], "l'a*")
@example(["\x00"], "\x00")
@example(["½ ⑴ ℃"], "⑴")
def test_any_string_is_a_valid_search_and_finds_what_a_scan_of_the_texts_finds(shelf, bodies, words):
    numbers = shelf(bodies)
    expected = [
        (n, start, end)
        for n, body in zip(numbers, bodies, strict=True)
        for start, end in occurrences(body, sought(words))
    ]
    lines = found(shelf.project, words, limit=2)
    assert [(one.number, one.start, one.end) for one in lines if one.number in numbers] == expected


class Shelf:
    """A project into which texts are put as they come: always anew, since two may be the same."""

    def __init__(self, folder: Path) -> None:
        self.project = Project.create(folder, paths.default_scheme(), "Claire")
        self._known: dict[str, int] = {}

    def __call__(self, bodies: list[str]) -> list[int]:
        with self.project.write() as db:
            for body in bodies:
                if body not in self._known:
                    name = f"n{len(self._known)}"
                    self._known[body] = articles.put(db, Article(body, title=name, name=name), "test").number
        bodies[:] = sorted(set(bodies), key=lambda body: self._known[body])
        return [self._known[body] for body in bodies]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    made = Shelf(tmp_path_factory.mktemp("shelf") / "p")
    yield made
    assert check(made.project) == []
    made.project.close()


# --- filters


@pytest.fixture
def marked(project: Project) -> Project:
    """Three articles with suggestions, of which some are accepted, one is rejected and one moved."""
    propose(
        project,
        "traité",
        guess(TREATY, "Ilan Vorga", "ACTOR", kind="PER", value="Ilan Vorga"),
        guess(TREATY, "samedi 12 juillet", "DATE", value="2025-07-12"),
        guess(TREATY, "« une paix durable, dit-il, pour l’Ostralie »", "QUOTE", value=("Ilan Vorga", "Éva Ruz")),
        guess(TREATY, "Quelque 600", "FIGURE", value="~600", attrs={"unit": "soldats"}),
    )
    propose(
        project,
        "crue",
        guess(FLOOD, "Au moins 25\u202f000", "FIGURE", value="25000..", attrs={"unit": "personnes"}),
        guess(FLOOD, "Élysée", "ACTOR", kind="GPE", value="France"),
    )
    propose(project, "calme", guess(CALM, "3\u00a0%", "FIGURE", value="3", attrs={"unit": "%"}))
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    for one in desk.pending:
        if one.label in ("ACTOR", "FIGURE"):
            desk.accept(one.key)
    desk.set_state(State.FLAGGED)
    return project


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("plus de 10 000", ["Au moins 25 000"]),
        ("> 500 soldats", ["Quelque 600"]),
        ("entre 500 et 700 soldats", ["Quelque 600"]),
        ("600", ["Quelque 600"]),
        ("600 personnes", []),
        ("< 10 %", ["3 %"]),
        ("au moins 25.000 personnes", ["Au moins 25 000"]),
        ("plus de 25 000", ["Au moins 25 000"]),
        ("plus de 26 000", []),
        ("Ilan Vorga", ["Ilan Vorga", "« une paix durable, dit-il, pour l’Ostralie »"]),
        ("eva ruz", ["« une paix durable, dit-il, pour l’Ostralie »"]),
        ("ilan*", ["Ilan Vorga", "« une paix durable, dit-il, pour l’Ostralie »"]),
        ("ilan", []),
        ("FRANCE", ["Élysée"]),
        ("2025-07", ["samedi 12 juillet"]),
        ("2025", ["samedi 12 juillet"]),
        ("2024", []),
    ],
)
def test_marks_are_found_by_what_they_are_worth(marked, asked, expected):
    assert words_of(found(marked, worth=parse_worth(asked))) == expected


def test_marks_are_found_by_label_source_state_date_and_words(marked):
    assert words_of(found(marked, labels=("FIGURE",))) == ["Quelque 600", "Au moins 25 000", "3 %"]
    assert [one.standing for one in found(marked, labels=("FIGURE",))] == [Standing.MARKED, *[Standing.SUGGESTED] * 2]
    assert words_of(found(marked, "vorga", labels=("ACTOR",))) == ["Ilan Vorga"]
    assert words_of(found(marked, "paix", labels=("ACTOR",))) == []
    assert len(found(marked, source="rules")) == 7
    assert found(marked, source="names") == []
    assert words_of(found(marked, "tarsis", states=(State.FLAGGED,))) == ["Tarsis"]
    assert words_of(found(marked, "tarsis", states=(State.TODO,))) == ["Tarsis"]
    assert [one.number for one in found(marked, "tarsis", states=(State.TODO,))] == [3]
    with marked.write() as db:
        articles.set_date(db, key_of(marked, "crue"), "2025-07", DateOrigin.GIVEN)
    for since, until, there in (
        ("2025-07-12", None, True),
        ("2025", "2025", True),
        (None, "2025-07", True),
        (None, "2025-06-30", False),
        ("2025-08", None, False),
    ):
        assert words_of(found(marked, "préfet", since=since, until=until)) == (["préfet"] if there else [])
        assert bool(found(marked, labels=("FIGURE",), since=since, until=until)) == there


def test_what_was_judged_or_has_no_room_is_not_found_as_a_suggestion(marked):
    desk = Desk(marked)
    desk.open(key_of(marked, "crue"))
    first, second = desk.pending
    desk.reject(first.key)
    desk.mark(FLOOD.index("Élysée"), FLOOD.index("Élysée") + 10, "ACTOR", by_character=True)
    assert words_of(found(marked, labels=("FIGURE",))) == ["Quelque 600", "3 %"]
    assert words_of(found(marked, labels=("ACTOR",))) == ["Ilan Vorga", FLOOD[second.start : second.start + 10]]
    assert found(marked, worth=parse_worth("plus de 10 000")) == []


def test_a_change_of_value_is_found_at_once_and_taken_back_with_it(marked):
    desk = Desk(marked)
    desk.open(key_of(marked, "traité"))
    figure = next(one for one in desk.spans if one.label == "FIGURE")
    desk.edit(figure.key, value="60000", attrs={"unit": "soldats"})
    assert words_of(found(marked, worth=parse_worth("> 50 000 soldats"))) == ["Quelque 600"]
    desk.undo()
    assert found(marked, worth=parse_worth("> 50 000 soldats")) == []
    assert check(marked) == []


def test_places_say_what_stands_there(marked):
    (line,) = found(marked, "vorga")
    assert (line.words, line.standing, line.label) == ("Vorga", Standing.MARKED, "ACTOR")
    (line,) = found(marked, "paix")
    assert (line.standing, line.label) == (Standing.SUGGESTED, "QUOTE")
    (line,) = found(marked, "préfet")
    assert (line.standing, line.mark, line.label) == (Standing.FREE, "", "")


def test_pages_hold_whole_articles_and_nothing_is_lost_or_told_twice(tmp_path):
    texts = {f"n{n}": f"N{n}. " + "La paix. " * (n % 4) for n in range(40)}
    with make_project(tmp_path / "p", texts) as project:
        for name, text in texts.items():
            if "paix" in text:
                propose(project, name, guess(text, "paix", "ACTOR"))
        expected = [(n, n - 1) for n in range(41)]
        for limit in (1, 3, 7, 100):
            lines = found(project, "paix", limit=limit)
            assert len(lines) == sum(n % 4 for n in range(40))
            assert lines == sorted(lines, key=lambda one: (one.number, one.start))
            marks = found(project, labels=("ACTOR",), limit=limit)
            assert [one.number for one in marks] == [n for n, m in expected if m >= 0 and m % 4]
        question = Question(project.annotator, sought("paix"))
        with project.read() as db:
            assert find.count(db, project.scheme, question) == 30
            assert find.count(db, project.scheme, Question(project.annotator, labels=("ACTOR",))) == 30


def test_lines_are_sorted_by_the_words_beside_them(tmp_path):
    texts = {"a": "Le vieux chat noir dort.", "b": "Un beau chat blanc dort.", "c": "Ce bon chat âgé dort."}
    with make_project(tmp_path / "p", texts) as project:
        lines = found(project, "chat")
    assert [one.title[:2] for one in in_order(lines, Side.LEFT)] == ["Un", "Ce", "Le"]
    assert [one.title[:2] for one in in_order(lines, Side.RIGHT)] == ["Ce", "Un", "Le"]
    assert in_order(reversed(lines), Side.NONE) == lines


def test_bounds_of_figures():
    over, under = math.nextafter(2000, math.inf), math.nextafter(25, -math.inf)
    for value, expected in (
        ("600", (600, 600)), ("~600", (600, 600)), ("25000..30000", (25000, 30000)), ("..25", (under, 25)),
        ("2000..", (2000, over)), ("1/4", (0.25, 0.25)), ("-3.5", (-3.5, -3.5)), ("50 %", (50, 50)),
        ("2025-07-13", (None, None)), ("Kim", (None, None)), ("", (None, None)), ("..", (None, None)),
        ("1/0", (None, None)), ("1/0..5", (None, None)), ("..1/0", (None, None)), ("9" * 400, (None, None)),
    ):  # fmt: skip
        assert bounds(value) == expected


@given(st.text(max_size=30))
def test_any_string_is_a_valid_value_to_seek(asked):
    worth = parse_worth(asked)
    assert (worth is None) == (not asked.split())


# --- the index


def test_an_article_is_in_the_index_with_its_text_or_neither_is_there(project):
    class Broken(Exception):
        pass

    def half() -> None:
        with project.write() as db:
            articles.put(db, Article("Un zeppelin.", name="z"), "test")
            raise Broken

    with pytest.raises(Broken):
        half()
    assert found(project, "zeppelin") == []
    assert check(project) == []


def test_what_the_index_lacks_is_found_all_the_same_and_taken_in(marked):
    with marked.write() as db:
        search.clear(db)
        articles.put(db, Article("Un zeppelin sur Tarsis.", name="z"), "test")
    with marked.read() as db:
        assert search.lacking(db) == [1, 2, 3]
    assert check(marked) == []
    assert [one.number for one in found(marked, "tarsis")] == [1, 3, 4]
    assert [one.number for one in found(marked, "tarsis", states=(State.FLAGGED,))] == [1]
    assert words_of(found(marked, "vorga", labels=("ACTOR",))) == ["Ilan Vorga"]
    assert search.fill(marked.read, marked.write) == 3
    assert search.fill(marked.read, marked.write) == 0
    with marked.read() as db:
        assert search.lacking(db) == []
    assert [one.number for one in found(marked, "tarsis")] == [1, 3, 4]
    assert check(marked) == []


@pytest.mark.parametrize(
    "statement",
    [
        "insert into search(search, rowid, words) values ('delete', 1, 'tarsis signe')",
        "insert into search(rowid, words) values (9, 'tarsis')",
        "update search_data set block = x'00' where id > 10",
        "delete from search_data",
        "delete from search_docsize where id = 2; insert into search_docsize values (8, x'01')",
    ],
)
def test_an_index_that_is_not_of_the_texts_is_noticed_and_made_anew(project, statement):
    with project.write() as db:
        driver = db.connection.driver_connection
        for one in statement.split("; "):
            driver.execute(one)
    assert any("index" in sentence or "endommagé" in sentence or "SQLite" in sentence for sentence in check(project))
    with project.write() as db:
        search.clear(db)
    search.fill(project.read, project.write)
    assert check(project) == []
    assert len(found(project, "tarsis")) == 2


@pytest.mark.parametrize(
    "planted",
    [
        "create virtual table other using fts5(words)",
        "create table search_content (id, c0)",
        "drop table search_words; create virtual table search_words using fts5vocab(search, col)",
        "drop table search_words; drop table search; create virtual table search using fts5(words)",
        "drop table search_words; drop table search; create table search (words)",
    ],
)
def test_only_our_own_index_is_accepted(project, planted):
    with project.write() as db:
        for one in planted.split("; "):
            db.exec_driver_sql(one)
    project.close()
    with pytest.raises(DamagedError, match="structure"):
        Project.open(project.folder)
