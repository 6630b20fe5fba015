"""Asks the built folder whether it works: every verb, several processes, both languages, the window without a screen.

`python packaging/smoke.py`, after `build.py --no-archive`: with an empty environment, without a network where that may
be cut, from a copy in a folder with blanks and accents. `bundle_test.py` asks the same verbs in a root without Python.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import licences
from identity import ROOT, identity
from smoke_formats import formats

ARTICLES = ("a01-cessez-le-feu-tavouch", "b10-echange-polemique")
"""Of the corpus. In the second stands a name that no rule explains, so that the trained model is asked."""

LEARNED = 9
"""So many finished articles are learned from: few, for seconds count here, and what is learned doesn't."""

_OPENS = {"open"}
"""Verbs that need a window; it is opened by `_window`, and by keys in `bundle_test.py`."""

Run = Callable[..., str]
"""Runs the program with these arguments, returns what it wrote; with a `NAME=VALUE` before them in the environment.

`statuses`: those that it may end with, 0 if nothing is said.
"""


def verbs(run: Run, inside: str, outside: Path) -> str:
    """Try every verb on articles in a folder, which is called `inside` there and `outside` here.

    Returns what was seen. Raises AssertionError where a result isn't right, or a verb of `--help` wasn't tried.
    """
    labels = ROOT / "corpus" / "labels"
    articles = [(labels / f"{name}.jsonl").read_bytes() for name in ARTICLES]
    (outside / "a.jsonl").write_bytes(b"".join(articles))
    project = f"{inside}/lignes"
    asked: set[str] = set()

    def ask(verb: str, *words: str, statuses: tuple[int, ...] = (0,)) -> str:
        asked.add(verb)
        return run(verb, *words, statuses=statuses)

    ask("new", project, "--annotator", "Zoé")
    ask("ingest", project, f"{inside}/a.jsonl", "--as", "spans")
    ask("suggest", project)
    for form in ("spacy", "jsonl"):
        ask("export", project, f"{inside}/lignes-{form}", "--format", form, "--states", "todo,started,done")
    ask("predict", f"{inside}/a.jsonl", f"{inside}/un.jsonl")
    ask("predict", f"{inside}/a.jsonl", f"{inside}/deux.jsonl", "--jobs", "2")
    assert "Tavouch" in ask("find", project, "Tavouch"), "nothing is found"
    ask("actors", project, "--add", "Ilham Aliev", "--kind", "PER")
    ask("everywhere", project, "Tavouch", "--label", "ACTOR", "--dry-run")
    ask("history", project)
    ask("radar", project, statuses=(0, 1))
    ask("stories", project)
    ask("scheme", project)
    ask("notes", project)
    ask("blind", project)
    ask("queue", project)
    ask("confidence", project, statuses=(0, 1))
    ask("stats", project, "--charts", f"{inside}/graphiques")
    assert list((outside / "graphiques").glob("*.svg")), "no charts"
    ask("check", project)
    seen = f"{formats(ask, project, inside, outside)}, "
    seen += _learn(ask, inside, outside, sorted(labels.glob("*.jsonl"))[:LEARNED])
    ask("package", project, f"{inside}/lot.depeche", "--annotator", "Zoé")
    ask("unpack", f"{inside}/lot.depeche", f"{inside}/reçu")
    ask("return", f"{inside}/reçu", f"{inside}/rendu.depeche")
    ask("inspect", f"{inside}/rendu.depeche")
    asked.add("demo")
    run("DISPLAY=", "demo", "--folder", f"{inside}/exemple")
    alone, together = ((outside / name).read_bytes() for name in ("un.jsonl", "deux.jsonl"))
    assert alone == together, "two processes say something else than one"
    help_text = run("DEPECHE_LANG=en", "--help")
    assert "Annotate" in help_text, "no English"
    known = set(re.findall(r"^    ([a-z]+)(?= |$)", help_text, re.MULTILINE))
    assert known == asked | _OPENS, f"verbs that were not tried: {sorted(known ^ (asked | _OPENS))}"
    sources = {span["source"] for line in alone.splitlines() for span in json.loads(line)["spans"]}
    return f"{len(known)}, {seen}; suggestions by {', '.join(sorted(sources))}; {read_export(outside / 'lignes-spacy')}"


def _learn(ask: Run, inside: str, outside: Path, articles: list[Path]) -> str:
    """Train a model on a few articles, adopt it, suggest with it, and send it out in a package."""
    (outside / "finis.jsonl").write_bytes(b"".join(path.read_bytes() for path in articles))
    project = f"{inside}/appris"
    ask("new", project)
    ask("ingest", project, f"{inside}/finis.jsonl", "--as", "spans")
    ask("export", project, f"{inside}/appris-spacy", "--format", "spacy-project")
    ask("train", project, "--name", "essai", statuses=(0, 1))
    assert "essai" in ask("model", project), "the trained model isn't listed"
    ask("model", project, "--adopt", "essai")
    said = ask("suggest", project, "--all")
    assert "essai" not in said, said
    ask("package", project, f"{inside}/appris.depeche", "--annotator", "Zoé", "--model", "essai")
    assert '"essai"' in ask("inspect", f"{inside}/appris.depeche", "--json")
    return f"trained, adopted and packed a model of {len(articles)} articles"


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


def spoken(words: Sequence[str], program: str) -> list[str]:
    """Return a command line of `env`: the `NAME=VALUE` at the beginning of the words, the program, the other words."""
    first = next(n for n, word in enumerate(words) if not re.match(r"[A-Z_]+=", word))
    return [*words[:first], program, *words[first:]]


def main() -> int:
    name = identity().command
    made = ROOT / "build" / "bundle" / "program" / name
    with tempfile.TemporaryDirectory(prefix="dépêche d’essai ") as place:
        program = Path(shutil.copytree(made, Path(place) / "le programme", symlinks=True)) / name
        home = Path(place) / "maison"
        (home / "Documents").mkdir(parents=True)
        can_cut = not subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False).returncode
        before = [*(["unshare", "--net"] if can_cut else []), "env", "-i", f"HOME={home}", "LANG=C.UTF-8"]

        def run(*words: str, statuses: tuple[int, ...] = (0,)) -> str:
            command = [*before, *spoken(words, str(program))]
            done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)
            assert done.returncode in statuses, f"{words}: status {done.returncode}\n{done.stdout}{done.stderr}"
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
