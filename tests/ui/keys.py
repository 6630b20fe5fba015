"""Keys from suggestions to finished, counted: a perfect annotator drives the real window over labelled articles.

Usage: `python -m tests.ui.keys [FOLDER]`, a folder of labelled JSONL (the sample corpus by default); `make keys`.

The annotator knows the labels and takes the shortest way the keys offer from where the hand is: every suggestion is
accepted, rejected, relabelled or has its borders moved; values are chosen from those offered or typed; what no one
suggested is selected with the arrows and labelled. Each key event counts as one, typed letters too, and the Tab, arrow
or Return on the way. Where the keys offer no way (a border inside a token), the span is counted as out of reach.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.mkdtemp(prefix="depeche-keys-")
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = _HOME

from PySide6.QtCore import Qt  # noqa: E402  # the environment first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QLineEdit  # noqa: E402

from depeche import paths, settings  # noqa: E402
from depeche.annotate.hand import One  # noqa: E402
from depeche.core.span import overlap  # noqa: E402
from depeche.core.suggestion import Suggestion  # noqa: E402
from depeche.ingest.ingest import ingest  # noqa: E402
from depeche.store.project import Project  # noqa: E402
from depeche.suggest.suggest import suggest  # noqa: E402
from depeche.ui.app import make_application  # noqa: E402
from depeche.ui.window import Window  # noqa: E402
from tests.ui.hands import Hands, settle  # noqa: E402

ACTS = ("accept", "reject", "relabel", "borders", "kind", "value", "select+label", "move", "finish")


@dataclass
class Gold:
    """A span as the labels have it."""

    start: int
    end: int
    label: str
    kind: str | None
    value: Any

    @property
    def values(self) -> str:
        """The value as one would type it."""
        return " ; ".join(self.value) if isinstance(self.value, list | tuple) else self.value or ""


@dataclass
class Tally:
    """Keys by kind of act, how often each act was done, and what stayed different from the labels."""

    keys: Counter[str] = field(default_factory=Counter)
    acts: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


class Annotator:
    """Knows the labels of the article on the desk and finishes it by keys."""

    def __init__(self, hands: Hands, gold: list[Gold], tally: Tally) -> None:
        self._hands = hands
        self._session = hands.window.session
        self._gold = gold
        self._tally = tally
        self._tried: set[int] = set()
        self._label_keys = {
            label.label: label.key.upper() for label in self._session.project.scheme.active if label.key
        }

    def _press(self, act: str, *keys: str) -> None:
        self._hands.press(*keys)
        self._tally.keys[act] += len(keys)

    def finish(self) -> None:
        """Work the article through: first the doubts, in the order they come, then what nobody suggested."""
        meant = self._pairs()
        done: set[str] = set()
        while (one := self._next_doubt(done)) is not None:
            if missing := [gold for gold in self._unsuggested(meant) if gold.start < one.start]:
                self._add(missing[0])  # on the way, from the doubt behind it
                self._press("move", "Tab")
                continue
            done.add(one.key)
            wanted = meant.get(one.key)
            if wanted is None:
                self._tally.acts["reject"] += 1
                self._press("reject", "X")
                continue
            if self._right(one, wanted):
                self._tally.acts["accept"] += 1
                self._press("accept", "Space")
                continue
            self._correct(one, wanted)
        for wanted in self._unsuggested({}):
            self._add(wanted)
        for wanted in self._gold:
            one = self._place(wanted)
            if one is None or isinstance(one, Suggestion) or not self._right(one, wanted):
                self._tally.missed.append(f"{wanted.label} « {self._hands.text[wanted.start : wanted.end]} »")
        self._press("finish", "F")

    def _unsuggested(self, meant: dict[str, Gold]) -> list[Gold]:
        """Return the labelled spans not there yet that no suggestion is `meant` to become, in reading order."""
        kept = [id(gold) for gold in meant.values()]
        left = (gold for gold in self._gold if id(gold) not in kept and id(gold) not in self._tried)
        return sorted((gold for gold in left if self._place(gold) is None), key=lambda gold: gold.start)

    def _pairs(self) -> dict[str, Gold]:
        """Return which suggestion becomes which labelled span: the one with its label that shares most, else any."""
        pairs: dict[str, Gold] = {}
        for same_label in (True, False):
            ranked = sorted(
                (
                    (overlap(one, gold) - (one.end - one.start) - (gold.end - gold.start), one.key, n)  # type: ignore[arg-type]
                    for one in self._session.desk.pending
                    for n, gold in enumerate(self._gold)
                    if overlap(one, gold)  # type: ignore[arg-type]
                    and (one.label == gold.label if same_label else (one.start, one.end) == (gold.start, gold.end))
                ),
                reverse=True,
            )
            for _, key, n in ranked:
                if key not in pairs and not any(self._gold[n] is taken for taken in pairs.values()):
                    pairs[key] = self._gold[n]
        return pairs

    def _next_doubt(self, done: set[str]) -> Suggestion | None:
        """Go to the next suggestion not yet looked at; None when all have a verdict."""
        for _ in range(len(self._session.desk.pending) + 1):
            one = self._session.focused
            if isinstance(one, Suggestion) and one.key not in done:
                return one
            if not self._session.desk.pending:
                return None
            self._press("move", "Tab")
        return None

    def _right(self, one: One, wanted: Gold) -> bool:
        return (
            (one.start, one.end, one.label) == (wanted.start, wanted.end, wanted.label)
            and self._kind_right(one, wanted)
            and self._value_right(one, wanted)
        )

    def _kind_right(self, one: One, wanted: Gold) -> bool:
        return one.kind == wanted.kind or wanted.kind is None

    def _value_right(self, one: One, wanted: Gold) -> bool:
        value = " ; ".join(one.value) if isinstance(one.value, tuple) else one.value or ""
        return value == wanted.values

    def _correct(self, one: One, wanted: Gold) -> None:
        """Bring the mark in hand to what is wanted; the first act accepts it."""
        if one.label != wanted.label:
            self._tally.acts["relabel"] += 1
            self._press("relabel", self._label_keys[wanted.label])
        self._move("start", wanted.start, "U", "I")
        self._move("end", wanted.end, "O", "P")
        self._kind(wanted)
        self._value(wanted)
        if self._session.desk.pending:
            self._press("move", "Tab")

    def _move(self, edge: str, goal: int, back: str, forth: str) -> None:
        for step in range(400):
            one = self._session.focused
            if one is None or getattr(one, edge) == goal:
                return
            here = getattr(one, edge)
            if step == 0:
                self._tally.acts["borders"] += 1
            places = [token[0] if edge == "start" else token[1] for token in self._session.tokens]
            between = sum(min(here, goal) < place <= max(here, goal) for place in places)
            key = back if goal < here else forth
            self._press("borders", f"Shift+{key}" if between >= 5 else key)
            moved = self._session.focused
            if moved is None or getattr(moved, edge) == here:
                return  # a neighbour or half a token is in the way

    def _kind(self, wanted: Gold) -> None:
        one = self._session.focused
        if one is None or self._kind_right(one, wanted):
            return
        self._tally.acts["kind"] += 1
        for _ in range(8):
            self._press("kind", "G")
            one = self._session.focused
            if one is None or self._kind_right(one, wanted):
                return

    def _value(self, wanted: Gold) -> None:
        one = self._session.focused
        if one is None or self._value_right(one, wanted):
            return
        self._tally.acts["value"] += 1
        offered = [value for value, _ in self._hands.window.values.choices()]
        if wanted.values in offered:
            self._press("value", str(offered.index(wanted.values) + 1))
            return
        self._press("value", "V")
        self._type(wanted.values)
        if not self._hands.view.hasFocus():
            self._press("value", "Esc")  # it couldn't be read

    def _type(self, value: str) -> None:
        """Type a value into the field the keyboard is in; a name of the article only until it is the first offered."""
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        names = field.completer()
        assert names is not None
        for n in range(1, len(value) + 1) if value in self._hands.window.values.known_names() else ():
            names.setCompletionPrefix(value[:n])
            if names.currentCompletion() == value and n + 2 <= len(value):
                self._hands.type(value[:n])
                for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
                    QTest.keyClick(names.popup(), key)
                QApplication.processEvents()
                self._tally.keys["value"] += n + 2
                return
        self._hands.type(value) if value else self._press("value", "Del")
        self._tally.keys["value"] += len(value)
        self._press("value", "Return")

    def _place(self, wanted: Gold) -> One | None:
        return next(
            (
                one
                for one in self._session.marks
                if (one.start, one.end, one.label) == (wanted.start, wanted.end, wanted.label)
            ),
            None,
        )

    def _add(self, wanted: Gold) -> None:
        """Select with the arrows and label: word by word, ten at a time where it is far."""
        self._tried.add(id(wanted))
        tokens = self._session.tokens
        first = next((n for n, token in enumerate(tokens) if token[1] > wanted.start), None)
        last = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n][0] < wanted.end), None)
        if first is None or last is None:
            return
        self._tally.acts["select+label"] += 1
        self._press("select+label", "Right")
        for _ in range(1_000):
            grip = self._session.grip
            assert grip is not None
            away = first - grip.head
            if away == 0:
                break
            self._press("select+label", ("Ctrl+" if abs(away) >= 6 else "") + ("Right" if away > 0 else "Left"))
            after = self._session.grip
            if after is not None and after.head == grip.head:
                break
        for _ in range(last - first):
            self._press("select+label", "Shift+Right")
        self._press("select+label", self._label_keys[wanted.label])
        self._kind(wanted)
        self._value(wanted)


def gold_of(line: dict[str, Any]) -> list[Gold]:
    """Return the labelled spans of an article in a JSONL file."""
    return [
        Gold(one["start"], one["end"], one["label"], one.get("kind"), one.get("value")) for one in line.get("spans", ())
    ]


def run(folder: Path, app: QApplication) -> tuple[Tally, list[tuple[str, int, int]]]:
    """Return the tally of all labelled articles of a folder, and name, keys and spans of each."""
    lines = [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    work = Path(tempfile.mkdtemp(prefix="depeche-keys-"))
    bare = work / "bare.jsonl"
    bare.write_text(
        "".join(
            json.dumps({k: v for k, v in line.items() if k not in ("spans", "state")}, ensure_ascii=False) + "\n"
            for line in lines
        ),
        encoding="utf-8",
    )
    gold = {line["text"]: gold_of(line) for line in lines}
    project = Project.create(work / "p", paths.default_scheme(), "Claire")
    ingest(project, [bare])
    suggest(project)
    window = Window(project, settings.load())
    window.resize(1280, 900)
    window.show()
    window.activateWindow()
    settle(window)
    hands = Hands(window)
    total, each = Tally(), []
    for _ in lines:
        article = window.session.desk.article
        assert article is not None
        tally = Tally()
        Annotator(hands, gold[article.text], tally).finish()
        each.append((article.name, tally.keys.total(), len(gold[article.text])))
        total.keys += tally.keys
        total.acts += tally.acts
        total.missed += [f"{article.name}: {words}" for words in tally.missed]
    app.processEvents()
    window.close()
    return total, each


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else paths.corpus() / "labels"
    app = make_application()
    total, each = run(folder, app)
    spans = sum(n for _, _, n in each)
    keys = total.keys.total()
    for name, n, of in each:
        print(f"{n:5} keys  {of:4} spans  {n / max(of, 1):5.2f} a span  {name}")
    print(f"{keys} keys for {len(each)} articles with {spans} spans: "
          f"{keys / len(each):.1f} an article, {keys / max(spans, 1):.2f} a span")  # fmt: skip
    for act in ACTS:
        print(f"  {act:13} {total.keys[act]:6} keys  {total.acts[act]:5} times")
    print(f"{len(total.missed)} spans stayed different from the labels")
    for words in total.missed[: 200 if "-v" in sys.argv else 15]:
        print(f"  {words}")


if __name__ == "__main__":
    main()
