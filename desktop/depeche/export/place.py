"""What a folder holds before an export is written there: what would be replaced, what would stay, what forbids it."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from depeche.errors import UserError, reason
from depeche.export.form import Format
from depeche.export.forms import FORMS
from depeche.export.receipt_page import earlier, files_of
from depeche.export.target import check_room, outside_projects
from depeche.messages import tr


@dataclass(frozen=True, slots=True)
class Place:
    """A folder to export to. `is_new`: it isn't there yet; `holds`: something is in it.

    `articles` and `files` count those of the earlier export in the same format, None where there is none; `others` are
    the formats of the exports beside it, which stay.
    """

    is_new: bool = False
    holds: bool = False
    articles: int | None = None
    files: int = 0
    others: tuple[str, ...] = ()


def place(folder: Path, format_: Format, names: Collection[str] = ()) -> Place:
    """Look at a folder, changing nothing. `names` are the files that the export would write, as far as they are known.

    Raises UserError where the export would refuse to be written there: so where it would replace what no export wrote.
    """
    outside_projects(folder)
    try:
        if not folder.exists():
            _check_writable(next(one for one in folder.absolute().parents if one.exists()))
            return Place(is_new=True)
        _check_writable(folder)
        is_empty = next(folder.iterdir(), None) is None
    except OSError as error:
        raise UserError(tr("{path} ne peut pas être écrit ({why}).", path=folder, why=reason(error))) from error
    check_room(folder, format_, {*FORMS[format_].own, *names})
    before = earlier(folder)
    mine = before.get(format_.value)
    count = mine.get("articles") if mine else None
    return Place(
        holds=not is_empty,
        articles=(count if isinstance(count, int) else 0) if mine else None,
        files=len(files_of(mine or {})),
        others=tuple(sorted(set(before) - {format_.value})),
    )


def _check_writable(folder: Path) -> None:
    if not folder.is_dir():
        raise UserError(tr("{path} est un fichier, il faut un dossier.", path=folder))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UserError(tr("{path} ne peut pas être écrit : vous n’en avez pas le droit.", path=folder))
