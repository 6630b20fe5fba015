"""The verbs of borderline cases: a note on what the hand is on is written, changed, taken away, each with an undo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from depeche.annotate.desk import Desk
from depeche.annotate.hand import Grip, One
from depeche.annotate.wording import shortened
from depeche.core.change import Change, Part
from depeche.core.ids import new_key
from depeche.core.note import LONGEST, Note, PlacedNote
from depeche.core.note import is_about as is_about  # for the window
from depeche.core.words import folded
from depeche.errors import UserError
from depeche.messages import number, tr
from depeche.store import notes as store
from depeche.store.project import Project


def every(project: Project) -> list[PlacedNote]:
    """Return all notes of a project, everybody's, in the order in which they were written."""
    with project.read() as db:
        return store.every(db)


def of_mark(notes: Iterable[Note], one: One) -> list[Note]:
    """Return the notes that are about a mark."""
    return [note for note in notes if is_about(note, one)]


def on(notes: Iterable[Note], held: One | Grip) -> list[Note]:
    """Return the notes that are about what the hand is on."""
    if isinstance(held, Grip):
        return [note for note in notes if (note.start, note.end) == (held.start, held.end)]
    return of_mark(notes, held)


def loose(notes: Iterable[Note], marks: Sequence[One]) -> list[Note]:
    """Return the notes that are about none of these marks: only their words show where they belong."""
    left = [note for note in notes if not any(is_about(note, one) for one in marks)]
    return sorted(left, key=lambda note: (note.start, -note.end))


def at_hand(desk: Desk, held: One | Grip) -> Note | None:
    """Return the annotator's own note on what the hand is on, the last where there are several."""
    with desk.project.read() as db:
        mine = store.of(db, desk.article.key, desk.annotator) if desk.article else ()
    found = on(mine, held)
    return found[-1] if found else None


def write(desk: Desk, held: One | Grip, text: str) -> Change | None:
    """Write a note on what the hand is on, or write the annotator's note there anew; an empty text takes it away.

    Returns None where nothing changes. Raises UserError for a text that is too long or where no article is open.
    """
    old = at_hand(desk, held)
    if old is not None:
        return rewrite(desk, old, text)
    said = _checked(text)
    if desk.article is None or not said:
        return None
    words = desk.article.text[held.start : held.end]
    with desk.project.read() as db:
        place = store.next_number(db)
    label, mark = (None, None) if isinstance(held, Grip) else (held.label, held.key)
    note = Note(held.start, held.end, words, said, label, mark, new_key(), place)
    return desk.act(tr("Cas limite noté : « {words} »", words=shortened(words)), (), (note,))


def rewrite(desk: Desk, old: Note, text: str, article: str | None = None) -> Change | None:
    """Write another text into a note of the annotator's own; an empty one takes the note away.

    `article` is the key of the article it is in, the one on the desk by default. Raises UserError as `write` does, and
    where the note isn't there any more or is somebody else's.
    """
    said = _checked(text)
    if said == old.text:
        return None
    place = article or (desk.article.key if desk.article else None)
    with desk.project.read() as db:
        there = old in store.of(db, place, desk.annotator) if place else False
    if not there:
        raise UserError(tr("Cette note n’est plus là, ou elle est de quelqu’un d’autre : rien n’a été changé."))
    words = shortened(old.words)
    title = tr("Note changée : « {words} »", words=words) if said else tr("Note supprimée : « {words} »", words=words)
    after = (replace(old, text=said),) if said else ()
    return desk.carry_out(Change(title, (Part(place, (old,), after),)))


def matching(notes: Iterable[PlacedNote], words: str) -> list[PlacedNote]:
    """Return the notes that hold all these words, or their beginnings, in note, passage, title or name.

    Case, accents and apostrophes don't matter.
    """
    wanted = folded(words).split()

    def fits(one: PlacedNote) -> bool:
        there = folded(f"{one.note.text} {one.note.words} {one.title} {one.name}").split()
        return all(any(word.startswith(start) for word in there) for start in wanted)

    return [one for one in notes if fits(one)]


def _checked(text: str) -> str:
    said = text.strip()
    if len(said) > LONGEST:
        raise UserError(
            tr("La note a {length} signes.", length=number(len(said))),
            tr("Il en faut {limit} au plus.", limit=number(LONGEST)),
        )
    return said
