"""The verb: suggestions for a project's articles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from depeche.core.progress import Progress, Report, silent
from depeche.store import articles, judged, suggestions
from depeche.store.project import Project
from depeche.suggest.pipeline import Pipeline, rules
from depeche.suggest.reliability import measured
from depeche.suggest.source import Source


@dataclass
class Suggested:
    """What a run did: articles asked about, suggestions that stand for them, and how many of those are new."""

    articles: int = 0
    suggestions: int = 0
    new: int = 0


def pipeline_for(project: Project, models: Sequence[Source] = ()) -> Pipeline:
    """Return the rules and `models` as one pipeline that keeps to the project's label scheme and to its verdicts."""
    scheme = project.scheme
    active = {label.label for label in scheme.active}
    with project.read() as db:
        trust = measured().with_counts(judged.by_source(db)).of
    return Pipeline([*rules(), *models], scheme.nests, active.__contains__, trust)


def suggest(
    project: Project,
    report: Report = silent,
    *,
    keys: Collection[str] | None = None,
    models: Sequence[Source] = (),
) -> Suggested:
    """Ask the sources about articles and store what they propose, one article a transaction.

    Without `keys`, the articles that these sources in these versions haven't been asked about yet; with `keys`, these
    articles in any case. Nothing a person did is touched, and what was rejected isn't proposed again. `Cancelled` out
    of `report` keeps what was stored so far.
    """
    pipeline = pipeline_for(project, models)
    sources = [source.name for source in pipeline.sources]
    with project.read() as db:
        wanted = articles.not_suggested_by(db, pipeline.name) if keys is None else list(keys)
    done = Suggested()
    for n, key in enumerate(wanted):
        with project.read() as db:
            article = articles.get(db, key)
        report(Progress(n, len(wanted), article.title))
        proposed = pipeline.propose(article)
        with project.write() as db:
            done.new += suggestions.renew(db, key, proposed, sources)
            articles.set_suggested_by(db, key, pipeline.name)
        done.articles += 1
        done.suggestions += len(proposed)
    report(Progress(len(wanted), len(wanted)))
    return done
