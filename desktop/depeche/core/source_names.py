"""What the sources of suggestions are called in the words a person reads."""

from __future__ import annotations

from depeche.messages import tr


def source_words(source: str) -> str:
    """Return the name of a source of suggestions: « règles des acteurs », « modèle »; that of others as it is."""
    ours = {
        "actors": tr("règles des acteurs"),
        "dates": tr("règles des dates"),
        "figures": tr("règles des chiffres"),
        "quotes": tr("règles des citations"),
        "memory": tr("mémoire du projet"),
        "names": tr("modèle"),
        "elsewhere": tr("même phrase ailleurs"),
        "file": tr("fichier importé"),
        "import": tr("fichier importé"),
    }
    return ours.get(source, source)
