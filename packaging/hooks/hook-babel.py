"""PyInstaller's question about babel, which knows whether a part of an address is a language: French and English do."""

from PyInstaller.utils.hooks import collect_data_files

hiddenimports = ["babel.numbers", "babel.plural"]
datas = collect_data_files(
    "babel", includes=["global.dat", *(f"locale-data/{one}.dat" for one in ("root", "fr", "en"))]
)
