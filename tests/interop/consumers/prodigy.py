"""reconner, which reads and writes Prodigy's tasks, does both: `prodigy.py FILE OUT ANSWER`.

Run by the Python of .venv-interop (Prodigy itself is sold). The answer: text, spans and tokens as it reads them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(file: Path, out: Path, answer: Path) -> None:
    from recon.dataset import Dataset
    from recon.loaders import read_jsonl
    from spacy.tokens import Doc
    from spacy.util import get_words_and_spaces
    from spacy.vocab import Vocab

    examples = read_jsonl(file)
    articles = []
    for one in examples:
        words, spaces = get_words_and_spaces([token.text for token in one.tokens or ()], one.text)
        doc = Doc(Vocab(), words=words, spaces=spaces)
        articles.append(
            {
                "name": "",
                "meta": one.meta,
                "text": one.text,
                "spans": [[span.start, span.end, span.label] for span in one.spans],
                "words": [span.text for span in one.spans],
                "token_spans": [[span.token_start, span.token_end] for span in one.spans],
                "tokens": [[token.text, token.start, token.end, token.id] for token in one.tokens or ()],
                "same": doc.text == one.text,
            }
        )
    Dataset("again", data=examples).to_disk(out, overwrite=True)
    answer.write_text(json.dumps({"articles": articles}), "utf-8")


main(*map(Path, sys.argv[1:]))
