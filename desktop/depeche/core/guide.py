"""The annotation guide as it is read: a chapter a label, with rule, examples, counter-examples, borderline cases.

It is written in the scheme's `guidance` (or in the `guide.md` that a work package brought): paragraphs, lines `- …`,
parts headed `### Exemples`, `### Contre-exemples`, `### Cas limites`, and [brackets] around what is marked in an
example, or, in a counter-example, what isn't.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from depeche.core.scheme import Label, Scheme
from depeche.core.words import folded
from depeche.messages import tr


class Part(StrEnum):
    """What a section of a chapter holds."""

    RULE = "rule"
    EXAMPLES = "examples"
    COUNTER = "counter"
    BORDERLINE = "borderline"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph; `marked`: they stood in brackets."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a line of a list."""

    pieces: tuple[Piece, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a chapter; the first has no title."""

    part: Part
    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """What the guide says of a label, or (`label` None) of all of them."""

    label: str | None
    title: str
    sections: tuple[Section, ...]


_HEADINGS = {
    "exemple": Part.EXAMPLES, "exemples": Part.EXAMPLES, "example": Part.EXAMPLES, "examples": Part.EXAMPLES,
    "contre exemple": Part.COUNTER, "contre exemples": Part.COUNTER, "counter examples": Part.COUNTER,
    "counterexamples": Part.COUNTER, "counter example": Part.COUNTER, "pas": Part.COUNTER, "not": Part.COUNTER,
    "cas limite": Part.BORDERLINE, "cas limites": Part.BORDERLINE, "borderline cases": Part.BORDERLINE,
    "borderline": Part.BORDERLINE, "regle": Part.RULE, "regles": Part.RULE, "rule": Part.RULE, "rules": Part.RULE,
}  # fmt: skip
_BRACKETS = re.compile(r"\[([^\[\]\n]+)\]")
_ITEM = re.compile(r"\s*[-*•]\s+(.*)")
_TITLE = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_NAMED = re.compile(r".*\(([^()]+)\)")


def of_scheme(scheme: Scheme) -> list[Chapter]:
    """Return the guide that a scheme holds: what is for all labels first, then each label in use."""
    general = [Chapter(None, tr("Toutes les étiquettes"), _sections(scheme.guidance))] if scheme.guidance else []
    return [*general, *(Chapter(label.label, label.name, _sections(_of_label(label))) for label in scheme.active)]


def of_markdown(text: str, scheme: Scheme) -> list[Chapter]:
    """Return the guide that a file of its own holds, as `to_markdown` wrote it or a person.

    A chapter begins with `## `; it is a label's where it is called by its name, or by the label in parentheses. What
    stands before the first is for all labels, under the heading `# `, if there is one.
    """
    found: list[Chapter] = []
    title, lines = tr("Toutes les étiquettes"), list[str]()

    def close() -> None:
        sections = _sections("\n".join(lines))
        if sections:
            found.append(Chapter(_label_of(title, scheme), _bare(title, scheme), sections))

    for line in text.lstrip("\ufeff").splitlines():
        head = _TITLE.fullmatch(line)
        if head and len(head[1]) <= 2:
            close()
            title, lines = head[2], []
        else:
            lines.append(line)
    close()
    return found


def to_markdown(scheme: Scheme, title: str) -> str:
    """Return the guide of a scheme as a file of its own, under a title."""
    parts = [f"# {title}", scheme.guidance]
    for label in scheme.active:
        parts += [f"## {label.name} ({label.label})", _of_label(label)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _of_label(label: Label) -> str:
    kinds = "\n".join(f"- {kind.name} ({kind.kind})" for kind in label.kinds)
    return "\n\n".join(part for part in (label.guidance, f"### {tr('Genres')}\n{kinds}" if kinds else "") if part)


def _label_of(title: str, scheme: Scheme) -> str | None:
    named = _NAMED.fullmatch(title)
    if named and named[1] in scheme:
        return named[1]
    return next((one.label for one in scheme.labels if title in (one.label, one.name)), None)


def _bare(title: str, scheme: Scheme) -> str:
    named = _NAMED.fullmatch(title)
    return title[: named.start(1) - 1].strip() if named and named[1] in scheme else title


def _sections(text: str) -> tuple[Section, ...]:
    found: list[Section] = []
    part, title, lines = Part.RULE, "", list[str]()

    def close() -> None:
        paragraphs = tuple(_paragraphs(lines))
        if paragraphs:
            found.append(Section(part, title, paragraphs))

    for line in text.splitlines():
        head = _TITLE.fullmatch(line)
        if head:
            close()
            part, title, lines = _HEADINGS.get(folded(head[2]), Part.OTHER), head[2], []
        else:
            lines.append(line)
    close()
    return tuple(found)


def _paragraphs(lines: Sequence[str]) -> Iterator[Paragraph]:
    """Yield paragraphs and list lines; a line of plain words each, as a person wrote them in the scheme's file."""
    for line in lines:
        item = _ITEM.fullmatch(line)
        words = item[1] if item else line.strip()
        if words.strip():
            yield Paragraph(tuple(_pieces(words)), item is not None)


def _pieces(words: str) -> Iterator[Piece]:
    at = 0
    for match in _BRACKETS.finditer(words):
        if match.start() > at:
            yield Piece(words[at : match.start()])
        yield Piece(match[1], True)
        at = match.end()
    if at < len(words):
        yield Piece(words[at:])
