"""Article text → FIGURE suggestions. Knows number grammar and what `found` says of dates; no other source."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.figures.context import out_of_total, refused
from depeche.suggest.figures.ellipsis import with_shared_units
from depeche.suggest.figures.grammar import Figure, figure_at, share_of
from depeche.suggest.figures.nouns import counted, model_at, plural
from depeche.suggest.figures.numbers import is_figure_value, rewrite
from depeche.suggest.figures.reason import reason, score
from depeche.suggest.figures.tokens import Kind, Tokens

__all__ = ["Figures", "is_figure_value", "parse_figure"]


class Figures:
    """Proposes how many and how much: numbers in digits and words with what bounds them and the measure they carry."""

    name = "figures"
    version = "2"

    def propose(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return FIGURE suggestions in reading order, none of them overlapping a DATE in `found`."""
        tokens = Tokens(article.text)
        dates = sorted((s.start, s.end) for s in found if s.label == "DATE")
        taken = 0
        suggestions: list[Suggestion] = []
        for figure, unit in _figures(tokens):
            start, end = tokens[figure.start].start, tokens[figure.end - 1].end
            while taken < len(dates) and dates[taken][1] <= start:
                taken += 1
            if taken < len(dates) and dates[taken][0] < end:
                continue
            attrs = {name: text for name, text in (("unit", unit), ("mod", figure.mod)) if text}
            suggestions.append(
                Suggestion(
                    start, end, "FIGURE", None, figure.value, attrs, self.name, self.version,
                    score(figure, unit), reason(tokens, figure),
                )
            )  # fmt: skip
        return suggestions


def parse_figure(text: str) -> tuple[str, str | None, str | None] | None:
    """Return value, unit and mod of what an annotator typed or drew (« 25.000 à 30.000 », « une douzaine », `..25000`).

    A value written as the guide wants it comes back as it is, but for thousands set off by a dot; a percentage in
    digits gives its number and the unit `%`. Behind the figure may stand the noun it counts, before it an article.
    None where there is no figure, or more than one.
    """
    plain = text.strip()
    if is_figure_value(plain) and not plain.endswith("%"):
        return rewrite(plain), None, _mod_of(plain)
    tokens = Tokens(plain)
    shares = [(figure, unit) for figure, unit in _figures(tokens) if figure.first.whole]
    if len(shares) == 1 and shares[0][0].start == 0 and shares[0][0].end == len(tokens):
        return shares[0][0].value, shares[0][1], shares[0][0].mod or None
    for index in range(min(len(tokens), _LONGEST_HEAD)):
        figure = figure_at(tokens, index, 0)
        if figure is None:
            continue
        article = all(tokens[i].text in _ARTICLES for i in range(figure.start))
        alone = all(figure_at(tokens, i, figure.end) is None for i in range(figure.end, len(tokens)))
        return (figure.value, _unit(tokens, figure), figure.mod or None) if article and alone else None
    return None


_ARTICLES = frozenset("le la les l ' de du des d à ces ses".split())
_LONGEST_HEAD = 12  # no more tokens than this bound a number


def _mod_of(value: str) -> str | None:
    if value.startswith("~"):
        return "about"
    if value.startswith(".."):
        return "at_most"
    return "at_least" if value.endswith("..") else None


def _unit(tokens: Tokens, figure: Figure) -> str | None:
    """Return the unit of `figure`: the measure inside it, with its rate, or else the noun counted behind it."""
    unit = figure.unit
    if unit is not None:
        return f"{unit.code} {figure.last.rate}" if figure.last.rate else unit.code
    last = figure.high if figure.high is not None else figure.low
    if figure.last.multiple or figure.last.fraction:
        return counted(tokens, figure.end, False, tokens[figure.last.end - 1].text != "mille")
    return counted(tokens, figure.end, last < 2)


def _one_of(tokens: Tokens, index: int) -> str | None:
    """Return the noun behind « un » in « un enfant sur cinq », « un Afghan sur deux »."""
    name = tokens[index]
    people = name.upper and tokens[index + 1].text == "sur"
    return plural(tokens.text[name.start : name.end]) if people else counted(tokens, index, True)


def _share(tokens: Tokens, figures: list[tuple[Figure, str | None]], part: int, whole: Figure) -> Figure | None:
    """Return what the number at `part`, the last of `figures` or « un », makes with `whole`: « neuf femmes sur dix ».

    None where there is no share, or where a group stands between that is an actor: « 7 Français sur 10 ».
    """
    between = range(part + 1, whole.core - 1)
    if any(tokens[at].kind is not Kind.WORD and tokens[at].text not in {"'", "-"} for at in between):
        return None
    if not figures or figures[-1][0].end <= part:
        one = tokens[part].text in {"un", "une"}
        return share_of(tokens, part, Fraction(1), whole, figures[-1][0].end if figures else 0) if one else None
    last = figures[-1][0]
    plain = last.unit is None and last.high is None and not last.first.multiple and not last.first.fraction
    if not plain or last.low < 0 or any(tokens[at].upper for at in between):
        return None
    return share_of(tokens, last.core, last.low, whole, figures[-2][0].end if len(figures) > 1 else 0)


def _figures(tokens: Tokens) -> list[tuple[Figure, str | None]]:
    """Return every figure of the text with its unit."""
    figures: list[tuple[Figure, str | None]] = []
    index = floor = 0
    while index < len(tokens):
        figure = figure_at(tokens, index, floor)
        if figure is None:
            index += 1
            continue
        unit = _unit(tokens, figure)
        if refused(tokens, figure, None if figure.unit is not None else unit):
            index = figure.first.end  # what was taken for the upper end of a range may stand alone
            continue
        if unit is None and figure.low >= 2:
            unit = model_at(tokens, figure.end)
        part = out_of_total(tokens, figure) if unit is None else None
        if part is not None:  # « 122 voix sur 240 », « un enfant sur cinq »
            last = figures[-1] if figures and figures[-1][0].end > part else None
            unit = last[1] if last is not None else _one_of(tokens, part + 1)
            share = _share(tokens, figures, part, figure)
            if share is not None:
                if last is not None:
                    figures.pop()
                figure = share
        figures.append((figure, unit))
        index = floor = figure.end
    return with_shared_units(tokens, figures)
