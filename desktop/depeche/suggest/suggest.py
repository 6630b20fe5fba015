"""The verb: suggestions for a project's articles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from depeche.core.article import Article
from depeche.core.occurrences import longest_word
from depeche.core.progress import Progress, Report, silent
from depeche.core.scheme import Label, ValueType
from depeche.store import articles, judged, likeness, suggestions, told
from depeche.store import confidence as known
from depeche.store.memory import recall
from depeche.store.project import Project
from depeche.suggest import confidence
from depeche.suggest.elsewhere import Elsewhere
from depeche.suggest.learned.adopted import adopted, trouble
from depeche.suggest.memory import Remembered
from depeche.suggest.naming import named, trusted
from depeche.suggest.pipeline import Pipeline, actors, left_out, rules
from depeche.suggest.reliability import MODEL, measured
from depeche.suggest.source import Source
from depeche.suggest.valuer import make_valuer


@dataclass
class Suggested:
    """What a run did: the articles asked about, suggestions that stand for them, how many of those are new, or hidden.

    Hidden are those below the project's threshold. `trouble` says why the model in use proposed nothing, where it did.
    """

    keys: list[str] = field(default_factory=list)
    suggestions: int = 0
    new: int = 0
    hidden: int = 0
    trouble: str = ""

    @property
    def articles(self) -> int:
        """How many articles were asked about."""
        return len(self.keys)


def pipeline_for(project: Project, models: Sequence[Source] = ()) -> Pipeline:
    """Return the rules and `models` as one pipeline that keeps to the project's label scheme and to its verdicts."""
    scheme = project.scheme
    with project.read() as db:
        counts = {(one, scheme.to_source(label), kind): n for (one, label, kind), n in judged.by_source(db).items()}
        memory = Remembered(recall(db, [label.label for label in scheme.active if _is_remembered(label)]), _is_place)

    def ask(article: Article) -> list[told.Told]:
        with project.read() as db:
            return told.elsewhere(db, article)

    elsewhere = Elsewhere(ask, scheme, make_valuer(scheme))
    own = adopted(project)
    sources = named(rules([*models, *own, memory, elsewhere]), scheme, but=(*own, memory, elsewhere))
    trust = trusted(measured().with_counts(counts).of, scheme)
    retired = [label.label for label in scheme.labels if label.retired]
    return Pipeline(sources, scheme.nests, scheme.__contains__, trust, memory, elsewhere, without=retired)


def missed(project: Project, labels: Collection[str]) -> list[str]:
    """Return the keys of the articles that were asked about while one of these labels was out of use."""
    with project.read() as db:
        return articles.suggested_saying(db, [left_out(label) for label in labels])


def _speaking(project: Project, pipeline: Pipeline) -> list[str]:
    """Return the sources whose earlier suggestions give way: those asked, and models that were in use before."""
    with project.read() as db:
        return [*(source.name for source in pipeline.sources), *suggestions.sources(db, MODEL)]


def _is_remembered(label: Label) -> bool:
    """Tell whether the same words mean the same thing under a label: names do; dates, figures and speech don't."""
    return not label.nests and label.value in (ValueType.NAME, ValueType.TEXT, ValueType.NONE)


def _is_place(words: str) -> bool:
    return actors().is_place(words)


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
    likeness.fill(project.read, project.write)  # what an older project lacks
    if keys is None:
        confidence.renew(project, report)
    pipeline = pipeline_for(project, models)
    sources = _speaking(project, pipeline)
    with project.read() as db:
        wanted = articles.not_suggested_by(db, pipeline.name) if keys is None else list(keys)
        shares = known.get(db)
    done = Suggested(trouble=trouble(project))
    for n, key in enumerate(wanted):
        with project.read() as db:
            article = articles.get(db, key)
        report(Progress(n, len(wanted), article.title))
        proposed = pipeline.propose(article)
        with project.write(about=(key,)) as db:
            done.new += suggestions.renew(db, key, proposed, sources)
            articles.set_suggested_by(db, key, pipeline.name)
            articles.set_recalled(db, key, pipeline.remembers(article))
        done.keys.append(key)
        done.suggestions += len(proposed)
        done.hidden += sum(shares.hides(shares.of(one)) for one in proposed)
    report(Progress(len(wanted), len(wanted)))
    return done


def remember(
    project: Project, report: Report = silent, *, keys: Collection[str] | None = None, words: Collection[str] = ()
) -> Suggested:
    """Bring the suggestions of articles up to what the project remembers now; returns what was renewed.

    `keys` names the articles; without, all that hold one of `words` as it is written, as the aliases of an actor that
    was just confirmed. An article of whose words nothing new is known is left alone, and so is one that no source was
    asked about yet. `Cancelled` out of `report` keeps what was stored so far.
    """
    pipeline = pipeline_for(project)
    sources = _speaking(project, pipeline)
    with project.read() as db:
        wanted = list(keys) if keys is not None else articles.holding(db, {longest_word(form) for form in words})
    done = Suggested()
    for n, key in enumerate(wanted):
        with project.read() as db:
            article, known = articles.get(db, key), articles.recalled(db, key)
        report(Progress(n, len(wanted), article.title))
        now = pipeline.remembers(article)
        if known is None or known == now:
            continue
        proposed = pipeline.propose(article)
        with project.write(about=(key,)) as db:
            done.new += suggestions.renew(db, key, proposed, sources)
            articles.set_recalled(db, key, now)
        done.keys.append(key)
        done.suggestions += len(proposed)
    report(Progress(len(wanted), len(wanted)))
    return done
