"""Words that begin a sentence with a capital, and capitalised words that are no part of a person's name."""

from __future__ import annotations

RUBRICS = frozenset(
    """guerre attaque attentat attentats accord election elections mort proces crise conflit victoire reaction sommet
    diplomatie economie politique sport societe justice culture sante environnement football""".split()
)
"""What a headline opens with and nothing more: inside a name these are words like others."""

OPENERS = RUBRICS | frozenset(
    """a afin ailleurs ainsi alors apres au aucun aucune aujourd aupres aussi aussitot autour autre autres aux
    avant avec beaucoup bien bientot bref c car ce ceci cela celle celles celui cependant certains certaines
    ces cet cette ceux chaque chez ci combien comme comment concernant contre d dans de debut demain depuis
    derriere des desormais deux dernier derniere deja donc dont du durant elle elles en enfin ensuite entre
    environ est et etant etre eux exit face faute fin grace hier hormis hors huit ici il ils interroge
    interrogee j jamais je jusqu l la le les leur leurs lors lorsque lui ma mais malgre me meme mes mieux
    moins mon n ne neuf ni non nos notre nous on or ou outre par parce parmi pas pendant peu peut plus
    plusieurs pour pourquoi pourtant pres presque puis puisque qu quand quant quatre que quel quelle quelles
    quelque quelques quels qui quoi rappelons reste s sa sans sauf se selon sept ses seul seule seuls si
    sinon six soit son sont sous souvent suite sur surtout t ta tandis tant tel telle tels tellement
    toujours tous tout toute toutefois toutes tres trois trop tu un une unique vers via voici voila vos
    votre vous vu y video photo photos texte source sources note lire voir analyse reportage entretien
    portrait tribune edito direct dixit lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier
    mars avril mai juin juillet aout septembre octobre novembre decembre nouvelle nouveau
    nouvelles premier premiere oui merci bonjour""".split()
)

_ACCENTED = frozenset(
    """a apres aupres aussitot bientot debut deja derniere derriere des desormais etant etre meme malgre ou pres
    premiere tres voila interrogee deces decembre fevrier aout societe sante diplomatie economie proces reaction
    elections election""".split()
)


def opens_sentence(word: str, folded: str) -> bool:
    """Tell whether a word, as written and folded, is one of `OPENERS`: « Le », « Après », but not « Lê »."""
    return folded in OPENERS and (word.lower() == folded or folded in _ACCENTED)


NOT_NAMES = frozenset(
    """affaires etrangeres etat etats republique royaume federation organisation organization nations unies
    constitution internet web covid airlines airways express news media press times post journal magazine tv
    radio stadium arena stade centre center central club fc team league cup coupe championnat championship
    world open grand prix tour jeux olympiques university universite college school institute institut
    foundation fondation association company corp inc ltd group groupe international national bank banque
    hotel church eglise mosquee cathedrale basilique notre dame rue avenue boulevard place quai pont gare
    aeroport airport musee museum theatre opera palais chateau tower city street road island islands ile
    iles mont mount lac lake mer ocean golfe baie cap saint sainte festival forum awards award prize day
    week valley river north south east west nord sud est ouest new old big the union force forces front
    parti party mouvement movement army armee conseil council commission comite committee ministere ministry
    department departement agency agence service services office bureau court cour tribunal assemblee
    assembly parlement parliament senat congres chambre loi code accord traite convention plan projet
    operation dialogue initiative euro dollar dollars euros windows android iphone galaxy boeing airbus
    peugeot renault wikinews wikipedia wikimedia commons creative licence article photo source video live
    direct noel paques ramadan dieu allah jesus moyen-orient proche-orient orient occident premiere guerre
    mondiale seconde renseignement pride joyeuse joyeux happy shangri protecteur punta""".split()
)

BEARERS = frozenset(
    """place rue avenue boulevard square quai pont tour stade aeroport gare port hopital clinique lycee ecole
    college universite musee theatre centre palais parc salle station metro prix trophee coupe forum ouragan
    tempete cyclone typhon navire cargo avions marin fregate ferry paquebot missile missiles avion char
    chars satellite sonde petrolier vraquier
    chalutier methanier destroyer corvette patrouilleur voilier yacht remorqueur conteneurs fusee loi operation
    barrage colline mont lac ile village quartier camp telescope robot rover arret gymnase prison centrale projet film
    album serie chanson roman jeu spectacle maladie syndrome cocktail cocktails porte-avions fontaine mosquee eglise
    cathedrale basilique synagogue temple couvent chapelle planete constellation galaxie comete asteroide
    exoplanete jeux-video logiciel application plan dispositif programme essai""".split()
)
"""Nouns of things that carry a person's name, or a name that looks like one."""

PLACES = frozenset(
    """regence gouvernorat oblast raion circonscription arrondissement paroisse prefecture autour
    ville villes region district province provinces comte commune departement canton vallee volcan parc reserve
    course circuit rallye tournoi festival stade domaine station plage peninsule archipel iles detroit riviere fleuve
    localite bourgade hameau chateau abbaye jardin lieu-dit localites banlieue etat aeroport
    gare port rue avenue boulevard place quai hopital musee lycee pont metro arret""".split()
)
"""Nouns that a place's name follows behind « de »."""

STREETS = frozenset(
    """act springs beach creek mews street basin avenue square stadium arena road bridge airport hospital building
    county falls gardens terrace highway expressway crescent""".split()
)
"""What a place ends in that is named after a person: « Ellis Park »."""

THINGS = frozenset(
    """lodge coast pass basin bay beach creek hills rocks springs falls canyon ridge bridge road roads street avenue
    square garden gardens hall castle cathedral terminal field game games stars giants eagles tigers lions bulls
    rockets rangers wars story song tour night festival championship championships series marathon rally circuit bomb
    bombs ordnance telescope orbiter mission program plan act bill agreement support shield freedom surprise christmas
    girl dream dreams live go pro plus max xl phone system limited holding studios pictures troopers police department
    copa coppa copas coupe coupes grand tramway robot concours open masters trophy classic challenge race lodge survey
    analog vr medium lake river mount volcano island islands earthquakes assessment drinking""".split()
)
"""English and other common nouns: a run of capitals with one of them, which no first name begins, is no person."""

UNDERTAKINGS = frozenset(
    """accord traite convention plan projet operation coupe loi code tour prix impot taxe produit marche indice ligne
    route missile avion systeme zone region province territoire jeux championnat""".split()
)
"""What a long name in front of its acronym begins with where it is a thing or an event and no organisation."""
