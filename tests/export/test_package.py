"""Work out and back as one file each: nothing that a merge needs is missing, and nothing in the projects changes."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from depeche import paths
from depeche.annotate.desk import Desk
from depeche.core import package as form
from depeche.core.article import State
from depeche.core.calibration import Calibration
from depeche.core.package import Kind
from depeche.core.packed import Packed
from depeche.core.progress import Cancelled, Progress
from depeche.errors import InputError, UserError
from depeche.export.handback import give_back
from depeche.export.package import chosen, package
from depeche.ingest.archive import Archive
from depeche.ingest.inspection import Seen, inspect, read_actors, read_articles, read_scheme, read_steps
from depeche.ingest.package import unpack
from depeche.models import folder as folders
from depeche.store import actors, articles, confidence, models, packages, spans, suggestions
from depeche.store.check import check
from depeche.store.project import DATABASE, Project
from depeche.suggest import confidence as scores
from depeche.suggest.learned.adopted import adopted
from depeche.suggest.reliability import MODEL
from tests.fixtures import TEXTS, key_of, make_project
from tests.packages import annotate, at_work, make_lead, make_package, members_of, sealed, write


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def articles_in(path: Path) -> dict[str, Packed]:
    """What a package holds, by the articles' keys."""
    with Archive(path) as archive:
        _, scheme, _ = read_scheme(archive)
        return {one.article.key: one for one in read_articles(archive, scheme, Seen(archive.manifest))}


def test_two_runs_write_the_same_bytes_and_change_nothing(tmp_path):
    make_package(tmp_path)
    before = digest(tmp_path / "lead")
    make_package(tmp_path, name="encore.depeche")
    assert (tmp_path / "lot.depeche").read_bytes() == (tmp_path / "encore.depeche").read_bytes()
    assert digest(tmp_path / "lead") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["encore.depeche", "lead", "lot.depeche"]


def test_the_file_is_known_by_its_first_bytes(tmp_path):
    data = make_package(tmp_path).read_bytes()
    assert data[:4] == b"PK\x03\x04"
    assert data[30:].startswith(b'manifest.json{"format": "depeche-package", "version": 2, "kind": "work"')


def test_a_package_makes_the_same_articles_suggestions_and_registry(tmp_path):
    path = make_package(tmp_path)
    with Project.open(tmp_path / "lead", read_only=True) as lead, lead.read() as db:
        sent = {key: packages.work(db, key) for key, _, _ in packages.in_order(db)}
        registry, (owner, toml) = actors.every(db), packages.identity(db)
    done = unpack(path, tmp_path / "bilal")
    assert done.made
    with Project.open(done.folder) as project, project.read() as db:
        assert {key: packages.work(db, key) for key, _, _ in packages.in_order(db)} == sent
        assert actors.every(db) == registry
        assert packages.identity(db) == (owner, toml)
        assert spans.annotator_name(db, project.annotator) == "Bilal"
        assert [one.name for one in packages.people(db)] == ["Bilal"]
        assert project.title == "lead"
        assert project.notices == []
        assert check(project) == []
    assert "ACTOR" in (done.folder / "guide.md").read_text(encoding="utf-8")


def test_nobodys_work_goes_out(tmp_path):
    with make_lead(tmp_path / "lead") as lead:
        annotate(lead)
        manifest = package(lead, tmp_path / "lot.depeche", "Bilal")
    assert manifest.spans == 0
    for one in articles_in(tmp_path / "lot.depeche").values():
        assert one.readings == ()


def test_who_has_worked_in_the_project_keeps_their_uuid_and_a_new_name_always_gets_the_same(tmp_path):
    with make_lead(tmp_path / "lead") as lead:
        mine = package(lead, tmp_path / "a.depeche", "Cheffe").annotator.key
        assert mine == lead.annotator
        others = {package(lead, tmp_path / f"{n}.depeche", "  Bilal  B. ").annotator for n in range(2)}
        assert [one.name for one in others] == ["Bilal B."]
        with pytest.raises(UserError, match="vide"):
            package(lead, tmp_path / "b.depeche", "  ")
    assert not (tmp_path / "b.depeche").exists()


