"""A project: a folder with a database, models and backups. What every verb is given."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection as Connection  # what `read` and `write` give, for the rooms above
from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.exc import DBAPIError

import depeche
from depeche.core.ids import new_key
from depeche.core.scheme import Scheme, label_to_json, parse_scheme
from depeche.errors import DamagedError, ProjectError, SchemeError, reason
from depeche.messages import tr
from depeche.paths import DATABASE as DATABASE
from depeche.store import backups, labels, migrations, scheme_file, tables
from depeche.store.engine import Mode, check_header, check_no_program, check_schema, make_engine
from depeche.store.explain import explain, not_created
from depeche.store.lock import ProjectLock
from depeche.store.scheme_file import SCHEME as SCHEME

_FOLDERS = ("models", "backups")


class _OldError(ProjectError):
    """A project of an older version can't be migrated while it is open for reading."""


class Project:
    """An open project. Use `create` or `open`, and `close` (or a `with` block) when done.

    `read` and `write` give a connection inside one transaction; a write is stored when its block ends and rolled back
    when it raises. `notices` are sentences for the person about what opening found (a label kept, a file read-only).
    """

    def __init__(self, folder: Path, engine: Engine, lock: ProjectLock | None, *, read_only: bool) -> None:
        self.folder = folder
        self.read_only = read_only
        self.notices: list[str] = []
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        self._lock = lock
        self._writes: Counter[str] = Counter()
        self.scheme: Scheme
        self.annotator: str
        self.title: str

    @classmethod
    def create(
        cls, folder: Path, scheme_toml: str, annotator: str, *, program: str = "depeche", blind: float = 0.0
    ) -> Project:
        """Make a project in a folder that is absent or empty; `blind` is the share of its articles without suggestions.

        Raises ProjectError, or SchemeError for a bad scheme.
        """
        parse_scheme(scheme_toml, SCHEME)
        if not annotator.strip():
            raise ProjectError(tr("Le nom de l’annotateur est vide."), tr("Donnez un nom, par exemple vos initiales."))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if any(folder.iterdir()):
                raise ProjectError(
                    tr("Le dossier {folder} existe déjà et n’est pas vide.", folder=folder),
                    tr("Choisissez un autre nom."),
                )
        except OSError as error:
            raise not_created(folder, error) from error
        try:
            cls._fill(folder, scheme_toml, annotator.strip(), blind)
        except (OSError, DBAPIError) as error:
            for made in (*folder.glob(f"{DATABASE}*"), folder / SCHEME):
                made.unlink(missing_ok=True)
            for name in _FOLDERS:
                if (folder / name).is_dir():
                    (folder / name).rmdir()
            raise not_created(folder, error) if isinstance(error, OSError) else explain(error, folder) from error
        return cls.open(folder, program=program)

    @staticmethod
    def _fill(folder: Path, scheme_toml: str, annotator: str, blind: float) -> None:
        for name in _FOLDERS:
            (folder / name).mkdir()
        (folder / SCHEME).write_text(scheme_toml, encoding="utf-8", newline="\n")
        half = folder / f"{DATABASE}.new"  # under its own name only when whole
        engine = make_engine(half, Mode.CREATE)
        person = new_key()
        title = folder.resolve().name
        known: dict[str, Any] = {"project": new_key(), "title": title, "scheme": scheme_toml, "retired": []}
        known |= {"annotator": person, "blind": blind}
        try:
            with engine.execution_options(writes=True).begin() as db:
                migrations.create(db)
                db.execute(insert(tables.annotators).values(key=person, name=annotator))
                rows = [{"name": k, "value": v} for k, v in (known | {"made_with": depeche.__version__}).items()]
                db.execute(insert(tables.facts), rows)
        finally:
            engine.dispose()
        half.replace(folder / DATABASE)

    @classmethod
    def open(cls, folder: Path, *, program: str = "depeche", read_only: bool = False) -> Project:
        """Open a project to work in it, migrating an older one after a copy to `backups/`.

        Where the folder can't be written, or with `read_only`, it is opened for reading, without the lock; an older
        one is migrated all the same where that can be. Raises ProjectError: no project there, in use, damaged, of a
        newer version.
        """
        path = folder / DATABASE
        try:
            if not path.is_file():
                raise ProjectError(
                    tr("{folder} n’est pas un projet Dépêche.", folder=folder),
                    tr("Un projet est un dossier qui contient {name} ; « depeche new » en crée un.", name=DATABASE),
                )
            check_header(path)
            writable = os.access(folder, os.W_OK) and os.access(path, os.W_OK)
            read_only = read_only or not writable
            lock = None if read_only else ProjectLock(folder)
            if lock:
                lock.take(program)
        except OSError as error:
            raise ProjectError(tr("{path} ne peut pas être lu : {why}.", path=path, why=reason(error))) from error
        engine = make_engine(path, Mode.WRITE if writable else Mode.READ, query_only=read_only)
        project = cls(folder, engine, lock, read_only=read_only)
        try:
            project._start()
        except _OldError:
            project.close()
            if not writable:
                raise
            cls.open(folder, program=program).close()
            return cls.open(folder, program=program, read_only=True)
        except BaseException:
            project.close()
            raise
        return project

    def _start(self) -> None:
        path = self.folder / DATABASE
        with self.read() as db:
            version = migrations.version_of(db)
            if version > migrations.VERSION:
                maker = _maker(db, version)
                raise ProjectError(
                    tr("Ce projet vient d’une version plus récente de Dépêche ({version}).", version=maker),
                    tr("Installez cette version pour l’ouvrir ; rien n’a été changé."),
                )
            if version < 1:
                raise DamagedError(tr("{path} n’a pas de numéro de version.", path=path))
            check_no_program(db, path)
        if version < migrations.VERSION:
            if self.read_only:
                raise _OldError(
                    tr("Ce projet doit être mis à jour, mais son dossier est en lecture seule."),
                    tr("Copiez-le dans un dossier où vous pouvez écrire."),
                )
            self.backup(f"avant-version-{migrations.VERSION}")
            with self.write() as db:
                migrations.migrate(db, migrations.VERSION)
                db.execute(
                    tables.facts.update().where(tables.facts.c.name == "made_with").values(value=depeche.__version__)
                )
        try:
            with self.read() as db:
                check_schema(db, path)
                known: dict[str, Any] = {row.name: row.value for row in db.execute(select(tables.facts))}
            self.title, self.annotator = known["title"], known["annotator"]
            self.scheme = scheme_file.of_facts(known)
        except (KeyError, TypeError, ValueError, SchemeError) as error:
            raise DamagedError(
                tr("{path} : ce qui y est noté du projet lui-même est endommagé.", path=path),
                tr("Reprenez la dernière copie du dossier backups."),
            ) from error
        if self.read_only:
            self.notices.append(tr("Projet en lecture seule : rien ne sera enregistré."))
        elif self._file_follows(known):
            self._reread_scheme(known["scheme"])

    def _reread_scheme(self, stored: str) -> None:
        """Take over what a person edited in `scheme.toml`; keep labels that have spans, and the last good scheme.

        What the file no longer has but spans still need is stored beside its text, so that it stays so.
        """
        path = self.folder / SCHEME
        if not path.is_file():
            try:
                path.write_text(stored, encoding="utf-8", newline="\n")
            except OSError:
                self.notices.append(tr("{file} manque et n’a pas pu être récrit.", file=SCHEME))
            return
        try:
            toml = path.read_text(encoding="utf-8-sig")
            fresh = parse_scheme(toml, SCHEME)
        except (SchemeError, OSError, UnicodeDecodeError) as error:
            self.notices.append(
                tr("{error} Le dernier jeu d’étiquettes valable reste en usage.", error=_sentence(error))
            )
            return
        with self.read() as db:
            used = set(db.scalars(select(tables.spans.c.label).distinct()))
            used |= set(db.scalars(select(tables.suggestions.c.label).distinct()))
        merged, lost = fresh.keeping(self.scheme, used)
        for label in lost:
            self.notices.append(
                tr(
                    "« {name} » n’est plus dans {file}, mais a déjà servi : l’étiquette est gardée, sans touche.",
                    name=label.name,
                    file=SCHEME,
                )
            )
        if toml != stored or merged != self.scheme:
            self._put_facts({"retired": [label_to_json(label) for label in lost], "scheme": toml})
        self.scheme = merged

    def _file_follows(self, known: dict[str, Any]) -> bool:
        """Write `scheme.toml` if it doesn't say yet what the project does, as after a crash; tell whether it does."""
        if labels.WAS not in known:
            return True
        try:
            scheme_file.follow(self.folder, known["scheme"], known[labels.WAS])
        except OSError:
            self.notices.append(tr("{file} manque et n’a pas pu être récrit.", file=SCHEME))
            return False
        with self.write() as db:
            labels.set_followed(db)
        return True

    def _take_labels(self) -> None:
        """Go on with the scheme that an act, or the undo of one, has just stored."""
        with self.read() as db:
            known: dict[str, Any] = {row.name: row.value for row in db.execute(select(tables.facts))}
        self.scheme = scheme_file.of_facts(known)
        self._file_follows(known)

    def _put_facts(self, facts: dict[str, Any]) -> None:
        """Store facts about the project itself in place of the ones of those names, all or none."""
        with self.write() as db:
            db.execute(delete(tables.facts).where(tables.facts.c.name.in_(facts)))
            db.execute(insert(tables.facts), [{"name": name, "value": value} for name, value in facts.items()])

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection for reading, inside one short transaction. Raises ProjectError on a damaged file."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise explain(error, self.folder) from error
        except UnicodeDecodeError as error:  # a column's name, or SQLite's own message about it
            raise DamagedError(tr("Le fichier du projet {folder} est endommagé.", folder=self.folder)) from error

    def version(self, article: str) -> tuple[int, int]:
        """Return what changes with every write that may have touched an article (a key), to know if a copy is old.

        Only this program writes while it has the project's lock. Ask before reading: what is written meanwhile makes
        the copy old.
        """
        return self._writes[""], self._writes[article]

    @contextmanager
    def write(self, about: Collection[str] = ("",)) -> Iterator[Connection]:
        """Give a connection inside one `BEGIN IMMEDIATE` transaction, stored when the block ends.

        `about` are the keys of the articles that are written to, where no others can be; see `version`.
        Raises ProjectError with a sentence for the person (disk full, file gone, read-only); nothing is stored then.
        """
        if self.read_only:
            raise ProjectError(
                tr("Le projet {folder} est en lecture seule.", folder=self.folder),
                tr("Copiez-le dans un dossier où vous pouvez écrire."),
            )
        try:
            with self._writer.begin() as connection:
                connection.info.pop(labels.CHANGED, None)  # of a transaction that was rolled back
                yield connection
                relabelled = connection.info.pop(labels.CHANGED, False)
                self._writes.update(about)  # also before it is stored, for who gets to write next: see `bulk`
        except DBAPIError as error:
            raise explain(error, self.folder) from error
        finally:
            self._writes.update(about)
        if relabelled:
            self._writes.update(("",))
            self._take_labels()

    def backup(self, reason: str) -> Path:
        """Copy the database into `backups/`, checked before it gets its name; returns the copy's path."""
        with self._engine.connect() as connection:
            return backups.make(connection, self.folder / "backups", reason)

    def close(self) -> None:
        """Close all connections and let go of the lock."""
        self._engine.dispose()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _maker(db: Connection, version: int) -> str:
    """Return which Dépêche wrote a project of a newer schema, of which nothing else is known."""
    try:
        made = db.execute(select(tables.facts.c.value).where(tables.facts.c.name == "made_with")).scalar()
    except (DBAPIError, ValueError):
        made = None
    return str(made or version)


def _sentence(error: Exception) -> str:
    return str(error) if isinstance(error, SchemeError) else tr("{file} ne peut pas être lu.", file=SCHEME)
