"""Run first in the bundle: empty stand-ins for modules that others import and nothing here calls.

spaCy imports its command line for one function (`spacy.info`); that one drags in three hundred modules, a fifth of a
second and every library that speaks HTTP. SQLAlchemy imports its dialect for asynchronous SQLite with the plain one.
pyarrow asks Python's TLS, which isn't here, where a system keeps its certificates: nowhere, as nothing is fetched. What
stands in for it is there only while pyarrow loads; others take a module of that name for one that works.
urllib3, which trafilatura imports, tries a socket on this machine to learn whether it has IPv6; here it has none.
"""

import importlib.util
import socket
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
socket.has_ipv6 = False


class _NoCertificates:
    """Finds `pyarrow._fs`, and lends it an `ssl` while it is loaded."""

    def find_spec(self, name, path=None, target=None):  # type: ignore[no-untyped-def]
        if name != "pyarrow._fs":
            return None
        sys.meta_path.remove(self)  # type: ignore[arg-type]
        spec = importlib.util.find_spec(name)
        if spec is None or spec.loader is None:
            return spec
        lent = types.ModuleType("ssl")
        nowhere = types.SimpleNamespace(cafile=None, capath=None, openssl_cafile="", openssl_capath="")
        lent.get_default_verify_paths = lambda: nowhere  # type: ignore[attr-defined]
        load = spec.loader.exec_module

        def exec_module(module):  # type: ignore[no-untyped-def]
            sys.modules["ssl"] = lent
            try:
                load(module)
            finally:
                del sys.modules["ssl"]

        spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


sys.meta_path.insert(0, _NoCertificates())
