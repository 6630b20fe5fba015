"""Files in: every article as it was, every refusal in one sentence, and the counts add up."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from depeche.annotate.desk import Desk
from depeche.core.article import Article, DateOrigin, State
from depeche.core.progress import Cancelled, Progress
from depeche.core.record import to_line
from depeche.core.suggestion import Outcome
from depeche.errors import InputError
from depeche.export.records import records
from depeche.ingest.arrival import As
from depeche.ingest.decoding import decode
from depeche.ingest.inferred_date import infer_date
from depeche.ingest.ingest import Ingested, ingest
from depeche.ingest.reader import Asked
from depeche.ingest.text_file import LIMIT
from depeche.ingest.told import Told, gathered
from depeche.store import articles
from depeche.store.check import check
from depeche.store.project import Project
from tests.fixtures import TREATY, key_of, make_project
from tests.ingest.seeds import seeds
from tests.patience import PATIENCE
from tests.store.test_project import child

SHARED = Path(__file__).resolve().parents[3] / "shared"
FRENCH = "À Genève, l’émissaire a déclaré : « C’est là un début. » Où ? Près du lac, où l’été s’achève déjà.\n"


@pytest.fixture
def empty(tmp_path):
    with make_project(tmp_path / "p", {}) as made:
        yield made


def stored(project: Project) -> list[Article]:
    with project.read() as db:
        return articles.after(db, 0, 1000)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def lines(folder: Path, *entries: object, name: str = "x.jsonl") -> Path:
    return write(folder, name, "".join(f"{e if isinstance(e, str) else json.dumps(e)}\n" for e in entries))


def adds_up(done: Ingested) -> Ingested:
    assert done.read == done.new + done.known + len(done.refused)
    assert len(done.skipped) == done.known
    assert all("\n" not in sentence for sentence in (*done.refused, *done.skipped, *done.notes))
    return done


# --- texts


@pytest.mark.parametrize(
    "text",
    [
        "Titre\r\n\r\nUn\u00a0: deux\u202f!\r\n",
        "  blancs au bord  \n\n\n",
        "e\u0301crit en NFD\u2028puis\u2029fin\x85.",
        "un\rdeux\r",
        "\tTabulation\x0c\nUne 🇫🇷 et 👩\u200d👩\u200d👧",
        "\u200fقال الرئيس\u200e dit-il",
    ],
)
def test_the_text_is_stored_exactly_as_decoded(empty, tmp_path, text):
    adds_up(ingest(empty, [write(tmp_path, "a.txt", text), write(tmp_path, "b.txt", "\ufeffAvec BOM. " + text)]))
    assert [one.text for one in stored(empty)] == [text, "Avec BOM. " + text]
    assert check(empty) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
        ("mac-roman", b""),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
    ],
)
def test_encodings_are_recognised(encoding, bom, line_end):
    text = (FRENCH * 4).replace("\n", line_end)
    assert decode(bom + text.encode(encoding))[0] == text


def test_a_guessed_encoding_is_said(empty, tmp_path):
    done = ingest(empty, [write(tmp_path, "vieux.txt", (FRENCH * 3).encode("cp1252"))])
    (note,) = done.notes
    assert "vieux.txt" in note
    assert "1252" in note


@pytest.mark.skipif(not (SHARED / "data" / "format-samples").is_dir(), reason="the shared samples aren't here")
@pytest.mark.parametrize("name", ["cp1252", "mac-roman", "utf-16-bom", "utf-16-le-sans-bom", "utf-8-bom"])
def test_a_real_article_reads_the_same_in_each_encoding(name):
    folder = SHARED / "data" / "format-samples" / "import" / "encodings"
    text = (folder / "article.utf-8.txt").read_bytes().decode("utf-8")
    assert decode((folder / f"article.{name}.txt").read_bytes())[0] == text


SHORT = (
    "Le président a été réélu à Évreux",
    "Élu dès le premier tour",
    "L’Élysée a démenti",
    "« Non », a-t-il répété",
    "Ça ne s’arrêtera pas là",
    "Où est passé le traité ?",
    "Trois blessés près de Sète",
    "La grève est terminée",
    "Le cessez-le-feu a été signé à Genève",
    "À Nîmes, un incendie maîtrisé",
    "Le coût s’élève à 25\u00a0000 €",
    "Les Européens divisés",
    "«\u00a0Liberté\u00a0», «\u00a0Égalité\u00a0»",
    "Un œuf, une sœur, un cœur",
    "Noël à Fribourg – la fête",
    "L’hôpital a été évacué…",
    "Il faisait 40\u00a0° à l’ombre",
    "L’armée contrôle l’aéroport",
    "L’été s’achève, l’État s’inquiète",
    "Le député Raphaël Aumaître réagit",
    "Lula reçu à São Paulo",
    "El Niño et La Niña en Corée",
)


@pytest.mark.parametrize("text", SHORT)
def test_a_short_french_sentence_is_read_as_it_was_written(text):
    assert decode(text.encode("cp1252")) == (text, "cp1252")
    if "« Non" not in text:  # nothing tells its guillemets from Ç and È
        assert decode(text.encode("mac-roman")) == (text, "mac-roman")


def test_damaged_utf8_is_refused_and_the_byte_named(empty, tmp_path):
    data = FRENCH.encode("utf-8")
    at = data.index("é".encode())
    with pytest.raises(InputError, match=f"UTF-8 abîmé, octet n° {at + 1}$"):
        decode(data[: at + 1] + data[at + 2 :])
    assert "UTF-8 abîmé" in adds_up(ingest(empty, [write(tmp_path, "a.txt", data + b"\xe9")])).refused[0]


@pytest.mark.parametrize(("text", "encoding"), [("Żółć i łąka, źdźbło", "cp1250"), ("Президент сказал", "cp1251")])
def test_what_gives_no_french_is_refused_not_guessed(text, encoding):
    with pytest.raises(InputError):
        decode(text.encode(encoding))


@pytest.mark.parametrize(
    "data",
    [
        b"abc\0def",
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200),
        b"PK\x03\x04" + bytes(range(128)) * 9,
        b"\xff\xfea",
        b"\xff\xfe\x00\xd8x\x00",
        "é".encode() * 30 + b"\0",
        random.Random(3).randbytes(3000),
    ],
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(InputError):
        decode(data)


def test_the_first_line_is_the_title_unless_told_otherwise(empty, tmp_path):
    path = write(tmp_path, "dossier/a.txt", "\n  Le titre \nLe corps.")
    ingest(empty, [path.parent])
    ingest(empty, [write(tmp_path, "b.txt", "Sans titre.\nLe corps.")], asked=Asked(titled=False))
    assert [(one.name, one.title) for one in stored(empty)] == [("a", "Le titre"), ("b", "")]
    assert stored(empty)[0].text == "\n  Le titre \nLe corps."


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("2025-07-13-traite.txt", "x", "2025-07-13"),
        ("traite_20250713.txt", "x", "2025-07-13"),
        ("lemonde 2025-07.txt", "x", "2025-07"),
        ("20251399.txt", "x", None),
        ("article.txt", "Titre\nPublié le dimanche 13 juillet 2025 à 8 h 30\nCorps", "2025-07-13"),
        ("article.txt", "Titre\nPar Lise Aubry, publié le 1er août 2024", "2024-08-01"),
        ("article.txt", "date 2025-06 Un titre qui continue longtemps après la date que le fichier donne", "2025-06"),
        ("article.txt", "Paru le 03/05/2024", "2024-05-03"),
        ("article.txt", "Le rapport, publié le 3 mai 2024 à Genève, accuse les deux gouvernements de la région.", None),
        ("article.txt", "Publié le 3 mai 2024, le rapport accuse les deux gouvernements de la région de mentir.", None),
        ("article.txt", "Le 3 mai 2024, tout a changé.", None),
        ("article.txt", "a\n" * 9 + "Publié le 3 mai 2024", None),
        ("300 morts en 2024.txt", "x", None),
    ],
)
def test_a_date_is_inferred_only_where_it_is_stated(name, text, found):
    assert infer_date(name, text) == found


def test_an_inferred_date_is_counted_and_marked_as_such(empty, tmp_path):
    done = ingest(empty, [write(tmp_path, "2025-07-13.txt", "Un."), write(tmp_path, "b.txt", "Deux.")])
    assert done.inferred == 1
    assert [(one.date, one.date_origin) for one in stored(empty)] == [
        ("2025-07-13", DateOrigin.INFERRED),
        (None, DateOrigin.UNKNOWN),
    ]


def test_the_same_text_twice_is_skipped_and_said(empty, tmp_path):
    write(tmp_path, "d/a.txt", "Un texte.")
    write(tmp_path, "d/b.txt", "Un texte.")
    marked = {"text": "Un texte.", "spans": [{"start": 0, "end": 2, "label": "FIGURE"}]}
    done = adds_up(ingest(empty, [tmp_path / "d", lines(tmp_path, marked)]))
    assert (done.new, done.known) == (1, 2)
    assert "b.txt" in done.skipped[0]
    assert "« a »" in done.skipped[0].replace("\u202f", " ")
    assert "suggestion y est ajoutée" in done.skipped[1]
    again = adds_up(ingest(empty, [tmp_path / "x.jsonl"]))
    assert (again.known, again.joined, again.suggestions) == (1, 0, 0)
    assert "avec son passage" in again.skipped[0]
    assert adds_up(ingest(empty, [tmp_path / "d"])).known == 2


def test_files_of_one_name_are_both_taken(empty, tmp_path):
    done = adds_up(ingest(empty, [write(tmp_path, "a/x.txt", "Un."), write(tmp_path, "b/x.txt", "Deux.")]))
    assert done.new == 2
    names = [one.name for one in stored(empty)]
    assert names[0] == "x"
    assert names[1].startswith("x-")


def test_a_folder_is_searched_and_what_is_no_article_is_said(empty, tmp_path):
    folder = tmp_path / "d"
    write(folder, "a.txt", "Un.")
    write(folder, "sous/b.TXT", "Deux.")
    write(folder, "sous/.caché/c.txt", "Trois.")
    write(folder, ".d.txt", "Quatre.")
    (folder / "e.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)))
    (folder / "sous" / "boucle").symlink_to(folder, target_is_directory=True)
    done = adds_up(ingest(empty, [folder]))
    assert [one.name for one in stored(empty)] == ["a", "sous/b"]
    assert [one.partition("e.jpg")[1:] for one in done.refused] == [("e.jpg", "\u202f: ce n’est pas du texte.")]
    done = adds_up(ingest(empty, [tmp_path / "nulle-part.txt", tmp_path / "rien"]))
    assert len(done.refused) == 2
    (tmp_path / "vide").mkdir()
    assert "aucun fichier" in ingest(empty, [tmp_path / "vide"]).notes[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("name", ["tuyau.txt", "tuyau.jsonl"])
def test_a_named_pipe_is_refused_without_waiting(empty, tmp_path, name):
    os.mkfifo(tmp_path / name)
    done = adds_up(ingest(empty, [tmp_path / name]))
    assert "fichier ordinaire" in done.refused[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
def test_an_unreadable_file_or_folder_is_said(tmp_path):
    write(tmp_path, "d/secret.txt", "x").chmod(0)
    write(tmp_path, "d/clos/a.txt", "x").parent.chmod(0)
    write(tmp_path, "d/b.txt", "Bon.")
    write(tmp_path, "d/secret.jsonl", "x").chmod(0)
    for path in (tmp_path, *tmp_path.parents[:3]):
        path.chmod(0o755)
    (tmp_path / "q").mkdir(mode=0o777)
    (tmp_path / "q").chmod(0o777)
    program = """
        import os, sys
        from pathlib import Path
        from depeche import paths
        from depeche.ingest.ingest import ingest
        from depeche.store.project import Project
        "".encode("utf-8-sig")  # read while the standard library can be read
        os.setgroups([]); os.setgid(65534); os.setuid(65534)
        with Project.create(Path(sys.argv[1]) / "q" / "p", paths.default_scheme(), "x") as project:
            done = ingest(project, [Path(sys.argv[1]) / "d"])
        print(done.read, done.new, *done.refused, sep="\\n")
    """
    with child(program, tmp_path) as reader:
        said, _ = reader.communicate()
    assert reader.returncode == 0, said
    assert said.startswith("4\n1\n"), said
    for name in ("secret.txt", "secret.jsonl", "clos"):
        assert name in said


# --- JSONL


def test_bad_lines_are_refused_by_number_and_the_rest_goes_in(empty, tmp_path):
    path = lines(
        tmp_path,
        {"text": "Premier texte.", "id": "a"},
        "",
        '{"text": "coupé',
        {"text": "Autre texte.", "id": "a"},
        {"text": "Le passage déborde.", "spans": [{"start": 4, "end": 400, "label": "ACTOR"}]},
        {"text": "Étiquette.", "spans": [{"start": 0, "end": 2, "label": "LIEU"}]},
        "[" * 50_000,
        {"text": "Dernier.", "spans": [{"start": 0, "end": 7, "label": "ACTOR"}]},
    )
    path.write_bytes(path.read_bytes() + b'{"text": "\xff"}\n' + b"\xef\xbb\xbf{}\n")
    done = adds_up(ingest(empty, [path]))
    assert [one.text for one in stored(empty)] == ["Premier texte.", "Dernier."]
    assert done.suggestions == 1
    assert [sentence.split("ligne ")[1].split("\u202f")[0] for sentence in done.refused] == [*"345679", "10"]
    assert all(str(path) in sentence for sentence in done.refused)
    again = adds_up(ingest(empty, [lines(tmp_path, {"text": "Encore autre.", "id": "a"}, name="y.jsonl")]))
    assert "« a »" in again.refused[0].replace("\u202f", " ")
    assert check(empty) == []


def test_a_byte_order_mark_begins_no_line(empty, tmp_path):
    path = write(tmp_path, "x.jsonl", b'\xef\xbb\xbf{"text": "Un."}\r\n{"text": "Deux."}')
    assert adds_up(ingest(empty, [path])).new == 2


def test_a_huge_line_is_refused_in_little_memory(tmp_path):
    pytest.importorskip("resource")
    path = tmp_path / "gros.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "Avant."}\n{"text": "')
        file.seek(300_000_000, os.SEEK_CUR)
        file.write(b'"}\n{"text": "Apres."}\n')
    program = """
        import resource, sys
        from pathlib import Path
        from depeche import paths
        from depeche.ingest.ingest import ingest
        from depeche.store.project import Project
        with Project.create(Path(sys.argv[1]), paths.default_scheme(), "x") as project:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            done = ingest(project, [Path(sys.argv[2])])
            after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(done.new, *done.refused, after - before, sep="\\n")
    """
    with child(program, tmp_path / "p", path) as reader:
        said, _ = reader.communicate()
    assert reader.returncode == 0, said
    new, refused, grown = said.splitlines()
    assert new == "2"
    assert "gros.jsonl, ligne 2" in refused
    per_kilobyte = 1024 if sys.platform == "darwin" else 1
    assert int(grown) / per_kilobyte < 100_000, f"{grown} KB more"


def test_a_text_file_beyond_the_limit_is_refused(empty, tmp_path):
    path = tmp_path / "gros.txt"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    assert "dépasse" in adds_up(ingest(empty, [path])).refused[0]
    assert "vide" in adds_up(ingest(empty, [write(tmp_path, "vide.txt", " \n")])).refused[0]


def marked(**mark: object) -> dict[str, object]:
    return {"text": TREATY, "spans": [{"start": 0, "end": 6, "label": "ACTOR"} | mark]}


@pytest.mark.parametrize(
    ("mark", "as_", "outcome", "spans", "pending", "state"),
    [
        ({}, None, None, 0, 1, State.TODO),
        ({}, As.SPANS, None, 1, 0, State.DONE),
        ({"status": "suggested"}, As.SPANS, None, 1, 0, State.DONE),
        ({"status": "accepted"}, None, Outcome.ACCEPTED, 1, 0, State.STARTED),
        ({"status": "accepted"}, As.SUGGESTIONS, None, 0, 1, State.TODO),
        ({"status": "added"}, None, None, 1, 0, State.STARTED),
        ({"status": "rejected"}, None, Outcome.REJECTED, 0, 0, State.STARTED),
        ({"status": "rejected"}, As.SUGGESTIONS, None, 0, 0, State.TODO),
        ({"status": "corrected", "was": {"end": 9}}, None, Outcome.CORRECTED, 1, 0, State.STARTED),
        ({"status": "corrected"}, None, Outcome.CORRECTED, 1, 0, State.STARTED),
        ({"status": "corrected", "was": {"end": 9}}, As.SUGGESTIONS, None, 0, 1, State.TODO),
    ],
)
def test_marks_become_what_they_say_or_what_was_asked_for(empty, tmp_path, mark, as_, outcome, spans, pending, state):
    done = adds_up(ingest(empty, [lines(tmp_path, marked(**mark))], as_=as_))
    desk = Desk(empty)
    desk.open(stored(empty)[0].key)
    assert (len(desk.spans), len(desk.pending), desk.state) == (spans, pending, state)
    assert (done.spans, done.suggestions) == (spans, pending)
    assert [verdict.outcome for verdict in desk.verdicts.values()] == ([outcome] if outcome else [])
    assert all(one.end == 6 for one in (*desk.spans, *desk.pending)), "a correction counts, not what it corrected"
    assert done.left_out == (mark.get("status") == "rejected" and as_ is As.SUGGESTIONS)
    assert desk.undoable is None, "an import is no act of a hand"
    assert check(empty) == []


def test_each_annotators_work_stays_theirs(empty, tmp_path):
    entry = marked(status="added", by="Claire") | {"annotator": "Claire", "state": "done"}
    entry["spans"] += [{"start": 7, "end": 12, "label": "DATE", "status": "rejected", "by": "Bob", "source": "rules"}]  # type: ignore[operator]
    ingest(empty, [lines(tmp_path, entry)])
    desk = Desk(empty)
    desk.open(stored(empty)[0].key)
    assert (len(desk.spans), len(desk.verdicts), desk.state) == (1, 0, State.DONE)
    assert [desk.text_of(one) for one in desk.pending] == ["signe"], "what Bob rejected is for Claire to judge"
    (record,) = records(empty)
    assert {mark.by for mark in record.marks} == {"Claire", "Bob"}


def test_a_state_without_a_name_is_that_of_who_made_spans(empty, tmp_path):
    entry = marked(status="added", by="Zoé") | {"state": "done"}
    entry["spans"] += [{"start": 7, "end": 12, "label": "DATE", "status": "rejected", "by": "Bob", "source": "rules"}]  # type: ignore[operator]
    ingest(empty, [lines(tmp_path, entry)])
    (record,) = records(empty)
    assert record.states == {"Bob": State.STARTED, "Zoé": State.DONE}


@pytest.mark.parametrize("status", ["accepted", "corrected", "rejected"])
def test_who_judged_a_mark_is_no_source_and_no_score_stays_none(empty, tmp_path, status):
    ingest(empty, [lines(tmp_path, marked(status=status, by="Bob"))])
    (record,) = records(empty)
    (mark,) = record.marks
    assert (mark.by, mark.source, mark.score) == ("Bob", "import", None)
    assert '"score"' not in to_line(record)
    assert check(empty) == []


def test_stopping_keeps_whole_articles_only(empty, tmp_path):
    path = lines(tmp_path, *({"text": f"Texte {n}."} for n in range(180)))

    def stop(progress: Progress) -> None:
        if "100" in progress.what:
            raise Cancelled

    with pytest.raises(Cancelled):
        ingest(empty, [path], stop)
    assert len(stored(empty)) == 100
    done = adds_up(ingest(empty, [path]))
    assert (done.known, done.new) == (100, 80)


def test_more_marks_than_a_text_can_have_are_refused(empty, tmp_path):
    marks = [{"start": 0, "end": 2, "label": "ACTOR"}] * 1_100
    done = adds_up(
        ingest(empty, [lines(tmp_path, {"text": "Un texte.", "spans": marks}, {"text": "Un " * 9, "spans": marks})])
    )
    assert (done.new, len(done.refused)) == (1, 1)
    assert "passages pour 9 caractères" in done.refused[0].replace("\u202f", " ").replace("\u00a0", " ")


def test_files_are_stored_together_and_what_was_read_is_kept(empty, tmp_path, monkeypatch):
    for n in range(120):
        write(tmp_path, f"d/{n:03}.txt", f"Texte {n}.")
    stores: list[int] = []
    write_ = Project.write
    monkeypatch.setattr(Project, "write", lambda project: stores.append(1) or write_(project))
    monkeypatch.setattr("depeche.ingest.ingest._SECONDS", PATIENCE)

    def stop(progress: Progress) -> None:
        if "110" in progress.what:
            raise Cancelled

    with pytest.raises(Cancelled):
        ingest(empty, [tmp_path / "d"], stop)
    assert len(stored(empty)) == 110
    assert len(stores) < 20
    done = adds_up(ingest(empty, [tmp_path / "d"]))
    assert (done.known, done.new) == (110, 10)


@pytest.mark.parametrize(
    ("name", "content"), [("x.json", "[]"), ("t.csv", "texte;titre\n"), ("annotation.conf", "[entities]\n")]
)
def test_a_file_without_an_article_is_said(empty, tmp_path, name, content):
    done = adds_up(ingest(empty, [write(tmp_path, name, content)]))
    assert done.read == 0
    assert name in done.notes[0]
    assert "aucun article dans ce fichier" in done.notes[0]


def test_killed_while_ingesting_only_whole_articles_are_there(tmp_path):
    span = {"start": 0, "end": 5, "label": "ACTOR", "status": "added", "by": "Claire"}
    path = lines(tmp_path, *({"text": f"Texte {n} " + "mot " * 200, "spans": [span]} for n in range(4000)))
    make_project(tmp_path / "p", {}).close()
    program = """
        import sys
        from pathlib import Path
        from depeche.ingest.ingest import ingest
        from depeche.store.project import Project
        with Project.open(Path(sys.argv[1])) as project:
            print("open", flush=True)
            ingest(project, [Path(sys.argv[2])])
    """
    chance = random.Random(20)
    for _ in range(3):
        with child(program, tmp_path / "p", path) as reader:
            assert reader.stdout is not None
            assert reader.stdout.readline() == "open\n"
            time.sleep(chance.uniform(0.05, 0.3))
            reader.send_signal(signal.SIGKILL)
        with Project.open(tmp_path / "p") as project:
            assert check(project) == []
            made = stored(project)
            assert [one.number for one in made] == list(range(1, len(made) + 1))
            assert all(len(record.marks) == 1 for record in records(project))


@pytest.mark.skipif(not (SHARED / "articles").is_dir(), reason="the shared articles aren't here")
def test_real_articles_come_in_and_go_out_as_they_are(empty):
    files = sorted((SHARED / "articles").glob("*.txt"))
    done = adds_up(ingest(empty, files))
    assert done.new == len(files)
    assert [one.text.encode() for one in stored(empty)] == [file.read_bytes() for file in files]
    assert key_of(empty, files[0].stem)


SEVERAL = "jsonl spacy-json label-studio conll table europresse factiva factiva-xml mbox feed warc zip unread".split()
SEVERAL_FILES = [pytest.param(files, id=f"{name}-{n}") for name in SEVERAL for n, files in enumerate(seeds()[name])]


@pytest.mark.parametrize("files", SEVERAL_FILES)
def test_who_stops_waits_for_one_article_of_a_file_and_is_told_what_came_in(tmp_path, files):
    first = next(iter(files))
    for name, data in files.items():
        write(tmp_path, f"d/{name}", data)
    told: list[str] = []
    with make_project(tmp_path / "whole", {}) as project:
        whole = ingest(project, [tmp_path / "d" / first], lambda progress: told.append(progress.what))
        texts = sorted(one.text for one in stored(project))
    assert len([what for what in told if what.endswith(")")]) == whole.read, "somebody may stop it after each"

    def stop(progress: Progress) -> None:
        if progress.what.endswith("(1)"):
            raise Cancelled

    done = Ingested()
    with make_project(tmp_path / "part", {}) as project:
        with pytest.raises(Cancelled):
            ingest(project, [tmp_path / "d" / first], stop, into=done)
        assert adds_up(done).read == 1
        assert done.stopped
        assert "Import arrêté" in done.remarks(project.scheme)[0]
        assert len(stored(project)) == done.new
        assert check(project) == []
        again = adds_up(ingest(project, [tmp_path / "d" / first]))
        assert again.read == whole.read
        assert sorted(one.text for one in stored(project)) == texts


def test_who_stops_while_near_copies_are_looked_for_has_all_articles(empty, tmp_path):
    def stop(progress: Progress) -> None:
        if progress.what == "Textes semblables":
            raise Cancelled

    done = Ingested()
    with pytest.raises(Cancelled):
        ingest(empty, [lines(tmp_path, *({"text": f"Texte {n}."} for n in range(7)))], stop, into=done)
    assert adds_up(done).new == 7
    assert len(stored(empty)) == 7
    assert done.alike == []


def test_refusals_of_one_kind_are_gathered_and_each_is_kept(empty, tmp_path):
    off = [{"text": f"Un texte {n}.", "spans": [{"start": 2, "end": 90 + n, "label": "ACTOR"}]} for n in range(300)]
    path = lines(tmp_path, {"text": "Bon."}, *off, {"titre": "rien"})
    write(tmp_path, "d/a.txt", "Bon.")
    other = [write(tmp_path, f"d/{n}.txt", b"\0\1") for n in range(5)]
    done = adds_up(ingest(empty, [path, tmp_path / "d"]))
    assert len(done.refused) == 306
    report = [one.replace("\u202f", " ") for one in done.lines()]
    (many,) = [one for one in report if "300 fois" in one]
    assert f"{path}, ligne 2, ligne 3, ligne 4, …" in many
    (five,) = [one for one in report if "5 fois" in one]
    assert all(str(one) in five for one in other[:3])
    assert len([one for one in report if "ligne 302" in one]) == 1, "what stands alone is told as it is"
    assert [one for one in done.lines(each=True) if one in done.refused] == done.refused
    assert {one.where for one in done.refused} >= {f"{path}, ligne {n}" for n in range(2, 302)}
    assert len(json.loads(json.dumps(done.as_json()))["refused"]) == 306


@pytest.mark.parametrize(
    ("whys", "said"),
    [
        (["trop court"] * 4, ["trop court : 4 fois ; a, b, c, …"]),
        (["trop court"] * 3, ["a : trop court.", "b : trop court.", "c : trop court."]),
        (["même texte que « x », ignoré", "même texte que « y », ignoré"] * 2,
         ["même texte que « … », ignoré : 4 fois ; a, b, c, …"]),
        (["à 1 000 mots", "à 2,5 mots", "à 3 mots", "à 4 mots", "vide"],
         ["à … mots : 4 fois ; a, b, c, …", "e : vide."]),
    ],
)  # fmt: skip
def test_what_says_the_same_of_many_is_one_sentence(whys, said):
    made = [Told(where, why.replace(" 0", "\u202f0")) for where, why in zip("abcde", whys, strict=False)]
    assert [one.replace("\u202f", " ") for one in gathered(made)] == said
