"""An actor of the registry gets another name, or two become one: the spans that have the old name as value follow."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from depeche.annotate import bulk
from depeche.annotate.desk import Desk
from depeche.annotate.everywhere import Fate, Hit, hit_at
from depeche.annotate.neighbours import same_mark
from depeche.annotate.sheet import Sheet, read_sheet
from depeche.annotate.wording import in_articles
from depeche.core.actor import Actor
from depeche.core.change import Change, Item, Part
from depeche.core.progress import Progress, Report, silent
from depeche.core.scheme import Scheme, ValueType
from depeche.core.span import Span, Value
from depeche.core.suggestion import Suggestion, Verdict, judge
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import actors as registry
from depeche.store import occurrences as store
from depeche.store.project import Project


@dataclass(frozen=True, slots=True)
class Renaming:
    """What becomes of actors and spans, worked out but not carried out.

    `gone` are the actors as they are, `actor` the one that is left. `hits` are the annotator's own spans that get its
    name, in the order of import.
    """

    gone: tuple[Actor, ...]
    actor: Actor
    parts: tuple[Part, ...]
    hits: tuple[Hit, ...]

    @property
    def spans(self) -> int:
        """How many spans follow."""
        return len(self.hits)

    @property
    def articles(self) -> int:
        """In how many articles they are."""
        return len({hit.article for hit in self.hits})

    def only(self, chosen: Iterable[Hit]) -> Renaming:
        """Return the same where only some of the spans follow; the others keep the name that they have."""
        hits = tuple(chosen)
        marks = {hit.mark for hit in hits}
        parts = (Part(part.article, _of(marks, part.before), _of(marks, part.after)) for part in self.parts)
        return replace(self, parts=tuple(part for part in parts if part.before), hits=hits)

    @property
    def title(self) -> str:
        """The name of the act in the history."""
        name = self.actor.name
        if len(self.gone) > 1:
            others = ", ".join(one.name for one in self.gone if one.key != self.actor.key)
            act = tr("Acteurs réunis : {others} → {name}", others=others, name=name)
        elif self.gone and self.gone[0].name != name:
            act = tr("Acteur renommé : {old} → {name}", old=self.gone[0].name, name=name)
        else:
            act = tr("Acteur confirmé : {name}", name=name)
        if not self.spans:
            return act
        spans = tr("%n passage|%n passages", n=self.spans)
        return tr("{act} ({spans} {where})", act=act, spans=spans, where=in_articles(self.articles))


def rename(project: Project, actor: Actor, report: Report = silent) -> Renaming:
    """Work out what it means to give the registered actor of this key the name, kind, state and aliases given here.

    If another actor of that label has the new name already, the two are merged.
    Raises UserError for an actor that isn't registered, or without a name.
    """
    known = _known(project)
    old = known.get(actor.key)
    name = " ".join(actor.name.split())
    if old is None or not name:
        raise UserError(tr("Cet acteur n’est pas dans le registre.") if name else tr("Un acteur doit avoir un nom."))
    namesake = next(
        (one for one in known.values() if (one.label, one.name) == (old.label, name) and one.key != old.key), None
    )
    if namesake is not None:
        return merge(project, namesake.key, [replace(actor, name=old.name)], report)
    aliases = _names(actor.aliases, name)
    return _worked_out(project, (old,), replace(actor, name=name, label=old.label, aliases=aliases), report)


def merge(project: Project, into: str, others: Iterable[Actor], report: Report = silent) -> Renaming:
    """Work out what it means to make one actor of several: that of key `into` stays, with all their names.

    Raises UserError where one isn't registered, or where they are of different labels.
    """
    known = _known(project)
    kept, given = known.get(into), [one for one in others if one.key != into]
    gone = [known[one.key] for one in given if one.key in known]
    if kept is None or len(gone) != len(given) or not gone:
        raise UserError(tr("Cet acteur n’est pas dans le registre."))
    if any(one.label != kept.label for one in gone):
        raise UserError(tr("Seuls des acteurs d’une même étiquette peuvent être réunis."))
    aliases = _names([*kept.aliases, *(form for one in (*gone, *given) for form in one.forms)], kept.name)
    kind = kept.kind or next((one.kind for one in gone if one.kind), None)
    state = kept.state or next((one.state for one in gone if one.state), None)
    return _worked_out(project, (kept, *gone), replace(kept, kind=kind, state=state, aliases=aliases), report)


def carry_out(desk: Desk, renaming: Renaming) -> Change | None:
    """Store it as one act; None where nothing changes. Raises UserError, with nothing done, where it comes too late."""
    if renaming.gone == (renaming.actor,):
        return None
    actors = Part(None, renaming.gone, (renaming.actor,))
    return bulk.carry_out(desk, renaming.title, (actors, *renaming.parts))


def _known(project: Project) -> dict[str, Actor]:
    with project.read() as db:
        return {one.key: one for one in registry.every(db)}


def _names(forms: Iterable[str], name: str) -> tuple[str, ...]:
    told = (" ".join(form.split()) for form in forms)
    return tuple(form for form in dict.fromkeys(told) if form and form != name)


def _worked_out(project: Project, gone: tuple[Actor, ...], actor: Actor, report: Report) -> Renaming:
    old = [one.name for one in gone if one.name != actor.name]
    with project.read() as db:
        keys = list(dict.fromkeys(key for name in old for key in store.worth(db, project.annotator, name)))
    parts: list[Part] = []
    hits: list[Hit] = []
    for n, key in enumerate(keys):
        report(Progress(n, len(keys)))
        with project.read() as db:
            sheet = read_sheet(db, key, project.annotator)
        before, after = _followed(sheet, set(old), actor, project.scheme)
        if before:
            parts.append(Part(key, tuple(before), tuple(after)))
            following = (item for item in before if isinstance(item, Span))
            hits += (hit_at(sheet, one.start, one.end, Fate.NAMED, one) for one in following)
    report(Progress(len(keys), len(keys)))
    return Renaming(gone, actor, tuple(parts), tuple(sorted(hits, key=lambda hit: (hit.number, hit.start))))


def _of(marks: Collection[str], items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the spans of these keys, and what was said of the suggestions that they were made from."""
    return tuple(
        item
        for item in items
        if (isinstance(item, Span) and item.key in marks) or (isinstance(item, Verdict) and item.span in marks)
    )


