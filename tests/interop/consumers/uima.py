"""dkpro-cassis loads XMI with its type system and writes it anew: `uima.py FOLDER OUT ANSWER`.

Run by the Python of .venv-interop. The answer: text and annotations of each file, in code points as the library says.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

NAMED = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"


def main(folder: Path, out: Path, answer: Path) -> None:
    import cassis

    out.mkdir(parents=True)
    articles = []
    system = next(folder.rglob("*ype*ystem*.xml"))
    for path in sorted(folder.rglob("*.xmi")):
        with system.open("rb") as types, path.open("rb") as file:
            typesystem = cassis.load_typesystem(types)
            cas = cassis.load_cas_from_xmi(file, typesystem=typesystem)
        articles.append(
            {
                "name": path.stem,
                "text": cas.sofa_string,
                "spans": [[one.begin, one.end, one.value] for one in cas.select(NAMED)],
                "words": [one.get_covered_text() for one in cas.select(NAMED)],
                "tokens": [[one.begin, one.end] for one in cas.select(TOKEN)],
                "sentences": [[one.begin, one.end] for one in cas.select(SENTENCE)],
            }
        )
        cas.to_xmi(out / path.name)
        typesystem.to_xml(out / "TypeSystem.xml")
    answer.write_text(json.dumps({"articles": articles}), "utf-8")


main(*map(Path, sys.argv[1:]))
