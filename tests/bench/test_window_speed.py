"""How long a person waits: from a key to painted and saved, from one article to the next, from a click to a window."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from depeche.ui.demo import sample_project
from tests.bench.conftest import long_text
from tests.ui.hands import Hands, is_pending

ROUNDS = 60
ROOT = Path(__file__).resolve().parents[2]


class Paints(QObject):
    """Counts how often a widget was painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own
        self.count += event.type() == QEvent.Type.Paint
        return False


def pressed(benchmark: BenchmarkFixture, hands: Hands, key: str, before: Callable[[], object], rounds: int) -> None:
    """Measure a key press until all that it changes is stored and painted."""
    paints = Paints()
    hands.view.viewport().installEventFilter(paints)

    def setup() -> None:
        before()
        QApplication.processEvents()
        paints.count = 0

    def press() -> None:
        hands.press(key)
        QApplication.processEvents()
        assert paints.count

    benchmark.pedantic(press, setup=setup, rounds=rounds, warmup_rounds=3)


def on_a_doubt(hands: Hands) -> None:
    while not is_pending(hands.window.session.focused):
        hands.press("Tab" if hands.window.session.desk.pending else "N")


@pytest.mark.parametrize("total", [1_000, 100_000])
def test_a_doubt_accepted_painted_and_saved(
    benchmark: BenchmarkFixture, at_window: Callable[[Path], Hands], sized: Callable[[int], Path], total: int
) -> None:
    hands = at_window(sized(total))
    pressed(benchmark, hands, "Space", lambda: on_a_doubt(hands), ROUNDS)
    assert hands.saved.startswith("Enregistré")


@pytest.mark.parametrize("total", [1_000, 100_000])
def test_the_next_article_shown_with_its_marks(
    benchmark: BenchmarkFixture, at_window: Callable[[Path], Hands], sized: Callable[[int], Path], total: int
) -> None:
    hands = at_window(sized(total))
    pressed(benchmark, hands, "N", lambda: None, ROUNDS)
    assert len(hands.view._geometry.marks) > 20


@pytest.mark.parametrize("total", [1_000, 100_000])
def test_an_article_done_and_the_next_shown(
    benchmark: BenchmarkFixture, at_window: Callable[[Path], Hands], sized: Callable[[int], Path], total: int
) -> None:
    hands = at_window(sized(total))
    pressed(benchmark, hands, "F", lambda: None, ROUNDS)


@pytest.mark.parametrize(("length", "marks"), [(3_000, 60), (100_000, 2_000)])
@pytest.mark.parametrize("key", ["Space", "Tab", "Right", "P"])
def test_a_key_in_an_article(
    benchmark: BenchmarkFixture,
    at_window: Callable[[Path], Hands],
    one_article: Callable[[str, int], Path],
    length: int,
    marks: int,
    key: str,
) -> None:
    hands = at_window(one_article(long_text(length), marks))
    for _ in range(marks // 100):
        hands.press("Space")
    pressed(benchmark, hands, key, lambda: on_a_doubt(hands) if key == "P" else None, min(ROUNDS, marks // 2))


@pytest.mark.parametrize(("length", "marks"), [(3_000, 60), (100_000, 2_000)])
def test_an_article_shown(
    benchmark: BenchmarkFixture,
    at_window: Callable[[Path], Hands],
    one_article: Callable[[str, int], Path],
    length: int,
    marks: int,
) -> None:
    hands = at_window(one_article(long_text(length), marks))
    article = hands.window.session.desk.article
    assert article is not None

    def show() -> None:
        hands.window.session.open(article.key)
        QApplication.processEvents()

    benchmark.pedantic(show, rounds=20, warmup_rounds=2)


@pytest.mark.parametrize("total", [100_000])
def test_the_list_filtered(
    benchmark: BenchmarkFixture, at_window: Callable[[Path], Hands], sized: Callable[[int], Path], total: int
) -> None:
    hands = at_window(sized(total))
    panel = hands.window.articles_panel

    def find() -> None:
        panel._filter.setText("crue 9999")
        panel.reload()
        QApplication.processEvents()

    benchmark.pedantic(find, setup=panel._filter.clear, rounds=10)


def test_from_starting_the_program_to_the_first_painted_window(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    folder = sample_project(tmp_path / "exemple")
    program = """
        import sys
        from pathlib import Path
        from PySide6.QtCore import QEvent, QObject
        from depeche.ui.app import Program, make_application
        app = make_application()
        program = Program(app)

        class Eye(QObject):
            def eventFilter(self, watched, event):
                if event.type() == QEvent.Type.Paint and watched is view.viewport() and view.toPlainText():
                    print("painted", flush=True)
                    view.viewport().removeEventFilter(self)
                return False

        program.open(Path(sys.argv[1]))
        view = program.window.article_panel.view
        eye = Eye()
        view.viewport().installEventFilter(eye)
        app.exec()
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "desktop")}
    children: list[subprocess.Popen[str]] = []

    def start() -> None:
        command = [sys.executable, "-c", textwrap.dedent(program), str(folder)]
        child = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
        )
        children.append(child)
        assert child.stdout is not None
        assert child.stdout.readline() == "painted\n"

    def end() -> None:
        while children:
            child = children.pop()
            child.kill()
            child.communicate()

    benchmark.pedantic(start, setup=end, rounds=7, warmup_rounds=1)
    end()
