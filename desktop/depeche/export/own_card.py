"""What people say of their data set themselves: `card.md` in the project's folder, which a published card takes in."""

from __future__ import annotations

from pathlib import Path

from depeche.errors import UserError, reason
from depeche.messages import tr

FILE = "card.md"
LIMIT = 200_000
"""Bytes of it at most."""


def own_card(folder: Path) -> str:
    """Return the text of a project's `card.md`, "" where there is none. Raises UserError where it can't be read."""
    path = folder / FILE
    if not path.is_file():
        return ""
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
        if len(data) > LIMIT:
            raise UserError(tr("{path} dépasse {limit} ko.", path=path, limit=LIMIT // 1000))
        return data.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise UserError(tr("{path} n’est pas en UTF-8.", path=path), tr("Enregistrez-le en UTF-8.")) from error
    except OSError as error:
        raise UserError(tr("{path} ne peut pas être lu ({why}).", path=path, why=reason(error))) from error
