"""Run first in the bundle: an empty command line for spaCy, which imports its own for one function (`spacy.info`).

That one drags in three hundred modules, a fifth of a second and every library that speaks HTTP.
"""

import sys
import types

_cli = types.ModuleType("spacy.cli")
_cli.__path__ = []
_info = types.ModuleType("spacy.cli.info")
_info.info = lambda *_arguments, **_options: {}
_cli.info = _info
sys.modules["spacy.cli"] = _cli
sys.modules["spacy.cli.info"] = _info
