"""An article as it lies in a package, with what is suggested for it and, coming back, what was done with it.

One line of JSON each; all keys are UUIDs, offsets are code points. This is wider than a line of Dépêche's JSONL, which
is for people and other programs: here verdicts, readings and suggestions keep their identity.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from depeche.core.actor import Actor
from depeche.core.article import Article, DateOrigin, State, text_hash
from depeche.core.dates import is_publication_date
from depeche.core.fields import (
    digest,
    entries,
    integer,
    key,
    mapping,
    one_of,
    optional_key,
    optional_text,
    score,
    text,
    truth,
    wrong,
)
from depeche.core.note import LONGEST, Note
from depeche.core.package import JSON_DEPTH
from depeche.core.record import one_line
from depeche.core.scheme import Scheme
from depeche.core.span import Span, Value
from depeche.core.strict_json import parse_object
from depeche.core.suggestion import Outcome, Suggestion, Verdict
from depeche.errors import InputError
from depeche.messages import tr


@dataclass(frozen=True, slots=True)
class PackedReading:
    """One annotator's work on the article. `annotator` is a key; `assisted`: with suggestions in sight, if known."""

    key: str
    annotator: str
    state: State
    spans: tuple[Span, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    assisted: bool | None = None


@dataclass(frozen=True, slots=True)
class PackedNote:
    """A note on a borderline case. `annotator` is a key."""

    annotator: str
    note: Note


@dataclass(frozen=True, slots=True)
class Packed:
    """An article in a package.

    A return doesn't carry the text back (`article.text` is empty then): `text_hash` and `length` say which it was.
    `suggested_by` and `recalled` say which sources proposed, and what memory knew then. `suggestions` are the ones that
    wait in a work package, and in a return all that its readings refer to, wherever they were made. `notes` are
    everybody's, both ways.
    """

    article: Article
    text_hash: str
    length: int
    suggested_by: str | None = None
    recalled: str | None = None
    suggestions: tuple[Suggestion, ...] = ()
    readings: tuple[PackedReading, ...] = ()
    notes: tuple[PackedNote, ...] = ()


def to_line(packed: Packed) -> str:
    """Return a packed article as one line of JSON; the same values give the same bytes."""
    one = packed.article
    line: dict[str, Any] = {
        "key": one.key,
        "number": one.number,
        "name": one.name,
        "title": one.title,
        "date": one.date,
        "date_origin": one.date_origin.value,
        "source": one.source,
        "url": one.url,
        "meta": sorted_json(one.meta),
        "extra": sorted_json(one.extra),
        "unmasked": [list(stretch) for stretch in one.unmasked],
        "text_hash": packed.text_hash,
        "length": packed.length,
        "suggested_by": packed.suggested_by,
        "recalled": packed.recalled,
        "suggestions": [_stretch_to_json(guess) for guess in packed.suggestions],
        "readings": [_reading_to_json(reading) for reading in packed.readings],
    }
    if packed.notes:
        line["notes"] = [{"annotator": one.annotator} | _fields_of(one.note) for one in packed.notes]
    return one_line(line | {"text": one.text} if one.text else line)


def _reading_to_json(reading: PackedReading) -> dict[str, Any]:
    said: dict[str, Any] = {
        "key": reading.key,
        "annotator": reading.annotator,
        "state": reading.state.value,
        "spans": [_stretch_to_json(span) for span in reading.spans],
        "verdicts": [_fields_of(verdict) for verdict in reading.verdicts],
    }
    return said if (known := reading.assisted) is None else said | {"assisted": known}


def _fields_of(one: Verdict | Actor | Note) -> dict[str, Any]:
    # `asdict` copies each value by `copy.deepcopy`: ten times as long.
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def _stretch_to_json(one: Span | Suggestion) -> dict[str, Any]:
    said = {name: getattr(one, name) for name in ("key", "start", "end", "label", "kind")}
    said["value"] = list(one.value) if isinstance(one.value, tuple) else one.value
    said["attrs"] = sorted_json(one.attrs)
    if isinstance(one, Span):
        return said | {"suggestion": one.suggestion}
    return said | {"source": one.source, "version": one.version, "score": one.score, "reason": one.reason}


def sorted_json(value: Any) -> Any:
    """Return a JSON value with its objects' names in order."""
    if isinstance(value, Mapping):
        return {name: sorted_json(value[name]) for name in sorted(value)}
    if isinstance(value, list | tuple):
        return [sorted_json(one) for one in value]
    return value


def from_line(said: str, scheme: Scheme, annotators: Sequence[str]) -> Packed:
    """Return the packed article that `to_line` wrote, whatever wrote this one.

    `scheme` is the package's, `annotators` the keys of those whose readings may be there. Raises InputError: a text
    that isn't the one of its hash, offsets off the text, unknown labels, states or outcomes, keys that are no UUIDs,
    verdicts and spans that refer to nothing.
    """
    data = parse_object(said, JSON_DEPTH)
    hashed, length = digest(data, "text_hash"), integer(data, "length", 1)
    article = _article(data, length)
    if "text" in data and (text_hash(article.text) != hashed or len(article.text) != length):
        raise InputError(
            tr("« {title} » : le texte n’est pas celui dont l’empreinte est notée", title=article.title[:60])
        )
    guesses = tuple(_suggestion(one, length, scheme) for one in entries(data, "suggestions"))
    known = {guess.key for guess in guesses}
    readings = tuple(_reading(one, length, scheme, known) for one in entries(data, "readings"))
    whose = [reading.annotator for reading in readings]
    notes = tuple(_note(one, length, article.text) for one in entries(data, "notes")) if "notes" in data else ()
    if len(set(whose)) != len(whose) or not {*whose, *(one.annotator for one in notes)} <= set(annotators):
        raise wrong("annotator")
    return Packed(
        article,
        hashed,
        length,
        optional_text(data, "suggested_by"),
        optional_text(data, "recalled"),
        guesses,
        readings,
        notes,
    )


def _article(data: Mapping[str, Any], length: int) -> Article:
    date, origin = optional_text(data, "date"), one_of(data, "date_origin", DateOrigin)
    if date is not None and not is_publication_date(date):
        raise wrong("date")
    body = text(data, "text") if "text" in data else ""
    if "text" in data and not body.strip():
        raise InputError(tr("le texte est vide"))
    name = text(data, "name")
    if not name:
        raise wrong("name")
    return Article(
        text=body,
        title=text(data, "title"),
        name=name,
        date=date,
        date_origin=origin,
        source=optional_text(data, "source"),
        url=optional_text(data, "url"),
        meta=mapping(data, "meta"),
        extra=mapping(data, "extra"),
        unmasked=_unmasked(data.get("unmasked"), length),
        key=key(data, "key"),
        number=integer(data, "number", 1),
    )


def _unmasked(said: Any, length: int) -> tuple[tuple[int, int], ...]:
    if not isinstance(said, list):
        raise wrong("unmasked")
    found = []
    for pair in said:
        if not isinstance(pair, list) or len(pair) != 2:
            raise wrong("unmasked")
        found.append(_borders({"start": pair[0], "end": pair[1]}, length))
    return tuple(found)


def _borders(data: Mapping[str, Any], length: int) -> tuple[int, int]:
    start, end = integer(data, "start"), integer(data, "end", 1)
    if not start < end <= length:
        raise InputError(
            tr("il sort du texte ({start} à {end}, le texte a {length} caractères)", start=start, end=end,
               length=length)
        )  # fmt: skip
    return start, end


def _span(data: Mapping[str, Any], length: int, scheme: Scheme) -> Span:
    """Return what spans and suggestions share."""
    start, end = _borders(data, length)
    label = text(data, "label")
    if label not in scheme:
        known = ", ".join(one.label for one in scheme.labels)
        raise InputError(tr("étiquette inconnue « {label} » (connues : {known})", label=label[:40], known=known))
    return Span(
        start,
        end,
        label,
        optional_text(data, "kind"),
        _value(data.get("value")),
        mapping(data, "attrs"),
        key(data, "key"),
    )


def _value(said: Any) -> Value:
    if said is None or isinstance(said, str):
        return said
    if isinstance(said, list) and all(isinstance(one, str) for one in said):
        return tuple(said)
    raise wrong("value")


def _suggestion(data: Mapping[str, Any], length: int, scheme: Scheme) -> Suggestion:
    one = _span(data, length, scheme)
    return Suggestion(
        one.start,
        one.end,
        one.label,
        one.kind,
        one.value,
        one.attrs,
        text(data, "source"),
        text(data, "version"),
        score(data, "score"),
        text(data, "reason"),
        one.key,
    )


def _reading(data: Mapping[str, Any], length: int, scheme: Scheme, known: set[str]) -> PackedReading:
    spans = tuple(
        replace(_span(one, length, scheme), suggestion=optional_key(one, "suggestion"))
        for one in entries(data, "spans")
    )
    verdicts = tuple(_verdict(one) for one in entries(data, "verdicts"))
    made, judged = {span.key for span in spans}, {verdict.suggestion for verdict in verdicts}
    if len(made) != len(spans) or not known.issuperset(span.suggestion for span in spans if span.suggestion):
        raise wrong("spans")
    if len(judged) != len(verdicts) or not judged <= known or not made.issuperset(v.span for v in verdicts if v.span):
        raise wrong("verdicts")
    whose = (key(data, "key"), key(data, "annotator"), one_of(data, "state", State))
    return PackedReading(*whose, spans, verdicts, truth(data, "assisted") if "assisted" in data else None)


def _verdict(data: Mapping[str, Any]) -> Verdict:
    outcome, span = one_of(data, "outcome", Outcome), optional_key(data, "span")
    if (span is None) != (outcome is Outcome.REJECTED):
        raise wrong("outcome")
    flags = (truth(data, name) for name in ("moved", "relabelled", "revalued"))
    return Verdict(key(data, "suggestion"), outcome, span, *flags)


def _note(data: Mapping[str, Any], length: int, body: str) -> PackedNote:
    start, end = _borders(data, length)
    words, said = text(data, "words"), text(data, "text")
    if len(words) != end - start or (body and body[start:end] != words):
        raise wrong("words")
    if not said.strip() or len(said) > LONGEST:
        raise wrong("text")
    place = integer(data, "number", 1)
    note = Note(
        start, end, words, said, optional_text(data, "label"), optional_key(data, "mark"), key(data, "key"), place
    )
    return PackedNote(key(data, "annotator"), note)


def actor_to_line(actor: Actor) -> str:
    """Return an actor of the registry as one line of JSON."""
    return one_line(_fields_of(actor))


def actor_from_line(said: str, scheme: Scheme) -> Actor:
    """Return the actor that `actor_to_line` wrote. Raises InputError."""
    data = parse_object(said, JSON_DEPTH)
    name, label, aliases = text(data, "name"), text(data, "label"), data.get("aliases")
    if not name.strip() or label not in scheme:
        raise wrong("label" if name.strip() else "name")
    if not isinstance(aliases, list) or not all(isinstance(one, str) for one in aliases):
        raise wrong("aliases")
    return Actor(
        name, label, optional_text(data, "kind"), optional_text(data, "state"), tuple(aliases), key(data, "key")
    )
