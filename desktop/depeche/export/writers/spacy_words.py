"""What the files of a spaCy project say: its commands, and the page for the engineer who opens the folder."""

from __future__ import annotations

from collections import Counter

from depeche.export.receipt import Receipt

_SPACY = ">=3.8.7,<3.9"
REQUIREMENTS = f"spacy{_SPACY}\n"

PROJECT = """\
title: "French news, annotated with Dépêche"
description: "Trains and evaluates a pipeline on finished articles."

vars:
  gpu: -1  # the number of a GPU, 0 for the first; -1 for the CPU

directories: ["training"]

workflows:
  all:
    - train
    - evaluate

commands:
  - name: debug
    help: "Look at the data; fails where there is little of it"
    script:
      - "python -m spacy debug data config.cfg"
    deps: ["config.cfg", "train.spacy", "dev.spacy"]

  - name: train
    help: "Train, and keep the best pipeline in training/model-best"
    script:
      - "python -m spacy train config.cfg --output training --gpu-id ${vars.gpu}"
    deps: ["config.cfg", "train.spacy", "dev.spacy"]
    outputs: ["training/model-best"]

  - name: evaluate
    help: "Judge it on articles that it never saw, into metrics.json"
    script:
      - "python -m spacy evaluate training/model-best test.spacy --output metrics.json --gpu-id ${vars.gpu}"
    deps: ["training/model-best", "test.spacy"]
    outputs: ["metrics.json"]
"""

_README = """\
# French news, annotated with Dépêche: a spaCy project

{train} finished articles to learn from (`train.spacy`), {dev} to choose by (`dev.spacy`), {test} to judge by
(`test.spacy`): {split}.

## Train

```
python -m pip install -r requirements.txt
python -m spacy debug data config.cfg
python -m spacy train config.cfg --output training
python -m spacy evaluate training/model-best test.spacy --output metrics.json
```

`python -m spacy project run all` does the last two, each only where something changed. On a GPU machine install
`spacy[cuda12x]` (or what fits) and add `--gpu-id 0`, or `--vars.gpu 0` to `project run`: the settings are the same.
`debug data` ends with an error where there are fewer than 100 articles to learn from; training works all the same.

## Put it back

```
depeche model add PROJECT training/model-best --name NAME
depeche model PROJECT --adopt NAME
depeche suggest PROJECT --all
```

Dépêche runs no code out of a model's folder. It takes pipelines of `tok2vec`, `ner`, `span_finder`, `spancat` and
`spancat_singlelabel` made of spaCy's own layers, as `config.cfg` names them: change numbers as you like (2,048 at most,
100,000 rows), leave the rest. Vectors, transformers, rulers, lookups and functions of your own are refused.

## What is in the files

Each doc is an article, tokenised by `spacy.blank("fr")`; its text is untouched. `doc.user_data["depeche"]` holds its
line of JSONL with values, kinds, speakers and who decided.

{labels}

What could not be held is named in `RECEIPT.md`, with the SHA-256 of every file. The same project gives the same bytes.
"""


def readme(receipt: Receipt, flat: Counter[str], nested: Counter[str]) -> str:
    """Return the page. `flat` and `nested` say how many spans of which label there are to learn from."""
    rows = ["| label | in | to learn from |", "|---|---|---:|"]
    rows += [f"| `{label}` | `doc.ents` | {n} |" for label, n in sorted(flat.items())]
    rows += [f'| `{label}` | `doc.spans["sc"]` | {n} |' for label, n in sorted(nested.items())]
    return _README.format(**receipt.parts, split=receipt.split_by, labels="\n".join(rows))
