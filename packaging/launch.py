"""Where the bundle starts: the two doors of `python -m depeche`."""

from __future__ import annotations

import multiprocessing
import sys

from depeche.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # children that `predict --jobs` spawns end in here
    sys.exit(main())
