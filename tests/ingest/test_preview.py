"""What would come in is said before anything is stored: kinds, encodings, first article, labels, what is in doubt."""

from __future__ import annotations

import json
import math
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PageObject

from depeche.core.progress import Cancelled, Progress
from depeche.ingest.ingest import ingest
from depeche.ingest.patience import apart
from depeche.ingest.preview import preview
from depeche.ingest.reader import Asked
from depeche.ingest.settled import Settled
from depeche.store import articles
from tests.fixtures import make_project
from tests.ingest.test_pdf import lines, pdf
from tests.patience import PATIENCE

FRENCH = "Élections à Belmare\n\nLe préfet a été élu à l’unanimité, « déjà », dit-on à Évreux, où l’été s’achève.\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def line(text: str, *marks: tuple[str, str], **fields: object) -> str:
    spans = [
        {"start": text.index(words), "end": text.index(words) + len(words), "label": label} | fields
        for words, label in marks
    ]
    return json.dumps({"text": text, "spans": spans}) + "\n"


def test_files_are_told_apart_by_kind_and_encoding_with_the_first_article_of_each(tmp_path):
    write(tmp_path, "a/un.txt", FRENCH)
    write(tmp_path, "a/deux.txt", FRENCH.replace("Belmare", "Tarsis"))
    write(tmp_path, "a/vieux.txt", FRENCH.encode("cp1252"))
    write(tmp_path, "a/gold.jsonl", line("Kim a parlé.", ("Kim", "PER"), by="Zoé", status="accepted") * 3)
    found = preview([tmp_path / "a"])
    assert {(lot.signs.kind, lot.signs.encoding): (lot.files, lot.articles) for lot in found.lots} == {
        ("text", "utf-8"): (2, 2),
        ("text", "cp1252"): (1, 1),
        ("jsonl", ""): (1, 3),
    }
    assert found.is_whole
    (old,) = [lot for lot in found.lots if lot.signs.encoding == "cp1252"]
    assert old.sample is not None
    assert (old.sample.title, old.sample.text) == ("Élections à Belmare", FRENCH)
    assert "Élections" in old.guesses[0].sample
    (gold,) = [lot for lot in found.lots if lot.signs.kind == "jsonl"]
    assert gold.labels == {"PER": 3}
    assert gold.annotators == {"Zoé"}
    assert gold.statuses == {"accepted": 3}
    assert gold.sample is not None
    assert [mark.label for mark in gold.sample.marks] == ["PER"]


def test_what_would_be_refused_is_said_with_file_and_place(tmp_path):
    write(tmp_path, "x.jsonl", line("Bon.") + "{\n")
    write(tmp_path, "vide.txt", "")
    found = preview([tmp_path, tmp_path / "absent.txt", tmp_path / "rien"])
    said = [why for lot in found.lots for why in lot.refused] + found.troubles
    assert any("x.jsonl, ligne 2" in why for why in said)
    assert any("vide.txt" in why for why in said)
    assert any("absent.txt" in why for why in said)


def test_damaged_characters_are_shown_repaired_and_nothing_is_changed(tmp_path):
    bad = FRENCH.encode("utf-8").decode("cp1252", "ignore")
    (lot,) = preview([write(tmp_path, "a.txt", bad)]).lots
    assert lot.mojibake is not None
    assert "Ã" in lot.mojibake[0]
    assert "É" in lot.mojibake[1]
    assert lot.sample is not None
    assert lot.sample.text == bad


def test_ten_thousand_files_are_previewed_while_one_waits_and_it_is_said(tmp_path):
    for n in range(2_000):
        write(tmp_path, f"d{n % 20}/a{n}.txt", FRENCH + str(n))
    write(tmp_path, "d19/zz.jsonl", line("Seul."))
    preview([tmp_path / "d0/a0.txt"])  # what is slow the first time is imported
    found = preview([tmp_path], seconds=0.1)
    assert found.files == 2_001
    assert 1 <= found.seen < 2_001
    assert found.cut
    assert not found.is_whole
    kinds = {lot.signs.kind for lot in found.lots}
    assert kinds == {"text", "jsonl"} or found.seen == 1, "one of each suffix is looked at first, if there is time"


