"""Kinds that a label doesn't have: brought by an import, left by a change of the scheme or a merge of labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from depeche.annotate.radar.finding import Finding, Kind, Mend, about, words_of
from depeche.annotate.radar.lore import Lore
from depeche.core.scheme import Scheme
from depeche.core.span import Span
from depeche.messages import tr
from depeche.store.pages import Page


def foreign(page: Page, scheme: Scheme, lore: Lore) -> Iterator[Finding]:
    """Yield the spans whose kind isn't one of their label's; the words, or the lists, may say which is."""
    for span in page.spans:
        if scheme.has_kind(span.label, span.kind):
            continue
        label = scheme.get(span.label)
        kind = _said(page, span, scheme, lore)
        mends = (Mend(page.article.key, span, replace(span, kind=kind)),) if kind else ()
        sentence = tr("« {kind} » n’est pas un genre de {label}.", kind=span.kind, label=label.name)
        if kind:
            sentence = tr("« {kind} » n’est pas un genre de {label} ; les mots disent {known}.",
                          kind=span.kind, label=label.name, known=label.kind_name(kind))  # fmt: skip
        yield about(page, Kind.FOREIGN, span, sentence, mends=mends, weight=0.8 if mends else 0.4)


def _said(page: Page, span: Span, scheme: Scheme, lore: Lore) -> str | None:
    """Return the kind that the words have in their place, or in the lists, if the label has it."""
    read = lore.read(page.article, replace(span, kind=None)).kind
    known = lore.known(words_of(page, span.start, span.end))
    found = (read, known[1] if known else None)
    return next((kind for kind in found if kind and scheme.has_kind(span.label, kind)), None)