def test_articles_are_chosen_by_identifier_number_and_state(tmp_path):
    with make_lead(tmp_path / "lead") as lead, lead.read() as db:
        keys = [key for key, _, _ in packages.in_order(db)]
        assert chosen(db, numbers="2-3") == keys[1:]
        assert chosen(db, numbers="1, 3-9") == [keys[0], keys[2]]
        assert chosen(db, names=["crue", keys[0]]) == [keys[1], keys[0]]
        with pytest.raises(UserError, match="inconnu"):
            chosen(db, names=["inconnu"])
        for wrong in ("3-1", "a", "1-", "1;2", "-1"):
            with pytest.raises(UserError, match="numéros"):
                chosen(db, numbers=wrong)
    with Project.open(tmp_path / "lead") as lead:
        assert package(lead, tmp_path / "lot.depeche", "Bilal", keys=keys[1:]).articles == 2
        with pytest.raises(UserError, match="vide"):
            package(lead, tmp_path / "rien.depeche", "Bilal", keys=[])
    folder = unpack(tmp_path / "lot.depeche", tmp_path / "bilal").folder
    with Project.open(folder) as project, project.read() as db:
        assert [(key, number) for key, number, _ in packages.in_order(db)] == [(keys[1], 2), (keys[2], 3)]
        assert articles.neighbour(db, project.annotator, 0, 1) == keys[1]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_project_in_a_folder_that_cannot_be_written_is_packaged(tmp_path):
    make_lead(tmp_path / "lead").close()
    (tmp_path / "lead").chmod(0o500)
    with Project.open(tmp_path / "lead") as lead:
        assert package(lead, tmp_path / "lot.depeche", "Bilal").articles == 3


def test_a_read_only_project_is_packaged_while_another_program_has_it(tmp_path):
    with make_lead(tmp_path / "lead"), Project.open(tmp_path / "lead", read_only=True) as reader:
        assert package(reader, tmp_path / "lot.depeche", "Bilal").articles == 3


def test_a_model_of_the_project_goes_along(tmp_path):
    with make_lead(tmp_path / "lead") as lead:
        folder = lead.folder / "models" / "été 2025"
        shutil.copytree(paths.resource("models", "names"), folder)
        package(lead, tmp_path / "lot.depeche", "Bilal", model="été 2025")
        for wrong in ("autre", "..", "été 2025/ner", ""):
            with pytest.raises(UserError, match="modèle") as refused:
                package(lead, tmp_path / "non.depeche", "Bilal", model=wrong)
            assert "base, été 2025" in refused.value.hint
        # The shipped model is with everybody already.
        assert package(lead, tmp_path / "base.depeche", "Bilal", model="base").model is None
        (folder / "lien").symlink_to(tmp_path)
        with pytest.raises(UserError, match="lien"):
            package(lead, tmp_path / "non.depeche", "Bilal", model="été 2025")
        (folder / "lien").unlink()
        sent = digest(folder)
        (folder / "prog.py").write_text("print()")
        with pytest.raises(UserError, match=r"prog\.py"):
            package(lead, tmp_path / "non.depeche", "Bilal", model="été 2025")
    assert not (tmp_path / "non.depeche").exists()
    made = unpack(tmp_path / "lot.depeche", tmp_path / "bilal").folder
    assert digest(made / "models" / "été 2025") == sent
    # It proposes there, without anybody adopting it.
    with Project.open(made) as project:
        with project.read() as db:
            used = models.current(db)
        assert used is not None
        assert (used.name, used.digest) == ("été 2025", folders.digest(made / "models" / "été 2025"))
        assert [one.name for one in adopted(project)] == [f"{MODEL}été 2025"]
    assert inspect(tmp_path / "lot.depeche").problem == ""


def test_what_compresses_too_well_is_written_as_it_is(tmp_path):
    with make_project(tmp_path / "lead", {"long": "a " * 1_500_000}) as lead:
        package(lead, tmp_path / "lot.depeche", "Bilal")
    assert inspect(tmp_path / "lot.depeche").problem == ""
    assert unpack(tmp_path / "lot.depeche", tmp_path / "bilal").made


def test_a_stopped_package_leaves_the_one_before_and_no_half(tmp_path):
    path = make_package(tmp_path)
    before = path.read_bytes()

    def stop(_progress: Progress) -> None:
        raise Cancelled

    with Project.open(tmp_path / "lead") as lead, pytest.raises(Cancelled):
        package(lead, path, "Autre", stop)
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["lead", "lot.depeche"]


