"""Mail text whose lines were broken to be sent (RFC 3676, `format=flowed`), put together again."""

from __future__ import annotations

_SIGNATURE = "-- "


def unflowed(text: str, delete_space: bool = False) -> str:
    """Return the text with each paragraph on one line.

    A line that ends with a space goes on in the next one of the same depth of quotation; with `delete_space`
    (`DelSp=yes`) that space was put there for it and goes. A space at a line's beginning was put there too.
    """
    done: list[str] = []
    open_depth = -1
    for raw in text.split("\n"):
        line = raw.lstrip(">")
        depth = len(raw) - len(line)
        line = line.removeprefix(" ")
        if open_depth == depth and line != _SIGNATURE:
            done[-1] += line
        else:
            done.append(f"{'>' * depth} {line}" if depth else line)
        flows = line.endswith(" ") and line != _SIGNATURE
        if flows and delete_space:
            done[-1] = done[-1][:-1]
        open_depth = depth if flows else -1
    return "\n".join(done)
