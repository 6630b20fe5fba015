"""Marks what stands here, so that only `make test-interop` runs it; one project for all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from depeche.export.form import Format
from depeche.store.project import Project
from tests.interop import articles
from tests.interop.exported import Exported, exported

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.interop)


@pytest.fixture(scope="session")
def twenty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The twenty articles in a project."""
    with articles.project(tmp_path_factory.mktemp("twenty") / "project") as made:
        yield made


@pytest.fixture
def out(twenty: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Exported]:
    """Exports the twenty articles in a format."""
    return lambda name: exported(twenty, tmp_path / name, Format(name), monkeypatch)
