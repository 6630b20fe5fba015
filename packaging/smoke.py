"""Asks the built folder whether it works: every verb, several processes, both languages, the window without a screen.

`python packaging/smoke.py`, after `build.py --no-archive`: with an empty environment, without a network where that may
be cut, from a copy in a folder with blanks and accents. `bundle_test.py` asks the same verbs in a root without Python.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import licences
from identity import ROOT, identity

ARTICLES = ("a01-cessez-le-feu-tavouch", "b10-echange-polemique")
"""Of the corpus. In the second stands a name that no rule explains, so that the trained model is asked."""

Run = Callable[..., str]
"""Runs the program with these arguments, returns what it wrote; with a `NAME=VALUE` before them in the environment."""


def verbs(run: Run, inside: str, outside: Path) -> str:
    """Try every verb on two articles in a folder, which is called `inside` there and `outside` here.

    Returns what was seen. Raises AssertionError where a result isn't right.
    """
    labels = ROOT / "corpus" / "labels"
    articles = [(labels / f"{name}.jsonl").read_bytes() for name in ARTICLES]
    (outside / "a.jsonl").write_bytes(b"".join(articles))
    project = f"{inside}/lignes"
    run("new", project, "--annotator", "Zoé")
    run("ingest", project, f"{inside}/a.jsonl", "--as", "spans")
    run("suggest", project)
    run("export", project, f"{inside}/lignes-spacy", "--format", "spacy", "--states", "todo,started,done")
    run("export", project, f"{inside}/lignes-jsonl", "--format", "jsonl")
    run("predict", f"{inside}/a.jsonl", f"{inside}/un.jsonl")
    run("predict", f"{inside}/a.jsonl", f"{inside}/deux.jsonl", "--jobs", "2")
    run("check", project)
    run("package", project, f"{inside}/lot.depeche", "--annotator", "Zoé")
    run("unpack", f"{inside}/lot.depeche", f"{inside}/reçu")
    run("return", f"{inside}/reçu", f"{inside}/rendu.depeche")
    run("inspect", f"{inside}/rendu.depeche")
    alone, together = ((outside / name).read_bytes() for name in ("un.jsonl", "deux.jsonl"))
    assert alone == together, "two processes say something else than one"
    assert "Annotate" in run("DEPECHE_LANG=en", "--help"), "no English"
    sources = {span["source"] for line in alone.splitlines() for span in json.loads(line)["spans"]}
    return f"suggestions by {', '.join(sorted(sources))}; {read_export(outside / 'lignes-spacy')}"


def read_export(folder: Path) -> str:
    """Read an export with this machine's own spaCy, say what is in it. Raises AssertionError where that is nothing."""
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("fr").vocab
    files = sorted(folder.glob("*.spacy"))
    docs = [doc for path in files for doc in DocBin().from_disk(path).get_docs(vocab)]
    spans = sum(len(doc.spans["sc"]) for doc in docs)
    assert len(files) == 3, f"{len(files)} files in {folder}"
    assert docs, "an export without articles"
    assert spans, "an export without spans"
    return f"spaCy reads {len(docs)} article(s), {sum(len(doc.ents) for doc in docs)} ents, {spans} spans"


def main() -> int:
    name = identity().command
    made = ROOT / "build" / "bundle" / "program" / name
    with tempfile.TemporaryDirectory(prefix="dépêche d’essai ") as place:
        program = Path(shutil.copytree(made, Path(place) / "le programme", symlinks=True)) / name
        home = Path(place) / "maison"
        (home / "Documents").mkdir(parents=True)
        can_cut = not subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False).returncode
        before = [*(["unshare", "--net"] if can_cut else []), "env", "-i", f"HOME={home}", "LANG=C.UTF-8"]

        def run(*words: str) -> str:
            spoken = [word for word in words if word.startswith("DEPECHE_")]
            command = [*before, *spoken, str(program), *words[len(spoken) :]]
            done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=180)
            assert done.returncode == 0, f"{words}: status {done.returncode}\n{done.stdout}{done.stderr}"
            assert "Warning:" not in done.stderr, done.stderr
            return done.stdout + done.stderr

        try:
            print(f"ok licences: {licences.check(program.parent)}", flush=True)
            print(f"ok verbs: {verbs(run, str(home / 'Documents'), home / 'Documents')}", flush=True)
            print(f"ok same: {_same(home / 'Documents')}", flush=True)
            print(f"ok window: {_window(before, program, home)}", flush=True)
        except AssertionError as error:
            print(f"FAILED: {error}")
            return 1
    print(f"4 passed, 0 failed{'' if can_cut else ' (with the network: it may not be cut here)'}")
    return 0


def _same(documents: Path) -> str:
    """Compare the suggestions of the bundle with those of the checkout."""
    code = "import sys; from depeche.__main__ import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "predict", str(documents / "a.jsonl"), str(documents / "ici.jsonl")]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "desktop")})
    here, bundled = ((documents / name).read_bytes() for name in ("ici.jsonl", "un.jsonl"))
    assert here == bundled, "the checkout suggests something else than the bundle"
    return f"{len(bundled)} bytes of suggestions, as the checkout's"


def _window(before: list[str], program: Path, home: Path) -> str:
    """Open the project in the window, without a screen; it must be there, with no report, once spaCy is loaded."""
    command = [*before, "QT_QPA_PLATFORM=offscreen", str(program), "open", str(home / "Documents" / "lignes")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as child:
        time.sleep(6)
        status = child.poll()
        child.terminate()
        said = child.communicate(timeout=20)[1]
    assert status is None, f"the window ended with {status}\n{said}"
    log = (home / ".local" / "state" / "depeche" / "depeche.log").read_text(encoding="utf-8")
    assert "start:" in log
    assert "ERROR" not in log, log
    assert "Traceback" not in said, said
    return log.splitlines()[0].partition("start: ")[2]


if __name__ == "__main__":
    os.umask(0o022)
    sys.exit(main())
