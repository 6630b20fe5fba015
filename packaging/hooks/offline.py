"""Run first in the bundle: empty stand-ins for two modules that others import and nothing here calls.

spaCy imports its command line for one function (`spacy.info`); that one drags in three hundred modules, a fifth of a
second and every library that speaks HTTP. SQLAlchemy imports its dialect for asynchronous SQLite with the plain one.
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
sys.modules["sqlalchemy.dialects.sqlite.aiosqlite"] = types.ModuleType("sqlalchemy.dialects.sqlite.aiosqlite")
