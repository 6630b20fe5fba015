"""PyInstaller's question about thinc: which modules its compiled parts import, and which data it reads."""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata

hiddenimports = collect_submodules("thinc", filter=lambda name: "tests" not in name.split("."))
hiddenimports += ["cymem.cymem", "preshed.maps", "blis.py", "murmurhash.mrmr"]
datas = [
    *collect_data_files("thinc", includes=["**/*.cu"]),
    *copy_metadata("thinc"),
]  # read at import, also without a GPU
