"""A line of JSONL in, a record or one sentence out; a record in, the same bytes out each time."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche import paths
from depeche.core.article import DateOrigin, State
from depeche.core.record import to_line
from depeche.core.record_reader import from_line
from depeche.core.scheme import parse_scheme
from depeche.errors import InputError
from tests.examples import examples

SCHEME = parse_scheme(paths.default_scheme(), "scheme.toml")
TEXT = "Le président Vorga 🇫🇷 part."


def line(**fields: object) -> str:
    return json.dumps({"text": TEXT} | fields)


def span(**fields: object) -> str:
    return line(spans=[{"start": 13, "end": 18, "label": "ACTOR"} | fields])


def test_only_the_text_is_required():
    record = from_line(line(), SCHEME)
    assert record.article.text == TEXT
    assert record.article.title == TEXT
    assert (record.article.date, record.article.date_origin) == (None, DateOrigin.UNKNOWN)
    assert (record.marks, record.state, record.annotator) == ((), None, None)


@pytest.mark.parametrize(
    "text", ["a\r\nb", "\ufeffa", " a ", "a\u2028b", "a\u00a0\u202f", "e\u0301", "écrit \\u0000 en lettres", "\\\\"]
)
def test_the_text_is_kept_as_it_is(text):
    record = from_line(json.dumps({"text": text}), SCHEME)
    assert record.article.text == text
    assert from_line(to_line(record), SCHEME) == from_line(to_line(from_line(to_line(record), SCHEME)), SCHEME)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("", "JSON"),
        ('{"text": "coupé', "JSON valide (colonne"),
        ("[1]", "objet JSON"),
        ("{}", "« text »"),
        ('{"text": 3}', "« text »"),
        ('{"text": " \\n "}', "vide"),
        ('{"text": "a\\u0000b"}', "caractère nul"),
        ('{"text": "a", "meta": {"\\u0000": 1}}', "caractère nul"),
        ('{"text": "a\\ud800b"}', "demi-codet"),
        ('{"text": "a", "x": NaN}', "NaN"),
        ('{"text": "a", "x": 1e999}', "infini"),
        ('{"text": "a", "text": "b"}', "deux fois"),
        ('{"text": "a", "meta": {"k": 1, "k": 2}}', "deux fois"),
        ('{"text": "a", "x": ' + "9" * 5000 + "}", "chiffres"),
        ('{"text": "a", "x": ' + "[" * 100_000 + "]" * 100_000 + "}", "profond"),
        (line(date="13/07/2025"), "« 13/07/2025 »"),
        (line(date="2025-02-30"), "2025-02-30"),
        (line(date=20250713), "« date »"),
        (line(title=3), "« title »"),
        (line(meta=[1]), "« meta »"),
        (line(id=[1]), "« id »"),
        (line(id=True), "« id »"),
        (line(state="fini"), "todo, started"),
        (line(annotators={"Claire": "fini"}), "« annotators »"),
        (line(annotators=["Claire"]), "« annotators »"),
        (line(spans={"start": 0}), "« spans »"),
        (line(spans=[3]), "passage n° 1 : ce n’est pas un objet"),
        (span(start=None), "nombres entiers"),
        (span(start=13.0), "nombres entiers"),
        (span(start="13"), "nombres entiers"),
        (span(end=True), "nombres entiers"),
        (span(start=18, end=13), "à l’envers (18 à 13)"),
        (span(start=13, end=13), "vide"),
        (span(start=-1), "sort du texte (-1 à 18"),
        (span(end=99), "sort du texte (13 à 99"),
        (span(label=""), "« label »"),
        (span(label="LIEU"), "étiquette inconnue « LIEU » (connues : ACTOR, FIGURE, DATE, QUOTE)"),
        (span(text="vorga"), "« text »"),
        (span(status="gold"), "« status »"),
        (span(score="1"), "« score »"),
        (span(score=True), "« score »"),
        (span(kind=3), "« kind »"),
        (span(value={"a": 1}), "« value »"),
        (span(value=[1]), "« value »"),
        (span(value=True), "« value »"),
        (span(was=[]), "« was »"),
        (span(was={"start": 99}), "« was »"),
        (span(was={"label": "LIEU"}), "LIEU"),
        (span(was={"value": {"a": 1}}), "« was »"),
        (span(was={"other": 1}), "« was »"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(said, why):
    with pytest.raises(InputError) as refusal:
        from_line(said, SCHEME)
    sentence = refusal.value.message.replace("\u202f", " ").replace("\u00a0", " ")
    assert why in sentence
    assert "\n" not in sentence
    assert len(sentence) < 200


def test_other_peoples_lines_are_understood():
    prodigy = {
        "text": TEXT,
        "tokens": [{"text": "Le", "start": 0, "end": 2, "id": 0, "ws": True}],
        "spans": [{"start": 13, "end": 18, "token_start": 2, "token_end": 2, "label": "ACTOR"}],
        "meta": {"pattern": "3"},
        "answer": "accept",
        "_input_hash": -123,
        "_view_id": "spans_manual",
    }
    record = from_line(json.dumps(prodigy), SCHEME)
    (mark,) = record.marks
    assert (mark.status, mark.attrs) == (None, {"token_start": 2, "token_end": 2})
    back = json.loads(to_line(record))
    for name in ("tokens", "meta", "answer", "_input_hash", "_view_id"):
        assert back[name] == prodigy[name]
    assert back["spans"][0]["token_end"] == 2
    record = from_line(line(id=17, date="2025-07-13T08:30:00Z", url=None, title="", spans=None), SCHEME)
    assert (record.article.name, record.article.date, record.article.title) == ("17", "2025-07-13", "")
    assert record.article.extra == {"datetime": "2025-07-13T08:30:00Z"}
    assert record.article.date_origin is DateOrigin.GIVEN
    for number, value in ((11000, "11000"), (2.5, "2.5"), (["A", "B"], ("A", "B")), (None, None), ("~600", "~600")):
        assert from_line(span(value=number), SCHEME).marks[0].value == value
    assert from_line(span(label="LIEU"), None).marks[0].label == "LIEU"
    assert from_line(line(date="2025-07"), SCHEME).article.date == "2025-07"


def test_the_fields_that_scripts_rely_on_are_there():
    full = span(value="Vorga", kind="PER", status="accepted", by="Claire", score=0.5, source="rules", note="x")
    data = json.loads(to_line(from_line(full, SCHEME)))
    assert list(data) == ["id", "text", "title", "date", "source", "url", "meta", "spans", "state"]
    assert data["spans"] == [
        {
            "start": 13,
            "end": 18,
            "label": "ACTOR",
            "text": "Vorga",
            "value": "Vorga",
            "kind": "PER",
            "status": "accepted",
            "by": "Claire",
            "score": 0.5,
            "source": "rules",
            "note": "x",
        }
    ]
    assert data["state"] == State.TODO.value


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from("id text title date date_origin source url meta spans state annotator annotators x".split())
SPAN_NAMES = st.sampled_from("start end label text kind value status by score source version reason was x".split())


@given(st.dictionaries(NAMES, JSON), st.lists(st.dictionaries(SPAN_NAMES, JSON), max_size=2), st.booleans())
@examples(200)
def test_any_json_is_a_record_or_a_sentence(data, spans, good):
    if good:
        spans = [{"start": 0, "end": 2, "label": "ACTOR"} | one for one in spans]
        data = data | {"text": TEXT, "spans": spans}
    try:
        record = from_line(json.dumps(data), SCHEME)
    except InputError:
        return
    again = to_line(record)
    assert to_line(from_line(again, SCHEME)) == again


@given(st.text(max_size=60))
@examples(100)
def test_any_line_is_a_record_or_a_sentence(said):
    with pytest.raises(InputError):
        from_line(said, SCHEME)


@pytest.mark.parametrize(("levels", "is_read"), [(99, True), (100, True), (101, False), (600, False), (1000, False)])
@pytest.mark.parametrize("where", ["meta", "extra", "attrs"])
def test_json_nested_beyond_a_hundred_levels_is_refused(levels, is_read, where):
    above = {"meta": 2, "extra": 1, "attrs": 3}[where]  # the line, the list of spans, the entry
    inner = "[" * (levels - above) + "]" * (levels - above)
    mark = '"start": 0, "end": 2, "label": "ACTOR"'
    field = {"meta": '"meta": {"x": %s}', "extra": '"x": %s', "attrs": '"spans": [{' + mark + ', "x": %s}]'}[where]
    said = '{"text": "Texte.", ' + field % inner + "}"
    if is_read:
        again = to_line(from_line(said, SCHEME))
        assert to_line(from_line(again, SCHEME)) == again
    else:
        with pytest.raises(InputError, match="imbriqué trop profondément"):
            from_line(said, SCHEME)