def _followed(sheet: Sheet, old: set[str], actor: Actor, scheme: Scheme) -> tuple[list[Item], list[Item]]:
    before: list[Item] = []
    after: list[Item] = []
    for span in sheet.spans:
        value = _renamed(span, old, actor, scheme)
        if value == span.value:
            continue
        new = replace(span, value=value)
        before.append(span)
        after.append(new)
        verdict = sheet.verdicts.get(span.suggestion or "")
        if verdict is not None:
            guess = sheet.suggestions[verdict.suggestion]
            # Another name for the same actor corrects nothing: the suggestion is judged as it would be made today.
            fresh = judge(guess, new, _as_today(guess, new.key, old, actor, scheme))
            if same_mark(guess, new) and fresh != verdict:
                before.append(verdict)
                after.append(fresh)
    return before, after


def _as_today(guess: Suggestion, key: str, old: set[str], actor: Actor, scheme: Scheme) -> Span:
    """Return a suggestion as it would be made now that the actor has its name."""
    as_made = guess.to_span(key)
    return replace(as_made, value=_renamed(as_made, old, actor, scheme))


def _renamed(one: Span, old: set[str], actor: Actor, scheme: Scheme) -> Value:
    """Return a span's value with the new name in place of the old ones: of its own label, or as speaker of a quote."""
    if one.label == actor.label:
        return actor.name if isinstance(one.value, str) and one.value in old else one.value
    if one.label in scheme and scheme.get(one.label).value is ValueType.SPEAKER:
        if isinstance(one.value, tuple):
            return tuple(dict.fromkeys(actor.name if name in old else name for name in one.value))
        return actor.name if one.value in old else one.value
    return one.value
