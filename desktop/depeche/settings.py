"""Preferences: frozen defaults, and a TOML file of what differs. The window's geometry is Qt's own affair."""

from __future__ import annotations

import json
import logging
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from depeche import paths
from depeche.messages import tr

RECENT = 8
UNREAD = "settings-illisible.toml"
"""What a file is called from then on that a hand has edited into no TOML."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose.

    An article is set `zoom` times as large as usual, in lines of about `measure` characters, in `letters` with or
    without serifs; `unseen` characters are shown or not, and so is the `minimap` beside it. `accept_above` is the score
    from which suggestions are accepted at one stroke. `keys` maps an action's name to the
    keys that replace its own, for example `["Space"]`. `faults` are what the file says that can't hold: told once.
    """

    language: str = "fr"
    theme: str = "system"
    zoom: float = 1.0
    measure: int = 70
    letters: str = "serif"
    unseen: bool = False
    minimap: bool = True
    accept_above: float = 0.8
    recent: tuple[str, ...] = ()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    faults: tuple[str, ...] = ()

    def with_recent(self, folder: Path) -> Settings:
        """Return these settings with a project at the head of the recent ones."""
        others = [one for one in self.recent if one != str(folder)]
        return replace(self, recent=(str(folder), *others)[:RECENT])


def load() -> Settings:
    """Return the person's settings; what the file doesn't say, or says wrongly, is as by default."""
    try:
        said = tomllib.loads(_file().read_text(encoding="utf-8"))
    except OSError:
        return Settings()
    except ValueError:  # neither TOML nor UTF-8
        return Settings(faults=(tr("ce n’est pas du TOML valide ; il est gardé sous le nom {name}", name=UNREAD),))
    known: dict[str, Any] = {}
    if said.get("language") in ("fr", "en"):
        known["language"] = said["language"]
    if said.get("theme") in ("system", "light", "dark"):
        known["theme"] = said["theme"]
    if isinstance(said.get("zoom"), float | int) and 0.5 <= said["zoom"] <= 3:
        known["zoom"] = float(said["zoom"])
    if isinstance(said.get("measure"), int) and 40 <= said["measure"] <= 120:
        known["measure"] = said["measure"]
    if said.get("letters") in ("serif", "sans", "airy"):
        known["letters"] = said["letters"]
    known |= {name: said[name] for name in ("unseen", "minimap") if isinstance(said.get(name), bool)}
    if isinstance(said.get("accept_above"), float | int) and 0 <= said["accept_above"] <= 1:
        known["accept_above"] = float(said["accept_above"])
    if isinstance(said.get("recent"), list):
        known["recent"] = tuple(one for one in said["recent"] if isinstance(one, str))[:RECENT]
    if isinstance(said.get("keys"), dict):
        known["keys"] = {
            name: tuple(keys)
            for name, keys in said["keys"].items()
            if isinstance(keys, list) and all(isinstance(key, str) for key in keys)
        }
    wrong = [name for name in said if name not in known]
    wrong += [f"keys.{name}" for name in said.get("keys", ()) if "keys" in known and name not in known["keys"]]
    return Settings(**known, faults=tuple(tr("« {name} » n’a pas une valeur possible", name=name) for name in wrong))


def save(settings: Settings) -> None:
    """Write what differs from the defaults, beside and swapped in. A file that can't be read is kept by another name.

    Where the person's folder can't be written they are lost at the end, which is no reason not to work.
    """
    said, usual = asdict(settings), asdict(Settings())
    lines = []
    for name, value in said.items():
        if value != usual[name] and name not in ("keys", "faults"):
            lines.append(f"{name} = {_toml(value)}")
    if settings.keys:
        lines += ["", "[keys]", *(f"{json.dumps(name)} = {_toml(keys)}" for name, keys in settings.keys.items())]
    try:
        path = _file()
        _set_aside_if_unread(path)
        half = path.with_suffix(".half")
        half.write_text("\n".join(lines) + "\n", encoding="utf-8")
        half.replace(path)
    except OSError as error:
        logging.getLogger(__name__).warning("preferences can't be kept: %s", error)


def _set_aside_if_unread(path: Path) -> None:
    try:
        tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    except ValueError:
        path.replace(path.with_name(UNREAD))


def _toml(value: Any) -> str:
    # A JSON string, number or list of strings is TOML as well, as long as no surrogate is escaped.
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _file() -> Path:
    return paths.config() / "settings.toml"
