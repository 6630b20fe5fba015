"""The registry, dates after another publication date, and boilerplate taken for text: acts like any other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from depeche.annotate import masks
from depeche.annotate.dating import misfits, redate
from depeche.annotate.desk import Desk
from depeche.annotate.registry import Registry
from depeche.core.actor import Actor
from depeche.core.actor_table import from_table, to_table
from depeche.core.article import Article, DateOrigin
from depeche.core.change import Change, Part, Published
from depeche.core.span import Span
from depeche.core.suggestion import Outcome
from depeche.errors import InputError, UserError
from depeche.store import articles, journal, suggestions
from depeche.store.check import check
from depeche.store.project import Project
from depeche.store.spans import StaleChange
from depeche.suggest.suggest import suggest
from depeche.suggest.valuer import make_valuer
from tests.fixtures import TREATY, guess, key_of, make_project, propose


def test_a_draft_gathers_the_names_that_were_given_the_same_value(project, desk):
    at = TREATY.index("Ilan Vorga")
    desk.mark(at, at + 10, "ACTOR")
    desk.edit(desk.spans[0].key, kind="PER", value="Ilan Vorga")
    propose(project, "traité", guess(TREATY, "Vorga", "ACTOR", kind="PER", value="Ilan Vorga"))
    propose(project, "crue", guess(TREATY, "Le p", "ACTOR"))
    desk.reload()
    draft = Registry(desk).draft(desk.spans[0])
    assert (draft.name, draft.kind, draft.aliases, draft.key) == ("Ilan Vorga", "PER", (), "")
    other = Desk(project)
    other.open(key_of(project, "calme"))
    other.mark(3, 7, "ACTOR")
    other.edit(other.spans[0].key, value="Ilan Vorga")
    assert Registry(desk).draft(desk.spans[0]).aliases == (other.text_of(other.spans[0]),)


def test_a_draft_of_a_registered_name_is_that_actor_with_the_new_name(desk):
    registry = Registry(desk)
    registry.put(Actor("Ilan Vorga", kind="PER", aliases=("Vorga",)))
    (actor,) = registry.actors
    at = TREATY.index("président Ilan Vorga")
    desk.mark(at, at + 20, "ACTOR")
    desk.edit(desk.spans[0].key, value="Ilan Vorga")
    assert registry.draft(desk.spans[0]) == replace(actor, aliases=("Vorga", "président Ilan Vorga"))


def test_only_labels_worth_a_name_have_actors(desk):
    at = TREATY.index("600")
    desk.mark(at, at + 3, "FIGURE")
    with pytest.raises(UserError, match="valeur est un nom"):
        Registry(desk).draft(desk.spans[0])
    with pytest.raises(UserError, match="pas un genre"):
        Registry(desk).put(Actor("Vorga", kind="ROI"))
    with pytest.raises(UserError, match="un nom"):
        Registry(desk).put(Actor("  "))
    assert desk.undoable is None or "Acteur" not in desk.undoable


def test_correcting_and_removing_an_actor_are_steps_in_the_history(project, desk):
    registry = Registry(desk)
    registry.put(Actor("Otan", kind="ORG"))
    (first,) = registry.actors
    registry.put(replace(first, aliases=("Alliance",)))
    assert registry.put(replace(first, aliases=("Alliance",))) is None
    registry.remove(first.key)
    assert registry.actors == []
    desk.undo()
    assert [actor.aliases for actor in registry.actors] == [("Alliance",)]
    desk.undo()
    assert registry.actors == [first]
    desk.redo()
    desk.redo()
    assert registry.actors == []
    with pytest.raises(KeyError):
        registry.remove(first.key)
    assert check(project) == []


def test_the_registry_survives_a_restart_and_its_damage_is_seen(tmp_path):
    with make_project(tmp_path / "p") as project:
        Registry(Desk(project)).put(Actor("Otan", kind="ORG", aliases=("Alliance",)))
    with Project.open(tmp_path / "p") as project:
        assert [actor.forms for actor in Registry(Desk(project)).actors] == [("Otan", "Alliance")]
        with project.write() as db:
            db.exec_driver_sql("update actors set kind = 'PER'")
        assert check(project) == ["L’acteur «\u202fOtan\u202f» du registre a été abîmé."]


def test_two_hands_on_one_actor_never_overwrite_each_other(desk, project):
    registry, other = Registry(desk), Registry(Desk(project))
    registry.put(Actor("Otan", kind="ORG"))
    (actor,) = registry.actors
    other.remove(actor.key)
    with pytest.raises(StaleChange):
        desk.carry_out(Change("Corrigé", (Part(None, (actor,), (replace(actor, kind="PER"),)),)))
    assert registry.actors == []


def test_many_at_once_are_one_act_and_join_those_of_the_same_name(desk):
    registry = Registry(desk)
    registry.put(Actor("Otan", kind="ORG", aliases=("Alliance",)))
    (first,) = registry.actors
    change = registry.put_all([Actor("Otan", aliases=("OTAN",)), Actor("Ilan Vorga", kind="PER"), Actor("Otan")])
    assert change.title == "2 acteurs confirmés"
    assert {a.name: (a.kind, a.aliases) for a in registry.actors} == {
        "Ilan Vorga": ("PER", ()),
        "Otan": ("ORG", ("Alliance", "OTAN")),
    }
    desk.undo()
    assert registry.actors == [first]


def test_a_table_comes_back_as_it_went_out():
    actors = [Actor("Kim Jong-un", "ACTOR", "PER", "Corée du Nord", ("Kim", "« le\tMaréchal »", 'dit "K"'))]
    assert from_table(to_table(actors), {"ACTOR"}, "ACTOR") == actors
    short = "\ufeffAliases\tname\nOTAN|Alliance\tOtan\n\n"
    assert from_table(short, {"ACTOR"}, "ACTOR") == [Actor("Otan", aliases=("OTAN", "Alliance"))]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("nom\tgenre\nOtan\tORG\n", "ligne 1"),
        ("name\tkind\nOtan\tORG\n\tPER\n", "ligne 3 : le nom manque"),
        ("name\tlabel\nOtan\tORGA\n", "ligne 2 : étiquette inconnue"),
        ('name\n"Otan"x\n', "ligne 2"),
        ("", "ligne 1"),
    ],
)
def test_a_bad_table_is_refused_with_its_line(table, said):
    with pytest.raises(InputError) as refused:
        from_table(table, {"ACTOR"}, "ACTOR")
    assert said in str(refused.value).replace("\u202f", " ").replace("\u00a0", " ")


# --- dates


@pytest.fixture
def dated(tmp_path):
    text = "Un accord lundi\n\nIl a été signé lundi, puis relu hier ; le 3 mai 2024 on l’ignorait.\n"
    with make_project(tmp_path / "p", {"accord": text}) as project:
        desk = Desk(project, make_valuer(project.scheme))
        desk.open(key_of(project, "accord"))
        desk.set_date("2025-07-16")
        suggest(project, keys=[desk.article.key])
        desk.reload()
        for one in desk.pending:
            if one.label == "DATE":
                desk.accept(one.key)
        yield desk


def earlier(desk):
    with desk.project.read() as db:
        return journal.dates_of(db, desk.article.key)


def is_date(label):
    return label == "DATE"


def test_confirmed_dates_that_no_longer_fit_are_found_and_put_right_in_one_act(dated):
    desk, valuer = dated, make_valuer(dated.project.scheme)
    before = {desk.text_of(one): one.value for one in desk.spans}
    assert (before["lundi"], before["hier"], before["3 mai 2024"]) == ("2025-07-14", "2025-07-15", "2024-05-03")
    desk.set_date("2025-08-20")
    found = misfits(desk.spans, earlier(desk), desk.article, is_date, valuer)
    assert [(desk.text_of(old), new.value) for old, new in found] == [
        ("lundi", "2025-08-18"),
        ("lundi", "2025-08-18"),
        ("hier", "2025-08-19"),
    ]
    change = redate(desk, found, valuer)
    assert change.title == "3 dates calculées à nouveau"
    assert {desk.text_of(one): one.value for one in desk.spans} == before | {
        "lundi": "2025-08-18",
        "hier": "2025-08-19",
    }
    assert {verdict.outcome for verdict in desk.verdicts.values()} == {Outcome.ACCEPTED}
    assert misfits(desk.spans, earlier(desk), desk.article, is_date, valuer) == []
    desk.undo()
    assert {desk.text_of(one): one.value for one in desk.spans} == before


def test_a_date_left_as_it_was_is_found_again_after_the_next_change(dated):
    desk, valuer = dated, make_valuer(dated.project.scheme)
    desk.set_date("2025-08-20")
    desk.set_date(None)
    found = misfits(desk.spans, earlier(desk), desk.article, is_date, valuer)
    assert [(desk.text_of(old), new.value) for old, new in found] == [("lundi", None), ("lundi", None), ("hier", None)]
    desk.undo()
    desk.undo()
    assert misfits(desk.spans, earlier(desk), desk.article, is_date, valuer) == []


def test_a_value_that_a_person_typed_is_left_alone(dated):
    desk, valuer = dated, make_valuer(dated.project.scheme)
    one = next(span for span in desk.spans if desk.text_of(span) == "hier")
    desk.edit(one.key, value="2025-07-01")
    desk.set_date("2025-08-20")
    found = misfits(desk.spans, earlier(desk), desk.article, is_date, valuer)
    assert [desk.text_of(old) for old, _ in found] == ["lundi"] * 2


def test_the_other_reading_that_was_chosen_stays_the_other_reading():
    def valuer(article: Article, span: Span) -> Span:
        day = article.date
        return replace(span, value=f"{day}-a", attrs={"readings": [f"{day}-b"]})

    chosen = Span(0, 4, "DATE", value="1-b", attrs={"readings": ["1-a"], "unit": "x"})
    ((_, new),) = misfits([chosen], [Published("1", DateOrigin.GIVEN)], Article("hier", date="2"), is_date, valuer)
    assert (new.value, new.attrs) == ("2-b", {"unit": "x", "readings": ["2-a"]})


# --- boilerplate


def test_boilerplate_taken_for_text_gets_suggestions_and_undo_masks_it_again(tmp_path):
    text = "Un accord\n\nLa Russie signe.\n\nSource : ministère russe des Affaires étrangères\n"
    with make_project(tmp_path / "p", {"accord": text}) as project:
        suggest(project)
        desk = Desk(project)
        desk.open(key_of(project, "accord"))
        found = {desk.text_of(one) for one in desk.pending}
        at = text.index("Source")
        masks.turn(desk, at, len(text) - 1)
        assert desk.article.unmasked == ((at, len(text) - 1),)
        suggest(project, keys=[desk.article.key])
        desk.reload()
        more = {desk.text_of(one) for one in desk.pending}
        assert more - found == {"ministère russe des Affaires étrangères"}
        desk.undo()
        assert desk.article.unmasked == ()
        suggest(project, keys=[desk.article.key])
        with project.read() as db:
            assert len(suggestions.of(db, desk.article.key)) == len(found)
            assert articles.get(db, desk.article.key).unmasked == ()
        masks.turn(desk, at, len(text) - 1)
        masks.turn(desk, at, len(text) - 1)
        assert desk.article.unmasked == ()
        assert desk.undoable.startswith("Masqué de nouveau")
        assert check(project) == []
