"""What of the libraries stays out of the bundle, and why. Read by depeche.spec and by the hooks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import PurePath

Entry = tuple[str, str, str]
"""A file of the bundle as PyInstaller lists it: its place there, where it comes from, its kind."""

_SPACY_COMMANDS = """
    spacy.cli weasel typer click rich pygments markdown_it shellingham cloudpathlib smart_open
    requests httpx httpcore h11 anyio
"""
"""The command line of spaCy downloads models; nothing here calls it. With it go the libraries that speak HTTP, but for
urllib3 (and certifi's list), which trafilatura imports to fetch pages: without TLS, and never asked to."""

_TLS = "ssl _ssl _hashlib"
"""Nothing here speaks TLS; the hashes that are used come with Python itself. OpenSSL would be ours to keep mended."""

_TOOLS = """
    pytest _pytest hypothesis mypy pip setuptools pkg_resources _distutils_hack wheel psutil jinja2 markupsafe
    numpy.f2py numpy.testing numpy.tests sqlalchemy.testing pydantic.mypy
    tkinter turtle idlelib lib2to3 ensurepip venv test unittest.test pydoc_data curses
"""
_ONLY_IF_THERE = "torch tensorflow mxnet cupy jax pandas scipy matplotlib IPython PIL"
_DATABASES = """
    sqlalchemy.dialects.mysql sqlalchemy.dialects.oracle sqlalchemy.dialects.mssql sqlalchemy.dialects.postgresql
    sqlalchemy.dialects.sqlite.aiosqlite sqlalchemy.connectors.asyncio
    MySQLdb pymysql oracledb pyodbc psycopg psycopg2 asyncpg pg8000 aiosqlite
"""
"""Projects are SQLite, spoken to by Python's own module. The hook `offline.py` stands in for aiosqlite's dialect."""

_ARROW = """
    pyarrow.tests pyarrow.dataset pyarrow.compute pyarrow.flight pyarrow.orc pyarrow.csv pyarrow.json pyarrow.feather
    pyarrow.substrait pyarrow.acero pyarrow.cuda pyarrow.gandiva pyarrow.jvm pyarrow.benchmark pyarrow.pandas_compat
    pyarrow.interchange pyarrow.parquet.encryption pyarrow._dataset pyarrow._compute pyarrow._flight pyarrow._orc
    pyarrow._csv pyarrow._json pyarrow._feather pyarrow._substrait pyarrow._acero pyarrow._hdfs pyarrow._s3fs
    pyarrow._gcsfs pyarrow._azurefs pyarrow._parquet_encryption pyarrow._dataset_parquet pyarrow._dataset_orc
    pyarrow._dataset_parquet_encryption
"""
"""Only Parquet files are written, and on this machine's disk."""
_ARROW_FILES = re.compile(
    r"(lib|_fs|_parquet)\.(cp|abi).*|(lib)?(arrow(_acero|_compute|_dataset|_python|_substrait)?|parquet)"
    r"\.(so\.\d+|\d+\.dylib|dll)"
)
"""The compiled modules that writing Parquet loads, and the libraries that those are linked to."""

_XML = "lxml.objectify lxml.isoschematron"
"""Trees are read as elements, and held to no Schematron."""

_QT = "PySide6.QtNetwork PySide6.QtQml PySide6.QtQuick PySide6.QtSql PySide6.QtOpenGL PySide6.QtTest"

LEFT_OUT_MODULES = tuple(
    " ".join((_SPACY_COMMANDS, _TLS, _TOOLS, _ONLY_IF_THERE, _DATABASES, _ARROW, _XML, _QT)).split()
)

SPACY_LANGUAGES = ("fr", "xx", "ja", "ko", "th", "vi", "zh")
"""French, the neutral one that models of ours start from, and five that spaCy imports whatever is asked of it."""

QT_LIBRARIES = "Core Gui Widgets DBus XcbQpa WaylandClient Svg".split()
QT_PLUGINS = {
    "platforms": "xcb wayland offscreen minimal windows cocoa",
    "wayland-shell-integration": "xdg-shell",
    "wayland-decoration-client": "bradient",
    "platforminputcontexts": "composeplatforminputcontextplugin ibusplatforminputcontextplugin",
    "platformthemes": "xdgdesktopportal",
    "imageformats": "svg ico jpeg",
    "iconengines": "svgicon",
    "styles": "modernwindowsstyle macstyle",
}
"""Dead keys and IBus for writing French, the portal's file chooser, icons. No OpenGL: widgets are painted without it,
so the drivers of the system, and with them its C++ runtime, are never loaded."""

QT_TRANSLATIONS = ("qtbase_fr.qm", "qtbase_en.qm")

SYSTEM_LIBRARIES = """
    libEGL libGL libGLX libGLdispatch libOpenGL libX11 libX11-xcb libxcb libXau libXdmcp libfontconfig libfreetype
    libpng16 libexpat libbrotlidec libbrotlicommon libdbus-1 libsystemd libglib-2.0 libgthread-2.0 libstdc++ libgcc_s
""".split()
"""Every Linux desktop has them, and they belong to its fonts, its display server and its graphics driver: not ours to
bring. A C++ runtime of ours would ask for the newest C library of all, and shut out drivers that need a newer one."""

_TESTS = re.compile(r"/(tests?|testing|include)/|\.(pyi|pyx|pxd|c|cpp|h|hpp|typed|a|lib)$")
_COMPILED = re.compile(r"/(spacy|thinc|blis|srsly|cymem|preshed|murmurhash|numpy|sqlalchemy|rapidfuzz|lxml)/")
_PLUGIN = re.compile(r"^(?:lib)?q?(.+?)(?:\.so|\.dll|\.dylib)$")


def stays(target: str) -> bool:
    """Tell whether a file of the bundle, by its place in it, is needed."""
    path = "/" + target.replace("\\", "/")
    name = PurePath(path).name
    if "/PySide6/" in path or re.match(r"(lib)?Qt6", name):
        return _qt_stays(path, name)
    if path.startswith(("/resources/", "/corpus/")):
        return True
    if name.split(".so")[0] in SYSTEM_LIBRARIES:
        return False
    if path.startswith(("/lxml/isoschematron/", "/docx/templates/default-docx-template/")):  # data, of nothing here
        return False
    if path.startswith("/pyarrow/"):
        return bool(_ARROW_FILES.fullmatch(name))
    if _COMPILED.match(path) and _TESTS.search(path):
        return False
    language = re.match(r"/spacy/lang/([a-z]+)/", path)
    return not (language and language[1] not in SPACY_LANGUAGES)


def _qt_stays(path: str, name: str) -> bool:
    plugin = re.search(r"/plugins/([a-z-]+)/", path)
    if plugin:
        stem = _PLUGIN.match(name)
        return bool(stem) and stem[1] in QT_PLUGINS.get(plugin[1], "").split()
    if "/translations/" in path:
        return name in QT_TRANSLATIONS
    if "/qml/" in path or "/metatypes/" in path or "/resources/" in path or name.startswith("opengl32sw"):
        return False
    library = re.match(r"(?:lib)?Qt6?([A-Z]\w*?)(?:\.abi3)?\.(?:so|dll|dylib|pyd)|Qt([A-Z]\w*)$", name)
    return not library or (library[1] or library[2]) in QT_LIBRARIES


def without_orphans(files: Iterable[Entry], asks_for: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return the files without the libraries that only files asked for that are gone themselves.

    `asks_for(path)` gives the names of the libraries that a binary is linked to itself, not through others.
    """
    left = list(files)
    asked = {source: set(asks_for(source)) for _, source, kind in left if kind != "SYMLINK"}
    while True:
        wanted = {name for _, source, kind in left if kind != "SYMLINK" for name in asked[source]}
        kept = [one for one in left if not _is_library(one[0]) or PurePath(one[0]).name in wanted]
        if len(kept) == len(left):
            return kept
        left = kept


def _is_library(target: str) -> bool:
    """Tell whether a file is there only for others that are linked to it: beside the program, or among Qt's own."""
    path = PurePath(target)
    loaded = path.name.startswith("libpython") or not re.search(r"\.so(\.|$)|\.dll$|\.dylib$", path.name)
    return not loaded and ((len(path.parts) == 1 and path.name.startswith("lib")) or "Qt/lib" in path.as_posix())
