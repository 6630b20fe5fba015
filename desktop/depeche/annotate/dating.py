"""Dates a person confirmed, once the publication date that they were resolved on has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from depeche.annotate.desk import Desk
from depeche.core.article import Article
from depeche.core.change import Change, Item, Published
from depeche.core.span import Span, Value
from depeche.core.suggestion import judge
from depeche.messages import tr

Valuer = Callable[[Article, Span], Span]


def misfits(
    spans: Iterable[Span],
    earlier: Sequence[Published],
    article: Article,
    is_date: Callable[[str], bool],
    valuer: Valuer,
) -> list[tuple[Span, Span]]:
    """Return the spans whose value no longer fits, each with what it would be now, in the order given.

    `earlier` are the publication dates that the article had before today's. A span counts whose value, or whose other
    reading that was chosen, is what its words said under one of those and not what they say now. One that a person
    typed is left alone.
    """
    befores = [replace(article, date=one.date, date_origin=one.origin) for one in earlier]
    found = []
    for span in spans:
        if not is_date(span.label):
            continue
        new = _readings(valuer(article, span))
        if span.value in new:
            continue
        for before in befores:
            old = _readings(valuer(before, span))
            if span.value in old:
                rank = old.index(span.value)
                found.append((span, _given(span, new[rank] if rank < len(new) else new[0], new)))
                break
    return found


def _given(span: Span, value: Value, readings: list[Value]) -> Span:
    others = [one for one in readings if one is not None and one != value]
    kept = {name: said for name, said in span.attrs.items() if name not in ("readings", "note")}
    return replace(span, value=value, attrs=kept | ({"readings": others} if others else {}))


def _readings(span: Span) -> list[Value]:
    return [span.value, *span.attrs.get("readings", ())]


def redate(desk: Desk, pairs: Sequence[tuple[Span, Span]], valuer: Valuer) -> Change | None:
    """Give dates of the article on the desk the values they have now, as one act: pairs as `misfits` returns them.

    That isn't a correction of what was suggested: the suggestion is judged as it would be made today.
    """
    before: list[Item] = []
    after: list[Item] = []
    for old, new in pairs:
        before.append(old)
        after.append(new)
        verdict = desk.verdicts.get(old.suggestion or "")
        if verdict is not None and desk.article is not None:
            guess = desk.suggestions[verdict.suggestion]
            fresh = judge(guess, new, valuer(desk.article, guess.to_span(new.key)))
            if fresh != verdict:
                before.append(verdict)
                after.append(fresh)
    title = tr("%n date calculée à nouveau|%n dates calculées à nouveau", n=len(pairs))
    return desk.act(title, tuple(before), tuple(after)) if pairs else None
