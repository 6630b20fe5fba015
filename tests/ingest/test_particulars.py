"""Which part a column or field plays, by the names that people give it."""

from __future__ import annotations

import pytest

from depeche.ingest.particulars import role_of, roles
from depeche.ingest.readers import table
from tests.ingest.given import only


@pytest.mark.parametrize(
    ("name", "role"),
    [
        *[("Date de parution", "date"), ("Date de publication", "date"), ("Date_parution", "date"), ("DATE", "date")],
        *[("Titre de l’article", "title"), ("Texte intégral", "text"), ("Texte de l'article", "text")],
        *[("Titre du journal", "source"), ("Nom du média", "source"), ("Autrice", "author"), ("Adresse web", "url")],
        *[("Date de naissance", None), ("Texte de loi", None), ("Thème", None)],
    ],
)
def test_the_names_of_french_columns(name, role):
    assert role_of(name) == role


def test_of_several_names_the_plainest():
    assert roles(["Date de parution", "Date", "Texte"]) == {"date": "Date", "text": "Texte"}


def test_excel_s_usual_headings():
    data = "Titre;Texte;Date de parution;Journal\nLa trêve;Un texte.;13/07/2025;Le Fanal\n".encode("cp1252")
    article = only(table.READER, data, "fr.csv")
    assert (article.title, article.date, article.source) == ("La trêve", "2025-07-13", "Le Fanal")
