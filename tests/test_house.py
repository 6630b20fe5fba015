"""The rules of the house that no type checker sees: who imports whom, what is never called, what no file may hold."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop" / "depeche"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 320
MADE = {".git", ".venv", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", "build", "dist"}


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120
    )


def kept_files() -> list[Path]:
    """Every file that git keeps or would keep; without git (a source archive) every file that no tool has made."""
    if shutil.which("git"):
        command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        kept = subprocess.run(command, cwd=ROOT, capture_output=True)
        if kept.returncode == 0:
            names = kept.stdout.decode("utf-8").split("\0")
            return [ROOT / name for name in names if (ROOT / name).is_file()]
    return [file for file in ROOT.rglob("*") if file.is_file() and file.relative_to(ROOT).parts[0] not in MADE]


def listed(files: Iterable[Path]) -> str:
    return "\n".join(str(file.relative_to(ROOT)) for file in files)


def called_names(module: Path) -> set[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    functions = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {f.attr if isinstance(f, ast.Attribute) else getattr(f, "id", "") for f in functions}


def test_imports_run_down_only():
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    result = python("-c", program)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("door", ["import depeche.cli.main", "import depeche.__main__"])
def test_the_command_line_starts_without_qt_and_without_spacy(door):
    slow = "[m for m in sys.modules if m.partition('.')[0] in ('PySide6', 'shiboken6', 'spacy', 'thinc')]"
    result = python("-c", f"{door}; import sys; print(*{slow})")
    assert result.returncode == 0, result.stderr
    assert result.stdout.split() == []


def test_help_is_answered():
    result = python("-m", "depeche", "--help")
    assert result.returncode == 0, result.stderr
    assert "depeche" in result.stdout


@pytest.mark.parametrize("forbidden", ["setHtml", "insertHtml", "appendHtml", "setMarkdown"])
def test_imported_text_is_never_taken_for_markup(forbidden):
    assert listed(m for m in MODULES if forbidden in called_names(m)) == ""


def test_every_module_says_what_it_is_for():
    untold = [m for m in MODULES if not ast.get_docstring(ast.parse(m.read_text(encoding="utf-8")))]
    assert listed(untold) == ""


def test_no_module_is_too_long_to_read():
    assert listed(m for m in MODULES if len(m.read_text(encoding="utf-8").splitlines()) > LONGEST) == ""


def test_no_file_says_where_packages_are_downloaded():
    # What is installed is settled by versions and hashes; where it comes from is each machine's own business.
    address = re.compile(
        rb"--(?:extra-)?index-url[ =]+\S*[:/]|--find-links[ =]+\S*[:/]|://\S*/(?:simple|pypi)\b|files\.pythonhosted"
    )
    files = (file for file in kept_files() if file != Path(__file__).resolve())
    assert listed(file for file in files if address.search(file.read_bytes())) == ""


def test_the_locks_hold_the_same_versions_and_only_hashed_ones():
    def pins(name: str) -> dict[str, list[str]]:
        lock: dict[str, list[str]] = {}
        for entry in re.split(r"\n(?=[a-z0-9])", (ROOT / "packaging" / name).read_text(encoding="utf-8")):
            if pin := re.match(r"([a-z0-9.-]+)==(\S+)", entry):
                assert "--hash=sha256:" in entry, f"{name}: {pin[0]} has no hash"
                lock.setdefault(pin[1], []).append(pin[2])
        return lock

    runtime, dev = pins("requirements.txt"), pins("requirements-dev.txt")
    assert runtime
    assert {name: dev.get(name) for name in runtime} == runtime