def test_the_lead_rebuilds_every_span_and_verdict_from_package_and_return_alone(tmp_path):
    with at_work(tmp_path) as project:
        manifest = give_back(project, tmp_path / "rendu.depeche")
        with project.read() as db:
            there = {key: packages.done(db, key, manifest.package or "") for key, _, _ in packages.in_order(db)}
            journal = list(packages.steps(db, 0, 100))
    shutil.rmtree(tmp_path / "bilal")
    # The lead's side: another machine's rows for the same person, under a UUID of their own.
    with Project.open(tmp_path / "lead") as lead:
        with lead.write() as db:
            own = spans.put_annotator(db, "Bilal")
        assert own != manifest.annotator.key
        sent, back = articles_in(tmp_path / "lot.depeche"), articles_in(tmp_path / "rendu.depeche")
        assert back == there
        assert back.keys() == sent.keys()
        with lead.read() as db:
            for key, one in back.items():
                article = articles.get(db, key)
                assert (one.text_hash, one.length) == (article.text_hash, len(article.text))
                standing = {guess.key for guess in suggestions.of(db, key, retired=True)}
                for reading in one.readings:
                    assert reading.annotator == manifest.annotator.key
                    assert {verdict.suggestion for verdict in reading.verdicts} <= standing
    with Archive(tmp_path / "rendu.depeche") as archive, Archive(tmp_path / "lot.depeche") as package_:
        assert archive.manifest.package == package_.manifest.key
        assert archive.manifest.project == package_.manifest.project
        assert archive.manifest.annotator == package_.manifest.annotator
        _, scheme, _ = read_scheme(archive)
        assert read_actors(archive, scheme) == read_actors(package_, scheme)
        assert list(read_steps(archive)) == journal
        assert [step.number for step in journal] == list(range(1, len(journal) + 1))
        assert {step.kind for step in journal} == {"act", "undo", "redo"}
    states = {one.article.name: [reading.state for reading in one.readings] for one in back.values()}
    assert states == {"traité": [State.DONE], "crue": [State.FLAGGED], "calme": []}
    assert {one.article.name: one.article.date for one in back.values()}["traité"] == "2025-07-14"
    assert [one.article.text for one in back.values()] == ["", "", ""]
    assert manifest.states == {State.DONE: 1, State.FLAGGED: 1, State.TODO: 1}
    assert (manifest.spans, manifest.verdicts) == (4, 3)


def test_a_return_holds_what_the_analyst_added_whole(tmp_path):
    with at_work(tmp_path) as project:
        with project.write() as db:
            text = "Un ajout\n\nLa Croix-Rouge arrive à Tarsis.\n"
            own = articles.put(db, articles.Article(text, title="Un ajout", name="ajout"), "ici")
            (guess,) = suggestions.put(db, own.key, [suggestions.Suggestion(10, 24, "ACTOR", source="ici")])
        desk = Desk(project)
        desk.open(own.key)
        desk.accept(guess.key)
        give_back(project, tmp_path / "rendu.depeche")
    one = articles_in(tmp_path / "rendu.depeche")[own.key]
    assert one.article.text == text
    assert [guess.key for guess in one.suggestions] == [guess.key]
    assert inspect(tmp_path / "rendu.depeche").problem == ""


def test_returning_twice_gives_the_same_bytes_and_changes_nothing(tmp_path):
    with at_work(tmp_path) as project:
        before = (project.folder / DATABASE).read_bytes()
        give_back(project, tmp_path / "a.depeche")
        give_back(project, tmp_path / "b.depeche")
        assert (project.folder / DATABASE).read_bytes() == before
        Desk(project).undo()
        give_back(project, tmp_path / "c.depeche")
    assert (tmp_path / "a.depeche").read_bytes() == (tmp_path / "b.depeche").read_bytes()
    assert (tmp_path / "a.depeche").read_bytes() != (tmp_path / "c.depeche").read_bytes()


def test_what_is_written_meanwhile_is_in_the_return_whole(tmp_path):
    with at_work(tmp_path) as project:
        desk, acts = Desk(project), 0
        desk.open(key_of(project, "calme"))

        def annotating(_progress: Progress) -> None:
            nonlocal acts
            if acts < 2:
                acts += 1
                desk.mark(acts * 4, acts * 4 + 3, "ACTOR", by_character=True)

        manifest = give_back(project, tmp_path / "rendu.depeche", annotating)
    with Archive(tmp_path / "rendu.depeche") as archive:
        made = [item for step in read_steps(archive) for part in step.parts for item in part["after"] if "span" in item]
    calm = articles_in(tmp_path / "rendu.depeche")[desk.article.key]
    assert len(calm.readings[0].spans) == acts
    assert {span.key for span in calm.readings[0].spans} <= {item["span"]["key"] for item in made}
    assert manifest.spans == 6


