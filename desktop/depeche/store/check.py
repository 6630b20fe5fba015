"""Is the project whole? What SQLite can see, and what it can't: changed texts, spans off their text, loose ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import select, text

from depeche.core.article import text_hash
from depeche.core.progress import Progress, Report, silent
from depeche.core.suggestion import Outcome
from depeche.errors import ProjectError
from depeche.messages import tr
from depeche.store import codec, likeness, models, search
from depeche.store.project import Connection, Project
from depeche.store.tables import actors, annotators, articles, notes, readings, spans, suggestions, texts, verdicts


def check(project: Project, report: Report = silent) -> list[str]:
    """Return what is wrong with the project, a sentence each; an empty list when it is whole.

    Damage that hides one article doesn't hide the others: each is read by itself.
    """
    found = [*_seen(project, _by_sqlite), *_seen(project, _loose_ends), *_seen(project, _registry)]
    try:
        with project.read() as db:
            wanted = db.execute(select(articles.c.key, articles.c.title).order_by(articles.c.number)).all()
            words = search.Tally(db)
    except (ProjectError, ValueError):
        return [*found, tr("La liste des articles ne peut plus être lue.")]
    for n, (key, title) in enumerate(wanted):
        if n % 50 == 0:
            report(Progress(n, len(wanted)))
        try:
            with project.read() as db:
                found += _article(db, project, key, title, words)
        except (ProjectError, ValueError):  # a page that can't be read, a text that is no UTF-8, JSON that isn't any
            found.append(tr("« {title} » : l’article ne peut plus être lu en entier.", title=title))
    report(Progress(len(wanted), len(wanted)))
    found += _seen(project, lambda db: _index(db, words, len(wanted)))
    return found + _seen(project, lambda db: _model(db, project))


def _model(db: Connection, project: Project) -> Iterator[str]:
    used = models.current(db)
    if used is not None and not (project.folder / models.FOLDER / used.name).is_dir():
        yield models.missing(used.name)


def _index(db: Connection, words: search.Tally, total: int) -> Iterator[str]:
    if not words.agrees(db, total):
        yield tr("L’index de recherche ne correspond pas aux textes ; « depeche find --rebuild » le refait.")


def _seen(project: Project, look: Callable[[Connection], Iterator[str]]) -> list[str]:
    try:
        with project.read() as db:
            return list(look(db))
    except ProjectError as error:
        return [str(error)]


def _by_sqlite(db: Connection) -> Iterator[str]:
    for (problem,) in db.execute(text("PRAGMA integrity_check")):
        if problem != "ok":
            yield tr("SQLite : {problem}", problem=problem)


def _loose_ends(db: Connection) -> Iterator[str]:
    for row in db.execute(text("PRAGMA foreign_key_check")):
        yield tr("Table {table} : une référence ne mène nulle part.", table=row[0])
    query = select(articles.c.title).where(articles.c.key.not_in(select(texts.c.article)))
    for title in db.scalars(query):
        yield tr("« {title} » : le texte manque.", title=title)


def _registry(db: Connection) -> Iterator[str]:
    for row in db.execute(select(actors)).mappings():
        if codec.actor_digest(row) != row["digest"]:
            yield tr("L’acteur « {name} » du registre a été abîmé.", name=row["name"])


def _article(db: Connection, project: Project, key: str, title: str, words: search.Tally) -> Iterator[str]:
    body = db.execute(select(texts.c.text).where(texts.c.article == key)).scalar()
    if body is None:
        return  # said already
    stored = db.execute(select(articles).where(articles.c.key == key)).mappings().first()
    if stored is None or codec.article_digest(stored) != stored["digest"]:
        yield tr("« {title} » : ce qui est noté de l’article a été abîmé.", title=title)
    if stored is None or (len(body), text_hash(body)) != (stored["length"], stored["text_hash"]):
        yield tr("« {title} » : le texte n’est plus celui qui a été importé.", title=title)
    else:
        words.count(stored["number"], body)
        if not likeness.agrees(db, key, stored["number"], body):
            yield tr("« {title} » : ce qui rapproche les articles ne correspond pas au texte ; « depeche stories "
                     "--rebuild » le refait.", title=title)  # fmt: skip
    rows = db.execute(
        select(spans, annotators.c.name)
        .join(readings, readings.c.key == spans.c.reading)
        .join(annotators, annotators.c.key == readings.c.annotator)
        .where(readings.c.article == key)
        .order_by(spans.c.start)
    ).mappings()
    keys = set()
    for row in rows:
        keys.add(row["key"])
        place = tr(
            "« {title} », {start}–{end} ({who})", title=title, start=row["start"], end=row["end"], who=row["name"]
        )
        if codec.span_digest(row) != row["digest"] or not codec.is_found_by_value(row):
            yield tr("{place} : le passage enregistré a été abîmé.", place=place)
        if not 0 <= row["start"] < row["end"] <= len(body):
            yield tr("{place} : le passage sort du texte.", place=place)
        if row["label"] not in project.scheme:
            yield tr("{place} : étiquette inconnue « {label} ».", place=place, label=row["label"])
    yield from _verdicts_and_suggestions(db, key, title, len(body), keys)
    for row in db.execute(select(notes).where(notes.c.article == key).order_by(notes.c.number)).mappings():
        if codec.note_digest(row) != row["digest"] or body[row["start"] : row["end"]] != row["words"]:
            yield tr("« {title} » : une note de cas limite a été abîmée ({start}–{end}).", title=title,
                     start=row["start"], end=row["end"])  # fmt: skip


def _verdicts_and_suggestions(db: Connection, key: str, title: str, length: int, keys: set[str]) -> Iterator[str]:
    said = db.execute(
        select(verdicts.c.outcome, verdicts.c.span)
        .join(readings, readings.c.key == verdicts.c.reading)
        .where(readings.c.article == key)
    ).all()
    if any(one.outcome not in list(Outcome) or (one.span is None) != (one.outcome == "rejected") for one in said):
        yield tr("« {title} » : un verdict a été abîmé.", title=title)
    if not keys.issuperset(one.span for one in said if one.span is not None):
        yield tr("« {title} » : une suggestion acceptée n’a plus de passage.", title=title)
    rows = db.execute(select(suggestions).where(suggestions.c.article == key).order_by(suggestions.c.start)).mappings()
    for row in rows:
        one = codec.suggestion_from_row(row)
        if codec.suggestion_digest(row) != row["digest"] or not codec.is_found_by_value(row):
            yield tr(
                "« {title} » : une suggestion a été abîmée ({start}–{end}).", title=title, start=one.start, end=one.end
            )
        if not 0 <= one.start < one.end <= length:
            yield tr(
                "« {title} » : une suggestion sort du texte ({start}–{end}).", title=title, start=one.start, end=one.end
            )
