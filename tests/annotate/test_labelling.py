"""Another label scheme for a project: counted first, then one act that spans, suggestions and actors follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from depeche.annotate import history, labelling
from depeche.annotate.desk import Desk
from depeche.annotate.registry import Registry
from depeche.core.actor import Actor
from depeche.core.article import Article
from depeche.core.attribute import Attribute
from depeche.core.change import Aside, Change, Part
from depeche.core.finding import Question
from depeche.core.scheme import Kind, Label, Scheme, ValueType
from depeche.core.scheme_diff import Difference, Renames, What
from depeche.errors import SchemeError, UserError
from depeche.store import articles, asides, confidence, marks, queue
from depeche.store.check import check
from depeche.store.project import SCHEME, Project
from depeche.store.stats import stats
from depeche.store.suggestions import of
from depeche.suggest.suggest import missed, pipeline_for, suggest
from tests.fixtures import key_of

ACTEUR = Renames({"ACTOR": "ACTEUR"})


def with_label(scheme: Scheme, which: str, /, **fields: object) -> Scheme:
    """Return a scheme with fields of one label replaced."""
    one = replace(scheme.get(which), **fields)  # type: ignore[arg-type]
    return replace(scheme, labels=tuple(one if each.label == which else each for each in scheme.labels))


def change(desk: Desk, wanted: Scheme, renames: Renames | None = None) -> Change:
    done = labelling.carry_out(desk, labelling.plan(desk.project, wanted, renames))
    assert done is not None
    return done


def worked(desk: Desk) -> None:
    """Accept all, correct one, reject one, register an actor, set a finding aside."""
    first, second, *rest = desk.pending
    desk.edit(first.key, label="FIGURE")
    desk.reject(second.key)
    for one in rest:
        desk.accept(one.key)
    desk.mark(desk.article.text.index("Otan"), desk.article.text.index("Otan") + 4, "ACTOR")  # type: ignore[union-attr]
    Registry(desk).put(Actor("Otan", "ACTOR", "ORG"))
    span = next(one for one in desk.spans if one.label == "ACTOR")
    name = f"value/{span.key}/{span.start}-{span.end}/ACTOR/{span.kind}/{span.value}/"
    desk.carry_out(Change("voulu", (Part(None, (), (Aside(name),)),)))


def everything(project: Project) -> list[tuple[object, ...]]:
    """Return all rows that a scheme may touch."""
    with project.read() as db:
        found = []
        for table in ("spans", "suggestions", "actors", "verdicts", "asides"):
            found += [(table, *row) for row in db.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1, 2")]
    return found


def test_a_rename_is_one_act_that_all_rows_follow_and_undo_brings_back(
    desk: Desk, reopen: Callable[[], Project]
) -> None:
    worked(desk)
    project = desk.project
    before, old, toml = everything(project), project.scheme, (project.folder / SCHEME).read_text(encoding="utf-8")
    planned = labelling.plan(project, with_label(old, "ACTOR", label="ACTEUR"), ACTEUR)
    (renamed,) = planned.differences
    n = sum(1 for one in before if one[0] == "spans" and "ACTOR" in one)
    assert renamed == Difference(What.RENAMED, "ACTEUR", "ACTOR", "ACTEUR", spans=n, suggestions=1, articles=1)
    act = labelling.carry_out(desk, planned)
    assert act is not None
    assert "ACTOR → ACTEUR" in act.title
    assert "ACTOR" not in {one.label for one in desk.spans}
    assert "ACTEUR" in {one.label for one in desk.spans}
    assert check(project) == []
    assert project.scheme.version == old.version + 1
    assert project.scheme.get("ACTEUR").base == "ACTOR"
    assert Registry(desk).actors[0].label == "ACTEUR"
    with project.read() as db:
        assert all("/ACTEUR/" in one for one in asides.of(db, project.annotator))
    assert 'label = "ACTEUR"' in (project.folder / SCHEME).read_text(encoding="utf-8")

    project = reopen()
    assert "ACTEUR" in project.scheme
    assert project.notices == []
    again = Desk(project)
    assert again.undoable == act.title
    again.undo()
    assert project.scheme == old
    assert everything(project) == before
    assert (project.folder / SCHEME).read_text(encoding="utf-8") == toml
    project = reopen()
    assert project.scheme == old
    assert project.notices == []
    Desk(project).redo()
    assert "ACTEUR" in project.scheme
    assert check(project) == []


def test_acts_before_a_rename_are_undone_after_it(desk: Desk) -> None:
    worked(desk)
    change(desk, with_label(desk.project.scheme, "ACTOR", label="ACTEUR"), ACTEUR)
    numbers, _ = history.numbers(desk.project)
    history.go_to(desk.project, 0)
    assert desk.project.scheme.labels[0].label == "ACTOR"
    history.go_to(desk.project, numbers[-1])
    assert desk.project.scheme.labels[0].label == "ACTEUR"
    assert check(desk.project) == []
    lines, total = history.lines(desk.project, numbers[-1])
    assert total == 1
    assert "ACTEUR" in lines[0].words


def test_sources_go_on_proposing_a_renamed_label(project: Project) -> None:
    suggest(project)
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    scheme = with_label(project.scheme, "ACTOR", label="ACTEUR")
    scheme = with_label(scheme, "QUOTE", label="PROPOS")
    with project.read() as db:
        known = {(one.start, one.end, one.label) for one in of(db, key_of(project, "traité"))}
    change(desk, scheme, Renames({"ACTOR": "ACTEUR", "QUOTE": "PROPOS"}))
    french = {"ACTOR": "ACTEUR", "QUOTE": "PROPOS"}
    article = Article(desk.article.text, date=desk.article.date)  # type: ignore[union-attr]
    proposed = pipeline_for(project).propose(article)
    assert {(one.start, one.end, one.label) for one in proposed} == {
        (start, end, french.get(label, label)) for start, end, label in known
    }
    quote = next(one for one in proposed if one.label == "PROPOS")
    assert quote.value is not None
    assert suggest(project, keys=[key_of(project, "traité")]).new == 0
    change(desk, with_label(project.scheme, "ACTEUR", label="AGENT"), Renames({"ACTEUR": "AGENT"}))
    assert project.scheme.get("AGENT").base == "ACTOR"
    change(desk, with_label(project.scheme, "AGENT", label="ACTOR"), Renames({"AGENT": "ACTOR"}))
    assert project.scheme.get("ACTOR").base == ""


def test_memory_follows_a_renamed_label(desk: Desk) -> None:
    at = desk.article.text.index("vallée")  # type: ignore[union-attr]
    desk.mark(at, at + len("vallée"), "ACTOR")
    change(desk, with_label(desk.project.scheme, "ACTOR", label="ACTEUR"), ACTEUR)
    proposed = pipeline_for(desk.project).propose(Article("Une vallée.\n"))
    assert [(one.source, one.label) for one in proposed] == [("memory", "ACTEUR")]


def test_a_used_label_that_goes_is_kept_and_an_unused_one_isnt(desk: Desk) -> None:
    desk.accept(desk.pending[0].key)
    old = desk.project.scheme
    new = Label("LIEU", "Lieu", "y", "#445566")
    planned = labelling.plan(desk.project, replace(old, labels=(*old.labels[1:], new)))
    assert [(one.what, one.label) for one in planned.differences] == [(What.ADDED, "LIEU"), (What.KEPT, "ACTOR")]
    assert planned.differences[1].spans == 1
    labelling.carry_out(desk, planned)
    assert desk.project.scheme.get("ACTOR").retired
    assert desk.spans[0].label == "ACTOR"
    with pytest.raises(UserError, match="plus en usage"):
        desk.mark(0, 6, "ACTOR")
    scheme = desk.project.scheme
    gone = labelling.plan(desk.project, replace(scheme, labels=tuple(x for x in scheme.labels if x.label != "LIEU")))
    assert [one.what for one in gone.differences] == [What.REMOVED]


def test_what_is_changed_beside_names_is_said_and_changes_no_row(desk: Desk) -> None:
    worked(desk)
    before, scheme = everything(desk.project), desk.project.scheme
    kinds = (Kind("PER", "Personne physique"), *scheme.get("ACTOR").kinds[2:], Kind("BOT", "Robot"))
    scheme = with_label(scheme, "ACTOR", colour="#123456", key="z", kinds=kinds, guidance="Autre.", nests=True)
    scheme = with_label(scheme, "DATE", value=ValueType.NUMBER, retired=True)
    scheme = with_label(scheme, "FIGURE", attributes=(Attribute("unit", "Unités"),))
    planned = labelling.plan(desk.project, replace(scheme, labels=scheme.labels[::-1], name="Autre"))
    assert [(one.what, one.label, one.about) for one in planned.differences] == [
        (What.TITLE, "", ""),
        (What.RETIRED, "DATE", ""),
        (What.VALUE, "DATE", ""),
        (What.ATTRIBUTES, "FIGURE", "unit"),
        (What.KEY, "ACTOR", ""),
        (What.COLOUR, "ACTOR", ""),
        (What.NESTS, "ACTOR", ""),
        (What.GUIDANCE, "ACTOR", ""),
        (What.KIND_NAMED, "ACTOR", "PER"),
        (What.KIND_ADDED, "ACTOR", "BOT"),
        (What.KIND_REMOVED, "ACTOR", "ORG"),
        (What.ORDER, "", ""),
    ]
    labelling.carry_out(desk, planned)
    assert everything(desk.project) == before
    assert labelling.carry_out(desk, labelling.plan(desk.project, desk.project.scheme)) is None


def test_values_that_no_longer_fit_are_counted_and_stay(desk: Desk) -> None:
    for one in desk.pending:
        desk.accept(one.key)
    values = {one.key: one.value for one in desk.spans}
    scheme = with_label(desk.project.scheme, "ACTOR", value=ValueType.NUMBER)
    planned = labelling.plan(desk.project, with_label(scheme, "FIGURE", value=ValueType.TEXT))
    assert [(one.label, one.misfits) for one in planned.differences] == [("ACTOR", 1), ("FIGURE", 0)]
    labelling.carry_out(desk, planned)
    assert {one.key: one.value for one in desk.spans} == values


def test_a_kind_is_renamed_with_its_spans(desk: Desk) -> None:
    worked(desk)
    kinds = desk.project.scheme.get("ACTOR").kinds
    change(desk, with_label(desk.project.scheme, "ACTOR", kinds=(*kinds, Kind("BOT", "Robot"))))
    span = next(one for one in desk.spans if one.label == "ACTOR")
    desk.edit(span.key, kind="BOT")
    before = everything(desk.project)
    wanted = with_label(desk.project.scheme, "ACTOR", label="ACTEUR", kinds=(*kinds, Kind("ROBOT", "Robot")))
    change(desk, wanted, Renames({"ACTOR": "ACTEUR"}, {("ACTOR", "BOT"): "ROBOT"}))
    there = desk.span(span.key)
    assert there is not None
    assert (there.label, there.kind) == ("ACTEUR", "ROBOT")
    desk.undo()
    assert everything(desk.project) == before
    assert check(desk.project) == []


@pytest.mark.parametrize(
    ("renames", "why"),
    [
        ({"LIEU": "ACTEUR"}, "n’existe pas"),
        ({"ACTOR": "RIEN"}, "n’existe pas"),
        ({"ACTOR": "DATE"}, "existe déjà"),
        ({"ACTOR": "ACTEUR", "DATE": "ACTEUR"}, "même nom"),
        ({"ACTOR/XYZ": "ABC"}, "ne peut pas devenir"),
        ({"ACTOR/PER": "ABC"}, "connu des règles"),
    ],
)
def test_renames_that_cannot_be_are_refused(desk: Desk, renames: dict[str, str], why: str) -> None:
    scheme = desk.project.scheme
    wanted = with_label(scheme, "ACTOR", label="ACTEUR")
    if "DATE" in renames.values():
        wanted = replace(scheme, labels=scheme.labels[1:])
    elif len(renames) == 2:
        wanted = replace(wanted, labels=tuple(one for one in wanted.labels if one.label != "DATE"))
    with pytest.raises(SchemeError) as refusal:
        labelling.plan(desk.project, wanted, labelling.parse_renames(renames))
    assert why in " ".join(str(refusal.value).split())


def test_two_labels_may_swap_their_names(desk: Desk) -> None:
    for one in desk.pending:
        desk.accept(one.key)
    before, scheme = {one.key: one.label for one in desk.spans}, desk.project.scheme
    swap = {"ACTOR": "DATE", "DATE": "ACTOR"}
    labels = tuple(replace(one, label=swap.get(one.label, one.label)) for one in scheme.labels)
    change(desk, replace(scheme, labels=labels), Renames(swap))
    assert {one.key: one.label for one in desk.spans} == {key: swap.get(one, one) for key, one in before.items()}
    desk.undo()
    assert {one.key: one.label for one in desk.spans} == before


def test_a_plan_that_comes_too_late_does_nothing(desk: Desk) -> None:
    scheme = desk.project.scheme
    late = labelling.plan(desk.project, with_label(scheme, "ACTOR", name="Agent"))
    change(desk, with_label(scheme, "ACTOR", name="Protagoniste"))
    with pytest.raises(UserError, match="entre-temps"):
        labelling.carry_out(desk, late)
    assert desk.project.scheme.get("ACTOR").name == "Protagoniste"


def test_what_a_person_wrote_into_the_file_meanwhile_is_kept(desk: Desk) -> None:
    path = desk.project.folder / SCHEME
    path.write_text(path.read_text(encoding="utf-8") + "\n# note\n", encoding="utf-8")
    change(desk, with_label(desk.project.scheme, "ACTOR", name="Agent"))
    (copy,) = (desk.project.folder / "backups").glob("scheme-*.toml")
    assert copy.read_text(encoding="utf-8").endswith("# note\n")


def test_what_was_suggested_under_a_label_out_of_use_waits_for_nobody_and_comes_back(project: Project) -> None:
    suggest(project)
    key = key_of(project, "traité")
    desk = Desk(project)
    desk.open(key)
    waiting = {(one.key, one.label) for one in desk.pending}
    dates = {one for one in waiting if one[1] == "DATE"}
    assert dates
    assert waiting - dates
    before = _waiting_in_all_views(project)
    change(desk, with_label(project.scheme, "DATE", retired=True))
    assert {(one.key, one.label) for one in desk.pending} == waiting - dates
    assert all("DATE" not in view for view in _waiting_in_all_views(project))
    assert suggest(project, keys=[key]).new == 0, "looked for meanwhile, nothing is lost"
    desk.reload()
    assert {one.label for one in desk.pending} == {label for _, label in waiting - dates}
    assert desk.undo() is not None
    desk.reload()
    assert {(one.key, one.label) for one in desk.pending} >= dates, "the same ones, by key"
    assert _waiting_in_all_views(project) == before
    assert check(project) == []


def _waiting_in_all_views(project: Project) -> list[list[str]]:
    """Return the labels of what waits, as statistics, search, queue and calibration count it."""
    with project.read() as db:
        numbers = [one.number for one in articles.after(db, 0, 99)]
        features = queue.features(db, numbers, [], [])
        question = Question(project.annotator, labels=tuple(one.label for one in project.scheme.labels))
        hits = marks.in_articles(db, project.scheme, question, numbers)
    told = stats(project)["suggestions"]
    return [
        sorted({row["label"] for row in told if row["waiting"]}),
        sorted({hit.label for some in hits.values() for hit in some}),
        sorted({what[1] for one in features for what, _ in one.guesses}),
        sorted({what[1] for what in confidence.waiting(project)}),
    ]


def test_articles_asked_about_while_a_label_was_out_of_use_are_asked_about_again(project: Project) -> None:
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    change(desk, with_label(project.scheme, "DATE", retired=True))
    suggest(project)
    desk.reload()
    assert not [one for one in desk.pending if one.label == "DATE"]
    assert missed(project, ["ACTOR"]) == []
    change(desk, with_label(project.scheme, "DATE", retired=False))
    assert key_of(project, "traité") in missed(project, ["DATE"])
    assert suggest(project).new > 0
    desk.reload()
    assert [one for one in desk.pending if one.label == "DATE"]
    assert missed(project, ["DATE"]) == []