def test_a_preview_can_be_stopped(tmp_path):
    def stop(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        preview([write(tmp_path, "a.txt", FRENCH)], stop)


def test_what_is_settled_of_some_files_holds_for_these_and_no_others(tmp_path):
    folder = tmp_path / "a"
    write(folder, "vieux.txt", (FRENCH + "Prix : 3 ¤").replace("’", "'").encode("iso8859-1"))
    write(folder, "neuf.txt", "Žižek à Évreux.")
    found = preview([folder])
    (old,) = [lot for lot in found.lots if lot.signs.encoding == "cp1252"]
    settled = [Settled(folder, old.signs, Asked(encoding="iso8859-15"))]
    again = preview([folder], settled=settled)
    texts = {lot.sample.text for lot in again.lots if lot.sample is not None}
    assert texts == {"Žižek à Évreux.", (FRENCH + "Prix : 3 €").replace("’", "'")}
    with make_project(tmp_path / "p", {}) as project:
        ingest(project, [folder], settled=settled)
        with project.read() as db:
            assert {one.text for one in articles.after(db, 0, 9)} == texts


def test_an_encoding_that_cannot_be_told_is_offered_for_choice(tmp_path):
    path = write(tmp_path, "a.txt", "Zoé Ž. arrive à Évreux.".encode("cp850", "replace"))
    (lot,) = preview([path]).lots
    assert lot.refused
    assert "cp850" in {guess.encoding for guess in lot.guesses}
    (lot,) = preview([path], settled=[Settled(path, lot.signs, Asked(encoding="cp850"))]).lots
    assert lot.sample is not None
    assert "arrive à Évreux" in lot.sample.text


def test_hostile_content_is_data(tmp_path):
    title = "<img src=x> \u202e{0} %s %n {name}"
    (lot,) = preview([write(tmp_path, "<b>a</b>.txt", title + "\n\nTexte.")]).lots
    assert lot.sample is not None
    assert lot.sample.title == title


@pytest.fixture
def endless(monkeypatch):
    """PDF whose pages are « La première page. » and others that no reader comes through while the test lasts."""
    held, real = threading.Event(), PageObject.extract_text

    def slow(page, *asked, **more):
        text = real(page, *asked, **more)
        return text if "première" in text else f"{held.wait(PATIENCE)}"

    monkeypatch.setattr(PageObject, "extract_text", slow)
    yield lambda: any(one.name == "reading" for one in threading.enumerate())
    held.set()


def test_a_pdf_that_takes_long_is_looked_at_as_far_as_time_allows(tmp_path, endless):
    path = write(tmp_path, "lent.pdf", pdf(lines("La premi\350re page."), lines("La suite.")))
    seen = preview([path], seconds=0.3)
    assert endless(), "nobody waited for it"
    (lot,) = seen.lots
    assert lot.sample is None or lot.sample.text.startswith("La première page.")
    assert not lot.refused
    assert lot.more or lot.sample


@pytest.mark.parametrize("act", ["preview", "ingest"])
def test_somebody_who_stops_doesn_t_wait_for_the_end_of_a_pdf(tmp_path, endless, act):
    path = write(tmp_path, "lent.pdf", pdf(lines("La suite.")))

    def stop(progress: Progress) -> None:
        if endless():
            raise Cancelled

    with make_project(tmp_path / "p", {}) as project:
        acts = {"ingest": lambda: ingest(project, [path], stop), "preview": lambda: preview([path], stop)}
        with pytest.raises(Cancelled):
            acts[act]()
        assert endless(), "nobody waited for it"


def test_a_label_that_comes_late_is_offered(tmp_path: Path) -> None:
    tasks = [{"text": f"Nice {n}", "label": [[0, 4, "VILLE" if n < 1_500 else "RARE"]]} for n in range(1_501)]
    (tmp_path / "d.jsonl").write_text("".join(json.dumps(one) + "\n" for one in tasks), encoding="utf-8")
    found = preview([tmp_path / "d.jsonl"], seconds=math.inf)
    assert found.labels["RARE"] == 1
    assert found.lots[0].articles == 1_501


def test_all_of_it_is_looked_at_when_somebody_waits_for_it(tmp_path: Path) -> None:
    for n in range(5):
        write(tmp_path, f"{n}.jsonl", line("Nice", ("Nice", "VILLE")) * 300 + line("Nice", ("Nice", f"RARE{n}")))
    found = preview([tmp_path], seconds=math.inf)
    assert found.is_whole
    assert found.labels == {"VILLE": 1_500} | {f"RARE{n}": 1 for n in range(5)}


def test_a_whole_look_at_one_file_can_be_stopped(tmp_path: Path) -> None:
    asked = 0

    def stop(progress: Progress) -> None:
        nonlocal asked
        asked += 1
        if asked > 3:
            raise Cancelled

    path = write(tmp_path, "long.jsonl", line("Nice", ("Nice", "VILLE")) * 200_000)
    with pytest.raises(Cancelled):
        preview([path], stop, seconds=math.inf)


@pytest.mark.parametrize("name", ["tard.txt", "tard.csv"])
def test_an_encoding_that_shows_late_in_a_file_is_supposed_too(tmp_path: Path, name: str) -> None:
    plain = "Titre;Texte\n" + "Un titre;Un texte sans accent du tout.\n" * 3_000
    path = write(tmp_path, name, (plain + "L’été;Déjà à Nîmes, « hélas ».\n").encode("cp1252"))
    (lot,) = preview([path]).lots
    assert lot.signs.encoding == "cp1252"
    assert (lot.guesses[0].encoding, lot.guesses[0].how) == ("cp1252", "guessed")
    assert "Déjà à Nîmes" in lot.guesses[0].sample
    (lot,) = preview([write(tmp_path, f"b-{name}", plain + "L’été;Déjà.\n")]).lots
    assert lot.guesses[0].how == "utf-8"
    (lot,) = preview([write(tmp_path, f"c-{name}", plain)]).lots
    assert lot.guesses[0].how == "utf-8"


def test_work_apart_is_left_as_soon_as_somebody_stops() -> None:
    began, left = threading.Event(), threading.Event()

    def work(told: Callable[[], None]) -> None:
        began.set()
        try:
            while True:
                told()
                time.sleep(0.01)
        finally:
            left.set()

    def stop() -> None:
        if began.is_set():
            raise Cancelled

    with pytest.raises(Cancelled):
        apart(work, stop)
    assert left.wait(PATIENCE)
    assert apart(lambda told: 3, stop) == 3
    with pytest.raises(ValueError, match="so"):
        apart(lambda told: int("so"), lambda: None)
