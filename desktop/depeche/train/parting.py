"""How a project's articles are split, for whoever trains elsewhere: as the project's own trainings split them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from depeche.core.article import Article
from depeche.store.project import Project
from depeche.train.split import Split, split
from depeche.train.train import used_sides


def parting(project: Project) -> Callable[[Sequence[Article]], Split]:
    """Return what gives each of a project's finished articles its side; what models learned keeps the side it had."""
    return lambda articles: split(articles, used_sides(project))