def test_a_project_that_no_package_made_has_nothing_to_return(tmp_path):
    with make_lead(tmp_path / "lead") as lead, pytest.raises(UserError, match="ne vient pas d’un lot"):
        give_back(lead, tmp_path / "rendu.depeche")
    assert not (tmp_path / "rendu.depeche").exists()


def test_a_retired_label_travels(tmp_path):
    with make_lead(tmp_path / "lead") as lead:
        scheme = lead.folder / "scheme.toml"
        parts = scheme.read_text(encoding="utf-8").split("[[label]]")
        scheme.write_text("[[label]]".join(one for one in parts if '"FIGURE"' not in one), encoding="utf-8")
    with Project.open(tmp_path / "lead") as lead:
        assert lead.scheme.get("FIGURE").retired
        package(lead, tmp_path / "lot.depeche", "Bilal")
    folder = unpack(tmp_path / "lot.depeche", tmp_path / "bilal").folder
    for _ in range(2):
        with Project.open(folder) as project:
            assert project.scheme.get("FIGURE").retired
            assert check(project) == []


def test_the_manifest_says_what_it_is(tmp_path):
    path = make_package(tmp_path)
    manifest = inspect(path).manifest
    assert (manifest.kind, manifest.articles, manifest.suggestions) == (Kind.WORK, len(TEXTS), 6)
    assert set(members_of(path)) == {form.MANIFEST, form.SCHEME, form.GUIDE, form.ACTORS, form.ARTICLES}


def test_what_the_data_lead_hides_is_hidden_at_the_annotators_and_stays_theirs(tmp_path):
    cells = {("rules", "ACTOR", "*"): tuple(n / 21 for n in range(22)), ("rules", "ACTOR", "GPE"): (0.4,) * 22}
    set_by_lead = Calibration(cells, 0.35, shown=True, judged=900, articles=40)
    with make_lead(tmp_path / "lead") as lead:
        with lead.write() as db:
            confidence.put(db, set_by_lead)
        package(lead, tmp_path / "lot.depeche", "Bilal")
    before = digest(tmp_path / "lead")
    assert inspect(tmp_path / "lot.depeche").manifest.confidence == set_by_lead.sent()
    with Project.open(unpack(tmp_path / "lot.depeche", tmp_path / "bilal").folder) as theirs:
        with theirs.read() as db:
            known = confidence.get(db)
        assert (known.hide_below, known.shown, known.brought, dict(known.cells)) == (0.35, False, True, cells)
        annotate(theirs)
        for name in TEXTS:
            desk = Desk(theirs)
            desk.open(key_of(theirs, name))
            desk.set_state(State.DONE)
        measured = scores.measure(theirs)
        scores.keep(theirs, measured)
        assert "que le lot a apportés" in " ".join(scores.worth(measured).split())
        scores.hide_below(theirs, 0.5)  # their own screen: nobody else's
        with theirs.read() as db:
            known = confidence.get(db)
        assert (known.hide_below, known.judged) == (0.5, 900)
        assert {place: known.cells[place] for place in cells} == cells
        manifest = give_back(theirs, tmp_path / "rendu.depeche")
    assert (manifest.confidence, manifest.blind) == (None, None)
    assert digest(tmp_path / "lead") == before


def test_a_threshold_that_is_none_is_refused_with_its_package(tmp_path):
    with make_lead(tmp_path / "lead") as lead:
        with lead.write() as db:
            confidence.put(db, Calibration(hide_below=0.35))
        package(lead, tmp_path / "lot.depeche", "Bilal")
    members = members_of(tmp_path / "lot.depeche")
    for said in (3, {"cells": 1}, {"cells": [], "hide_below": 7, "shown": False, "judged": 0, "articles": 0}):
        path = write(tmp_path / "autre.depeche", sealed(members, confidence=said))
        with pytest.raises(InputError, match="confidence"):
            unpack(path, tmp_path / "bilal")
