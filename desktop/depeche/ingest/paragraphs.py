"""Paragraphs of a document, gathered in the order in which a reader comes to them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Paragraphs:
    """Lines in the making. What stands in a frame is in a paragraph within a paragraph: it follows that one."""

    lines: list[str] = field(default_factory=list)
    _open: list[list[str]] = field(default_factory=list)
    _framed: list[str] = field(default_factory=list)

    def begin(self) -> None:
        self._open.append([])

    def add(self, text: str) -> None:
        """Add to the paragraph that is open; what stands outside of any is no text."""
        if self._open:
            self._open[-1].append(text)

    def end(self, keep_empty: bool) -> None:
        text = "".join(self._open.pop()) if self._open else ""
        if self._open:
            if text.strip():
                self._framed.append(text)
            return
        if keep_empty or text.strip():
            self.lines.append(text)
        self.lines += self._framed
        self._framed = []

    def text(self) -> str:
        """Return the lines as a text, without empty ones at its ends."""
        return "\n".join(self.lines).strip("\n")
