"""The registry as a table that a spreadsheet opens: tab-separated, a line an actor. Knows text, no files."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable

from depeche.core.actor import Actor
from depeche.errors import InputError
from depeche.messages import tr

COLUMNS = ("name", "kind", "state", "aliases", "label")
_BETWEEN = "|"


def to_table(actors: Iterable[Actor]) -> str:
    """Return actors as a table with a line of headings; aliases are separated by « | »."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(COLUMNS)
    for actor in actors:
        aliases = _BETWEEN.join(actor.aliases)
        writer.writerow([actor.name, actor.kind or "", actor.state or "", aliases, actor.label])
    return out.getvalue()


def from_table(text: str, labels: Collection[str], default: str) -> list[Actor]:
    """Return the actors of a table, without keys.

    Columns may be missing but `name`, in any order; `default` is the label where none is given. Raises InputError with
    the line that is wrong; then nothing of it counts.
    """
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter="\t", strict=True)
    found: list[Actor] = []
    try:
        heads = [head.strip().casefold() for head in next(rows, [])]
        if "name" not in heads:
            raise InputError(tr("ligne 1 : les colonnes attendues sont {columns}.", columns=", ".join(COLUMNS)))
        for cells in rows:
            if any(cell.strip() for cell in cells):
                found.append(_actor(dict(zip(heads, map(str.strip, cells), strict=False)), rows.line_num, default))
                if (label := found[-1].label) not in labels:
                    raise InputError(
                        tr("ligne {line} : étiquette inconnue « {label} ».", line=rows.line_num, label=label)
                    )
    except csv.Error:
        raise InputError(tr("ligne {line} : le tableau est mal formé.", line=rows.line_num)) from None
    return found


def _actor(row: dict[str, str], line: int, default: str) -> Actor:
    name = row.get("name", "")
    if not name:
        raise InputError(tr("ligne {line} : le nom manque.", line=line))
    aliases = tuple(alias for part in row.get("aliases", "").split(_BETWEEN) if (alias := part.strip()))
    return Actor(name, row.get("label") or default, row.get("kind") or None, row.get("state") or None, aliases)
