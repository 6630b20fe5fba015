"""What is about to come in: the files chosen, what a preview found in them, and what a person settled. No widgets."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from depeche.core.progress import Report
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import label_map
from depeche.store.project import Project
from depeche.ui.jobs import Job
from depeche.ui.loose import Loose

if TYPE_CHECKING:
    from depeche.ingest.preview import Lot, Preview
    from depeche.ingest.settled import Settled, Signs

    Key = tuple[Path, Signs]


@dataclass
class Choice:
    """What was settled of a lot. `confirmed`: its text reads well in the encoding supposed."""

    encoding: str | None = None
    confirmed: bool = False
    repair: bool = False
    columns: dict[str, str] = field(default_factory=dict)
    mojibake: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Want:
    """Something to settle before anything comes in, of a lot or, without one, of the labels."""

    words: str
    lot: Lot | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What to take in, and how."""

    paths: tuple[Path, ...]
    settled: tuple[Settled, ...]
    labels: Mapping[str, str | None]
    as_: str = ""
    licence: str = ""
    source: str = ""
    by: str = ""


class Importing(QObject):
    """`looking()` a preview begins, `progressed(Progress)` as it goes, `looked()` it is there; `failed(words)`.

    `settled()`: what is still wanted has changed. `given_up` tells whether somebody stopped the last preview: what was
    `found` before is still there.
    """

    looking = Signal()
    progressed = Signal(object)
    looked = Signal()
    failed = Signal(str)
    settled = Signal()

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        from depeche.ingest.preview import Preview

        self.scheme = project.scheme
        self.paths: list[Path] = []
        self.found = Preview()
        self.labels: dict[str, str | None] = {}
        self._proposed: dict[str, str] = {}
        self._choices: dict[Key, Choice] = {}
        self._looks = Loose()
        self._job: Job | None = None
        self.given_up = False
        self._whole = False
        with project.read() as db:
            self._remembered = label_map.get(db, project.scheme)

    @property
    def busy(self) -> bool:
        """Whether a preview is being made."""
        return self._job is not None

    @property
    def is_partial(self) -> bool:
        """Whether there is more to look at than was looked at."""
        return bool(self.paths) and not self._whole and (self.given_up or not self.found.is_whole)

    def add(self, paths: Sequence[Path]) -> None:
        """Choose these files and folders too."""
        new = [path for path in dict.fromkeys(paths) if path not in self.paths]
        self.paths += new
        if new:
            self.look()

    def remove(self, path: Path) -> None:
        """Choose this one no longer."""
        if path in self.paths:
            self.paths.remove(path)
            self.look()

    def choice(self, lot: Lot) -> Choice:
        """Return what was settled of a lot so far, to be changed; `look` or `settled` follows a change."""
        return self._choices.setdefault((lot.path, lot.signs), Choice())

    def look(self, *, whole: bool = False) -> None:
        """Make a preview of what is chosen, as it is settled now; one that is being made is given up.

        `whole`: of all of it, however long that takes.
        """
        from depeche.ingest.preview import SECONDS, preview

        paths, settled = list(self.paths), self._settled()

        def work(report: Report) -> Preview:
            return preview(paths, report, settled=settled, seconds=math.inf if whole else SECONDS)

        self.given_up, self._whole = False, whole
        job = self._job = self._looks.start(tr("Aperçu"), work)
        job.progressed.connect(lambda progress: self.progressed.emit(progress) if job is self._job else None)
        job.finished.connect(lambda found: self._on_found(job, found))
        job.failed.connect(lambda error: self._on_failure(job, error))
        self.looking.emit()

    def stop(self) -> None:
        """Give up the preview that is being made."""
        if self.busy:  # what was found before still holds of a look at more of the same
            self.given_up, self._whole = not self._whole, False
        self._looks.stop()
        self._job = None

    def close(self) -> None:
        """Give up everything and be gone; what can't be stopped at once ends unseen."""
        self.stop()
        self.deleteLater()

    def _on_found(self, job: Job, found: Preview) -> None:
        if job is not self._job:
            return
        self._job, self.found = None, found
        for lot in found.lots:
            if lot.mojibake is not None:
                self.choice(lot).mojibake = lot.mojibake
        from depeche.ingest.label_names import proposal

        for label in self.foreign:
            if label in self._remembered:
                self.labels.setdefault(label, self._remembered[label])
            elif label not in self.labels and label not in self._proposed:
                likely = proposal(label, self.scheme)
                if likely is not None:
                    self._proposed[label] = likely
        self.looked.emit()

    def _on_failure(self, job: Job, error: Exception) -> None:
        if job is not self._job:
            return
        self._job = None
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(str(error))

    # --- labels

    @property
    def foreign(self) -> list[str]:
        """The labels found that the project doesn't have, the most frequent first."""
        return [label for label, _ in self.found.labels.most_common() if label not in self.scheme]

    def proposed(self, label: str) -> str | None:
        """Return what a label may be that nobody has decided about."""
        return None if label in self.labels else self._proposed.get(label)

    def set_label(self, label: str, target: str | None) -> None:
        """Decide what a label becomes; None: its marks are left out."""
        self.labels[label] = target
        self.settled.emit()

    def unset_label(self, label: str) -> None:
        """Decide nothing about a label."""
        self.labels.pop(label, None)
        self._proposed.pop(label, None)
        self.settled.emit()

    def accept_proposals(self) -> None:
        """Take what is proposed for labels: somebody has seen it."""
        new = {label: self._proposed[label] for label in self.foreign if self.proposed(label) is not None}
        if new:
            self.labels |= new
            self.settled.emit()

    # --- what is wanted, what is decided

    def wanted(self) -> list[Want]:
        """Return what a person still has to settle."""
        found = [
            Want(tr("L’encodage de {name} est supposé : vérifiez l’échantillon.", name=lot.path.name), lot)
            for lot in self.found.lots
            if self.is_doubtful(lot)
        ]
        unset = [label for label in self.foreign if label not in self.labels]
        if unset:
            found.append(Want(tr("%n étiquette à faire correspondre.|%n étiquettes à faire correspondre.", len(unset))))
        return found

    def is_doubtful(self, lot: Lot) -> bool:
        """Tell whether a lot's encoding is only supposed, and nobody has said that it reads well."""
        choice = self.choice(lot)
        return bool(lot.guesses) and lot.guesses[0].how == "guessed" and not choice.confirmed and not choice.encoding

    def decision(self, as_: str, licence: str, source: str, by: str) -> Decision:
        """Return what was decided, of everything that was chosen. `by`: whose the marks are that name nobody."""
        return Decision(
            tuple(self.paths), self._settled(), dict(self.labels), as_, licence.strip(), source.strip(), by.strip()
        )

    def _settled(self) -> tuple[Settled, ...]:
        from depeche.ingest.reader import Asked
        from depeche.ingest.settled import Settled

        return tuple(
            Settled(path, signs, Asked(encoding=one.encoding, repair=one.repair, columns=dict(one.columns)))
            for (path, signs), one in self._choices.items()
            if path in self.paths and (one.encoding or one.repair or one.columns)
        )
