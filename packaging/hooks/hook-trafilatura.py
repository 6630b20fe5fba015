"""PyInstaller's question about trafilatura: its settings, the words by which justext, which it asks, tells languages,
and the list of domains by which an address is read, without which it would want the network.
"""

from PyInstaller.utils.hooks import collect_data_files, copy_metadata

datas = [
    *collect_data_files("trafilatura", includes=["settings.cfg"]),
    *collect_data_files("justext", includes=["stoplists/*.txt"]),
    *collect_data_files("tld", includes=["res/*.txt"]),
    *copy_metadata("trafilatura"),
]
