"""PyInstaller's question about spaCy: which modules its compiled parts import, and which data they read."""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata
from trim import SPACY_LANGUAGES


def _needed(name: str) -> bool:
    parts = name.split(".")
    if parts[1:2] == ["lang"] and len(parts) > 2:
        # A module of spacy.lang itself, or of a language that stays. The long list of exceptions is read by nothing.
        shared = ("attrs", "char_classes", "lex_attrs", "norm_exceptions", "punctuation", "tokenizer_exceptions")
        return parts[2] in (*shared, *SPACY_LANGUAGES) and parts[-1] != "_tokenizer_exceptions_list"
    return "tests" not in parts and parts[1:2] != ["cli"]


# The other two are found by their entry points, when spaCy looks up the functions of a pipeline.
_others = [*collect_submodules("spacy_legacy"), *collect_submodules("spacy_loggers"), "srsly.msgpack.util"]
hiddenimports = [*collect_submodules("spacy", filter=_needed), *_others]
datas = [
    *collect_data_files("spacy", includes=["**/*.cfg", "**/*.json", "**/*.jinja"], excludes=["tests", "cli"]),
    *copy_metadata("spacy"),
    *copy_metadata("spacy_legacy"),
    *copy_metadata("spacy_loggers"),
]
