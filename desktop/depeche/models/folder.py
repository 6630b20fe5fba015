"""A model's folder as data from outside: what it may hold, and how it is loaded without running anything of its own.

spaCy builds whatever registered function a `config.cfg` names, and a folder may bring pickles and programs. Here only
two sections of the settings are read, every function named there must be on the list below, and no other file than
weights and settings may lie in the folder. Weights are msgpack, which holds numbers and no objects.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from depeche.errors import UserError, reason
from depeche.messages import tr

if TYPE_CHECKING:
    from spacy.language import Language

_OURS = "depeche.candidates.v1"
FACTORIES = frozenset(("tok2vec", "ner", "span_finder", "spancat", "spancat_singlelabel"))
_COLUMNS = {"spancat": 0, "spancat_singlelabel": 1}
"""How many columns such a part's weights have beside one for each label: none of them."""
FUNCTIONS: Mapping[str, frozenset[str]] = {
    "@architectures": frozenset(
        (
            "spacy.TransitionBasedParser.v2",
            "spacy.SpanCategorizer.v1",
            "spacy.SpanFinder.v1",
            "spacy.HashEmbedCNN.v2",
            "spacy.Tok2Vec.v2",
            "spacy.Tok2VecListener.v1",
            "spacy.MultiHashEmbed.v2",
            "spacy.CharacterEmbed.v2",
            "spacy.MaxoutWindowEncoder.v2",
            "spacy.MishWindowEncoder.v2",
        )
    ),
    "@layers": frozenset(("spacy.mean_max_reducer.v1", "spacy.LinearLogistic.v1", "Softmax.v2")),
    "@misc": frozenset(
        (
            "spacy.ngram_suggester.v1",
            "spacy.ngram_range_suggester.v1",
            "spacy.preset_spans_suggester.v1",
            _OURS,
        )
    ),
    "@scorers": frozenset(("spacy.ner_scorer.v1", "spacy.spancat_scorer.v1", "spacy.span_finder_scorer.v1")),
}
"""All that a model's settings may name; each builds layers of numbers or counts, and takes no path and no code."""

_SENTENCE = "« Tout va bien », a dit le maire de Paris, lundi 3 mai, à 250 habitants."
_LANGUAGES = ("fr", "xx")
META = "meta.json"
"""What a model says of itself."""
_SETTINGS = "config.cfg"
_WEIGHTS = "model"
_FACTS = frozenset(("cfg", "moves"))
_IGNORED = frozenset(("tokenizer", "README.md", "LICENSE", "report.json", "curve.json", "curve.svg"))
_VOCABULARY = "vocab"
_MOST_SETTINGS, _MOST_BYTES = 200_000, 500_000_000
_MOST_SAID = 60
_MOST_ROWS, _MOST_SIZE, _MOST_NGRAM, _MOST_LISTED = 100_000, 2048, 60, 64


def check(folder: Path) -> dict[str, Any]:
    """Return what a model says of itself (`meta.json`). Raises UserError where the folder isn't a harmless model."""
    return _checked(folder)[0]


def load(folder: Path) -> Language:
    """Return the pipeline of a folder, checked first. Raises UserError."""
    _, nlp_settings, components = _checked(folder)
    from spacy.util import load_model_from_config

    import depeche.models.network  # registers the suggester that our own models name  # noqa: F401

    config = {
        "nlp": {"lang": nlp_settings["lang"], "pipeline": nlp_settings["pipeline"]},
        "components": components,
    }
    try:
        nlp = load_model_from_config(config, auto_fill=True, validate=True)
        nlp.from_disk(folder, exclude=["config", "tokenizer", "vocab", "meta"])  # its settings are those checked
    except FileNotFoundError as error:
        lacking = PurePosixPath(os.path.relpath(error.filename or folder, folder).replace(os.sep, "/"))
        raise _refused(folder, tr("il y manque « {file} »", file=lacking)) from error
    except Exception as error:  # whatever spaCy says of settings or weights that don't fit, the person can't use it
        why = tr("ses poids sont abîmés, ou ne vont pas avec ses réglages")
        raise _refused(folder, why) from error
    for name, component in components.items():
        pipe: Any = nlp.get_pipe(name)
        factory = component["factory"]
        if factory in _COLUMNS and len(pipe.labels) + _COLUMNS[factory] != pipe.model.get_dim("nO"):
            raise _refused(folder, tr("ses étiquettes ne sont pas celles de ses poids"))
    return nlp


