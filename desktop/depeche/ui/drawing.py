"""What lies on a desk to what the article view draws. Knows the scheme, no widget: it works on any thread."""

from __future__ import annotations

from collections.abc import Iterable

from depeche.annotate.hand import One
from depeche.core.scheme import Scheme
from depeche.core.suggestion import Suggestion
from depeche.messages import tr
from depeche.suggest.boilerplate import Boilerplate
from depeche.ui import hints
from depeche.ui.text.mark import Mark, MarkState


class Drawing:
    """The marks drawn for one article under one `scheme`: each is made once, while what it stands for is the same."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self._labels = {label.label: (label.name, label.nests) for label in scheme.labels}
        self._made: dict[str, tuple[One, Mark]] = {}
        self._grey: dict[tuple[str, str], Mark] = {}

    def marks(self, ones: Iterable[One], masked: Iterable[Boilerplate]) -> list[Mark]:
        """Return what is drawn of spans and suggestions, and of the boilerplate."""
        made, grey = self._made, self._grey
        note = tr("Ligne de service : pas de suggestions ici. Un clic ou {key} la prend pour du texte.",
                  key=hints.key("unmask"))  # fmt: skip
        found = []
        for line in masked:
            key = mask_key(line)
            if (key, note) not in grey:
                grey[key, note] = Mark(line.start, line.end, "", tr("hors texte"), "masked", note, key)
            found.append(grey[key, note])
        for one in ones:
            known = made.get(one.key)
            if known is None or known[0] is not one:
                made[one.key] = known = (one, self._mark(one))
            found.append(known[1])
        return found

    def _mark(self, one: One) -> Mark:
        name, nests = self._labels.get(one.label, (one.label, False))
        state: MarkState = "suggestion" if isinstance(one, Suggestion) else "span"
        return Mark(one.start, one.end, one.label, name, state, "", one.key, bool(one.attrs.get("flag")), nests)


def mask_key(one: Boilerplate) -> str:
    """Return by what a greyed stretch is known to the article view."""
    return f"masked {one.start} {one.end}"
