"""Any spaCy pipeline, installed or in a folder, as a source. Knows spaCy's labels and how they map onto the scheme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from depeche.core.article import Article
from depeche.core.scheme import Scheme
from depeche.core.suggestion import Suggestion
from depeche.errors import UserError
from depeche.messages import tr
from depeche.models.question import joined, parted
from depeche.suggest.reliability import MODEL

if TYPE_CHECKING:
    from spacy.language import Language

SCORE = 0.6
"""spaCy's entity recognizer gives no probability; below the rules' own scores, so that they win where both speak."""

USUAL: Mapping[str, tuple[str, str | None]] = {
    "PER": ("ACTOR", "PER"),
    "PERSON": ("ACTOR", "PER"),
    "ORG": ("ACTOR", "ORG"),
    "GPE": ("ACTOR", "GPE"),
    "NORP": ("ACTOR", "GRP"),
    "DATE": ("DATE", None),
    "CARDINAL": ("FIGURE", None),
    "QUANTITY": ("FIGURE", None),
    "MONEY": ("FIGURE", None),
    "PERCENT": ("FIGURE", None),
}
"""What the usual labels of published pipelines mean here. LOC isn't among them: most places don't act."""


def spoken(scheme: Scheme) -> list[str]:
    """Return the names that a pipeline may give the labels of a scheme: alone, and with each kind (`ACTOR:PER`)."""
    kinds = [
        joined(name, kind.kind)
        for label in scheme.active
        for name in (label.label, label.base)
        if name
        for kind in label.kinds
    ]
    return [*scheme.spoken, *kinds]


def source_named(name: str, models: Path, known: Sequence[str]) -> SpacySource:
    """Return the model of this name in a project's folder of models, else the pipeline of that name or folder.

    The first is held to be from outside and runs no code of its own. Raises UserError.
    """
    from depeche.models import folder as folders

    own = models / name
    return SpacySource(name, known, folders.load(own) if own.parent == models and own.is_dir() else None)


def from_elsewhere(name: str, folder: Path, version: str, scheme: Scheme) -> SpacySource:
    """Return a project's model that was trained elsewhere as the source `model:NAME`. Raises UserError."""
    from depeche.models import folder as folders

    source = SpacySource(name, spoken(scheme), folders.load(folder))
    source.name, source.version = f"{MODEL}{name}", version
    return source


def unheard(folder: Path, scheme: Scheme) -> list[str]:
    """Return the labels of a model trained elsewhere that a scheme has no place for. Raises UserError."""
    source = from_elsewhere("", folder, "", scheme)
    return [label for label in source.labels if not source.hears(label)]


class SpacySource:
    """The entities and the spans (`sc`) of a spaCy pipeline, under the labels of the scheme.

    A label in `known`, which `spoken` makes of a scheme, is taken as it is, the usual ones are translated, others are
    dropped.
    """

    def __init__(self, name_or_folder: str, known: Sequence[str], loaded: Language | None = None) -> None:
        """Load the pipeline, unless it comes `loaded`. Raises UserError where there is none of that name or folder.

        Loading an installed package runs that package's code: only what the person named is loaded.
        """
        import spacy

        try:
            self._nlp: Language = loaded or spacy.load(name_or_folder)
        except (OSError, ValueError, ImportError, KeyError, TypeError) as error:
            raise UserError(
                tr("Aucune chaîne spaCy utilisable sous « {name} ».", name=name_or_folder),
                tr("Donnez le nom d’un paquet installé ou un dossier qui contient config.cfg."),
            ) from error
        meta = self._nlp.meta
        self.name = f"spacy:{meta.get('name') or Path(name_or_folder).name}"
        self.version = str(meta.get("version", ""))
        self._known = frozenset(known)

    def propose(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return what the pipeline finds in the article, in reading order."""
        self._nlp.max_length = max(self._nlp.max_length, len(article.text) + 1)
        doc = self._nlp(article.text)
        spans = [*doc.ents, *doc.spans.get("sc", ())]
        proposed: list[Suggestion] = []
        for span in sorted(spans, key=lambda one: (one.start_char, -one.end_char)):
            label, kind = self._translate(span.label_)
            if label and span.text.strip() == span.text and span.text:
                proposed.append(
                    Suggestion(
                        span.start_char,
                        span.end_char,
                        label,
                        kind,
                        source=self.name,
                        version=self.version,
                        score=SCORE,
                        reason=tr("modèle « {name} », {label}", name=self.name[6:], label=span.label_),
                    )
                )
        return proposed

    @property
    def labels(self) -> list[str]:
        """The labels that its components give, in order of the alphabet."""
        return sorted({label for _, pipe in self._nlp.pipeline for label in getattr(pipe, "labels", ())})

    def hears(self, label: str) -> bool:
        """Tell whether what it finds under a label is taken."""
        return self._translate(label)[0] is not None

    def _translate(self, label: str) -> tuple[str | None, str | None]:
        if label in self._known:
            return parted(label)
        ours, kind = USUAL.get(label, (None, None))
        return (ours, kind) if ours in self._known else (None, None)