def try_out(folder: Path) -> None:
    """Load a model and let it read a sentence, if it reads texts at all. Raises UserError where it can't."""
    nlp = load(folder)
    if any(value == _OURS for _, value in _leaves(nlp.config["components"])):  # asked about windows: here are none
        return
    try:
        nlp(_SENTENCE)
    except Exception as error:  # whatever goes wrong there would go wrong with every article
        raise _refused(folder, tr("il ne lit pas une phrase d’essai")) from error


def files(folder: Path) -> Iterator[PurePosixPath]:
    """Yield the files of a model that are read, by their path in it; `check` it before."""
    for path in sorted(_walk(folder)):
        name = PurePosixPath(path.relative_to(folder).as_posix())
        if name.parts[0] not in (_VOCABULARY, *_IGNORED):
            yield name


def digest(folder: Path) -> str:
    """Return the SHA-256 of what a model computes with: settings and weights, by name."""
    said = hashlib.sha256()
    for part in files(folder):
        if part.name != META:
            said.update(part.as_posix().encode() + b"\0" + (folder / part).read_bytes())
    return said.hexdigest()


def _checked(folder: Path) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    if not folder.is_dir():
        raise UserError(tr("{folder} n’est pas un dossier.", folder=folder))
    try:
        size = 0
        for path in _walk(folder):
            if path.is_symlink() or not path.is_file():
                raise _refused(folder, tr("« {file} » n’est pas un fichier ordinaire", file=path.name))
            name = PurePosixPath(path.relative_to(folder).as_posix())
            if not _may_lie(name):
                raise _refused(folder, tr("« {file} » n’a rien à faire dans un modèle", file=name))
            size += path.stat().st_size
            # A few bytes of labels ask for rows of weights: what is small in a true model must be small here.
            if size > _MOST_BYTES or (name.name in _FACTS and path.stat().st_size > _MOST_SETTINGS):
                raise _refused(folder, tr("il est trop gros"))
        meta = json.loads(_read(folder, META))
        settings = _settings(folder, _read(folder, _SETTINGS))
        for part in sorted(folder.glob("*/cfg")):
            _check_facts(folder, json.loads(part.read_text(encoding="utf-8")))
    except OSError as error:
        raise _refused(folder, reason(error)) from error
    except (ValueError, RecursionError) as error:
        raise _refused(folder, tr("ses réglages sont illisibles")) from error
    if not isinstance(meta, dict):
        raise _refused(folder, tr("ses réglages sont illisibles"))
    nlp, components = settings.get("nlp"), settings.get("components")
    if not isinstance(nlp, dict) or not isinstance(components, dict):
        raise _refused(folder, tr("ses réglages sont illisibles"))
    if nlp.get("lang") not in _LANGUAGES:
        raise _refused(folder, tr("sa langue est « {lang} »", lang=_short(nlp.get("lang"))))
    pipeline = nlp.get("pipeline")
    if not isinstance(pipeline, list) or not pipeline or set(map(str, pipeline)) != set(components):
        raise _refused(folder, tr("ses réglages sont illisibles"))
    for name, component in components.items():
        _check_component(folder, name, component)
    return meta, nlp, components


def _may_lie(name: PurePosixPath) -> bool:
    if len(name.parts) == 1:
        return name.name in (_SETTINGS, META) or name.name in _IGNORED
    if name.parts[0] == _VOCABULARY:
        return len(name.parts) == 2 and name.suffix in ("", ".json", ".bin", ".cfg")
    return len(name.parts) == 2 and (name.name == _WEIGHTS or name.name in _FACTS)


