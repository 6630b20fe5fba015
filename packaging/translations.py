"""Brings resources/translations/depeche_en.ts up to date with the words in the code. Usage: translations.py [--check]

Every `tr("…")` of desktop/depeche becomes one message of Qt Linguist's file, in the order of modules and lines, so that
the file changes only where words do. Translations are kept, new words are marked unfinished, those no longer used are
dropped. With `--check` nothing is written: exit status 1 where the file is out of date or a translation is wanting.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
CODE = ROOT / "desktop" / "depeche"
FILE = ROOT / "resources" / "translations" / "depeche_en.ts"
CONTEXT = "depeche"

ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


class Translation(NamedTuple):
    """The English of a message; `finished` is what a translator says of it."""

    words: str = ""
    finished: bool = False


def calls(code: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call of `tr` below a folder with its place (path:line), by module and line."""
    for path in sorted(code.rglob("*.py"), key=lambda path: path.relative_to(code).with_suffix("").parts):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) == "tr"]
        for call in sorted(found, key=lambda call: (call.lineno, call.col_offset)):
            yield f"{path.relative_to(code).as_posix()}:{call.lineno}", call


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def sources(code: Path) -> list[str]:
    """Return the distinct French words in the code below a folder; raises SystemExit where they are no literal."""
    found: dict[str, None] = {}
    for place, call in calls(code):
        words = call.args[0] if call.args else None
        if not (isinstance(words, ast.Constant) and isinstance(words.value, str)):
            raise SystemExit(f"{place}: tr() needs its words as a literal, nothing else can be translated")
        found[words.value] = None
    return list(found)


def read(file: Path) -> dict[str, Translation]:
    """Return the translations in a file, by source; none where there is no file yet."""
    if not file.exists():
        return {}
    known: dict[str, Translation] = {}
    for message in ElementTree.parse(file).iter("message"):
        translation = message.find("translation")
        if translation is not None:
            words = translation.text or ""
            known[message.findtext("source", "")] = Translation(words, bool(words) and not translation.get("type"))
    return known


def write(wanted: list[str], known: dict[str, Translation]) -> str:
    """Return the file's text: a message for each source, with the translation known of it."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += ['<TS version="2.1" language="en" sourcelanguage="fr">', "<context>", f"    <name>{CONTEXT}</name>"]
    for source in wanted:
        translation = known.get(source, Translation())
        state = "" if translation.finished else ' type="unfinished"'
        lines += ["    <message>", f"        <source>{_escaped(source)}</source>"]
        lines += [f"        <translation{state}>{_escaped(translation.words)}</translation>", "    </message>"]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _escaped(words: str) -> str:
    """Return words as XML. No-break spaces become entities, as Qt Linguist writes them: they can be seen."""
    return "".join(
        f"&#x{ord(sign):x};" if sign.isspace() and ord(sign) > 0x7F else ESCAPED.get(sign, sign) for sign in words
    )


def main(arguments: list[str]) -> int:
    """Update the file, or check it; returns the exit status."""
    known = read(FILE)
    wanted = sources(CODE)
    text = write(wanted, known)
    unfinished = [source for source in wanted if not known.get(source, Translation()).finished]
    current = FILE.exists() and FILE.read_text(encoding="utf-8") == text
    if "--check" not in arguments:
        if not current:
            FILE.parent.mkdir(parents=True, exist_ok=True)
            FILE.write_text(text, encoding="utf-8", newline="\n")
        print(f"{FILE.relative_to(ROOT)}: {len(wanted)} messages, {len(unfinished)} unfinished")
        return 0
    if not current:
        print(f"{FILE.relative_to(ROOT)} is out of date: run `make translations`", file=sys.stderr)
    for source in unfinished:
        print(f"no translation yet: {source}", file=sys.stderr)
    return 0 if current and not unfinished else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
