"""A report of several parts, each made by a program of its own: one part is put in the place of its earlier self."""

from __future__ import annotations

import re
from pathlib import Path


def put(path: Path, heading: str, body: str) -> None:
    """Write the section `## heading` of a Markdown file, in place of the one of that name, at the end where none is.

    What stands before the first section, and the other sections, stay as they are.
    """
    old = path.read_text(encoding="utf-8") if path.is_file() else ""
    parts = [one for one in re.split(r"^(?=## )", old, flags=re.MULTILINE) if one.strip()]
    fresh = f"## {heading}\n\n{body.strip()}\n"
    places = [n for n, one in enumerate(parts) if one.startswith(f"## {heading}\n")]
    if places:
        parts[places[0]] = fresh
    else:
        parts.append(fresh)
    text = "\n".join(one.strip() + "\n" for one in parts)
    path.write_text(text, encoding="utf-8", newline="\n")
