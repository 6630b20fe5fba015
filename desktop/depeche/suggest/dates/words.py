"""The words French dates are made of, in classes. Keys are as `tokens.fold` leaves them: lower case, no accents
(but « à » and « dès », which are other words without)."""

from __future__ import annotations

from depeche.suggest.dates.moments import Aim, Part, Unit

MONTHS = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8, "septembre": 9,
    "octobre": 10, "novembre": 11, "decembre": 12,
}  # fmt: skip
MONTHS_SHORT = {
    "janv": 1, "jan": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, name in enumerate(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))
}
WEEKDAYS_SHORT = {"lun": 0, "mar": 1, "mer": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6}
SEASONS = {"printemps": 21, "ete": 22, "automne": 23, "hiver": 24}
UNITS = {
    "heure": Unit.HOUR, "heures": Unit.HOUR,
    "jour": Unit.DAY, "jours": Unit.DAY, "journee": Unit.DAY, "journees": Unit.DAY,
    "semaine": Unit.WEEK, "semaines": Unit.WEEK,
    "mois": Unit.MONTH, "trimestre": Unit.QUARTER, "trimestres": Unit.QUARTER,
    "semestre": Unit.HALF, "semestres": Unit.HALF,
    "an": Unit.YEAR, "ans": Unit.YEAR, "annee": Unit.YEAR, "annees": Unit.YEAR,
    "decennie": Unit.DECADE, "decennies": Unit.DECADE, "siecle": Unit.CENTURY, "siecles": Unit.CENTURY,
}  # fmt: skip
PARTS = {"debut": Part.START, "mi": Part.MIDDLE, "milieu": Part.MIDDLE, "courant": None, "fin": Part.END}
AIMS = {
    "dernier": Aim.LAST, "derniere": Aim.LAST, "derniers": Aim.LAST, "dernieres": Aim.LAST,
    "passe": Aim.LAST, "passee": Aim.LAST, "passes": Aim.LAST, "passees": Aim.LAST, "ecoule": Aim.LAST,
    "ecoulee": Aim.LAST, "ecoules": Aim.LAST, "ecoulees": Aim.LAST,
    "prochain": Aim.NEXT, "prochaine": Aim.NEXT, "prochains": Aim.NEXT, "prochaines": Aim.NEXT,
    "suivant": Aim.AFTER, "suivante": Aim.AFTER, "precedent": Aim.BEFORE, "precedente": Aim.BEFORE,
}  # fmt: skip
DAY_WORDS = {"matin": 0, "soir": 0, "midi": 0, "matinee": 0, "soiree": 0, "nuit": 0, "journee": 0, "minuit": 0}
DEMONSTRATIVES = {"ce", "cet", "cette", "ces"}

NUMBER_WORDS = {
    "un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "vingt", "trente", "quarante", "cinquante", "soixante", "septante", "huitante",
    "nonante", "cent", "cents", "mille",
}  # fmt: skip
COLLECTIVES = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
}  # fmt: skip
ORDINALS = {
    "premier": 1, "premiere": 1, "second": 2, "seconde": 2, "deuxieme": 2, "troisieme": 3, "quatrieme": 4, "dernier": 4,
}  # fmt: skip
FEASTS: dict[tuple[str, ...], tuple[int | None, int]] = {
    ("noel",): (12, 25), ("nouvel", "an"): (1, 1), ("jour", "de", "l", "an"): (1, 1), ("toussaint",): (11, 1),
    ("saint", "sylvestre"): (12, 31), ("saint", "valentin"): (2, 14), ("fete", "nationale"): (7, 14),
    ("fete", "du", "travail"): (5, 1), ("jour", "des", "morts"): (11, 2), ("epiphanie",): (1, 6),
    ("assomption",): (8, 15),
    ("vendredi", "saint"): (None, -2), ("lundi", "de", "paques"): (None, 1), ("dimanche", "de", "paques"): (None, 0),
    ("paques",): (None, 0), ("ascension",): (None, 39), ("pentecote",): (None, 49),
    ("lundi", "de", "pentecote"): (None, 50),
}  # fmt: skip
"""Day of the year of each feast that names a day, or its distance from Easter."""

COUNTED = {
    "euros", "dollars", "livres", "roubles", "yuans", "yens", "km", "m", "kg", "g", "t", "metres", "kilometres",
    "tonnes", "hectares", "ha", "mw", "gw", "kwh", "milliards", "millions", "personnes", "habitants", "soldats",
    "hommes", "femmes", "exemplaires", "mots", "euro", "places", "voix", "points", "fois", "ans",
}  # fmt: skip
"""What a number before it counts, so that it is no year."""

NUMBERED = {
    "resolution", "article", "numero", "no", "loi", "directive", "reglement", "decret", "page", "pages", "chapitre",
    "vol", "norme", "modele", "version", "rn", "code", "salle", "chambre", "circulaire", "dossier", "rue", "avenue",
    "boulevard", "type", "matricule", "poste", "altitude", "iso", "paragraphe", "alinea",
}  # fmt: skip
"""What bears a number as its name, so that the number is no year."""