def _walk(folder: Path) -> Iterator[Path]:
    for at, folders, names in os.walk(folder, followlinks=False):
        yield from (Path(at, name) for name in names)
        yield from (Path(at, name) for name in folders if Path(at, name).is_symlink())


def _read(folder: Path, name: str) -> str:
    with (folder / name).open("rb") as file:
        content = file.read(_MOST_SETTINGS + 1)
    if len(content) > _MOST_SETTINGS:
        raise ValueError(name)
    return content.decode("utf-8")


def _settings(folder: Path, text: str) -> dict[str, Any]:
    """Return the settings as data. Sections but `nlp` and `components` say how it was trained, and are not read."""
    from thinc.api import Config

    found = Config().from_str(text, interpolate=False)
    kept = Config({name: found.get(name, {}) for name in ("nlp", "components", "paths", "system")})
    kept["nlp"] = {name: kept["nlp"].get(name) for name in ("lang", "pipeline")}
    return dict(kept.interpolate())


def _check_component(folder: Path, name: str, component: Any) -> None:
    if not isinstance(component, dict) or component.get("factory") not in FACTORIES:
        named = component.get("factory") or component.get("source") if isinstance(component, dict) else component
        raise _refused(folder, tr("« {name} » n’est pas une pièce connue", name=_short(named)))
    for key, value in _leaves(component):
        if key.startswith("@"):
            if not isinstance(value, str) or value not in FUNCTIONS.get(key, ()):
                raise _refused(folder, tr("il nomme une fonction qui n’est pas permise ({name})", name=_short(value)))
        elif isinstance(value, list):
            raise _refused(folder, tr("« {name} » y est trop grand", name=key))
        elif key == "include_static_vectors" and value:
            raise _refused(folder, tr("il a besoin de vecteurs qui ne voyagent pas avec lui"))
        elif isinstance(value, int | float) and not abs(value) <= _limit(key):  # nor a number that is none
            raise _refused(folder, tr("« {name} » y est trop grand", name=key))


def _check_facts(folder: Path, facts: Any) -> None:
    """Refuse labels that are none, and numbers that overrule settings (`beam_width`) where they ask for much memory."""
    if not isinstance(facts, dict) or any(isinstance(value, dict) for value in facts.values()):
        raise _refused(folder, tr("ses réglages sont illisibles"))
    labels = facts.get("labels", [])
    if not isinstance(labels, list) or not all(isinstance(one, str) for one in labels):
        raise _refused(folder, tr("ses étiquettes sont illisibles"))
    if len(set(labels)) < len(labels):
        raise _refused(folder, tr("ses étiquettes ne sont pas distinctes"))
    numbers = facts.items()
    if large := next((key for key, n in numbers if isinstance(n, int | float) and not abs(n) <= _limit(key)), None):
        raise _refused(folder, tr("« {name} » y est trop grand", name=large))


def _limit(key: str) -> int:
    return {"rows": _MOST_ROWS, "sizes": _MOST_NGRAM, "max_size": _MOST_NGRAM}.get(key, _MOST_SIZE)


def _leaves(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each value with its name; a list that is longer than any model needs as one."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, str(name))
    elif isinstance(value, list) and len(value) <= _MOST_LISTED:
        for inner in value:
            yield from _leaves(inner, key)
    else:
        yield key, value


def _refused(folder: Path, why: str) -> UserError:
    return UserError(
        tr("« {name} » n’est pas pris : {why}.", name=folder.name, why=why),
        tr("Un modèle est ce que « spacy train » écrit dans « model-best » : des poids et des réglages, rien d’autre."),
    )


def _short(said: object) -> str:
    words = str(said)
    return words if len(words) <= _MOST_SAID else f"{words[:_MOST_SAID]}…"
