"""What the benches share: projects of 1,000 and 100,000 articles, the window on them, a table with p95 at the end."""

from __future__ import annotations

import os
import platform
import sqlite3
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import PySide6
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from depeche import paths, settings
from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.store import articles, suggestions
from depeche.store.project import Project
from depeche.suggest.suggest import pipeline_for
from depeche.ui.app import make_application
from depeche.ui.collector import Collector
from depeche.ui.window import Window
from tests.ui.hands import Hands, settle

FULL = 300
"""So many articles of a big project are dispatches of the corpus with all their suggestions; the others are short."""
_BATCH = 5_000


def corpus_articles() -> list[Article]:
    """Return the dispatches of the sample corpus."""
    found = []
    for path in sorted((paths.corpus() / "articles").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found.append(Article(text, title=text.split("\n", 1)[0], name=path.stem, date="2025-10-14"))
    return found


def long_text(length: int) -> str:
    """Return so many characters of dispatches."""
    whole = "\n\n".join(one.text for one in corpus_articles())
    return (whole * (length // len(whole) + 1))[:length]


def apart(text: str, marks: int) -> list[Suggestion]:
    """Return so many suggestions for a text, all of them words that lie apart."""
    step = len(text) // marks
    labels = ("ACTOR", "DATE", "FIGURE", "ACTOR")
    return [
        Suggestion(at, at + min(9, step - 1), labels[n % 4], value=None, source="bench", version="1", score=0.8)
        for n, at in enumerate(range(0, len(text) - step, step))
    ]


def fill(project: Project, total: int) -> None:
    """Put articles into a project: the first `FULL` of about 3,000 characters with suggestions, then short ones."""
    bases = [Article(long_text(3_000 * (n + 1))[3_000 * n :], title="", name="") for n in range(10)]
    guesses = {base.text: pipeline_for(project).propose(base) for base in bases}
    texts = ((n, bases[n % len(bases)].text if n < FULL else "") for n in range(total))
    while batch := list(islice(texts, _BATCH)):
        with project.write() as db:
            for n, base in batch:
                title = f"Dépêche n° {n} sur la crue de la vallée"
                body = base or f"{title}\n\nLes secours de la vallée {n} ont compté {n} sinistrés mardi.\n"
                text = f"{body}\n{n}" if base else body
                made = articles.put(db, Article(text, title=title, name=f"n{n}", source="Banc d’essai"), "bench")
                articles.set_suggested_by(db, made.key, "bench")
                if base:
                    suggestions.put(db, made.key, guesses[base])


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program makes it."""
    return make_application()


@pytest.fixture(scope="session")
def sized(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Returns the folder of a project of so many articles, made once a session."""
    made: dict[int, Path] = {}

    def of_size(total: int) -> Path:
        if total not in made:
            folder = tmp_path_factory.mktemp("bench") / str(total)
            began = time.perf_counter()
            with Project.create(folder, paths.default_scheme(), "Claire") as project:
                fill(project, total)
            print(f"\nproject of {total} articles made in {time.perf_counter() - began:.1f} s")
            made[total] = folder
        return made[total]

    return of_size


@pytest.fixture
def at_window(qapp: QApplication) -> Iterator[Callable[[Path], Hands]]:
    """Opens the window on a project's folder, at rest; garbage is collected between events, as the program does it."""
    made: list[Window] = []
    collector = Collector(qapp)
    QSettings().clear()

    def opened(folder: Path) -> Hands:
        window = Window(Project.open(folder), settings.load())
        made.append(window)
        window.resize(1280, 900)
        window.show()
        window.activateWindow()
        settle(window)
        return Hands(window)

    yield opened
    for window in made:
        window.close()
        window.deleteLater()
    collector.stop()


@pytest.fixture
def one_article(tmp_path: Path) -> Callable[[str, int], Path]:
    """Makes a project of one article with a text and so many suggestions, all of them words that lie apart."""

    def of_text(text: str, marks: int) -> Path:
        folder = tmp_path / f"{len(text)}"
        with Project.create(folder, paths.default_scheme(), "Claire") as project, project.write() as db:
            key = articles.put(db, Article(text, title="Long", name="long"), "bench").key
            articles.set_suggested_by(db, key, "bench")
            suggestions.put(db, key, apart(text, marks))
        return folder

    return of_text


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say on what machine, and of each bench the median, the 95th percentile and what it comes to."""
    session = getattr(config, "_benchmarksession", None)
    benches = [bench for bench in getattr(session, "benchmarks", []) if bench and bench.stats.data]
    if not benches:
        return
    write = terminalreporter.write_line
    terminalreporter.section("speeds")
    write(f"{_cpu()}, {os.cpu_count()} cores, {platform.platform()}")
    write(f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, SQLite {sqlite3.sqlite_version}")
    width = max(len(bench.name) for bench in benches)
    for bench in benches:
        times = sorted(bench.stats.data)
        p95 = times[min(round(0.95 * len(times)), len(times) - 1)]
        median = bench.stats.median
        line = f"{bench.name:{width}}  median {median * 1000:9.2f} ms  p95 {p95 * 1000:9.2f} ms  n={len(times)}"
        amount = bench.extra_info.get("amount")
        if amount:
            line += f"  {amount / median:,.0f} {bench.extra_info['unit']}/s"
        if told := bench.extra_info.get("told"):
            line += f"  {told}"
        write(line)
    for line in _growth(benches):
        write(line)


def _growth(benches: list[Any]) -> Iterator[str]:
    """Say of benches run on two sizes of project by how much more the larger takes, in processor time where known."""
    sizes: dict[str, list[tuple[int, float]]] = {}
    for bench in benches:
        total = (bench.params or {}).get("total")
        if isinstance(total, int):
            name = bench.name.replace(f"{total}]", "]").replace("[]", "").replace("-]", "]")
            sizes.setdefault(name, []).append((total, bench.extra_info.get("worked", bench.stats.median)))
    for name, found in sizes.items():
        (small, least), *_, (large, most) = [*sorted(found), *sorted(found)]
        if small != large:
            yield f"{name}: {large:,} articles take {most / least:.2f} times what {small:,} do"


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
