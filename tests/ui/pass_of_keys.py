"""A program of its own: the real window on a project, and a seeded pass through it by key events, told line by line.

Usage: `python -m tests.ui.pass_of_keys PROJECT SEED`. After each act one line of JSON says what the bottom bar shows as
saved, the number of the change just stored, and what the open article holds: when it was stored (« terminé » opens the
next one) and after. It is killed in
the middle by `test_kill_window`.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from depeche import settings
from depeche.core.change import Change
from depeche.store.project import Project
from depeche.ui.app import make_application
from depeche.ui.window import Window
from tests.ui.hands import Hands

ACTS = (
    *["Space"] * 8, *["X"] * 4, "A", "C", "D", "Q", "P", "P", "O", "I", "U", "Shift+P", "G", "1", "L", "Tab", "Up",
    "Right", "Shift+Right", "Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "N", "B", "F", "M",
)  # fmt: skip


def state_of(hands: Hands) -> dict[str, object]:
    """Return what the article on the desk is shown to hold."""
    desk = hands.window.session.desk
    assert desk.article is not None
    spans = sorted((one.start, one.end, one.label, one.kind, repr(one.value), one.key) for one in desk.spans)
    verdicts = sorted((one.suggestion, one.outcome.value) for one in desk.verdicts.values())
    return {"article": desk.article.key, "spans": spans, "verdicts": verdicts, "state": desk.state.value}


def main(folder: Path, seed: int) -> None:
    """Press keys until killed."""
    app = make_application()
    window = Window(Project.open(folder, program="pass of keys"), settings.load())
    window.show()
    window.activateWindow()
    hands = Hands(window)
    app.processEvents()
    stored: list[int] = []
    shown: list[dict[str, object]] = []

    def on_change(change: Change | None) -> None:
        if change is not None:
            stored.append(change.number)
            shown.append(state_of(hands))

    window.session.changed.connect(on_change)
    dice = random.Random(seed)
    print(json.dumps({"ready": True}), flush=True)
    while True:
        hands.press(dice.choice(ACTS))
        app.processEvents()
        if stored:
            said = {"saved": hands.saved, "number": stored[-1], "shown": [*shown, state_of(hands)]}
            stored.clear()
            shown.clear()
            print(json.dumps(said, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
