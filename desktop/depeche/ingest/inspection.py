"""What a package holds, read as it streams by and held to what it announces; and a look at it without opening it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from depeche.core import package as form
from depeche.core import packed, step
from depeche.core.actor import Actor
from depeche.core.package import Kind, Manifest
from depeche.core.packed import Packed
from depeche.core.progress import Progress, Report, silent
from depeche.core.scheme import Label, Scheme, label_from_json, parse_scheme
from depeche.core.step import Step
from depeche.errors import InputError
from depeche.ingest.archive import Archive
from depeche.messages import tr
from depeche.store import codec

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a package says of itself, and a sentence on what is wrong with it (none where it is verified)."""

    manifest: Manifest
    problem: str = ""


def inspect(path: Path, report: Report = silent) -> Inspection:
    """Read all of a package, work or return, and say what it is and whether it is whole.

    Raises InputError where it isn't one, or its manifest can't be believed.
    """
    with Archive(path) as archive:
        manifest = archive.manifest
        try:
            archive.verify()
            _, scheme, _ = read_scheme(archive)
            read_actors(archive, scheme)
            for n, _ in enumerate(read_articles(archive, scheme, Seen(manifest))):
                if n % 20 == 0:
                    report(Progress(n, manifest.articles))
            if manifest.kind is Kind.RETURN:
                for _ in read_steps(archive):
                    pass
        except InputError as error:
            return Inspection(manifest, error.message)
        report(Progress(manifest.articles, manifest.articles))
        return Inspection(manifest)


def read_scheme(archive: Archive) -> tuple[str, Scheme, tuple[Label, ...]]:
    """Return the scheme's TOML, the scheme with the labels that the project keeps beside it, and those."""
    toml = archive.read(form.SCHEME)
    try:
        filed = parse_scheme(toml, form.SCHEME)
        retired = tuple(label_from_json(dict(one)) for one in archive.manifest.retired)
    except (RecursionError, AttributeError, TypeError):
        raise archive.refusal(tr("« {name} » n’est pas un jeu d’étiquettes", name=form.SCHEME)) from None
    except InputError as error:
        raise archive.refusal(str(error).rstrip(".")) from None
    names = [label.label for label in (*filed.labels, *retired)]
    if len(set(names)) != len(names):
        raise archive.refusal(tr("« {name} » n’est pas un jeu d’étiquettes", name=form.SCHEME))
    return toml, Scheme(filed.name, (*filed.labels, *retired), filed.version), retired


class Seen:
    """What of a package went by: its keys, each of which must be new, and how much there was of what it announces."""

    def __init__(self, manifest: Manifest) -> None:
        self._manifest = manifest
        self._keys: set[bytes] = set()
        self._names: set[str] = set()
        self.articles = self.suggestions = self.spans = self.verdicts = self.notes = 0

    def add(self, one: Packed) -> None:
        """Count an article. Raises InputError where something has been there already, or is more than announced."""
        article = one.article
        for name in (f"n{article.number}", f"i{article.name}", f"h{one.text_hash}"):
            if name in self._names:
                raise InputError(tr("l’article « {title} » y figure deux fois", title=article.title[:60]))
            self._names.add(name)
        keys = [article.key, *(guess.key for guess in one.suggestions), *(reading.key for reading in one.readings)]
        keys += [span.key for reading in one.readings for span in reading.spans]
        keys += [written.note.key for written in one.notes]
        for key in map(bytes.fromhex, (key.replace("-", "") for key in keys)):
            if key in self._keys:
                raise InputError(tr("une clé y figure deux fois"))
            self._keys.add(key)
        self.articles += 1
        self.suggestions += len(one.suggestions)
        self.spans += sum(len(reading.spans) for reading in one.readings)
        self.verdicts += sum(len(reading.verdicts) for reading in one.readings)
        self.notes += len(one.notes)
        if max(self.suggestions, self.spans, self.verdicts, self.notes) > form.ITEMS:
            raise InputError(tr("il contient trop de passages"))

    def check(self) -> None:
        """Raise InputError unless there was exactly what the manifest announces."""
        for name in ("articles", "suggestions", "spans", "verdicts", "notes"):
            if getattr(self, name) != getattr(self._manifest, name):
                raise InputError(tr("ce qu’il contient n’est pas ce qu’il annonce"))


def read_articles(archive: Archive, scheme: Scheme, seen: Seen) -> Iterator[Packed]:
    """Yield a package's articles, one at a time; raises InputError at the first that isn't as it must be."""
    whose = [one.key for one in archive.manifest.annotators]
    work = archive.manifest.kind is Kind.WORK

    def read(line: str) -> Packed:
        one = packed.from_line(line, scheme, whose)
        if work and (one.readings or not one.article.text):
            raise InputError(tr("un lot de travail porte des textes et aucun travail"))
        seen.add(one)
        return one

    yield from read_lines(archive, form.ARTICLES, read)
    try:
        seen.check()
    except InputError as error:
        raise archive.refusal(str(error)) from None


def read_actors(archive: Archive, scheme: Scheme) -> list[Actor]:
    """Return the registry of a package."""
    keys: set[str] = set()

    def read(line: str) -> Actor:
        actor = packed.actor_from_line(line, scheme)
        if actor.key in keys:
            raise InputError(tr("une clé y figure deux fois"))
        keys.add(actor.key)
        return actor

    return list(read_lines(archive, form.ACTORS, read))


def read_lines(archive: Archive, name: str, read: Callable[[str], T]) -> Iterator[T]:
    """Yield what `read` makes of each line of a member; what it refuses is said with the line."""
    for n, line in archive.lines(name):
        try:
            one = read(line)
        except InputError as error:
            raise archive.refusal(tr("« {name} », ligne {line} : {why}", name=name, line=n, why=error)) from None
        yield one


def read_steps(archive: Archive) -> Iterator[Step]:
    """Yield the steps of a return's journal, in order; raises InputError at the first that isn't as it must be."""
    whose = {one.key for one in archive.manifest.annotators}
    last = 0

    def read(line: str) -> Step:
        nonlocal last
        one = step.from_line(line)
        if one.number <= last or one.annotator not in whose:
            raise InputError(tr("le journal n’est pas en ordre"))
        try:
            for part in one.parts:
                codec.part_from_json(part)
        except (KeyError, TypeError, ValueError):
            raise InputError(tr("le journal est abîmé")) from None
        last = one.number
        return one

    return read_lines(archive, form.JOURNAL, read)
