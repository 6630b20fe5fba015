"""Where the bundle starts: the two doors of `python -m depeche`, and a third for what is opened by double click."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

from depeche.__main__ import main


def asked(arguments: list[str]) -> list[str]:
    """Return the arguments, with a lone path of a file or folder put as `open PATH`: desktops hand over no command."""
    if len(arguments) == 1 and not arguments[0].startswith("-") and Path(arguments[0]).is_absolute():
        path = Path(arguments[0])
        return ["open", str(path.parent if path.name == "project.sqlite3" else path)]
    return arguments


if __name__ == "__main__":
    multiprocessing.freeze_support()  # children that `predict --jobs` spawns end in here
    sys.exit(main(asked(sys.argv[1:])))
