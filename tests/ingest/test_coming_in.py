"""Labels are mapped and remembered, what is missing is stated, names that clash and copies are said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from depeche import paths
from depeche.core.scheme import parse_scheme
from depeche.errors import UserError
from depeche.ingest.arrival import As
from depeche.ingest.ingest import Ingested, Stated, ingest
from depeche.ingest.label_names import proposal
from depeche.store import articles, label_map, spans, suggestions
from depeche.store.project import Project
from tests.fixtures import make_project

TEXT = "Kim a vu Paul à Tarsis, où vingt navires attendent."


@pytest.fixture
def empty(tmp_path):
    with make_project(tmp_path / "p", {}) as made:
        yield made


def lines(folder: Path, *entries: object, name: str = "x.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


def marked(*marks: tuple[str, str], text: str = TEXT, **fields: object) -> dict[str, object]:
    places = [(text.index(words), words, label) for words, label in marks]
    return {"text": text, "spans": [{"start": at, "end": at + len(w), "label": la} for at, w, la in places]} | fields


def proposed(project: Project) -> list[tuple[str, str | None]]:
    with project.read() as db:
        return [(s.label, s.kind) for a in articles.after(db, 0, 99) for s in suggestions.of(db, a.key)]


def adds_up(done: Ingested) -> Ingested:
    assert done.read == done.new + done.known + len(done.refused)
    return done


def test_labels_become_what_is_said_and_what_becomes_nothing_is_counted(empty, tmp_path):
    path = lines(tmp_path, marked(("Kim", "PERS"), ("Tarsis", "LOC"), ("vingt navires", "MISC"), ("Paul", "PERS")))
    done = adds_up(ingest(empty, [path], labels={"PERS": "ACTOR:PER", "LOC": "ACTOR:LIEU", "MISC": None}))
    assert proposed(empty) == [("ACTOR", "PER"), ("ACTOR", "PER"), ("ACTOR", "LIEU")]
    assert done.unmapped == {"MISC": 1}
    assert done.kinds == {"ACTOR:LIEU": 1}
    remarks = " ".join(done.remarks(empty.scheme))
    assert "MISC (1)" in remarks
    assert "ACTOR:LIEU (1)" in remarks


def test_the_mapping_is_remembered_in_the_project(tmp_path):
    with make_project(tmp_path / "p", {}) as project:
        ingest(
            project,
            [lines(tmp_path, marked(("Kim", "PERS"), ("Tarsis", "MISC")))],
            labels={"PERS": "ACTOR:PER", "MISC": None},
        )
    with Project.open(tmp_path / "p") as again:
        path = lines(tmp_path, marked(("Paul", "PERS"), ("Kim", "MISC"), text=TEXT + " Oui."), name="y.jsonl")
        done = adds_up(ingest(again, [path]))
        assert (done.new, done.suggestions, done.unmapped) == (1, 1, {"MISC": 1})
        with again.read() as db:
            assert label_map.get(db, again.scheme) == {"PERS": "ACTOR:PER", "MISC": None}


def test_a_label_that_nothing_is_said_of_keeps_its_article_out_and_is_named(empty, tmp_path):
    done = adds_up(
        ingest(empty, [lines(tmp_path, marked(("Kim", "PERS")), marked(("Kim", "ACTOR"), text="Kim dort."))])
    )
    assert (done.new, done.unknown) == (1, {"PERS": 1})
    assert "x.jsonl, ligne 1" in done.refused[0]
    assert "--map PERS=ACTOR:PER" in " ".join(done.remarks(empty.scheme))


def test_a_label_can_only_become_one_of_the_projects(empty, tmp_path):
    with pytest.raises(UserError, match="VILLE"):
        ingest(empty, [lines(tmp_path, marked())], labels={"LOC": "VILLE"})


def test_annotations_keep_their_annotator(empty, tmp_path):
    entry = marked(("Kim", "PERS"), ("Paul", "PERS"))
    for mark, who in zip(entry["spans"], ("Zoé", "Ali"), strict=True):
        mark["by"] = who
    ingest(empty, [lines(tmp_path, entry)], as_=As.SPANS, labels={"PERS": "ACTOR:PER"})
    with empty.read() as db:
        (article,) = articles.after(db, 0, 9)
        assert {one.annotator: len(one.spans) for one in spans.readings_of(db, article.key)} == {"Ali": 1, "Zoé": 1}


def test_licence_and_source_are_noted_where_none_is_stated(empty, tmp_path):
    path = lines(
        tmp_path,
        {"text": "Un."},
        {"text": "Deux.", "source": "Gazette", "meta": {"licence": "CC0"}},
    )
    ingest(empty, [path], stated=Stated("CC BY 4.0", "Agence"))
    with empty.read() as db:
        assert [(a.source, a.meta["licence"]) for a in articles.after(db, 0, 9)] == [
            ("Agence", "CC BY 4.0"),
            ("Gazette", "CC0"),
        ]


def test_the_same_name_twice_is_said(empty, tmp_path):
    for folder, words in (("a", "Un texte."), ("b", "Un autre.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "depeche.txt").write_text(words, encoding="utf-8")
    done = adds_up(ingest(empty, [tmp_path / "a" / "depeche.txt", tmp_path / "b" / "depeche.txt"]))
    assert done.new == 2
    (note,) = done.notes
    assert "« depeche »".replace(" ", "\u202f") in note
    with empty.read() as db:
        first, second = articles.after(db, 0, 9)
    assert second.name in note
    assert second.name != first.name == "depeche"


LONG = " ".join(f"Le délégué numéro {n} a répondu au comité de la ville de Belmare{n}." for n in range(40))


def test_near_copies_are_named_with_their_share_and_all_are_kept(empty, tmp_path):
    half = LONG[: len(LONG) // 2]
    done = adds_up(
        ingest(empty, [lines(tmp_path, {"id": "a", "text": LONG}, {"id": "c", "text": "Rien de commun ici. " * 9})])
    )
    assert done.alike == []
    new = "Un chapeau tout neuf précède la reprise. " + half
    done = adds_up(ingest(empty, [lines(tmp_path, {"id": "b", "text": new}, name="y.jsonl")]))
    assert done.new == 1
    (said,) = done.alike
    assert said.replace("\u202f", " ").replace("\u00a0", " ").startswith("« a » reprend 9")
    assert "« b »".replace(" ", "\u202f") in said


def test_copies_are_found_within_one_import_too(empty, tmp_path):
    entries = [{"id": f"n{n}", "text": f"Édition {n}. " + LONG} for n in range(3)]
    done = adds_up(ingest(empty, [lines(tmp_path, *entries)]))
    assert (done.new, len(done.alike)) == (3, 2)


@pytest.mark.parametrize(
    ("label", "ours"),
    [
        ("ACTOR", "ACTOR"),
        ("ACTEUR", "ACTOR"),
        ("Acteurs", "ACTOR"),
        ("B-PER", "ACTOR:PER"),
        ("person", "ACTOR:PER"),
        ("Personne", "ACTOR:PER"),
        ("LOC", "ACTOR:GPE"),
        ("NORP", "ACTOR:GRP"),
        ("ORG", "ACTOR:ORG"),
        ("CARDINAL", "FIGURE"),
        ("Chiffre", "FIGURE"),
        ("MONEY", "FIGURE"),
        ("TIME", "DATE"),
        ("Citation", "QUOTE"),
        ("MISC", None),
        ("", None),
        ("…", None),
    ],
)
def test_usual_labels_are_proposed(label, ours):
    assert proposal(label, parse_scheme(paths.default_scheme(), "x")) == ours


def test_a_scheme_without_such_a_label_or_kind_gets_no_proposal():
    toml = '[[label]]\nlabel = "WHO"\nname = "Qui"\nkey = "w"\ncolour = "#112233"\nbase = "ACTOR"\n'
    scheme = parse_scheme(toml, "x")
    assert proposal("PER", scheme) == "WHO"
    assert proposal("qui", scheme) == "WHO"
    assert proposal("DATE", scheme) is None
