"""The radar: a project's pages at hand, checked once, and after an act only where it touched them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from depeche.annotate.radar import edges, guide, kinds, labels, names, quotes, unlabelled, values
from depeche.annotate.radar.finding import Finding, Kind, ranked
from depeche.annotate.radar.index import Index
from depeche.annotate.radar.lore import Lore
from depeche.core.actor import Actor
from depeche.core.memory import form_of
from depeche.core.progress import Progress, Report, silent
from depeche.core.scheme import Scheme
from depeche.core.span import overlap
from depeche.store import actors, asides, pages
from depeche.store.pages import Page
from depeche.store.project import Project

_BATCH = 50
_WORD = re.compile(r"\w+")

Check = Callable[[Page, Scheme, Lore], Iterable[Finding]]

_BY_ITSELF: tuple[Check, ...] = (
    lambda page, scheme, _: edges.edges(page, scheme),
    lambda page, _, __: edges.doubled(page),
    edges.crossing,
    quotes.marks,
    quotes.speakers,
    kinds.foreign,
    values.missing,
    values.weekdays,
    guide.guide,
)
"""What a page is checked for without regard to others."""


class Radar:
    """Findings over one annotator's work in a project. `look` reads it all, `renew` only some articles again."""

    def __init__(self, project: Project, lore: Lore) -> None:
        self._project = project
        self._scheme = project.scheme
        self._lore = lore
        self._index = Index()
        self._actors: list[Actor] = []
        self._registered: dict[str, str] = {}
        self._aside: frozenset[str] = frozenset()
        self._alone: dict[str, list[Finding]] = {}
        self._forms: dict[str, list[Finding]] = {}
        self._names: list[Finding] = []
        self._known: dict[str, unlabelled.Known] = {}
        self._absent: dict[str, list[Finding]] = {}

    def look(self, report: Report = silent) -> None:
        """Read and check all articles that the annotator has begun. `Cancelled` out of `report` ends it."""
        with self._project.read() as db:
            keys = pages.begun(db, self._project.annotator)
        self._read(keys, report)
        for known in [key for key in self._index.pages if key not in set(keys)]:
            self._index.drop(known)

    def renew(self, keys: Collection[str], report: Report = silent) -> None:
        """Read and check these articles again, and what in others hangs on their words."""
        with self._project.read() as db:
            begun = set(pages.begun(db, self._project.annotator)) if keys else set()
        self._read([key for key in keys if key in begun], report, gone=[key for key in keys if key not in begun])

    @property
    def findings(self) -> list[Finding]:
        """What was found and not set aside, ranked."""
        found = [one for many in self._alone.values() for one in many]
        found += [one for many in self._forms.values() for one in many]
        found += self._names
        found += [one for many in self._absent.values() for one in many]
        return ranked(_once([one for one in found if one.name not in self._aside]))

    def _read(self, keys: list[str], report: Report, gone: Collection[str] = ()) -> None:
        touched: set[str] = set()
        total = max(1, len(keys))
        for key in gone:
            touched |= self._index.drop(key)
            self._alone.pop(key, None)
            self._absent.pop(key, None)
        for n in range(0, len(keys), _BATCH):
            report(Progress(n, 2 * total))
            with self._project.read() as db:
                read = pages.of(db, self._project.annotator, keys[n : n + _BATCH])
            for page in read:
                report(Progress(min(n, total), 2 * total))
                touched |= self._index.put(page)
                self._alone[page.article.key] = [
                    one for check in _BY_ITSELF for one in check(page, self._scheme, self._lore)
                ]
        with self._project.read() as db:
            self._actors = actors.every(db)
            registered = {form_of(form): one.label for one in self._actors for form in one.forms}
            self._aside = asides.of(db, self._project.annotator)
        moved = {form for form, _ in registered.items() ^ self._registered.items()}
        self._registered = registered
        self._across(touched | (moved & self._index.mentions.keys()), set(keys), report)

    def _across(self, touched: Collection[str], again: Collection[str], report: Report) -> None:
        """Check what hangs on words in several articles: forms touched everywhere, all forms in pages read again."""
        fresh: set[str] = set()
        for form in touched:
            found = labels.two_ways(form, self._index, self._scheme, self._lore, self._registered)
            if found:
                self._forms[form] = found
            else:
                self._forms.pop(form, None)
            known = unlabelled.known(form, self._index, self._scheme)
            if known != self._known.get(form):
                fresh.add(form)
                if known is None:
                    self._known.pop(form, None)
                else:
                    self._known[form] = known
        self._names = names.names(self._in_order(), self._actors, self._scheme, self._lore)
        every = unlabelled.vocabulary(self._known.values())
        renewed = unlabelled.vocabulary([self._known[form] for form in fresh if form in self._known])
        words = {first.group() for first in map(_WORD.match, fresh) if first is not None}
        total = len(self._index.pages)
        for n, (key, page) in enumerate(self._index.pages.items()):
            report(Progress(total + n, 2 * total))
            if key in again:
                self._absent[key] = self._missed(page, every)
            elif fresh and any(word in page.article.text for word in words):
                kept = [one for one in self._absent[key] if form_of(one.words) not in fresh]
                self._absent[key] = kept + [
                    one for one in self._missed(page, renewed) if not any(overlap(one, other) for other in kept)
                ]

    def _in_order(self) -> list[Page]:
        return sorted(self._index.pages.values(), key=lambda page: page.article.number)

    def _missed(self, page: Page, words: unlabelled.Vocabulary) -> list[Finding]:
        return list(unlabelled.unlabelled(page, words, self._index, self._scheme, self._lore))


_EXCLUSIVE = (Kind.DOUBLED, Kind.CROSSING, Kind.EDGE, Kind.GUIDE, Kind.LABEL, Kind.FOREIGN, Kind.GENRE, Kind.NAMES,
              Kind.VALUE)  # fmt: skip


def _once(found: list[Finding]) -> list[Finding]:
    """Return findings without those that only follow from a worse one about the same span."""
    order = {kind: n for n, kind in enumerate(_EXCLUSIVE)}
    worst: dict[str, int] = {}
    for one in found:
        if one.kind in order:
            for key in one.spans:
                worst[key] = min(worst.get(key, len(order)), order[one.kind])
    return [
        one
        for one in found
        if one.kind not in order or not one.spans or any(worst[key] >= order[one.kind] for key in one.spans)
    ]
