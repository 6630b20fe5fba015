"""PyInstaller's question about pyarrow: only what writes Parquet on a disk (`trim.py` says what else stays out)."""

from PyInstaller.utils.hooks import copy_metadata

hiddenimports = ["pyarrow.lib", "pyarrow._fs", "pyarrow._parquet", "pyarrow.vendored.version"]
datas = copy_metadata("pyarrow")
