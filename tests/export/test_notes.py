"""The page of borderline cases: by label, each in its sentence, and whatever is written in a note shown as it is."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

import pytest

from depeche.__main__ import main
from depeche.annotate import notes
from depeche.annotate.desk import Desk
from depeche.annotate.hand import Grip
from depeche.errors import UserError
from depeche.export import notes as page
from depeche.store.project import Project
from tests.fixtures import FLOOD, TREATY, key_of

NASTY = "1. *pas* une <b>liste</b> & \\ [lien](http://x) | `code`\n- ni # titre\n\n=2+3 _fin_ ![x](y) $a$"


@pytest.fixture
def noted(desk: Desk, project: Project) -> Project:
    """The project with a note on a date, one on an actor, and one on bare words in another article."""
    by_label = {one.label: one for one in desk.pending}
    notes.write(desk, by_label["DATE"], "le samedi compris ?")
    notes.write(desk, by_label["ACTOR"], NASTY)
    desk.open(key_of(project, "crue"))
    at = FLOOD.index("Le préfet")
    notes.write(desk, Grip(at, at + len("Le préfet")), "fonction seule")
    return project


def test_notes_stand_by_label_each_in_its_sentence(noted: Project):
    found = page.cases(noted)
    assert [one.label for one in found] == ["Acteur", "Date", "Sans étiquette"]
    actor, date, bare = found
    assert f"{actor.before}{actor.words}{actor.after}" == TREATY.splitlines()[2]
    assert (date.before.endswith("a promis "), date.words) == (True, "samedi 12 juillet")
    assert f"{bare.before}{bare.words}{bare.after}" == "Le préfet reste muet."


class _Text(HTMLParser):
    """Collects what a browser shows, and which tags there are."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def test_html_shows_a_note_as_it_is_written(noted: Project):
    seen = _Text()
    seen.feed(page.html(page.cases(noted), noted.title))
    assert NASTY in seen.text
    assert "Claire ·" in seen.text
    assert seen.tags.count("mark") == 3
    assert not {"b", "a", "img", "script"} & set(seen.tags)


def test_markdown_shows_a_note_as_it_is_written(noted: Project):
    commonmark = pytest.importorskip("markdown_it").MarkdownIt()
    rendered = commonmark.render(page.markdown(page.cases(noted), noted.title))
    seen = _Text()
    seen.feed(rendered)
    for line in filter(None, NASTY.splitlines()):
        assert line in seen.text
    assert not {"a", "img", "code", "ol", "ul", "li", "em"} & set(seen.tags)
    assert seen.tags.count("strong") == 3
    assert (seen.tags.count("h1"), seen.tags.count("h2"), seen.tags.count("h3")) == (1, 3, 3)


@pytest.mark.parametrize("before", ["", "« ", "l’", "mot", "1. ", "- "])
@pytest.mark.parametrize("words", ["Otan", "« paix »", "*"])
@pytest.mark.parametrize("after", ["", " ».", "isme", ", dit-il"])
def test_the_words_are_bold_whatever_stands_beside_them(noted: Project, before: str, words: str, after: str):
    from dataclasses import replace

    commonmark = pytest.importorskip("markdown_it").MarkdownIt()
    one = page.cases(noted)[0]
    note = replace(one.placed.note, words=words)
    one = page.Case(replace(one.placed, note=note), one.label, before, after)
    rendered = commonmark.render(page._in_sentence(one))
    seen = _Text()
    seen.feed(rendered)
    assert seen.text.strip() == f"{before}{words}{after}".strip()
    assert ("strong" in seen.tags) != ("b" in seen.tags)


def test_csv_comes_back_and_holds_no_formula(noted: Project):
    rows = list(csv.DictReader(io.StringIO(page.table(page.cases(noted)))))
    assert [row["label"] for row in rows] == ["ACTOR", "DATE", ""]
    assert rows[0]["note"] == NASTY
    assert (rows[1]["by"], rows[1]["title"]) == ("Claire", "Tarsis signe le traité")
    assert page._cell("=1+1") == "'=1+1"


def test_the_name_decides_the_format(noted: Project, tmp_path: Path):
    for suffix, begins in ((".md", b"# Cas limites"), (".html", b"<!DOCTYPE html>"), (".csv", b"\xef\xbb\xbflabel")):
        assert page.write(noted, tmp_path / f"cas{suffix}") == 3
        assert (tmp_path / f"cas{suffix}").read_bytes().startswith(begins)
    with pytest.raises(UserError, match=r"\.md"):
        page.write(noted, tmp_path / "cas.txt")


def test_the_command_prints_or_writes(noted: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    noted.close()
    assert main(["notes", str(noted.folder)]) == 0
    assert "## Date (1)" in capsys.readouterr().out
    assert main(["notes", str(noted.folder), "--out", str(tmp_path / "cas.csv")]) == 0
    assert "3 notes écrites" in " ".join(capsys.readouterr().err.split())
    assert main(["notes", str(noted.folder), "--out", str(tmp_path / "cas.doc")]) == 2


def test_without_a_note_the_page_says_so(project: Project):
    assert "0 note" in page.markdown(page.cases(project), project.title)
