"""Pages at hand, and which words are marked in them: what the checks across articles look things up in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from depeche.core.memory import LONGEST, form_of
from depeche.core.span import Span
from depeche.store.pages import Page


@dataclass
class Index:
    """Pages by the article's key, and the spans of each form (words as they are remembered) by article."""

    pages: dict[str, Page] = field(default_factory=dict)
    mentions: dict[str, dict[str, list[Span]]] = field(default_factory=dict)

    def put(self, page: Page) -> set[str]:
        """Take a page in, in place of the one there was; returns the forms whose spans are others now."""
        touched = self.drop(page.article.key)
        self.pages[page.article.key] = page
        for span in page.spans:
            if span.end - span.start <= LONGEST:
                form = form_of(page.article.text[span.start : span.end])
                self.mentions.setdefault(form, {}).setdefault(page.article.key, []).append(span)
                touched.add(form)
        return touched

    def drop(self, key: str) -> set[str]:
        """Forget an article; returns the forms that were marked in it."""
        page = self.pages.pop(key, None)
        if page is None:
            return set()
        forms = {form_of(page.article.text[span.start : span.end]) for span in page.spans}
        for form in forms:
            there = self.mentions.get(form, {})
            there.pop(key, None)
            if not there:
                self.mentions.pop(form, None)
        return forms

    def spans_of(self, form: str) -> Iterator[tuple[Page, Span]]:
        """Yield every span of a form with its page, in the order of import."""
        for key in sorted(self.mentions.get(form, {}), key=lambda key: self.pages[key].article.number):
            for span in self.mentions[form][key]:
                yield self.pages[key], span
