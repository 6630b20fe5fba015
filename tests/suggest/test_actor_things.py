"""What carries a name and is no actor: broadcasts, ships, medals, cars, sponsored cups; and names that only look so."""

from __future__ import annotations

from pathlib import Path

import pytest

from depeche.core.article import Article
from depeche.suggest.actors import Actors

ACTORS = Actors(Path(__file__).resolve().parents[2] / "resources" / "gazetteers")


def found(text: str) -> list[tuple[str, str | None]]:
    return [(text[s.start : s.end], s.kind) for s in ACTORS.propose(Article(text), ())]


@pytest.mark.parametrize(
    "text",
    [
        "L’émission ZQR a fait rire. Son passage au ZQR a plu, et la ZQR le sait.",
        "Ils ont fui à bord d’un bateau appelé Lucky Heron.",
        "Une initiative baptisée Safe Harvest sera lancée.",
        "Il portait une casquette Keep Zarvia Green hier.",
        "Son livre « Quiet Harbours » sort demain.",
        "Après son deuxième album, Blue Lantern, elle se repose.",
        "Un soldat décoré de la Croix du Delta a témoigné.",
        "Elle a reçu la Médaille du Courage civil.",
        "Un rapport intitulé Safer Streets est paru.",
        "Le trophée NHK a été disputé.",
        "Il a quitté la Ferrari en courant et pris une Peugeot.",
        "L’exposition ira à Marseille, Zarba Santona et Bordeaux.",
    ],
)
def test_the_name_of_a_thing_is_no_actor(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Une ONG appelée Zarvive a protesté.", "Zarvive", "ORG"),
        ("Le prix du Crédit suisse lui revient.", "Crédit suisse", "ORG"),
        ("Dans son livre, Jean Dupuis accuse.", "Jean Dupuis", "PER"),
        ("L’émission de la BBC a plu.", "BBC", "ORG"),
        ("Il dénonce l’ordre des médecins et l’Ordre des avocats.", "Ordre des avocats", "ORG"),
        ("Ferrari a gagné.", "Ferrari", "ORG"),
    ],
)
def test_an_actor_beside_a_thing_stays_one(text, name, kind):
    assert (name, kind) in found(text)


def test_a_number_makes_a_repeated_name_an_evening():
    text = "La ligue Zarator paie bien. Ils ont regardé Zarator 206. Zarator a répondu."
    assert [name for name, _ in found(text)] == ["Zarator", "Zarator"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Le département de la Défense des États-Unis refuse.", "département de la Défense des États-Unis", "ORG"),
        ("La direction de Toyota UK se tait.", "Toyota UK", "ORG"),
        ("Selon Renault Maroc, tout va bien.", "Renault Maroc", "ORG"),
        ("L’opérateur Algérie Télécom a coupé le réseau.", "Algérie Télécom", "ORG"),
        ("C’est le président de la IIIe République française.", "IIIe République française", "GPE"),
        ("Le directeur des éditions du Héron parle.", "éditions du Héron", "ORG"),
        ("Dont la majorité socialiste a voulu.", "majorité socialiste", "GRP"),
        ("La comédienne La Zarine est venue.", "La Zarine", "PER"),
        ('Les "Français" sont fatigués.', "Français", "GRP"),
        ("Membre des « gilets jaunes libres », il parle.", "gilets jaunes libres", "GRP"),
        ("Le pays peut faire appel à la Marine pour cela.", "Marine", "ORG"),
        ("D’après le Zarville Examiner, il pleut.", "Zarville Examiner", "ORG"),
        ("Elle l’a dit à KZRV-TV, une chaîne locale.", "KZRV-TV", "ORG"),
        ("Le gouvernement Conte 2 est tombé.", "gouvernement Conte 2", "ORG"),
        ("Ces années-ci, Facebook, Google et d’autres recrutent.", "Facebook", "ORG"),
        ("Selon Facebook, tout va bien.", "Facebook", "ORG"),
        ("Il a quitté l’Amérique hier.", "Amérique", "GPE"),
        ("Il rend la ville prisonnière de Moscou.", "Moscou", "GPE"),
        ("Un porte-parole de Linden Cars, la filiale belge, a parlé.", "Linden Cars", "ORG"),
        ("Le porte-parole de Air Zarvigation Indonesia a parlé.", "Air Zarvigation Indonesia", "ORG"),
        ("Armel Le Cléac’h a gagné.", "Armel Le Cléac’h", "PER"),
        ("La dirigeante du groupe conservateur ZRP a parlé.", "ZRP", "ORG"),
        ("La patronne des Bâtisseurs Marine Zarv parle.", "Bâtisseurs", "ORG"),
        ("Mme Le Zarv a répondu à M. Doe.", "Le Zarv", "PER"),
        ("Mme Maréchal se tait.", "Maréchal", "PER"),
        ("Hier, Mgr Éric de Zarvins-Beaufort a prié.", "Éric de Zarvins-Beaufort", "PER"),
        ("Le chanteur belge Zarvae annule.", "Zarvae", "PER"),
        ("Le pilote Red Bull Max Verdoppen gagne.", "Max Verdoppen", "PER"),
        ("Le ministre des Armées Sébastien Zarnu est parti.", "Sébastien Zarnu", "PER"),
        ("La CGT-Cheminots refuse.", "CGT-Cheminots", "ORG"),
        ("Le mouvement Dernière Vague bloque la route.", "Dernière Vague", "ORG"),
        ("L’Union sacrée de la nation l’emporte.", "Union sacrée de la nation", "ORG"),
        ("Le Mouvement du 7 avril conteste.", "Mouvement du 7 avril", "ORG"),
        ("Selon Zarven Eislauf-Union, la fédération locale, il neige.", "Zarven Eislauf-Union", "ORG"),
        ("La Fédération belge de patinage à glace se tait.", "Fédération belge de patinage à glace", "ORG"),
        ("Le collectif Les Pierres de la terre a été dissous.", "Les Pierres de la terre", "ORG"),
    ],
)
def test_a_name_is_taken_whole(text, name, kind):
    assert (name, kind) in found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Il l’a annoncé sur Facebook.", "Facebook"),
        ("Ils ont vu des images sur Twitter et Facebook hier.", "Facebook"),
        ("Il a découvert l’Amérique du Sud.", "Amérique"),
        ("Le portefeuille de la Marine marchande est vacant.", "Marine"),
        ("Les réseaux sociaux (Twitter, Facebook) sont coupés.", "Twitter"),
        ("La messe a lieu à l’Église Sainte-Zarve.", "Église Sainte-Zarve"),
        ("Le Conseil Otan-Russie siège.", "Otan-Russie"),
        ("Elle est passée à Bercy hier.", "Bercy"),
        ("Deux membres de l’organisation armée basque parlent.", "armée basque"),
    ],
)
def test_what_only_looks_like_an_actor_is_none(text, name):
    assert name not in [one for one, _ in found(text)]
