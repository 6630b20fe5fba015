"""Plural nouns for people, told by their ending: `éleveurs`, `cheminots`. Knows words only, no texts.

The table of heads comes first; this is for the many trades and camps that no table holds. It is asked only where an
adjective of nation in the plural follows (`éleveurs français`), so that what must be kept away is things.
"""

from __future__ import annotations

import re

_PEOPLE = re.compile(
    r"(?:[aiou]teurs|[^aeiou]eurs|trices|iers|istes|ants|iens|[^i]euses|letes|crates|logues|graphes|naires)$"
)
_THINGS = frozenset(
    """moteurs ordinateurs secteurs vecteurs tracteurs reacteurs processeurs capteurs valeurs couleurs erreurs
    douleurs hauteurs horreurs honneurs conteneurs radiateurs ascenseurs serveurs bombardeurs torpilleurs
    destroyeurs facteurs faveurs chaleurs fleurs odeurs vapeurs humeurs coeurs pleurs rumeurs tumeurs longueurs
    largeurs lueurs peurs meilleurs majeurs mineurs interieurs exterieurs superieurs inferieurs anterieurs
    ulterieurs posterieurs ailleurs plusieurs leurs malheurs bonheurs projecteurs detecteurs lanceurs propulseurs
    accelerateurs generateurs transformateurs refrigerateurs televiseurs indicateurs porteurs croiseurs
    remorqueurs chasseurs reservoirs semi-conducteurs conducteurs haut-parleurs brouilleurs intercepteurs
    simulateurs congelateurs
    chalutiers patrouilleurs dragueurs planeurs navires-citernes convertisseurs compteurs compresseurs condensateurs
    chantiers quartiers papiers dossiers fichiers courriers metiers paliers leviers casiers boucliers aciers
    premiers derniers mortiers calendriers terriers ateliers milliers sentiers methaniers mineraliers vraquiers
    petroliers bombardiers voiliers cahiers oliviers fruitiers deniers loyers foyers cavaliers policiers
    particuliers reguliers irreguliers singuliers entiers greniers claviers graviers gibiers paniers piliers
    ouvriers destriers chevaliers tiers volontiers
    listes pistes sites tristes autistes carburants montants instants volants composants restaurants elephants
    diamants aimants gants chants courants suivants importants puissants interessants inquietants croissants
    constants distants pendants couts avants auparavants devants flagrants geants brillants pesants
    liens biens chiens entretiens soutiens anciens quotidiens maintiens aeriens terriens moyens
    catalogues dialogues analogues paragraphes autographes questionnaires dictionnaires millenaires luminaires
    seminaires veterinaires ordinaires extraordinaires originaires imaginaires centenaires lunaires doctrinaires
    mitrailleuses moissonneuses tronconneuses perceuses agrafeuses photocopieuses deneigeuses betonneuses
    niveleuses pelleteuses foreuses fraiseuses nebuleuses amoureuses douloureuses savoureuses heureuses nombreuses
    dangereuses desastreuses rigoureuses chaleureuses genereuses valeureuses vigoureuses lumineuses vertigineuses
    haineuses veneneuses planeuses completes incompletes secretes discretes concretes
    matrices cicatrices imperatrices directrices motrices""".split()
) - frozenset("chasseurs policiers ouvriers chevaliers cavaliers lanceurs veterinaires porteurs".split())


def names_people(word: str) -> bool:
    """Tell whether a folded plural noun looks like one for people."""
    return len(word) > 6 and word not in _THINGS and _PEOPLE.search(word) is not None


_DETERMINERS = frozenset(
    """les des aux ces ses leurs nos vos mes de d du deux trois quatre cinq six sept huit neuf dix onze douze quinze
    vingt trente quarante cinquante soixante cent cents mille plusieurs certains certaines quelques tous toutes
    nombreux nombreuses jeunes anciens anciennes nouveaux nouvelles principaux principales grands grandes petits
    petites premiers premieres derniers autres memes futurs hauts simples rares vieux centaines milliers
    dizaines millions et ou par entre comme""".split()
)


def may_begin(word: str) -> bool:
    """Tell whether a folded word may stand right before a noun for people: a determiner, a number, « jeunes »."""
    return word in _DETERMINERS or word.isdigit()


_ADJECTIVE = re.compile(r"(?:iques|aux|aires|els|elles|ifs|ives|istes|eux|euses|ables|ibles)$")


def qualifies(word: str) -> bool:
    """Tell whether a folded word looks like an adjective in the plural: « journalistes économiques français »."""
    return len(word) > 5 and _ADJECTIVE.search(word) is not None
