<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
<context>
    <name>depeche</name>
    <message>
        <source>Un des articles a changé entre-temps&#x202f;: rien n’a été fait.</source>
        <translation>One of the articles has changed in the meantime: nothing was done.</translation>
    </message>
    <message>
        <source>Recommencez.</source>
        <translation>One of the articles has changed meanwhile: nothing was done.</translation>
    </message>
    <message>
        <source>«&#x202f;{date}&#x202f;» n’est pas une date.</source>
        <translation>“{date}” is not a date.</translation>
    </message>
    <message>
        <source>Écrivez 2025, 2025-07 ou 2025-07-13.</source>
        <translation>Write 2025, 2025-07 or 2025-07-13.</translation>
    </message>
    <message>
        <source>Étiquette inconnue «&#x202f;{label}&#x202f;».</source>
        <translation>Unknown label “{label}”.</translation>
    </message>
    <message>
        <source>Connues&#x202f;: {known}.</source>
        <translation>Known: {known}.</translation>
    </message>
    <message>
        <source>Aucun annotateur «&#x202f;{name}&#x202f;» dans ce projet.</source>
        <translation>No annotator “{name}” in this project.</translation>
    </message>
    <message>
        <source>Aucun article de «&#x202f;{name}&#x202f;» dans ce projet.</source>
        <translation>No article of “{name}” in this project.</translation>
    </message>
    <message>
        <source>Sources des articles&#x202f;: {known}.</source>
        <translation>Sources of the articles: {known}.</translation>
    </message>
    <message>
        <source>%n date calculée à nouveau|%n dates calculées à nouveau</source>
        <translation>%n date resolved again|%n dates resolved again</translation>
    </message>
    <message>
        <source>Accepté «&#x202f;{words}&#x202f;»</source>
        <translation>Accepted “{words}”</translation>
    </message>
    <message>
        <source>Rejeté «&#x202f;{words}&#x202f;»</source>
        <translation>Rejected “{words}”</translation>
    </message>
    <message>
        <source>Rien à étiqueter dans cette sélection.</source>
        <translation>There is nothing to label in this selection.</translation>
    </message>
    <message>
        <source>Un passage ne peut pas être vide ni sortir du texte.</source>
        <translation>A span can’t be empty or reach outside the text.</translation>
    </message>
    <message>
        <source>Supprimé «&#x202f;{words}&#x202f;»</source>
        <translation>Removed “{words}”</translation>
    </message>
    <message>
        <source>Date de publication&#x202f;: {date}</source>
        <translation>Publication date: {date}</translation>
    </message>
    <message>
        <source>L’étiquette «&#x202f;{label}&#x202f;» n’est plus en usage.</source>
        <translation>The label “{label}” is no longer in use.</translation>
    </message>
    <message>
        <source>Aucun mot à chercher.</source>
        <translation>No words to look for.</translation>
    </message>
    <message>
        <source>L’acte n° {number} n’est pas dans l’historique.</source>
        <translation>Act no. {number} is not in the history.</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;» ne peut pas être repris&#x202f;: l’article a changé par ailleurs. Rien n’a été fait.</source>
        <translation>“{title}” cannot be undone or redone: the article was changed from elsewhere. Nothing was done.</translation>
    </message>
    <message>
        <source>le début</source>
        <translation>the beginning</translation>
    </message>
    <message>
        <source>Retour à&#x202f;: {title}</source>
        <translation>Back to: {title}</translation>
    </message>
    <message>
        <source>lignes prises pour du texte</source>
        <translation>lines taken for text</translation>
    </message>
    <message>
        <source>un constat du radar, voulu ainsi</source>
        <translation>a finding of the radar, meant so</translation>
    </message>
    <message>
        <source>cas limite «&#x202f;{words}&#x202f;»&#x202f;: {note}</source>
        <translation>borderline case “{words}”: {note}</translation>
    </message>
    <message>
        <source>une suggestion rejetée</source>
        <translation>a rejected suggestion</translation>
    </message>
    <message>
        <source>suggestion rejetée&#x202f;: {words}</source>
        <translation>suggestion rejected: {words}</translation>
    </message>
    <message>
        <source>{where}, ligne {line}&#x202f;: ce n’est pas de l’UTF-8.</source>
        <translation>{where}, line {line}: this is not UTF-8.</translation>
    </message>
    <message>
        <source>Il faut au moins une étiquette en usage.</source>
        <translation>At least one label must be in use.</translation>
    </message>
    <message>
        <source>Les étiquettes ont changé entre-temps&#x202f;: rien n’a été fait.</source>
        <translation>The labels have changed meanwhile: nothing was done.</translation>
    </message>
    <message>
        <source>Un nouveau nom sert déjà à des passages&#x202f;: rien n’a été fait.</source>
        <translation>A new name is already used by spans: nothing was done.</translation>
    </message>
    <message>
        <source>{label} réunie à {into}</source>
        <translation>{label} merged into {into}</translation>
    </message>
    <message>
        <source>Étiquettes&#x202f;: {renamed} (%n passage)|Étiquettes&#x202f;: {renamed} (%n passages)</source>
        <translation>Labels: {renamed} (%n span)|Labels: {renamed} (%n spans)</translation>
    </message>
    <message>
        <source>Étiquettes&#x202f;: %n changement|Étiquettes&#x202f;: %n changements</source>
        <translation>Labels: %n change|Labels: %n changes</translation>
    </message>
    <message>
        <source>%n passage en croiserait un autre&#x202f;; rien n’a été fait.|%n passages en croiseraient d’autres&#x202f;; rien n’a été fait.</source>
        <translation>%n span would cross another; nothing was done.|%n spans would cross others; nothing was done.</translation>
    </message>
    <message>
        <source>Décidez si le plus long reste.</source>
        <translation>Decide whether the longest stays.</translation>
    </message>
    <message>
        <source>Aucun article n’est ouvert.</source>
        <translation>No article is open.</translation>
    </message>
    <message>
        <source>Masqué de nouveau «&#x202f;{words}&#x202f;»</source>
        <translation>Masked again “{words}”</translation>
    </message>
    <message>
        <source>Pris pour du texte «&#x202f;{words}&#x202f;»</source>
        <translation>Taken for text “{words}”</translation>
    </message>
    <message>
        <source>Cas limite noté&#x202f;: «&#x202f;{words}&#x202f;»</source>
        <translation>Borderline case noted: “{words}”</translation>
    </message>
    <message>
        <source>Cette note n’est plus là, ou elle est de quelqu’un d’autre&#x202f;: rien n’a été changé.</source>
        <translation>This note is gone, or it is somebody else’s: nothing was changed.</translation>
    </message>
    <message>
        <source>Note changée&#x202f;: «&#x202f;{words}&#x202f;»</source>
        <translation>Note changed: “{words}”</translation>
    </message>
    <message>
        <source>Note supprimée&#x202f;: «&#x202f;{words}&#x202f;»</source>
        <translation>Note deleted: “{words}”</translation>
    </message>
    <message>
        <source>La note a {length} signes.</source>
        <translation>The note has {length} characters.</translation>
    </message>
    <message>
        <source>Il en faut {limit} au plus.</source>
        <translation>{limit} are allowed at most.</translation>
    </message>
    <message>
        <source>corrigé ainsi plus haut</source>
        <translation>corrected like this above</translation>
    </message>
    <message>
        <source>autre graphie</source>
        <translation>another spelling</translation>
    </message>
    <message>
        <source>dans l’article</source>
        <translation>in the article</translation>
    </message>
    <message>
        <source>autre nom</source>
        <translation>other name</translation>
    </message>
    <message>
        <source>tel quel</source>
        <translation>as it stands</translation>
    </message>
    <message>
        <source>avec la nation</source>
        <translation>with the nation</translation>
    </message>
    <message>
        <source>donné récemment</source>
        <translation>given lately</translation>
    </message>
    <message>
        <source>ensemble</source>
        <translation>together</translation>
    </message>
    <message>
        <source>juste</source>
        <translation>exactly</translation>
    </message>
    <message>
        <source>environ</source>
        <translation>about</translation>
    </message>
    <message>
        <source>au plus</source>
        <translation>at most</translation>
    </message>
    <message>
        <source>au moins</source>
        <translation>at least</translation>
    </message>
    <message>
        <source>sans «&#x202f;%&#x202f;»</source>
        <translation>without “%”</translation>
    </message>
    <message>
        <source>une semaine avant</source>
        <translation>a week before</translation>
    </message>
    <message>
        <source>après</source>
        <translation>after</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;» n’est ni un lieu ni une puissance.</source>
        <translation>“{words}” is neither a place nor a power.</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;» n’est pas une ville connue&#x202f;: rien à inverser.</source>
        <translation>“{words}” is not a known city: nothing to turn round.</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;» ne tient lieu d’aucun État connu&#x202f;: le lieu reste un lieu.</source>
        <translation>“{words}” stands for no known state: the place remains a place.</translation>
    </message>
    <message>
        <source>Lieu, pas puissance&#x202f;: «&#x202f;{words}&#x202f;»</source>
        <translation>A place, not a power: “{words}”</translation>
    </message>
    <message>
        <source>Aucune étiquette de ce projet n’a le genre {kind}.</source>
        <translation>No label of this project has the kind {kind}.</translation>
    </message>
    <message>
        <source>article témoin</source>
        <translation>control article</translation>
    </message>
    <message>
        <source>pas encore de suggestions</source>
        <translation>no suggestions yet</translation>
    </message>
    <message>
        <source>%n suggestion peu sûre|%n suggestions peu sûres</source>
        <translation>%n unsure suggestion|%n unsure suggestions</translation>
    </message>
    <message>
        <source>%n acteur nouveau|%n acteurs nouveaux</source>
        <translation>%n new actor|%n new actors</translation>
    </message>
    <message>
        <source>%n désaccord entre sources|%n désaccords entre sources</source>
        <translation>%n disagreement between sources|%n disagreements between sources</translation>
    </message>
    <message>
        <source>presque une copie d’un article terminé</source>
        <translation>nearly a copy of a finished article</translation>
    </message>
    <message>
        <source>rien de bien nouveau</source>
        <translation>nothing really new</translation>
    </message>
    <message>
        <source>{said}&#x202f;; environ {minutes} min</source>
        <translation>{said}; about {minutes} min</translation>
    </message>
    <message>
        <source>Rien que des blancs ou de la ponctuation&#x202f;: à supprimer.</source>
        <translation>Nothing but blanks or punctuation: to be removed.</translation>
    </message>
    <message>
        <source>Les bords devraient donner «&#x202f;{words}&#x202f;».</source>
        <translation>The edges should give “{words}”.</translation>
    </message>
    <message>
        <source>%n passages au même endroit&#x202f;; un seul peut rester.|%n passages au même endroit&#x202f;; un seul peut rester.</source>
        <translation>%n span in the same place; only one can stay.|%n spans in the same place; only one can stay.</translation>
    </message>
    <message>
        <source>Se croise avec «&#x202f;{words}&#x202f;» ({label}).</source>
        <translation>Crosses “{words}” ({label}).</translation>
    </message>
    <message>
        <source>Passages qui se croisent</source>
        <translation>Spans that cross</translation>
    </message>
    <message>
        <source>Passages en double</source>
        <translation>Doubled spans</translation>
    </message>
    <message>
        <source>Blancs ou ponctuation au bord</source>
        <translation>Blanks or punctuation at the edge</translation>
    </message>
    <message>
        <source>Guillemets mal appariés</source>
        <translation>Quotation marks off their pair</translation>
    </message>
    <message>
        <source>Mêmes mots, deux étiquettes</source>
        <translation>Same words, two labels</translation>
    </message>
    <message>
        <source>Genre que l’étiquette n’a pas</source>
        <translation>Kind that the label doesn’t have</translation>
    </message>
    <message>
        <source>Mêmes mots, deux genres</source>
        <translation>Same words, two kinds</translation>
    </message>
    <message>
        <source>Mêmes mots, deux valeurs</source>
        <translation>Same words, two values</translation>
    </message>
    <message>
        <source>Un acteur sous deux noms</source>
        <translation>One actor under two names</translation>
    </message>
    <message>
        <source>Citation sans locuteur</source>
        <translation>Quote without speaker</translation>
    </message>
    <message>
        <source>Chiffre sans valeur</source>
        <translation>Figure without value</translation>
    </message>
    <message>
        <source>Date sans valeur</source>
        <translation>Date without value</translation>
    </message>
    <message>
        <source>Jour et date en désaccord</source>
        <translation>Weekday that doesn’t fit its date</translation>
    </message>
    <message>
        <source>Contraire au guide</source>
        <translation>Against the guide</translation>
    </message>
    <message>
        <source>Étiqueté ailleurs, pas ici</source>
        <translation>Labelled elsewhere, not here</translation>
    </message>
    <message>
        <source>Guillemet ouvert sans citation</source>
        <translation>Opening mark without a quote</translation>
    </message>
    <message>
        <source>Citation aux guillemets incomplets</source>
        <translation>Quote with incomplete marks</translation>
    </message>
    <message>
        <source>Citation que le texte n’attribue à personne</source>
        <translation>Quote that the text attributes to nobody</translation>
    </message>
    <message>
        <source>Dans une ligne qui n’est pas du texte (source, crédit, invitation).</source>
        <translation>In a line that isn’t text (source, credit, invitation).</translation>
    </message>
    <message>
        <source>Une fonction sans nom n’est pas un acteur.</source>
        <translation>A function without a name isn’t an actor.</translation>
    </message>
    <message>
        <source>Un adjectif seul n’est pas un acteur.</source>
        <translation>An adjective alone isn’t an actor.</translation>
    </message>
    <message>
        <source>Des gens que rien ne nomme ne sont pas un acteur.</source>
        <translation>People whom nothing names aren’t an actor.</translation>
    </message>
    <message>
        <source>Le titre reste dehors&#x202f;: «&#x202f;{words}&#x202f;».</source>
        <translation>The title stays outside: “{words}”.</translation>
    </message>
    <message>
        <source>L’article reste dehors&#x202f;: «&#x202f;{words}&#x202f;».</source>
        <translation>The article stays outside: “{words}”.</translation>
    </message>
    <message>
        <source>Une date vague n’est pas marquée.</source>
        <translation>A vague date isn’t marked.</translation>
    </message>
    <message>
        <source>Une heure seule n’est pas une date.</source>
        <translation>A clock time alone isn’t a date.</translation>
    </message>
    <message>
        <source>L’article ou la préposition reste dehors&#x202f;: «&#x202f;{words}&#x202f;».</source>
        <translation>The article or preposition stays outside: “{words}”.</translation>
    </message>
    <message>
        <source>«&#x202f;{kind}&#x202f;» n’est pas un genre de {label}.</source>
        <translation>“{kind}” is no kind of {label}.</translation>
    </message>
    <message>
        <source>«&#x202f;{kind}&#x202f;» n’est pas un genre de {label}&#x202f;; les mots disent {known}.</source>
        <translation>“{kind}” is no kind of {label}; the words say {known}.</translation>
    </message>
    <message>
        <source>Étiqueté {here} ici, {usual} %n fois ailleurs.|Étiqueté {here} ici, {usual} %n fois ailleurs.</source>
        <translation>Labelled {here} here, {usual} %n time elsewhere.|Labelled {here} here, {usual} %n times elsewhere.</translation>
    </message>
    <message>
        <source>Ici {here}, {usual} %n fois ailleurs.|Ici {here}, {usual} %n fois ailleurs.</source>
        <translation>Here {here}, {usual} %n time elsewhere.|Here {here}, {usual} %n times elsewhere.</translation>
    </message>
    <message>
        <source>Vaut «&#x202f;{here}&#x202f;» ici, «&#x202f;{usual}&#x202f;» %n fois ailleurs.|Vaut «&#x202f;{here}&#x202f;» ici, «&#x202f;{usual}&#x202f;» %n fois ailleurs.</source>
        <translation>Stands for “{here}” here, for “{usual}” %n time elsewhere.|Stands for “{here}” here, for “{usual}” %n times elsewhere.</translation>
    </message>
    <message>
        <source>Voulu ainsi&#x202f;: «&#x202f;{words}&#x202f;» ({what})</source>
        <translation>Meant so: “{words}” ({what})</translation>
    </message>
    <message>
        <source>Voulus ainsi&#x202f;: %n constats ({what})|Voulus ainsi&#x202f;: %n constats ({what})</source>
        <translation>Meant so: %n finding ({what})|Meant so: %n findings ({what})</translation>
    </message>
    <message>
        <source>plusieurs sortes</source>
        <translation>several kinds</translation>
    </message>
    <message>
        <source>Corrigé «&#x202f;{words}&#x202f;» ({what})</source>
        <translation>Mended “{words}” ({what})</translation>
    </message>
    <message>
        <source>Corrigé %n passage {where} ({what})|Corrigé %n passages {where} ({what})</source>
        <translation>Mended %n span {where} ({what})|Mended %n spans {where} ({what})</translation>
    </message>
    <message>
        <source>«&#x202f;{value}&#x202f;» ({here}) et «&#x202f;{name}&#x202f;» ({there}) sont un même acteur.</source>
        <translation>“{value}” ({here}) and “{name}” ({there}) are one actor.</translation>
    </message>
    <message>
        <source>Sans locuteur&#x202f;; le texte nomme {name}.</source>
        <translation>Without speaker; the text names {name}.</translation>
    </message>
    <message>
        <source>Sans locuteur&#x202f;: le texte n’en nomme aucun avec certitude.</source>
        <translation>Without speaker: the text names none for sure.</translation>
    </message>
    <message>
        <source>Ce guillemet ne se ferme pas, et aucune citation n’est marquée.</source>
        <translation>This mark is never closed, and no quote is marked.</translation>
    </message>
    <message>
        <source>Une citation sans guillemets n’est pas marquée.</source>
        <translation>A quote without quotation marks isn’t marked.</translation>
    </message>
    <message>
        <source>Les guillemets qui l’entourent vont de {first}… à …{last}</source>
        <translation>The marks around it go from {first}… to …{last}</translation>
    </message>
    <message>
        <source>Un guillemet s’y ouvre et ne s’y ferme pas.</source>
        <translation>A mark opens in it and doesn’t close.</translation>
    </message>
    <message>
        <source>Un guillemet s’y ferme sans s’y être ouvert.</source>
        <translation>A mark closes in it that didn’t open.</translation>
    </message>
    <message>
        <source>Étiqueté {label} %n fois ailleurs, pas ici.|Étiqueté {label} %n fois ailleurs, pas ici.</source>
        <translation>Labelled {label} %n time elsewhere, not here.|Labelled {label} %n times elsewhere, not here.</translation>
    </message>
    <message>
        <source>Chiffre sans valeur, que les règles ne lisent pas.</source>
        <translation>A figure without value that the rules can’t read.</translation>
    </message>
    <message>
        <source>Date sans valeur, que les règles ne lisent pas.</source>
        <translation>A date without value that the rules can’t read.</translation>
    </message>
    <message>
        <source>Sans valeur&#x202f;; les mots disent {value}.</source>
        <translation>Without value; the words say {value}.</translation>
    </message>
    <message>
        <source>Cette date est un {day} ({date}).</source>
        <translation>This date is a {day} ({date}).</translation>
    </message>
    <message>
        <source>La valeur {value} est un {day}.</source>
        <translation>The value {value} is a {day}.</translation>
    </message>
    <message>
        <source>lundi</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>mardi</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>mercredi</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>jeudi</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>vendredi</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>samedi</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>dimanche</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Acteur confirmé&#x202f;: {name}</source>
        <translation>Actor confirmed: {name}</translation>
    </message>
    <message>
        <source>%n acteur confirmé|%n acteurs confirmés</source>
        <translation>%n actor confirmed|%n actors confirmed</translation>
    </message>
    <message>
        <source>Acteur retiré&#x202f;: {name}</source>
        <translation>Actor removed: {name}</translation>
    </message>
    <message>
        <source>Un acteur doit avoir un nom.</source>
        <translation>An actor must have a name.</translation>
    </message>
    <message>
        <source>«&#x202f;{kind}&#x202f;» n’est pas un genre de cette étiquette.</source>
        <translation>“{kind}” is not a kind of this label.</translation>
    </message>
    <message>
        <source>Les genres sont&#x202f;: {kinds}.</source>
        <translation>The kinds are: {kinds}.</translation>
    </message>
    <message>
        <source>Seules les étiquettes dont la valeur est un nom ont des acteurs.</source>
        <translation>Only labels whose value is a name have actors.</translation>
    </message>
    <message>
        <source>Acteurs réunis&#x202f;: {others} → {name}</source>
        <translation>Actors merged: {others} → {name}</translation>
    </message>
    <message>
        <source>Acteur renommé&#x202f;: {old} → {name}</source>
        <translation>Actor renamed: {old} → {name}</translation>
    </message>
    <message>
        <source>%n passage|%n passages</source>
        <translation>%n span|%n spans</translation>
    </message>
    <message>
        <source>{act} ({spans} {where})</source>
        <translation>{act} ({spans} {where})</translation>
    </message>
    <message>
        <source>Cet acteur n’est pas dans le registre.</source>
        <translation>This actor is not in the registry.</translation>
    </message>
    <message>
        <source>Seuls des acteurs d’une même étiquette peuvent être réunis.</source>
        <translation>Only actors of the same label can be merged.</translation>
    </message>
    <message>
        <source>nom canonique</source>
        <translation>canonical name</translation>
    </message>
    <message>
        <source>nombre</source>
        <translation>number</translation>
    </message>
    <message>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <source>locuteurs</source>
        <translation>speakers</translation>
    </message>
    <message>
        <source>texte</source>
        <translation>text</translation>
    </message>
    <message>
        <source>aucune valeur</source>
        <translation>no value</translation>
    </message>
    <message>
        <source>{label}&#x202f;: la valeur n’est plus «&#x202f;{old}&#x202f;» mais «&#x202f;{new}&#x202f;»</source>
        <translation>{label}: the value is no longer “{old}” but “{new}”</translation>
    </message>
    <message>
        <source>{label}&#x202f;: peut désormais contenir d’autres passages ou en chevaucher</source>
        <translation>{label}: may hold or cross other spans from now on</translation>
    </message>
    <message>
        <source>{label}&#x202f;: ne chevauche plus d’autres passages</source>
        <translation>{label}: no longer crosses other spans</translation>
    </message>
    <message>
        <source>{label}&#x202f;: nouvel attribut «&#x202f;{new}&#x202f;»</source>
        <translation>{label}: new attribute “{new}”</translation>
    </message>
    <message>
        <source>{label}&#x202f;: l’attribut «&#x202f;{old}&#x202f;» n’est plus proposé</source>
        <translation>{label}: the attribute “{old}” is no longer offered</translation>
    </message>
    <message>
        <source>{label}&#x202f;: attribut «&#x202f;{new}&#x202f;» modifié</source>
        <translation>{label}: attribute “{new}” changed</translation>
    </message>
    <message>
        <source>Autre guide pour toutes les étiquettes</source>
        <translation>Other guidance for all labels</translation>
    </message>
    <message>
        <source>{label}&#x202f;: nouvelle étiquette «&#x202f;{new}&#x202f;», touche {key}, couleur {colour}</source>
        <translation>{label}: new label “{new}”, key {key}, colour {colour}</translation>
    </message>
    <message>
        <source>{label}&#x202f;: nouvelle étiquette «&#x202f;{new}&#x202f;», sans touche, couleur {about}</source>
        <translation>{label}: new label “{new}”, without a key, colour {about}</translation>
    </message>
    <message>
        <source>{label}&#x202f;: autre ordre des genres</source>
        <translation>{label}: another order of kinds</translation>
    </message>
    <message>
        <source>Le jeu d’étiquettes s’appelle «&#x202f;{new}&#x202f;»</source>
        <translation>The label scheme is called “{new}”</translation>
    </message>
    <message>
        <source>{old} devient {new}&#x202f;; tout ce qui la porte suit</source>
        <translation>{old} becomes {new}; all that has it follows</translation>
    </message>
    <message>
        <source>{old} est réunie à {new}&#x202f;; tout ce qui la porte suit</source>
        <translation>{old} goes into {new}; all that has it follows</translation>
    </message>
    <message>
        <source>Mêmes bornes dans les deux étiquettes&#x202f;: un seul passage reste</source>
        <translation>Same borders under both labels: one span stays</translation>
    </message>
    <message>
        <source>Mêmes bornes dans les deux étiquettes&#x202f;: une seule suggestion reste</source>
        <translation>Same borders under both labels: one suggestion stays</translation>
    </message>
    <message>
        <source>Passages qui croiseraient un plus long, là où les étiquettes ne se chevauchent pas</source>
        <translation>Spans that would cross a longer one, where labels don’t overlap</translation>
    </message>
    <message>
        <source>{old}&#x202f;: le genre {about} devient {label}/{new}</source>
        <translation>{old}: the kind {about} becomes {label}/{new}</translation>
    </message>
    <message>
        <source>{old}&#x202f;: le genre {about}, que {label} n’a pas, reste tel quel sur les passages</source>
        <translation>{old}: the kind {about}, which {label} doesn’t have, stays as it is on spans</translation>
    </message>
    <message>
        <source>{old}&#x202f;: les règles ne la proposeront plus</source>
        <translation>{old}: the rules will no longer propose it</translation>
    </message>
    <message>
        <source>{label}&#x202f;: supprimée, n’a jamais servi</source>
        <translation>{label}: deleted, was never used</translation>
    </message>
    <message>
        <source>{label}&#x202f;: a déjà servi, donc retirée au lieu d’être supprimée</source>
        <translation>{label}: was used, so it is retired instead of deleted</translation>
    </message>
    <message>
        <source>{label}&#x202f;: retirée&#x202f;; ses passages restent, ses suggestions sont cachées</source>
        <translation>{label}: retired; its spans stay, its suggestions are hidden</translation>
    </message>
    <message>
        <source>{label}&#x202f;: remise en usage</source>
        <translation>{label}: in use again</translation>
    </message>
    <message>
        <source>{label}&#x202f;: s’affiche «&#x202f;{new}&#x202f;» au lieu de «&#x202f;{old}&#x202f;»</source>
        <translation>{label}: shown as “{new}” instead of “{old}”</translation>
    </message>
    <message>
        <source>{label}&#x202f;: touche {new} au lieu de {old}</source>
        <translation>{label}: key {new} instead of {old}</translation>
    </message>
    <message>
        <source>{label}&#x202f;: couleur {new} au lieu de {old}</source>
        <translation>{label}: colour {new} instead of {old}</translation>
    </message>
    <message>
        <source>{label}&#x202f;: nouveau genre {about} «&#x202f;{new}&#x202f;»</source>
        <translation>{label}: new kind {about} “{new}”</translation>
    </message>
    <message>
        <source>{label}&#x202f;: le genre {old} devient {new}</source>
        <translation>{label}: kind {old} becomes {new}</translation>
    </message>
    <message>
        <source>{label}&#x202f;: le genre {about} s’affiche «&#x202f;{new}&#x202f;»</source>
        <translation>{label}: kind {about} is shown as “{new}”</translation>
    </message>
    <message>
        <source>{label}&#x202f;: le genre {about} n’est plus proposé&#x202f;; les passages le gardent</source>
        <translation>{label}: kind {about} is no longer offered; spans keep it</translation>
    </message>
    <message>
        <source>{label}&#x202f;: autre guide</source>
        <translation>{label}: other guidance</translation>
    </message>
    <message>
        <source>{label}&#x202f;: suggérée par les sources sous le nom de {new}</source>
        <translation>{label}: suggested by sources under the name {new}</translation>
    </message>
    <message>
        <source>Autre ordre des étiquettes</source>
        <translation>Another order of labels</translation>
    </message>
    <message>
        <source>%n valeur ne convient pas, et reste|%n valeurs ne conviennent pas, et restent</source>
        <translation>%n value does not fit, and stays|%n values do not fit, and stay</translation>
    </message>
    <message>
        <source>%n suggestion|%n suggestions</source>
        <translation>%n suggestion|%n suggestions</translation>
    </message>
    <message>
        <source>%n article|%n articles</source>
        <translation>%n article|%n articles</translation>
    </message>
    <message>
        <source>{title}&#x202f;: «&#x202f;{gone}&#x202f;» croise «&#x202f;{stays}&#x202f;»</source>
        <translation>{title}: “{gone}” crosses “{stays}”</translation>
    </message>
    <message>
        <source>{title}&#x202f;: dans une lecture témoin en cours</source>
        <translation>{title}: in a blind reading under way</translation>
    </message>
    <message>
        <source>… et %n autre|… et %n autres</source>
        <translation>… and %n other|… and %n others</translation>
    </message>
    <message>
        <source>phrases communes ({days} jours d’écart au plus)</source>
        <translation>shared sentences (at most {days} days apart)</translation>
    </message>
    <message>
        <source>mêmes noms et mêmes mots ({days} jours)</source>
        <translation>the same names and words ({days} days)</translation>
    </message>
    <message>
        <source>mêmes noms rares ou acteurs annotés ({days} jours)</source>
        <translation>the same rare names or annotated actors ({days} days)</translation>
    </message>
    <message>
        <source>Rapprochés par&#x202f;: {rules}.</source>
        <translation>Brought together by: {rules}.</translation>
    </message>
    <message>
        <source>Aucun récit&#x202f;: il faut deux articles au moins qui racontent la même chose, à {words} jours d’écart au plus, {names} quand ils partagent des noms rares ou des acteurs annotés, {copy} quand ils partagent des phrases.</source>
        <translation>No story: it takes two articles at least that tell the same, at most {words} days apart, {names} where they share rare names or annotated actors, {copy} where they share sentences.</translation>
    </message>
    <message>
        <source>L’article «&#x202f;{name}&#x202f;» ne partage son récit avec aucun autre.</source>
        <translation>The article “{name}” shares its story with no other.</translation>
    </message>
    <message>
        <source>Étiqueté «&#x202f;{words}&#x202f;» comme {name}</source>
        <translation>Labelled “{words}” as {name}</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;» ({name})</source>
        <translation>“{words}” ({name})</translation>
    </message>
    <message>
        <source> et %n autre| et %n autres</source>
        <translation> and %n other| and %n others</translation>
    </message>
    <message>
        <source>{title}, à la place de {lost}</source>
        <translation>{title}, in place of {lost}</translation>
    </message>
    <message>
        <source>Bornes de «&#x202f;{words}&#x202f;»</source>
        <translation>Borders of “{words}”</translation>
    </message>
    <message>
        <source>Valeur de «&#x202f;{words}&#x202f;»</source>
        <translation>Value of “{words}”</translation>
    </message>
    <message>
        <source>Article à faire</source>
        <translation>Article to do</translation>
    </message>
    <message>
        <source>Article repris</source>
        <translation>Article taken up again</translation>
    </message>
    <message>
        <source>Article terminé</source>
        <translation>Article done</translation>
    </message>
    <message>
        <source>Article signalé</source>
        <translation>Article flagged</translation>
    </message>
    <message>
        <source>Article passé</source>
        <translation>Article skipped</translation>
    </message>
    <message>
        <source>dans %n article|dans %n articles</source>
        <translation>in %n article|in %n articles</translation>
    </message>
    <message>
        <source>Étiqueté {times}&#xa0;× «&#x202f;{words}&#x202f;» {where}</source>
        <translation>Labelled {times} × “{words}” {where}</translation>
    </message>
    <message>
        <source>Rejeté {times}&#xa0;× «&#x202f;{words}&#x202f;» {where}</source>
        <translation>Rejected {times} × “{words}” {where}</translation>
    </message>
    <message>
        <source>Accepté {times}&#xa0;× «&#x202f;{words}&#x202f;» {where}</source>
        <translation>Accepted {times} × “{words}” {where}</translation>
    </message>
    <message>
        <source>Accepté %n suggestion ({which})|Accepté %n suggestions ({which})</source>
        <translation>Accepted %n suggestion ({which})|Accepted %n suggestions ({which})</translation>
    </message>
    <message>
        <source>libre</source>
        <translation>free</translation>
    </message>
    <message>
        <source>suggéré&#x202f;: {name}</source>
        <translation>suggested: {name}</translation>
    </message>
    <message>
        <source>déjà étiqueté</source>
        <translation>labelled already</translation>
    </message>
    <message>
        <source>étiqueté&#x202f;: {name}</source>
        <translation>labelled: {name}</translation>
    </message>
    <message>
        <source>pris dans un autre passage&#x202f;: {name}</source>
        <translation>part of another span: {name}</translation>
    </message>
    <message>
        <source>déjà rejeté</source>
        <translation>rejected already</translation>
    </message>
    <message>
        <source>partie d’un mot composé</source>
        <translation>part of a compound</translation>
    </message>
    <message>
        <source>hors du texte (ligne grisée)</source>
        <translation>outside the text (greyed line)</translation>
    </message>
    <message>
        <source>article témoin, pas encore terminé</source>
        <translation>control article, not finished yet</translation>
    </message>
    <message>
        <source>{said}, article terminé</source>
        <translation>{said}, finished article</translation>
    </message>
    <message>
        <source>dont %n dans un article terminé|dont %n dans des articles terminés</source>
        <translation>of them %n in a finished article|of them %n in finished articles</translation>
    </message>
    <message>
        <source>Une seule chose à la fois&#x202f;: {options}.</source>
        <translation>One thing at a time: {options}.</translation>
    </message>
    <message>
        <source>«&#x202f;--rename&#x202f;» et «&#x202f;--to&#x202f;» vont ensemble.</source>
        <translation>“--rename” and “--to” go together.</translation>
    </message>
    <message>
        <source>Rien de nouveau dans le registre.</source>
        <translation>Nothing new in the registry.</translation>
    </message>
    <message>
        <source>Aucune étiquette de ce projet n’a de noms pour valeur.</source>
        <translation>No label of this project has names as values.</translation>
    </message>
    <message>
        <source>Aucun acteur «&#x202f;{name}&#x202f;» dans le registre.</source>
        <translation>No actor “{name}” in the registry.</translation>
    </message>
    <message>
        <source>{path} ne peut pas être lu ({why}).</source>
        <translation>{path} can’t be read ({why}).</translation>
    </message>
    <message>
        <source>{path} n’est pas en UTF-8.</source>
        <translation>{path} is not UTF-8.</translation>
    </message>
    <message>
        <source>{path}, {what}</source>
        <translation>{path}, {what}</translation>
    </message>
    <message>
        <source>Articles revus&#x202f;: {articles}&#x202f;; suggestions nouvelles&#x202f;: {new}.</source>
        <translation>Articles looked at again: {articles}; new suggestions: {new}.</translation>
    </message>
    <message>
        <source>les articles témoins, annotés sans suggestions&#x202f;: leur part, et combien ils sont</source>
        <translation>the control articles, annotated without suggestions: their share, and how many there are</translation>
    </message>
    <message>
        <source>dossier du projet</source>
        <translation>the project’s folder</translation>
    </message>
    <message>
        <source>cette part désormais, par exemple 0.05&#x202f;; 0&#x202f;: aucun témoin</source>
        <translation>this share from now on, for example 0.05; 0: no control</translation>
    </message>
    <message>
        <source>en JSON</source>
        <translation>as JSON</translation>
    </message>
    <message>
        <source>Part des témoins&#x202f;: {share}&#x202f;%.</source>
        <translation>Share of control articles: {share}%.</translation>
    </message>
    <message>
        <source>Articles sans suggestions&#x202f;: {drawn} tirés sur {all}&#x202f;; {begun} ouverts ainsi, dont {done} terminés.</source>
        <translation>Articles without suggestions: {drawn} drawn of {all}; {begun} opened so, {done} of them finished.</translation>
    </message>
    <message>
        <source>Projet créé&#x202f;: {folder} (étiquettes&#x202f;: {labels}).</source>
        <translation>Project created: {folder} (labels: {labels}).</translation>
    </message>
    <message>
        <source>{path} ne peut pas être lu.</source>
        <translation>{path} can’t be read.</translation>
    </message>
    <message>
        <source>Articles&#x202f;: {articles}, suggestions&#x202f;: {suggestions}, dont nouvelles&#x202f;: {new}.</source>
        <translation>Articles: {articles}, suggestions: {suggestions}, of which new: {new}.</translation>
    </message>
    <message>
        <source>%n est cachée, sous le seuil du projet.|%n sont cachées, sous le seuil du projet.</source>
        <translation>%n is hidden, below the project’s threshold.|%n are hidden, below the project’s threshold.</translation>
    </message>
    <message>
        <source>État inconnu dans «&#x202f;{words}&#x202f;».</source>
        <translation>Unknown state in “{words}”.</translation>
    </message>
    <message>
        <source>Connus&#x202f;: {allowed}.</source>
        <translation>Known: {allowed}.</translation>
    </message>
    <message>
        <source>Le projet est sain.</source>
        <translation>The project is sound.</translation>
    </message>
    <message>
        <source>%n problème.|%n problèmes.</source>
        <translation>%n problem.|%n problems.</translation>
    </message>
    <message>
        <source>«&#x202f;--jobs&#x202f;» doit être au moins 1.</source>
        <translation>“--jobs” must be at least 1.</translation>
    </message>
    <message>
        <source>dire ce que valent les scores sur les articles terminés, et cacher les suggestions trop peu sûres</source>
        <translation>say what scores are worth on finished articles, and hide suggestions that are too unsure</translation>
    </message>
    <message>
        <source>cacher sous ce score, par exemple 0.35&#x202f;; 0&#x202f;: rien</source>
        <translation>hide below this score, for example 0.35; 0: nothing</translation>
    </message>
    <message>
        <source>mesurer seulement et écrire ce que valent les scores, en une ligne</source>
        <translation>only measure, and print what scores are worth on one line</translation>
    </message>
    <message>
        <source>toutes</source>
        <translation>all</translation>
    </message>
    <message>
        <source>  {low} à {high}&#x202f;: annoncé {score}, juste {share} ({least} à {most}), {number} jugées</source>
        <translation>  {low} to {high}: said {score}, right {share} ({least} to {most}), {number} judged</translation>
    </message>
    <message>
        <source>étiqueter, ou rejeter, les mêmes mots dans tous les articles</source>
        <translation>label, or reject, the same words in all articles</translation>
    </message>
    <message>
        <source>les mots, comme ils sont écrits</source>
        <translation>the words, as they are written</translation>
    </message>
    <message>
        <source>l’étiquette à donner, ou celle des suggestions</source>
        <translation>the label to give, or that of the suggestions</translation>
    </message>
    <message>
        <source>le genre à donner (PER, ORG, GPE, GRP)</source>
        <translation>the kind to give (PER, ORG, GPE, GRP)</translation>
    </message>
    <message>
        <source>la valeur à donner&#x202f;; ce que les mots disent sinon</source>
        <translation>the value to give; else what the words say</translation>
    </message>
    <message>
        <source>dans cet article seulement, par son identifiant</source>
        <translation>in this article only, by its identifier</translation>
    </message>
    <message>
        <source>rejeter les suggestions de ces mots sous cette étiquette</source>
        <translation>reject the suggestions of these words under this label</translation>
    </message>
    <message>
        <source>montrer les endroits, ne rien changer</source>
        <translation>show the places, change nothing</translation>
    </message>
    <message>
        <source>%n endroit laissé tel quel&#x202f;: déjà décidé, ou pris dans autre chose.|%n endroits laissés tels quels&#x202f;: déjà décidés, ou pris dans autre chose.</source>
        <translation>%n place left as it is: decided already, or part of something else.|%n places left as they are: decided already, or part of something else.</translation>
    </message>
    <message>
        <source>«&#x202f;--reject&#x202f;» ne regarde que les mots et l’étiquette.</source>
        <translation>“--reject” looks at the words and the label only.</translation>
    </message>
    <message>
        <source>La valeur de cette étiquette dépend de l’endroit&#x202f;: elle y est lue.</source>
        <translation>The value of this label depends on the place: it is read there.</translation>
    </message>
    <message>
        <source>Aucun article «&#x202f;{name}&#x202f;» dans {folder}.</source>
        <translation>No article “{name}” in {folder}.</translation>
    </message>
    <message>
        <source>%n endroit {where}.|%n endroits {where}.</source>
        <translation>%n place {where}.|%n places {where}.</translation>
    </message>
    <message>
        <source>Rien à changer.</source>
        <translation>Nothing to change.</translation>
    </message>
    <message>
        <source>écrire le jeu de données, avec son reçu</source>
        <translation>write the dataset, with its receipt</translation>
    </message>
    <message>
        <source>dossier où écrire&#x202f;; pas avec --dry-run</source>
        <translation>folder to write to; not with --dry-run</translation>
    </message>
    <message>
        <source>n’écrire rien&#x202f;: montrer le premier article et dire ce qui manquera</source>
        <translation>write nothing: show the first article and say what will be missing</translation>
    </message>
    <message>
        <source>ce qui part</source>
        <translation>what goes out</translation>
    </message>
    <message>
        <source>les articles dans ces états&#x202f;; «&#x202f;done&#x202f;» sinon dans ce qui sert à entraîner, tous ailleurs</source>
        <translation>articles in these states; else “done” in what is to train on, all elsewhere</translation>
    </message>
    <message>
        <source>le seul travail de ces annotateurs</source>
        <translation>only the work of these annotators</translation>
    </message>
    <message>
        <source>les seuls passages de ces étiquettes</source>
        <translation>only spans of these labels</translation>
    </message>
    <message>
        <source>publiés depuis&#x202f;: 2025, 2025-07 ou 2025-07-13</source>
        <translation>published since: 2025, 2025-07 or 2025-07-13</translation>
    </message>
    <message>
        <source>publiés jusqu’à</source>
        <translation>published until</translation>
    </message>
    <message>
        <source>aussi ceux de date inconnue&#x202f;; sans --from ni --to, eux seuls</source>
        <translation>those of unknown date as well; without --from and --to, only those</translation>
    </message>
    <message>
        <source>le récit d’un article, par son numéro ou son nom («&#x202f;depeche stories&#x202f;»)</source>
        <translation>the story of an article, by its number or name (“depeche stories”)</translation>
    </message>
    <message>
        <source>les articles finis par deux annotateurs au moins, dont bornes et étiquettes s’accordent à X (de 0 à 1, F1 exact des deux qui s’accordent le moins)&#x202f;; «&#x202f;spans&#x202f;»&#x202f;: de ceux-là, les passages que tous ont</source>
        <translation>articles that two annotators at least have finished, whose borders and labels agree at X (0 to 1, exact F1 of the two who agree least); “spans”: of these, the spans that all have</translation>
    </message>
    <message>
        <source>les articles annotés avec suggestions</source>
        <translation>articles annotated with suggestions</translation>
    </message>
    <message>
        <source>les articles témoins, annotés sans</source>
        <translation>control articles, annotated without</translation>
    </message>
    <message>
        <source>donner d’autres noms aux personnes, ou à tous les acteurs, les mêmes partout</source>
        <translation>give persons, or all actors, other names, the same everywhere</translation>
    </message>
    <message>
        <source>Il manque le dossier où écrire.</source>
        <translation>The folder to write to is missing.</translation>
    </message>
    <message>
        <source>Ou --dry-run, pour ne faire que voir.</source>
        <translation>Or --dry-run, only to see.</translation>
    </message>
    <message>
        <source>Partiraient&#x202f;: {what}.</source>
        <translation>Would go out: {what}.</translation>
    </message>
    <message>
        <source>Exporté dans {folder}&#x202f;: {what} (voir RECEIPT.md).</source>
        <translation>Exported to {folder}: {what} (see RECEIPT.md).</translation>
    </message>
    <message>
        <source>{articles}, {spans}</source>
        <translation>{articles}, {spans}</translation>
    </message>
    <message>
        <source>«&#x202f;--agreed {words}&#x202f;» n’est pas un accord.</source>
        <translation>“--agreed {words}” is no agreement.</translation>
    </message>
    <message>
        <source>Écrivez «&#x202f;spans&#x202f;», ou 0.8.</source>
        <translation>Write “spans”, or 0.8.</translation>
    </message>
    <message>
        <source>chercher dans tout le projet&#x202f;: mots, passages, valeurs</source>
        <translation>search the whole project: words, spans, values</translation>
    </message>
    <message>
        <source>les mots, sans égard aux accents&#x202f;; «&#x202f;"mots qui se suivent"&#x202f;», début*&#x202f;; ceux des passages avec --label, --value ou --source</source>
        <translation>the words, whatever their accents; "words that follow each other", beginning*; those of spans with --label, --value or --source</translation>
    </message>
    <message>
        <source>passages de cette étiquette</source>
        <translation>spans of this label</translation>
    </message>
    <message>
        <source>passages qui valent&#x202f;: «&#x202f;Corée du Nord&#x202f;», «&#x202f;2025-07&#x202f;», «&#x202f;&gt; 500 km&#x202f;»</source>
        <translation>spans worth: “Corée du Nord”, “2025-07”, “&gt; 500 km”</translation>
    </message>
    <message>
        <source>passages proposés par&#x202f;: actors, dates, figures, quotes…</source>
        <translation>spans proposed by: actors, dates, figures, quotes…</translation>
    </message>
    <message>
        <source>seulement les articles de ce journal, de cette agence…</source>
        <translation>only the articles of this newspaper, this agency…</translation>
    </message>
    <message>
        <source>seulement les articles dans ces états</source>
        <translation>only the articles in these states</translation>
    </message>
    <message>
        <source>états et passages de cet annotateur</source>
        <translation>states and spans of this annotator</translation>
    </message>
    <message>
        <source>en concordance, en ordre des mots de gauche, de droite ou trouvés, ou du projet</source>
        <translation>as a concordance, sorted by the words at the left, at the right or found, or as in the project</translation>
    </message>
    <message>
        <source>les N premières lignes</source>
        <translation>the first N lines</translation>
    </message>
    <message>
        <source>une ligne de JSON par endroit</source>
        <translation>a line of JSON per place</translation>
    </message>
    <message>
        <source>refaire d’abord l’index des mots</source>
        <translation>make the index of words anew first</translation>
    </message>
    <message>
        <source>«&#x202f;--limit&#x202f;» doit être au moins 1.</source>
        <translation>“--limit” must be at least 1.</translation>
    </message>
    <message>
        <source>Index refait&#x202f;: %n article.|Index refait&#x202f;: %n articles.</source>
        <translation>Index made anew: %n article.|Index made anew: %n articles.</translation>
    </message>
    <message>
        <source>Rien à chercher.</source>
        <translation>Nothing to search for.</translation>
    </message>
    <message>
        <source>Donnez un mot, --label, --value ou --source.</source>
        <translation>Give a word, --label, --value or --source.</translation>
    </message>
    <message>
        <source>%n endroit|%n endroits</source>
        <translation>%n place|%n places</translation>
    </message>
    <message>
        <source>{found} {where}.</source>
        <translation>{found} {where}.</translation>
    </message>
    <message>
        <source>Rien trouvé.</source>
        <translation>Nothing found.</translation>
    </message>
    <message>
        <source>l’historique des actes&#x202f;: le lire, revenir à l’un d’eux</source>
        <translation>the history of acts: read it, go back to one of them</translation>
    </message>
    <message>
        <source>annuler ou rétablir jusqu’à l’acte n° N&#x202f;; 0&#x202f;: le début</source>
        <translation>undo or redo up to act no. N; 0: the beginning</translation>
    </message>
    <message>
        <source>en JSON, un acte par ligne</source>
        <translation>as JSON, an act a line</translation>
    </message>
    <message>
        <source>L’historique en est déjà là.</source>
        <translation>The history is there already.</translation>
    </message>
    <message>
        <source>annulé</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>fichiers ou dossiers</source>
        <translation>files or folders</translation>
    </message>
    <message>
        <source>ce que deviennent les passages qui arrivent&#x202f;; leur statut décide sinon</source>
        <translation>what incoming spans become; otherwise their status decides</translation>
    </message>
    <message>
        <source>montrer ce qui arriverait&#x202f;; rien n’est enregistré</source>
        <translation>show what would come in; nothing is stored</translation>
    </message>
    <message>
        <source>avec --preview&#x202f;: tout regarder, si long que ce soit</source>
        <translation>with --preview: look at all of it, however long that takes</translation>
    </message>
    <message>
        <source>étiquette du fichier et la nôtre (PER=ACTOR:PER)&#x202f;; rien après =&#x202f;: laissée de côté&#x202f;; retenu&#x202f;; répétable</source>
        <translation>the file’s label and ours (PER=ACTOR:PER); nothing after =: left out; remembered; may be repeated</translation>
    </message>
    <message>
        <source>encodage des fichiers qui ne le disent pas (cp1252…)</source>
        <translation>encoding of files that don’t state it (cp1252…)</translation>
    </message>
    <message>
        <source>réparer les textes mal décodés («&#x202f;Ã©&#x202f;» pour «&#x202f;é&#x202f;»)</source>
        <translation>repair wrongly decoded texts (“Ã©” for “é”)</translation>
    </message>
    <message>
        <source>colonnes d’un tableau&#x202f;: text=Texte,date=Parution,title=…</source>
        <translation>columns of a table: text=Text,date=Published,title=…</translation>
    </message>
    <message>
        <source>genre des fichiers, quoi qu’ils contiennent</source>
        <translation>kind of the files, whatever they hold</translation>
    </message>
    <message>
        <source>de qui sont les passages qui ne le disent pas</source>
        <translation>whose the spans are that don’t say it</translation>
    </message>
    <message>
        <source>licence des textes qui n’en disent aucune</source>
        <translation>licence of texts that state none</translation>
    </message>
    <message>
        <source>source des articles qui n’en disent aucune</source>
        <translation>source of articles that state none</translation>
    </message>
    <message>
        <source>la première ligne d’un .txt n’est pas un titre</source>
        <translation>the first line of a .txt is not a title</translation>
    </message>
    <message>
        <source>json&#x202f;: chaque refus et chaque remarque, en JSON</source>
        <translation>json: each refusal and each remark, as JSON</translation>
    </message>
    <message>
        <source>Un chemin est vide.</source>
        <translation>A path is empty.</translation>
    </message>
    <message>
        <source>Donnez des fichiers ou des dossiers.</source>
        <translation>Give files or folders.</translation>
    </message>
    <message>
        <source>«&#x202f;--all&#x202f;» ne va qu’avec «&#x202f;--preview&#x202f;»&#x202f;: un import prend toujours tout.</source>
        <translation>“--all” goes with “--preview” only: an import always takes everything.</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;» n’est pas de la forme NOM=VALEUR.</source>
        <translation>“{words}” isn’t of the form NAME=VALUE.</translation>
    </message>
    <message>
        <source>Refusé&#x202f;: {why}</source>
        <translation>Refused: {why}</translation>
    </message>
    <message>
        <source>Étiquettes&#x202f;:</source>
        <translation>Labels:</translation>
    </message>
    <message>
        <source>Aperçu partiel&#x202f;: %n fichier regardé sur {files}.|Aperçu partiel&#x202f;: %n fichiers regardés sur {files}.</source>
        <translation>Partial preview: %n file of {files} looked at.|Partial preview: %n files of {files} looked at.</translation>
    </message>
    <message>
        <source>«&#x202f;--preview --all&#x202f;» les regarde tous.</source>
        <translation>“--preview --all” looks at all of them.</translation>
    </message>
    <message>
        <source>Aperçu partiel&#x202f;: les longs fichiers n’ont pas été regardés jusqu’au bout.</source>
        <translation>Partial preview: long files weren’t looked at to the end.</translation>
    </message>
    <message>
        <source>«&#x202f;--preview --all&#x202f;» les regarde entiers.</source>
        <translation>“--preview --all” looks at them to their ends.</translation>
    </message>
    <message>
        <source>Rien n’a été enregistré.</source>
        <translation>Nothing was stored.</translation>
    </message>
    <message>
        <source>%n fichier|%n fichiers</source>
        <translation>%n file|%n files</translation>
    </message>
    <message>
        <source>plus de {articles}</source>
        <translation>more than {articles}</translation>
    </message>
    <message>
        <source>{kind}&#x202f;: {files}, {articles}</source>
        <translation>{kind}: {files}, {articles}</translation>
    </message>
    <message>
        <source>sûr</source>
        <translation>certain</translation>
    </message>
    <message>
        <source>supposé, «&#x202f;--encoding&#x202f;» en décide autrement</source>
        <translation>supposed; “--encoding” decides otherwise</translation>
    </message>
    <message>
        <source>Encodage&#x202f;: {encoding} ({sure})</source>
        <translation>Encoding: {encoding} ({sure})</translation>
    </message>
    <message>
        <source>Colonnes&#x202f;: {names}</source>
        <translation>Columns: {names}</translation>
    </message>
    <message>
        <source>Caractères abîmés, «&#x202f;--repair&#x202f;» les répare&#x202f;:</source>
        <translation>Damaged characters; “--repair” mends them:</translation>
    </message>
    <message>
        <source>Annotateurs&#x202f;: {names}</source>
        <translation>Annotators: {names}</translation>
    </message>
    <message>
        <source>Statuts&#x202f;: {counts}</source>
        <translation>Statuses: {counts}</translation>
    </message>
    <message>
        <source>{note} ({times} fois)</source>
        <translation>{note} ({times} times)</translation>
    </message>
    <message>
        <source>{label} ({times}) → {ours}</source>
        <translation>{label} ({times}) → {ours}</translation>
    </message>
    <message>
        <source>laissée de côté</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>{label} ({times})</source>
        <translation>{label} ({times})</translation>
    </message>
    <message>
        <source>{label} ({times})&#x202f;: inconnue&#x202f;; peut-être --map {label}={ours}</source>
        <translation>{label} ({times}): unknown; perhaps --map {label}={ours}</translation>
    </message>
    <message>
        <source>{label} ({times})&#x202f;: inconnue&#x202f;; --map {label}=… dit ce qu’elle devient</source>
        <translation>{label} ({times}): unknown; --map {label}=… says what it becomes</translation>
    </message>
    <message>
        <source>depeche&#x202f;: {words}</source>
        <translation>depeche: {words}</translation>
    </message>
    <message>
        <source>arrêté&#x202f;; ce qui était fait reste.</source>
        <translation>stopped; what was done stays.</translation>
    </message>
    <message>
        <source>{folder} n’est pas un projet Dépêche.</source>
        <translation>{folder} is not a Dépêche project.</translation>
    </message>
    <message>
        <source>Un projet est un dossier qui contient {name}&#x202f;; «&#x202f;depeche new&#x202f;» en crée un.</source>
        <translation>A project is a folder that contains {name}; “depeche new” creates one.</translation>
    </message>
    <message>
        <source>Annoter l’actualité internationale en français. Sans commande&#x202f;: la fenêtre.</source>
        <translation>Annotate international news in French. Without a command: the window.</translation>
    </message>
    <message>
        <source>montrer la version et finir</source>
        <translation>show program’s version number and exit</translation>
    </message>
    <message>
        <source>COMMANDE</source>
        <translation>COMMAND</translation>
    </message>
    <message>
        <source>exemple&#x202f;:</source>
        <translation>example:</translation>
    </message>
    <message>
        <source>ouvrir un projet ou un lot de travail dans la fenêtre</source>
        <translation>open a project or a work package in the window</translation>
    </message>
    <message>
        <source>dossier du projet, ou lot de travail (.depeche)</source>
        <translation>the project’s folder, or a work package (.depeche)</translation>
    </message>
    <message>
        <source>créer un projet</source>
        <translation>create a project</translation>
    </message>
    <message>
        <source>jeu d’étiquettes (TOML)&#x202f;; celui de Dépêche sinon</source>
        <translation>label scheme (TOML); Dépêche’s own if not given</translation>
    </message>
    <message>
        <source>nom de l’annotateur&#x202f;; celui du compte sinon</source>
        <translation>the annotator’s name; that of the account if not given</translation>
    </message>
    <message>
        <source>part des articles sans suggestions, les témoins&#x202f;; 0.05 sinon</source>
        <translation>share of the articles without suggestions, the control; 0.05 by default</translation>
    </message>
    <message>
        <source>ajouter des articles&#x202f;: fichiers de presse ou d’autres outils, archives, dossiers</source>
        <translation>add articles: files of press or of other tools, archives, folders</translation>
    </message>
    <message>
        <source>proposer des passages pour les articles qui n’en ont pas encore</source>
        <translation>suggest spans for the articles that have none yet</translation>
    </message>
    <message>
        <source>une chaîne spaCy en plus&#x202f;: un modèle du projet, un dossier ou un paquet&#x202f;; répétable</source>
        <translation>a spaCy pipeline in addition: a model of the project, a folder or a package; repeatable</translation>
    </message>
    <message>
        <source>tous les articles, même ceux qui ont des suggestions</source>
        <translation>all articles, even those that have suggestions</translation>
    </message>
    <message>
        <source>le registre des acteurs&#x202f;: le lire, y ajouter, en retirer&#x202f;; leurs noms sont proposés dans tous les articles</source>
        <translation>the registry of actors: read it, add to it, take away from it; their names are suggested in all articles</translation>
    </message>
    <message>
        <source>confirmer un acteur, ou lui ajouter des noms</source>
        <translation>confirm an actor, or add names to one</translation>
    </message>
    <message>
        <source>son genre (PER, ORG, GPE, GRP)</source>
        <translation>its kind (PER, ORG, GPE, GRP)</translation>
    </message>
    <message>
        <source>l’État qu’il est ou dont il relève</source>
        <translation>the state that it is or belongs to</translation>
    </message>
    <message>
        <source>un autre de ses noms&#x202f;; répétable</source>
        <translation>another of its names; may be repeated</translation>
    </message>
    <message>
        <source>l’étiquette&#x202f;; la première dont la valeur est un nom sinon</source>
        <translation>the label; by default the first whose value is a name</translation>
    </message>
    <message>
        <source>retirer un acteur</source>
        <translation>remove an actor</translation>
    </message>
    <message>
        <source>donner un autre nom à un acteur, et aux passages qui l’ont</source>
        <translation>give another name to an actor, and to the spans that have it</translation>
    </message>
    <message>
        <source>ce nom&#x202f;; un acteur qui l’a déjà est réuni avec lui</source>
        <translation>that name; an actor that has it already is merged with it</translation>
    </message>
    <message>
        <source>ajouter ceux d’un tableau, comme la liste affichée</source>
        <translation>add those of a table, written as the list that is shown</translation>
    </message>
    <message>
        <source>vérifier l’intégrité d’un projet&#x202f;; 1 et une liste si quelque chose cloche</source>
        <translation>check a project for damage; 1 and a list if something is wrong</translation>
    </message>
    <message>
        <source>suggestions pour les articles d’un fichier, sans projet</source>
        <translation>suggestions for the articles of a file, without a project</translation>
    </message>
    <message>
        <source>un article par ligne&#x202f;; «&#x202f;-&#x202f;»&#x202f;: l’entrée standard</source>
        <translation>one article per line; “-”: standard input</translation>
    </message>
    <message>
        <source>«&#x202f;-&#x202f;»&#x202f;: la sortie standard</source>
        <translation>“-”: standard output</translation>
    </message>
    <message>
        <source>nombre de processus (1 par défaut)</source>
        <translation>number of processes (1 by default)</translation>
    </message>
    <message>
        <source>le projet d’exemple&#x202f;: dans la fenêtre, ou sans écran de bout en bout</source>
        <translation>the sample project: in the window, or from end to end without a screen</translation>
    </message>
    <message>
        <source>où le construire</source>
        <translation>where to build it</translation>
    </message>
    <message>
        <source>écrire un lot de travail pour un annotateur, qu’il ouvre d’un double clic</source>
        <translation>write a work package for an annotator, who opens it by a double click</translation>
    </message>
    <message>
        <source>fichier à écrire</source>
        <translation>file to write</translation>
    </message>
    <message>
        <source>nom de l’annotateur</source>
        <translation>the annotator’s name</translation>
    </message>
    <message>
        <source>identifiants des articles&#x202f;; tous sinon</source>
        <translation>identifiers of the articles; all of them otherwise</translation>
    </message>
    <message>
        <source>numéros des articles</source>
        <translation>numbers of the articles</translation>
    </message>
    <message>
        <source>joindre ce modèle du projet&#x202f;; «&#x202f;base&#x202f;», celui de Dépêche, est déjà chez chacun</source>
        <translation>put this model of the project into it; “base”, Dépêche’s own, is with everybody already</translation>
    </message>
    <message>
        <source>faire un projet d’un lot de travail, sans fenêtre</source>
        <translation>make a project of a work package, without a window</translation>
    </message>
    <message>
        <source>lot de travail</source>
        <translation>work package</translation>
    </message>
    <message>
        <source>dossier du projet à créer</source>
        <translation>folder of the project to make</translation>
    </message>
    <message>
        <source>écrire le travail fait sur un lot, à renvoyer</source>
        <translation>write the work done on a package, to be sent back</translation>
    </message>
    <message>
        <source>dire ce qu’est un lot ou un travail rendu, et s’il est intact&#x202f;; 1 sinon</source>
        <translation>say what a package or a return is, and whether it is whole; 1 if not</translation>
    </message>
    <message>
        <source>lot de travail ou travail rendu</source>
        <translation>work package or return</translation>
    </message>
    <message>
        <source>les notes de cas limites, par étiquette, chacune dans sa phrase</source>
        <translation>the notes on borderline cases, by label, each in its sentence</translation>
    </message>
    <message>
        <source>où l’écrire&#x202f;: .md, .html ou .csv&#x202f;; sur la sortie, en Markdown, sinon</source>
        <translation>where to write it: .md, .html or .csv; otherwise Markdown on standard output</translation>
    </message>
    <message>
        <source>%n note écrite dans {path}.|%n notes écrites dans {path}.</source>
        <translation>%n note written to {path}.|%n notes written to {path}.</translation>
    </message>
    <message>
        <source>Lot pour {name}&#x202f;: {articles} articles, {suggestions} suggestions, dans {path}.</source>
        <translation>Package for {name}: {articles} articles, {suggestions} suggestions, in {path}.</translation>
    </message>
    <message>
        <source>Projet créé&#x202f;: {folder} ({articles} articles pour {name}).</source>
        <translation>Project made: {folder} ({articles} articles for {name}).</translation>
    </message>
    <message>
        <source>Attention&#x202f;: ce lot était déjà ouvert dans {folder}, et le travail y reste&#x202f;; celui-ci est neuf.</source>
        <translation>Note: this package was already open in {folder}, and the work stays there; this one is new.</translation>
    </message>
    <message>
        <source>Ce lot est déjà ouvert dans {folder}&#x202f;; rien n’a été changé.</source>
        <translation>This package has been opened already in {folder}; nothing was changed.</translation>
    </message>
    <message>
        <source>Travail de {name}&#x202f;: {done} articles terminés sur {articles}, {spans} passages, dans {path}.</source>
        <translation>Work of {name}: {done} of {articles} articles done, {spans} spans, in {path}.</translation>
    </message>
    <message>
        <source>utilisation&#x202f;:</source>
        <translation>usage:</translation>
    </message>
    <message>
        <source>arguments&#x202f;</source>
        <translation>positional arguments</translation>
    </message>
    <message>
        <source>options&#x202f;</source>
        <translation>options</translation>
    </message>
    <message>
        <source>commandes&#x202f;</source>
        <translation>subcommands</translation>
    </message>
    <message>
        <source>montrer cette aide et finir</source>
        <translation>show this help message and exit</translation>
    </message>
    <message>
        <source>%(prog)s&#x202f;: %(message)s</source>
        <translation>%(prog)s: error: %(message)s</translation>
    </message>
    <message>
        <source>argument %(argument_name)s&#x202f;: %(message)s</source>
        <translation>argument %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>arguments inconnus&#x202f;: %s</source>
        <translation>unrecognized arguments: %s</translation>
    </message>
    <message>
        <source>il manque&#x202f;: %s</source>
        <translation>the following arguments are required: %s</translation>
    </message>
    <message>
        <source>il faut l’un des arguments %s</source>
        <translation>one of the arguments %s is required</translation>
    </message>
    <message>
        <source>ne va pas avec l’argument %s</source>
        <translation>not allowed with argument %s</translation>
    </message>
    <message>
        <source>ne prend pas de valeur&#x202f;: %r</source>
        <translation>ignored explicit argument %r</translation>
    </message>
    <message>
        <source>il y faut une valeur</source>
        <translation>expected one argument</translation>
    </message>
    <message>
        <source>il y faut une valeur au plus</source>
        <translation>expected at most one argument</translation>
    </message>
    <message>
        <source>il y faut au moins une valeur</source>
        <translation>expected at least one argument</translation>
    </message>
    <message>
        <source>il y faut %s valeur</source>
        <translation>expected %s argument</translation>
    </message>
    <message>
        <source>il y faut %s valeurs</source>
        <translation>expected %s arguments</translation>
    </message>
    <message>
        <source>%(option)s peut vouloir dire %(matches)s</source>
        <translation>ambiguous option: %(option)s could match %(matches)s</translation>
    </message>
    <message>
        <source>valeur impossible&#x202f;: %(value)r</source>
        <translation>invalid value: %(value)r</translation>
    </message>
    <message>
        <source>choix impossible&#x202f;: %(value)r (au choix&#x202f;: %(choices)s)</source>
        <translation>invalid choice: %(value)r (choose from %(choices)s)</translation>
    </message>
    <message>
        <source>commande inconnue&#x202f;: %(parser_name)r (au choix&#x202f;: %(choices)s)</source>
        <translation>unknown command %(parser_name)r (choose from %(choices)s)</translation>
    </message>
    <message>
        <source>{path} ne peut pas être écrit ({why}).</source>
        <translation>{path} can’t be written ({why}).</translation>
    </message>
    <message>
        <source>{path}, ligne {line}</source>
        <translation>{path}, line {line}</translation>
    </message>
    <message>
        <source>{where}&#x202f;: {why}.</source>
        <translation>{where}: {why}.</translation>
    </message>
    <message>
        <source>les articles qui attendent, dans l’ordre où les annoter, et pourquoi</source>
        <translation>the articles that wait, in the order in which to annotate them, and why</translation>
    </message>
    <message>
        <source>par numéro, date, source, longueur, ou valeur à la minute (sinon)</source>
        <translation>by number, date, source, length, or value per minute (the default)</translation>
    </message>
    <message>
        <source>les N premiers seulement</source>
        <translation>only the first N</translation>
    </message>
    <message>
        <source>tous les articles, même terminés</source>
        <translation>all articles, even finished ones</translation>
    </message>
    <message>
        <source>%n article.|%n articles.</source>
        <translation>%n article.|%n articles.</translation>
    </message>
    <message>
        <source>dire ce qui se contredit dans les passages, du pire au moindre&#x202f;; 1 s’il y en a</source>
        <translation>say what contradicts itself in the spans, the worst first; 1 if anything does</translation>
    </message>
    <message>
        <source>corriger tous les constats de cette sorte, en un acte&#x202f;: {kinds}</source>
        <translation>mend all findings of this kind, as one act: {kinds}</translation>
    </message>
    <message>
        <source>Rien à corriger de cette sorte.</source>
        <translation>Nothing of this kind to mend.</translation>
    </message>
    <message>
        <source>{what} ({kind})&#x202f;: {found}, dont {mended} à corriger d’office.</source>
        <translation>{what} ({kind}): {found}, of which {mended} can be mended at once.</translation>
    </message>
    <message>
        <source>Rien ne se contredit dans les articles commencés.</source>
        <translation>Nothing contradicts itself in the articles begun.</translation>
    </message>
    <message>
        <source>montrer, écrire ou changer les étiquettes d’un projet&#x202f;; les passages suivent</source>
        <translation>show, write or change the labels of a project; spans follow</translation>
    </message>
    <message>
        <source>écrire le jeu d’étiquettes dans ce fichier</source>
        <translation>write the label scheme into this file</translation>
    </message>
    <message>
        <source>prendre les étiquettes de ce fichier, en un acte</source>
        <translation>take the labels of this file, as one act</translation>
    </message>
    <message>
        <source>cette étiquette continue sous un autre nom&#x202f;; LABEL/OLD=NEW pour un genre</source>
        <translation>this label goes on under another name; LABEL/OLD=NEW for a kind</translation>
    </message>
    <message>
        <source>cette étiquette est réunie à une autre&#x202f;: tout ce qui la porte suit</source>
        <translation>this label goes into another: all that has it follows</translation>
    </message>
    <message>
        <source>là où des passages réunis se croiseraient, garder le plus long&#x202f;; sinon rien n’est fait</source>
        <translation>where merged spans would cross, keep the longest; else nothing is done</translation>
    </message>
    <message>
        <source>dire seulement ce qui changerait</source>
        <translation>only say what would change</translation>
    </message>
    <message>
        <source>{path} ne peut pas être lu&#x202f;: {why}.</source>
        <translation>{path} can’t be read: {why}.</translation>
    </message>
    <message>
        <source>«&#x202f;{said}&#x202f;» n’est pas un changement de nom.</source>
        <translation>“{said}” is not a change of name.</translation>
    </message>
    <message>
        <source>Écrivez ANCIEN=NOUVEAU.</source>
        <translation>Write OLD=NEW.</translation>
    </message>
    <message>
        <source>{gone} n’est plus là et {new} est nouveau&#x202f;: si c’est le même, --rename {gone}={new}.</source>
        <translation>{gone} is gone and {new} is new: if they are the same, --rename {gone}={new}.</translation>
    </message>
    <message>
        <source>{path} ne peut pas être écrit&#x202f;: {why}.</source>
        <translation>{path} cannot be written: {why}.</translation>
    </message>
    <message>
        <source>Étiquettes écrites dans {path}.</source>
        <translation>Labels written to {path}.</translation>
    </message>
    <message>
        <source>retirée</source>
        <translation>retired</translation>
    </message>
    <message>
        <source>en usage</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>compter articles, passages et suggestions, et en écrire les graphiques</source>
        <translation>count articles, spans and suggestions, and write their charts</translation>
    </message>
    <message>
        <source>écrire dans ce dossier chaque graphique, en SVG et en CSV</source>
        <translation>write every chart into this folder, as SVG and CSV</translation>
    </message>
    <message>
        <source>de cet annotateur seulement&#x202f;; de tous sinon</source>
        <translation>of this annotator only; of everybody otherwise</translation>
    </message>
    <message>
        <source>graphiques&#x202f;: de cette étiquette seulement</source>
        <translation>charts: of this label only</translation>
    </message>
    <message>
        <source>graphiques&#x202f;: des suggestions de cette source seulement</source>
        <translation>charts: of suggestions of this source only</translation>
    </message>
    <message>
        <source>graphiques&#x202f;: depuis ce jour, 2025-07-13</source>
        <translation>charts: from this day on, 2025-07-13</translation>
    </message>
    <message>
        <source>graphiques&#x202f;: jusqu’à ce jour compris</source>
        <translation>charts: up to and including this day</translation>
    </message>
    <message>
        <source>«&#x202f;{label}&#x202f;» n’est pas une étiquette du projet.</source>
        <translation>“{label}” is no label of the project.</translation>
    </message>
    <message>
        <source>Étiquettes&#x202f;: {labels}.</source>
        <translation>Labels: {labels}.</translation>
    </message>
    <message>
        <source>%n fichier écrit dans {folder}.|%n fichiers écrits dans {folder}.</source>
        <translation>%n file written to {folder}.|%n files written to {folder}.</translation>
    </message>
    <message>
        <source>%n graphique n’a rien à montrer encore.|%n graphiques n’ont rien à montrer encore.</source>
        <translation>%n chart has nothing to show yet.|%n charts have nothing to show yet.</translation>
    </message>
    <message>
        <source>«&#x202f;{said}&#x202f;» n’est pas un jour.</source>
        <translation>“{said}” is not a day.</translation>
    </message>
    <message>
        <source>Écrivez l’année, le mois et le jour&#x202f;: 2025-07-13.</source>
        <translation>Write year, month and day: 2025-07-13.</translation>
    </message>
    <message>
        <source>Travail de tous les annotateurs (passages&#x202f;: {people})&#x202f;; --annotator NAME pour un seul.</source>
        <translation>Work of all annotators (spans: {people}); --annotator NAME for one of them.</translation>
    </message>
    <message>
        <source>Articles&#x202f;: {total} (à faire {todo}, commencés {started}, terminés {done}, signalés {flagged}, passés {skipped})</source>
        <translation>Articles: {total} (to do {todo}, started {started}, done {done}, flagged {flagged}, skipped {skipped})</translation>
    </message>
    <message>
        <source>   dont sans suggestion&#x202f;: {missed}</source>
        <translation>   of which without a suggestion: {missed}</translation>
    </message>
    <message>
        <source>Suggestions&#x202f;: en attente, acceptées, corrigées, rejetées</source>
        <translation>Suggestions: waiting, accepted, corrected, rejected</translation>
    </message>
    <message>
        <source>   dont cachées&#x202f;: {hidden}</source>
        <translation>   of which hidden: {hidden}</translation>
    </message>
    <message>
        <source>avec suggestions</source>
        <translation>with suggestions</translation>
    </message>
    <message>
        <source>témoins, sans suggestions</source>
        <translation>control, without suggestions</translation>
    </message>
    <message>
        <source>Terminés {how}&#x202f;: {articles}&#x202f;; minutes par article {minutes}, passages {spans}, accord avec la version finale {agreement}</source>
        <translation>Finished {how}: {articles}; minutes an article {minutes}, spans {spans}, agreement with the final version {agreement}</translation>
    </message>
    <message>
        <source>,</source>
        <translation>.</translation>
    </message>
    <message>
        <source>dire quels articles racontent la même chose, et en quoi ils se contredisent</source>
        <translation>tell which articles tell the same story, and what they contradict each other in</translation>
    </message>
    <message>
        <source>le tableau du récit d’un article&#x202f;: son numéro ou son nom</source>
        <translation>the board of an article’s story: its number or its name</translation>
    </message>
    <message>
        <source>avec les suggestions qui attendent encore</source>
        <translation>with the suggestions that still wait</translation>
    </message>
    <message>
        <source>refaire d’abord ce qui rapproche les articles</source>
        <translation>first make anew what articles are matched by</translation>
    </message>
    <message>
        <source>en CSV</source>
        <translation>as CSV</translation>
    </message>
    <message>
        <source>en HTML (avec --board)</source>
        <translation>as HTML (with --board)</translation>
    </message>
    <message>
        <source>--html demande --board.</source>
        <translation>--html needs --board.</translation>
    </message>
    <message>
        <source>Des articles d’un projet plus ancien manquent ici&#x202f;: «&#x202f;--rebuild&#x202f;» les rapproche.</source>
        <translation>Articles of an older project are missing here: “--rebuild” matches them.</translation>
    </message>
    <message>
        <source>%n récit|%n récits</source>
        <translation>%n story|%n stories</translation>
    </message>
    <message>
        <source>%n ligne|%n lignes</source>
        <translation>%n line|%n lines</translation>
    </message>
    <message>
        <source>%n valeur contredite|%n valeurs contredites</source>
        <translation>%n value contradicted|%n values contradicted</translation>
    </message>
    <message>
        <source>apprendre des articles terminés&#x202f;; 1 si le modèle ne fait pas mieux qu’aujourd’hui</source>
        <translation>learn from the finished articles; 1 if the model does no better than today</translation>
    </message>
    <message>
        <source>json&#x202f;: la marche en lignes JSON, puis le rapport</source>
        <translation>json: the course as JSON lines, then the report</translation>
    </message>
    <message>
        <source>la même graine donne le même modèle</source>
        <translation>the same seed gives the same model</translation>
    </message>
    <message>
        <source>nom du modèle&#x202f;; modele-1, modele-2… sinon</source>
        <translation>the model’s name; modele-1, modele-2… otherwise</translation>
    </message>
    <message>
        <source>calculer aussi la courbe d’apprentissage</source>
        <translation>work out the learning curve as well</translation>
    </message>
    <message>
        <source>graines pour la courbe (3 par défaut)</source>
        <translation>seeds for the curve (3 by default)</translation>
    </message>
    <message>
        <source>l’adopter si l’intervalle de son gain ne touche pas zéro</source>
        <translation>adopt it if the interval of its gain clears zero</translation>
    </message>
    <message>
        <source>les modèles d’un projet&#x202f;: les lister, en adopter un, reprendre le précédent</source>
        <translation>a project’s models: list them, adopt one, put the one before back</translation>
    </message>
    <message>
        <source>dossier du projet&#x202f;; ou «&#x202f;add PROJECT FOLDER&#x202f;»&#x202f;: prendre un modèle entraîné ailleurs</source>
        <translation>the project’s folder; or “add PROJECT FOLDER”: take in a model trained elsewhere</translation>
    </message>
    <message>
        <source>les lister (sans autre option aussi)</source>
        <translation>list them (also without any option)</translation>
    </message>
    <message>
        <source>proposer avec ce modèle désormais</source>
        <translation>suggest with this model from now on</translation>
    </message>
    <message>
        <source>reprendre le modèle d’avant, ou celui qui est livré</source>
        <translation>put back the model before, or the shipped one</translation>
    </message>
    <message>
        <source>supprimer un modèle qui n’est pas en usage</source>
        <translation>delete a model that is not in use</translation>
    </message>
    <message>
        <source>avec «&#x202f;add&#x202f;»&#x202f;: sous ce nom</source>
        <translation>with “add”: under this name</translation>
    </message>
    <message>
        <source>«&#x202f;--seeds&#x202f;» doit être au moins 1.</source>
        <translation>“--seeds” must be at least 1.</translation>
    </message>
    <message>
        <source>lecture</source>
        <translation>reading</translation>
    </message>
    <message>
        <source>préparation</source>
        <translation>preparation</translation>
    </message>
    <message>
        <source>entraînement</source>
        <translation>training</translation>
    </message>
    <message>
        <source>épreuve</source>
        <translation>test</translation>
    </message>
    <message>
        <source>courbe</source>
        <translation>curve</translation>
    </message>
    <message>
        <source>, F1 {score}</source>
        <translation>, F1 {score}</translation>
    </message>
    <message>
        <source>, encore {seconds} s</source>
        <translation>, {seconds} s left</translation>
    </message>
    <message>
        <source>{name}&#x202f;: appris de {train} articles, choisi sur {dev}, éprouvé sur {test} ({groups} sujets&#x202f;; {shared} du texte de l’épreuve figure aussi dans le reste).</source>
        <translation>{name}: learned from {train} articles, chosen on {dev}, tested on {test} ({groups} stories; {shared} of the test’s text is also found in the rest).</translation>
    </message>
    <message>
        <source>Sans passage, gardés comme contre-exemples&#x202f;: {negatives}. Non terminés, laissés de côté&#x202f;: {unfinished}.</source>
        <translation>Without spans, kept as counter-examples: {negatives}. Unfinished, left out: {unfinished}.</translation>
    </message>
    <message>
        <source>%n passage laissé de côté (mot coupé ou hors texte).|%n passages laissés de côté (mot coupé ou hors texte).</source>
        <translation>%n span left out (a word cut, or boilerplate).|%n spans left out (a word cut, or boilerplate).</translation>
    </message>
    <message>
        <source>Départ&#x202f;: {start}&#x202f;; {seconds} s.</source>
        <translation>Began from: {start}; {seconds} s.</translation>
    </message>
    <message>
        <source>modèle livré</source>
        <translation>shipped model</translation>
    </message>
    <message>
        <source>de zéro</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>règles</source>
        <translation>rules</translation>
    </message>
    <message>
        <source>livré</source>
        <translation>shipped</translation>
    </message>
    <message>
        <source>P {p}  R {r}  F1 {f} [{low} – {high}]</source>
        <translation>P {p}  R {r}  F1 {f} [{low} – {high}]</translation>
    </message>
    <message>
        <source>, recoupant {f}, valeurs {values}, genres {kinds}</source>
        <translation>, overlapping {f}, values {values}, kinds {kinds}</translation>
    </message>
    <message>
        <source>Gain sur aujourd’hui ({today})&#x202f;: {gain} [{low}&#x202f;; {high}].</source>
        <translation>Gain over today ({today}): {gain} [{low}; {high}].</translation>
    </message>
    <message>
        <source>Les citations restent aux règles.</source>
        <translation>Quotes stay with the rules.</translation>
    </message>
    <message>
        <source>Adopté.</source>
        <translation>Adopted.</translation>
    </message>
    <message>
        <source>Pas adopté&#x202f;; «&#x202f;depeche model {project} --adopt {name}&#x202f;» l’adopte.</source>
        <translation>Not adopted; “depeche model {project} --adopt {name}” adopts it.</translation>
    </message>
    <message>
        <source>Pas adopté&#x202f;; rien n’a changé.</source>
        <translation>Not adopted; nothing has changed.</translation>
    </message>
    <message>
        <source>Les {shown} premières de %n erreur&#x202f;:|Les {shown} premières de %n erreurs&#x202f;:</source>
        <translation>The first {shown} of %n error:|The first {shown} of %n errors:</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;»</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» est en usage&#x202f;; «&#x202f;depeche suggest&#x202f;» propose avec lui.</source>
        <translation>“{name}” is in use; “depeche suggest” suggests with it.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» est de nouveau en usage.</source>
        <translation>“{name}” is in use again.</translation>
    </message>
    <message>
        <source>Les règles et le modèle livré, de nouveau.</source>
        <translation>The rules and the shipped model again.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» est supprimé.</source>
        <translation>“{name}” is deleted.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» est pris, pas encore jugé&#x202f;: «&#x202f;depeche train&#x202f;» le juge avec les autres modèles&#x202f;; «&#x202f;--adopt {name}&#x202f;» l’adopte.</source>
        <translation>“{name}” is taken in, not judged yet: “depeche train” judges it with the other models; “--adopt {name}” adopts it.</translation>
    </message>
    <message>
        <source>C’est le même que «&#x202f;{other}&#x202f;».</source>
        <translation>It is the same as “{other}”.</translation>
    </message>
    <message>
        <source>Ces étiquettes du modèle ne sont pas du projet, ce qu’il en propose n’est pas pris&#x202f;: {labels}.</source>
        <translation>These labels of the model are not the project’s, what it proposes under them is not taken: {labels}.</translation>
    </message>
    <message>
        <source>Un projet, ou «&#x202f;add PROJECT FOLDER&#x202f;».</source>
        <translation>A project, or “add PROJECT FOLDER”.</translation>
    </message>
    <message>
        <source>pas encore jugé ici</source>
        <translation>not judged here yet</translation>
    </message>
    <message>
        <source>Aucun modèle dans ce projet&#x202f;; «&#x202f;depeche train&#x202f;» en fait un.</source>
        <translation>No model in this project; “depeche train” makes one.</translation>
    </message>
    <message>
        <source>&#x202f;%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>ligne 1&#x202f;: les colonnes attendues sont {columns}.</source>
        <translation>line 1: the columns expected are {columns}.</translation>
    </message>
    <message>
        <source>ligne {line}&#x202f;: étiquette inconnue «&#x202f;{label}&#x202f;».</source>
        <translation>line {line}: unknown label “{label}”.</translation>
    </message>
    <message>
        <source>ligne {line}&#x202f;: le tableau est mal formé.</source>
        <translation>line {line}: the table is malformed.</translation>
    </message>
    <message>
        <source>ligne {line}&#x202f;: le nom manque.</source>
        <translation>line {line}: the name is missing.</translation>
    </message>
    <message>
        <source>doit être une liste de tableaux, chacun avec «&#x202f;attribute&#x202f;» et «&#x202f;type&#x202f;»</source>
        <translation>must be a list of tables, each with “attribute” and “type”</translation>
    </message>
    <message>
        <source>a un attribut dont le nom ne convient pas ou est réservé</source>
        <translation>has an attribute whose name will not do or is reserved</translation>
    </message>
    <message>
        <source>a un attribut dont le «&#x202f;type&#x202f;» n’est ni text, ni choice, ni flag</source>
        <translation>has an attribute whose “type” is neither text, choice nor flag</translation>
    </message>
    <message>
        <source>a un attribut dont les «&#x202f;choices&#x202f;» ne sont pas une liste de textes</source>
        <translation>has an attribute whose “choices” are not a list of texts</translation>
    </message>
    <message>
        <source>a un attribut avec «&#x202f;choices&#x202f;» sans être un choix, ou l’inverse</source>
        <translation>has an attribute with “choices” that is no choice, or the reverse</translation>
    </message>
    <message>
        <source>nomme deux fois le même attribut</source>
        <translation>names the same attribute twice</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;» n’est pas une part entre 0 et 1.</source>
        <translation>“{words}” is not a share between 0 and 1.</translation>
    </message>
    <message>
        <source>Écrivez par exemple 0.05 ou 5&#x202f;%.</source>
        <translation>Write for example 0.05 or 5%.</translation>
    </message>
    <message>
        <source>{who} (entre guillemets)</source>
        <translation>{who} (in quotation marks)</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>suggestion</translation>
    </message>
    <message>
        <source>score tenu</source>
        <translation>score kept</translation>
    </message>
    <message>
        <source>Ce que valent les scores</source>
        <translation>What scores are worth</translation>
    </message>
    <message>
        <source>score calibré</source>
        <translation>calibrated score</translation>
    </message>
    <message>
        <source>part juste</source>
        <translation>share right</translation>
    </message>
    <message>
        <source>Terminez des articles&#x202f;: ce qui y devient des suggestions dit ce que valent leurs scores.</source>
        <translation>Finish articles: what becomes of suggestions there says what their scores are worth.</translation>
    </message>
    <message>
        <source>%n suggestion jugée|%n suggestions jugées</source>
        <translation>%n suggestion judged|%n suggestions judged</translation>
    </message>
    <message>
        <source>{place}&#x202f;: {numbers}.</source>
        <translation>{place}: {numbers}.</translation>
    </message>
    <message>
        <source>Et %n autre ligne.|Et %n autres lignes.</source>
        <translation>And %n more line.|And %n more lines.</translation>
    </message>
    <message>
        <source>{place}&#x202f;: {number}</source>
        <translation>{place}: {number}</translation>
    </message>
    <message>
        <source>{series}, {rest}</source>
        <translation>{series}, {rest}</translation>
    </message>
    <message>
        <source> ({low} à {high})</source>
        <translation> ({low} to {high})</translation>
    </message>
    <message>
        <source>Rien à montrer encore.</source>
        <translation>Nothing to show yet.</translation>
    </message>
    <message>
        <source>Où</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>{name}, de</source>
        <translation>{name}, from</translation>
    </message>
    <message>
        <source>{name}, à</source>
        <translation>{name}, to</translation>
    </message>
    <message>
        <source>Remarque</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>{start} à {end}</source>
        <translation>{start} to {end}</translation>
    </message>
    <message>
        <source>janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.</source>
        <translation>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</translation>
    </message>
    <message>
        <source>1er</source>
        <translation>1</translation>
    </message>
    <message>
        <source>le champ «&#x202f;{name}&#x202f;» manque ou n’est pas comme il doit être</source>
        <translation>the field “{name}” is missing or isn’t as it must be</translation>
    </message>
    <message>
        <source>{low} à {high}</source>
        <translation>{low} to {high}</translation>
    </message>
    <message>
        <source>au moins {number}</source>
        <translation>at least {number}</translation>
    </message>
    <message>
        <source>jusqu’à {number}</source>
        <translation>up to {number}</translation>
    </message>
    <message>
        <source>environ {number}</source>
        <translation>about {number}</translation>
    </message>
    <message>
        <source>Toutes les étiquettes</source>
        <translation>All labels</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Kinds</translation>
    </message>
    <message>
        <source>La touche {key} de «&#x202f;{name}&#x202f;» sert déjà dans la fenêtre{digit}&#x202f;: l’étiquette y sera sans touche. Choisissez-en une autre.</source>
        <translation>The key {key} of “{name}” does something else in the window{digit}: the label will have no key there. Choose another.</translation>
    </message>
    <message>
        <source> (le {digit} d’un clavier français)</source>
        <translation> (the {digit} of a French keyboard)</translation>
    </message>
    <message>
        <source>passage n° {rank}&#x202f;: {why}</source>
        <translation>span no. {rank}: {why}</translation>
    </message>
    <message>
        <source>ce n’est pas un objet</source>
        <translation>it is not an object</translation>
    </message>
    <message>
        <source>son «&#x202f;text&#x202f;» n’est pas ce que le texte porte à cet endroit</source>
        <translation>its “text” is not what the article’s text has in that place</translation>
    </message>
    <message>
        <source>«&#x202f;status&#x202f;» doit être l’un de&#x202f;: {allowed}</source>
        <translation>“status” must be one of: {allowed}</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’est pas un texte</source>
        <translation>“{name}” is not a string</translation>
    </message>
    <message>
        <source>«&#x202f;start&#x202f;» et «&#x202f;end&#x202f;» doivent être des nombres entiers</source>
        <translation>“start” and “end” must be whole numbers</translation>
    </message>
    <message>
        <source>il est vide ou à l’envers ({start} à {end})</source>
        <translation>it is empty or back to front ({start} to {end})</translation>
    </message>
    <message>
        <source>il sort du texte ({start} à {end}, le texte a {length} caractères)</source>
        <translation>it reaches outside the text ({start} to {end}, the text has {length} characters)</translation>
    </message>
    <message>
        <source>«&#x202f;label&#x202f;» manque</source>
        <translation>“label” is missing</translation>
    </message>
    <message>
        <source>étiquette inconnue «&#x202f;{label}&#x202f;» (connues&#x202f;: {known})</source>
        <translation>unknown label “{label}” (known: {known})</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’est pas un objet</source>
        <translation>“{name}” is not an object</translation>
    </message>
    <message>
        <source>«&#x202f;was&#x202f;»&#x202f;: champ inconnu «&#x202f;{name}&#x202f;»</source>
        <translation>“was”: unknown field “{name}”</translation>
    </message>
    <message>
        <source>«&#x202f;was&#x202f;»&#x202f;: {why}</source>
        <translation>“was”: {why}</translation>
    </message>
    <message>
        <source>«&#x202f;was&#x202f;»&#x202f;: «&#x202f;kind&#x202f;» n’est pas un texte ou «&#x202f;attrs&#x202f;» pas un objet</source>
        <translation>“was”: “kind” is not a string or “attrs” is not an object</translation>
    </message>
    <message>
        <source>«&#x202f;score&#x202f;» n’est pas un nombre</source>
        <translation>“score” is not a number</translation>
    </message>
    <message>
        <source>«&#x202f;value&#x202f;» n’est ni un texte, ni un nombre, ni une liste de textes</source>
        <translation>“value” is neither a string, nor a number, nor a list of strings</translation>
    </message>
    <message>
        <source>Par numéro (ordre d’import)</source>
        <translation>By number (order of import)</translation>
    </message>
    <message>
        <source>Par date, le plus récent d’abord</source>
        <translation>By date, the latest first</translation>
    </message>
    <message>
        <source>Par source</source>
        <translation>By source</translation>
    </message>
    <message>
        <source>Par longueur, le plus court d’abord</source>
        <translation>By length, the shortest first</translation>
    </message>
    <message>
        <source>Par valeur à la minute</source>
        <translation>By value per minute</translation>
    </message>
    <message>
        <source>{path} a été fait par une version plus récente de Dépêche.</source>
        <translation>{path} was made by a newer version of Dépêche.</translation>
    </message>
    <message>
        <source>Mettez Dépêche à jour.</source>
        <translation>Update Dépêche.</translation>
    </message>
    <message>
        <source>ce n’est pas un lot de travail de Dépêche</source>
        <translation>it isn’t a work package of Dépêche’s</translation>
    </message>
    <message>
        <source>son manifeste a été changé</source>
        <translation>its manifest has been changed</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>travail rendu</source>
        <translation>returned work</translation>
    </message>
    <message>
        <source>Projet</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Pour</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Par</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, version {version}</translation>
    </message>
    <message>
        <source>Jeu d’étiquettes</source>
        <translation>Label scheme</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Terminés</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Verdicts</translation>
    </message>
    <message>
        <source>Cas limites</source>
        <translation>Borderline cases</translation>
    </message>
    <message>
        <source>Sans suggestions</source>
        <translation>Without suggestions</translation>
    </message>
    <message>
        <source>{share}&#x202f;% des articles</source>
        <translation>{share}% of the articles</translation>
    </message>
    <message>
        <source>Suggestions cachées</source>
        <translation>Suggestions hidden</translation>
    </message>
    <message>
        <source>sous {below}</source>
        <translation>below {below}</translation>
    </message>
    <message>
        <source>Modèle</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Écrit par</source>
        <translation>Written by</translation>
    </message>
    <message>
        <source>Vérifié</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>oui, tout y est tel qu’il a été écrit</source>
        <translation>yes, all of it is as it was written</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;»&#x202f;: le texte n’est pas celui dont l’empreinte est notée</source>
        <translation>“{title}”: the text isn’t the one whose hash is noted</translation>
    </message>
    <message>
        <source>le texte est vide</source>
        <translation>the text is empty</translation>
    </message>
    <message>
        <source>le champ «&#x202f;text&#x202f;» manque ou n’est pas un texte</source>
        <translation>the field “text” is missing or not a string</translation>
    </message>
    <message>
        <source>la date «&#x202f;{date}&#x202f;» n’est pas de la forme 2025-07-13, 2025-07 ou 2025</source>
        <translation>the date “{date}” is not of the form 2025-07-13, 2025-07 or 2025</translation>
    </message>
    <message>
        <source>le champ «&#x202f;meta&#x202f;» n’est pas un objet</source>
        <translation>the field “meta” is not an object</translation>
    </message>
    <message>
        <source>le champ «&#x202f;spans&#x202f;» n’est pas une liste</source>
        <translation>the field “spans” is not a list</translation>
    </message>
    <message>
        <source>le champ «&#x202f;id&#x202f;» n’est ni un texte ni un nombre entier</source>
        <translation>the field “id” is neither a string nor a whole number</translation>
    </message>
    <message>
        <source>le champ «&#x202f;assisted&#x202f;» n’est ni vrai ni faux</source>
        <translation>the field “assisted” is neither true nor false</translation>
    </message>
    <message>
        <source>le champ «&#x202f;annotators&#x202f;» ne donne pas un état par annotateur</source>
        <translation>the field “annotators” does not give a state for each annotator</translation>
    </message>
    <message>
        <source>le champ «&#x202f;assisted_by&#x202f;» ne donne pas vrai ou faux par annotateur</source>
        <translation>the field “assisted_by” doesn’t give true or false for each annotator</translation>
    </message>
    <message>
        <source>le champ «&#x202f;{name}&#x202f;» n’est pas un texte</source>
        <translation>the field “{name}” is not a string</translation>
    </message>
    <message>
        <source>le champ «&#x202f;{name}&#x202f;» doit être l’un de&#x202f;: {allowed}</source>
        <translation>the field “{name}” must be one of: {allowed}</translation>
    </message>
    <message>
        <source>{where}&#x202f;: trop long pour un jeu d’étiquettes&#x202f;: plus d’un million de signes.</source>
        <translation>{where}: too long for a label scheme: more than a million characters.</translation>
    </message>
    <message>
        <source>{where}, ligne {line}&#x202f;: ce n’est pas du TOML valide.</source>
        <translation>{where}, line {line}: it is not valid TOML.</translation>
    </message>
    <message>
        <source>Corrigez cette ligne dans un éditeur de texte.</source>
        <translation>Correct that line in a text editor.</translation>
    </message>
    <message>
        <source>{where}&#x202f;: aucune étiquette&#x202f;; il faut au moins un tableau [[label]].</source>
        <translation>{where}: no label; at least one [[label]] table is needed.</translation>
    </message>
    <message>
        <source>{where}&#x202f;: plus de {most} étiquettes.</source>
        <translation>{where}: more than {most} labels.</translation>
    </message>
    <message>
        <source>{where}, ligne {line}</source>
        <translation>{where}, line {line}</translation>
    </message>
    <message>
        <source>{where}&#x202f;: «&#x202f;version&#x202f;» doit être un nombre entier.</source>
        <translation>{where}: “version” must be a whole number.</translation>
    </message>
    <message>
        <source>{where}&#x202f;: «&#x202f;name&#x202f;» doit être une ligne de {most} signes au plus.</source>
        <translation>{where}: “name” must be one line of at most {most} characters.</translation>
    </message>
    <message>
        <source>{where}&#x202f;: «&#x202f;guidance&#x202f;» doit être un texte.</source>
        <translation>{where}: “guidance” must be a text.</translation>
    </message>
    <message>
        <source>«&#x202f;{label}&#x202f;» ne peut pas être le nom d’une étiquette.</source>
        <translation>“{label}” cannot be the name of a label.</translation>
    </message>
    <message>
        <source>{where}, étiquette n° {rank}&#x202f;: «&#x202f;{field}&#x202f;» {rule}.</source>
        <translation>{where}, label no. {rank}: “{field}” {rule}.</translation>
    </message>
    <message>
        <source>doit être un texte</source>
        <translation>must be a string</translation>
    </message>
    <message>
        <source>doit être true ou false</source>
        <translation>must be true or false</translation>
    </message>
    <message>
        <source>n’est pas un champ connu</source>
        <translation>is not a known field</translation>
    </message>
    <message>
        <source>ne peut contenir que des lettres, des chiffres, - et _, et commence par une lettre</source>
        <translation>may only contain letters, digits, - and _, and begins with a letter</translation>
    </message>
    <message>
        <source>doit être une seule touche</source>
        <translation>must be a single key</translation>
    </message>
    <message>
        <source>doit être une ligne de {most} signes au plus</source>
        <translation>must be one line of at most {most} characters</translation>
    </message>
    <message>
        <source>doit être une couleur comme #2f6fb5</source>
        <translation>must be a colour such as #2f6fb5</translation>
    </message>
    <message>
        <source>doit être l’un de&#x202f;: {allowed}</source>
        <translation>must be one of: {allowed}</translation>
    </message>
    <message>
        <source>doit être une liste de tableaux, chacun avec «&#x202f;kind&#x202f;» et «&#x202f;name&#x202f;»</source>
        <translation>must be a list of tables, each with “kind” and “name”</translation>
    </message>
    <message>
        <source>nomme deux fois le même genre, ou plus de cent</source>
        <translation>names the same kind twice, or more than a hundred</translation>
    </message>
    <message>
        <source>a un genre dont le nom ne convient pas</source>
        <translation>has a kind whose name will not do</translation>
    </message>
    <message>
        <source>{where}&#x202f;: deux étiquettes ont le même nom technique (label)&#x202f;: {twin}.</source>
        <translation>{where}: two labels have the same technical name (label): {twin}.</translation>
    </message>
    <message>
        <source>{where}&#x202f;: deux étiquettes ont la même touche (key)&#x202f;: {twin}.</source>
        <translation>{where}: two labels have the same key (key): {twin}.</translation>
    </message>
    <message>
        <source>{where}&#x202f;: deux étiquettes ont la même origine (base)&#x202f;: {twin}.</source>
        <translation>{where}: two labels have the same origin (base): {twin}.</translation>
    </message>
    <message>
        <source>Rien à renommer&#x202f;: l’étiquette «&#x202f;{label}&#x202f;» n’existe pas.</source>
        <translation>Nothing to rename: the label “{label}” does not exist.</translation>
    </message>
    <message>
        <source>«&#x202f;{label}&#x202f;» existe déjà.</source>
        <translation>“{label}” is there already.</translation>
    </message>
    <message>
        <source>Pour que ses passages y passent, réunissez les deux étiquettes.</source>
        <translation>For its spans to go there, merge the two labels.</translation>
    </message>
    <message>
        <source>«&#x202f;{label}&#x202f;» ne peut pas être renommée et rester.</source>
        <translation>“{label}” cannot be renamed and stay.</translation>
    </message>
    <message>
        <source>Deux étiquettes ne peuvent pas recevoir le même nom.</source>
        <translation>Two labels cannot be given the same name.</translation>
    </message>
    <message>
        <source>Le genre «&#x202f;{kind}&#x202f;» est connu des règles sous ce nom.</source>
        <translation>The rules know the kind “{kind}” by this name.</translation>
    </message>
    <message>
        <source>Changez seulement le nom affiché.</source>
        <translation>Change only the name shown.</translation>
    </message>
    <message>
        <source>Le genre «&#x202f;{old}&#x202f;» ne peut pas devenir «&#x202f;{new}&#x202f;».</source>
        <translation>Kind “{old}” cannot become “{new}”.</translation>
    </message>
    <message>
        <source>Deux genres ne peuvent pas recevoir le même nom.</source>
        <translation>Two kinds cannot be given the same name.</translation>
    </message>
    <message>
        <source>Rien à réunir&#x202f;: l’étiquette «&#x202f;{label}&#x202f;» n’existe pas.</source>
        <translation>Nothing to merge: there is no label “{label}”.</translation>
    </message>
    <message>
        <source>«&#x202f;{label}&#x202f;» ne peut pas être réunie à une autre et rester.</source>
        <translation>“{label}” can’t go into another and stay.</translation>
    </message>
    <message>
        <source>«&#x202f;{label}&#x202f;» est nouvelle&#x202f;: rien ne peut encore y être réuni.</source>
        <translation>“{label}” is new: nothing can go into it yet.</translation>
    </message>
    <message>
        <source>Donnez plutôt ce nom à l’une des étiquettes, et réunissez les autres à elle.</source>
        <translation>Rather give this name to one of the labels, and merge the others into that.</translation>
    </message>
    <message>
        <source>Nouvelle étiquette</source>
        <translation>New label</translation>
    </message>
    <message>
        <source>Le nom technique commence par une lettre et n’a que des lettres, des chiffres, - et _.</source>
        <translation>The technical name begins with a letter and has only letters, digits, - and _.</translation>
    </message>
    <message>
        <source>«&#x202f;{label}&#x202f;» est déjà le nom technique d’une autre étiquette.</source>
        <translation>“{label}” is already the technical name of another label.</translation>
    </message>
    <message>
        <source>Il faut un nom affiché, de {most} signes au plus.</source>
        <translation>A name to be shown is needed, of at most {most} characters.</translation>
    </message>
    <message>
        <source>La touche {key} est déjà celle de «&#x202f;{name}&#x202f;».</source>
        <translation>The key {key} is already that of “{name}”.</translation>
    </message>
    <message>
        <source>La touche {key} sert déjà à&#x202f;: {words}.</source>
        <translation>The key {key} already serves: {words}.</translation>
    </message>
    <message>
        <source>Chaque genre a un nom technique à lui&#x202f;: une lettre, puis lettres, chiffres, - et _.</source>
        <translation>Each kind has a technical name of its own: a letter, then letters, digits, - and _.</translation>
    </message>
    <message>
        <source>Un attribut a un nom technique qui ne convient pas, qui est réservé ou qui sert deux fois.</source>
        <translation>An attribute has a technical name that will not do, is reserved or is used twice.</translation>
    </message>
    <message>
        <source>Un attribut à choix a des choix, séparés par des points-virgules&#x202f;; les autres n’en ont pas.</source>
        <translation>An attribute to choose has choices, separated by semicolons; the others have none.</translation>
    </message>
    <message>
        <source>règles des acteurs</source>
        <translation>rules for actors</translation>
    </message>
    <message>
        <source>règles des dates</source>
        <translation>rules for dates</translation>
    </message>
    <message>
        <source>règles des chiffres</source>
        <translation>rules for figures</translation>
    </message>
    <message>
        <source>règles des citations</source>
        <translation>rules for quotes</translation>
    </message>
    <message>
        <source>mémoire du projet</source>
        <translation>project memory</translation>
    </message>
    <message>
        <source>modèle</source>
        <translation>model</translation>
    </message>
    <message>
        <source>même phrase ailleurs</source>
        <translation>same sentence elsewhere</translation>
    </message>
    <message>
        <source>fichier importé</source>
        <translation>imported file</translation>
    </message>
    <message>
        <source>Articles terminés</source>
        <translation>Articles finished</translation>
    </message>
    <message>
        <source>Articles terminés par annotateur</source>
        <translation>Articles finished by annotator</translation>
    </message>
    <message>
        <source>Passages faits</source>
        <translation>Spans made</translation>
    </message>
    <message>
        <source>Passages par annotateur</source>
        <translation>Spans by annotator</translation>
    </message>
    <message>
        <source>Articles par état</source>
        <translation>Articles by state</translation>
    </message>
    <message>
        <source>Passages par étiquette</source>
        <translation>Spans by label</translation>
    </message>
    <message>
        <source>Minutes par article</source>
        <translation>Minutes per article</translation>
    </message>
    <message>
        <source>Minutes par article, répartition</source>
        <translation>Minutes per article, distribution</translation>
    </message>
    <message>
        <source>Suggestions par étiquette</source>
        <translation>Suggestions by label</translation>
    </message>
    <message>
        <source>Suggestions par source</source>
        <translation>Suggestions by source</translation>
    </message>
    <message>
        <source>Suggestions par semaine</source>
        <translation>Suggestions by week</translation>
    </message>
    <message>
        <source>Part acceptée, par étiquette</source>
        <translation>Share accepted, by label</translation>
    </message>
    <message>
        <source>Part acceptée, par source</source>
        <translation>Share accepted, by source</translation>
    </message>
    <message>
        <source>Acteurs les plus fréquents</source>
        <translation>Most frequent actors</translation>
    </message>
    <message>
        <source>Longueur des articles</source>
        <translation>Length of articles</translation>
    </message>
    <message>
        <source>Longueur des passages</source>
        <translation>Length of spans</translation>
    </message>
    <message>
        <source>Témoins&#x202f;: minutes</source>
        <translation>Control: minutes</translation>
    </message>
    <message>
        <source>Témoins&#x202f;: passages</source>
        <translation>Control: spans</translation>
    </message>
    <message>
        <source>Témoins&#x202f;: accord</source>
        <translation>Control: agreement</translation>
    </message>
    <message>
        <source>Témoins&#x202f;: minutes par article</source>
        <translation>Control: minutes per article</translation>
    </message>
    <message>
        <source>Minutes, médiane et quartiles</source>
        <translation>Minutes, median and quartiles</translation>
    </message>
    <message>
        <source>Témoins&#x202f;: passages par article</source>
        <translation>Control: spans per article</translation>
    </message>
    <message>
        <source>Passages, médiane et quartiles</source>
        <translation>Spans, median and quartiles</translation>
    </message>
    <message>
        <source>Témoins&#x202f;: accord avec la version finale</source>
        <translation>Control: agreement with the final version</translation>
    </message>
    <message>
        <source>Les passages d’un article quand il a été terminé, comparés à ceux qu’il a maintenant.</source>
        <translation>The spans of an article when it was finished, compared with those it has now.</translation>
    </message>
    <message>
        <source>F1, mêmes bornes et étiquette</source>
        <translation>F1, same borders and label</translation>
    </message>
    <message>
        <source>Avec suggestions</source>
        <translation>With suggestions</translation>
    </message>
    <message>
        <source>Sans (témoins)</source>
        <translation>Without (control)</translation>
    </message>
    <message>
        <source>Articles terminés dont on sait si des suggestions étaient montrées.</source>
        <translation>Finished articles of which it is known whether suggestions were shown.</translation>
    </message>
    <message>
        <source>Ici se compareront le travail avec et sans suggestions, dès qu’un article sera terminé.</source>
        <translation>Work with and without suggestions will be compared here as soon as an article is finished.</translation>
    </message>
    <message>
        <source>autres</source>
        <translation>others</translation>
    </message>
    <message>
        <source>sans source</source>
        <translation>no source</translation>
    </message>
    <message>
        <source>Les passages qui existent aujourd’hui, le jour où chacun a été accepté ou tracé.</source>
        <translation>The spans that exist today, on the day each was accepted or drawn.</translation>
    </message>
    <message>
        <source>Les passages viendront ici, jour par jour, dès le premier qui sera accepté ou tracé.</source>
        <translation>Spans will stand here, day by day, from the first that is accepted or drawn.</translation>
    </message>
    <message>
        <source>%n passage importé n’a pas de jour.|%n passages importés n’ont pas de jour.</source>
        <translation>%n imported span has no day.|%n imported spans have no day.</translation>
    </message>
    <message>
        <source>%n article est arrivé terminé&#x202f;: ni jour ni durée connus.|%n articles sont arrivés terminés&#x202f;: ni jour ni durée connus.</source>
        <translation>%n article arrived finished: neither day nor time known.|%n articles arrived finished: neither day nor time known.</translation>
    </message>
    <message>
        <source>Un article compte le jour où il a été terminé, à l’heure de cette machine.</source>
        <translation>An article counts on the day it was finished, by this machine’s clock.</translation>
    </message>
    <message>
        <source>Les articles terminés viendront ici, jour par jour. La touche F termine l’article ouvert.</source>
        <translation>Finished articles will stand here, day by day. The F key finishes the open article.</translation>
    </message>
    <message>
        <source>Semaine du</source>
        <translation>Week of</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Médiane {middle} min, quartiles {low} et {high} min, {all} articles.</source>
        <translation>Median {middle} min, quartiles {low} and {high} min, {all} articles.</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Articles terminés, à la semaine où chacun l’a été. Le temps avant un acte est compté à son article&#x202f;; plus de 5 minutes sans acte sont une pause&#x202f;: le premier acte qui suit ne compte aucune minute&#x202f;; les actes sur plusieurs articles ne comptent pour aucun.</source>
        <translation>Finished articles, in the week in which each was. The time before an act counts for its article; more than 5 minutes without an act are a pause: the first act after it counts no minute; acts on several articles count for none.</translation>
    </message>
    <message>
        <source>Le temps passé par article viendra ici, dès qu’un article aura été annoté et terminé.</source>
        <translation>The time spent per article will stand here as soon as an article has been annotated and finished.</translation>
    </message>
    <message>
        <source>Ce que deviennent les suggestions, par étiquette</source>
        <translation>What becomes of suggestions, by label</translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Ce que deviennent les suggestions, par source</source>
        <translation>What becomes of suggestions, by source</translation>
    </message>
    <message>
        <source>Source et étiquette</source>
        <translation>Source and label</translation>
    </message>
    <message>
        <source>Ce que deviennent les suggestions, par semaine</source>
        <translation>What becomes of suggestions, by week</translation>
    </message>
    <message>
        <source>Acceptées</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Corrigées</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>Rejetées</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Manquées (ajoutées à la main)</source>
        <translation>Missed (added by hand)</translation>
    </message>
    <message>
        <source>{accepted} sur {judged}</source>
        <translation>{accepted} of {judged}</translation>
    </message>
    <message>
        <source>Acceptées telles quelles, parmi celles qui ont été jugées dans la semaine.</source>
        <translation>Accepted as they were, among those judged in the week.</translation>
    </message>
    <message>
        <source>Part acceptée</source>
        <translation>Share accepted</translation>
    </message>
    <message>
        <source>Chaque suggestion jugée, par chacun de ceux qui l’ont jugée.</source>
        <translation>Each suggestion judged, by each of those who judged it.</translation>
    </message>
    <message>
        <source>Manquées&#x202f;: des passages tracés là où rien n’était proposé.</source>
        <translation>Missed: spans drawn where nothing was proposed.</translation>
    </message>
    <message>
        <source>%n réponse est arrivée avec un import et n’est pas comptée.|%n réponses sont arrivées avec un import et ne sont pas comptées.</source>
        <translation>%n answer came with an import and isn’t counted.|%n answers came with an import and aren’t counted.</translation>
    </message>
    <message>
        <source>Ici se verra ce qui est accepté, corrigé et rejeté, dès la première suggestion jugée.</source>
        <translation>What is accepted, corrected and rejected will show here from the first suggestion judged.</translation>
    </message>
    <message>
        <source>%n passage importé ne vient d’aucune suggestion jugée ici.|%n passages importés ne viennent d’aucune suggestion jugée ici.</source>
        <translation>%n imported span comes from no suggestion judged here.|%n imported spans come from no suggestion judged here.</translation>
    </message>
    <message>
        <source>Par nom canonique, quelle que soit la forme dans le texte.</source>
        <translation>By canonical name, whatever the form in the text.</translation>
    </message>
    <message>
        <source>Les {shown} premiers de {all}.</source>
        <translation>The first {shown} of {all}.</translation>
    </message>
    <message>
        <source>Les acteurs nommés le plus souvent viendront ici, dès qu’un passage aura un nom pour valeur.</source>
        <translation>The actors named most often will stand here as soon as a span has a name as its value.</translation>
    </message>
    <message>
        <source>Acteur</source>
        <translation>Actor</translation>
    </message>
    <message>
        <source>La longueur des articles viendra ici, dès que le premier sera importé.</source>
        <translation>The length of articles will stand here as soon as the first is imported.</translation>
    </message>
    <message>
        <source>Signes</source>
        <translation>Characters</translation>
    </message>
    <message>
        <source>Tous les articles du projet.</source>
        <translation>All articles of the project.</translation>
    </message>
    <message>
        <source>La longueur des passages viendra ici, dès le premier qui sera accepté ou tracé.</source>
        <translation>The length of spans will stand here from the first that is accepted or drawn.</translation>
    </message>
    <message>
        <source>Part des passages de l’étiquette</source>
        <translation>Share of the label’s spans</translation>
    </message>
    <message>
        <source>Les passages de chaque annotateur viendront ici.</source>
        <translation>The spans of each annotator will stand here.</translation>
    </message>
    <message>
        <source>Annotateur</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Signalés</source>
        <translation>Flagged</translation>
    </message>
    <message>
        <source>Commencés</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>Passés</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>À faire</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Les articles viendront ici, par état, dès que le premier sera importé.</source>
        <translation>Articles will be here by state, as soon as the first is imported.</translation>
    </message>
    <message>
        <source>Tous les articles d’aujourd’hui, importés compris.</source>
        <translation>All of today’s articles, imported ones too.</translation>
    </message>
    <message>
        <source>Tous les passages d’aujourd’hui.</source>
        <translation>All of today’s spans.</translation>
    </message>
    <message>
        <source>Dont %n importé.|Dont %n importés.</source>
        <translation>%n of them imported.|%n of them imported.</translation>
    </message>
    <message>
        <source>Les passages viendront ici, par étiquette et par source, dès le premier.</source>
        <translation>Spans will be here by label and source, from the first on.</translation>
    </message>
    <message>
        <source>Les {shown} premières sources de {all}.</source>
        <translation>The first {shown} sources of {all}.</translation>
    </message>
    <message>
        <source>Publié par</source>
        <translation>Published by</translation>
    </message>
    <message>
        <source>le JSON est imbriqué trop profondément</source>
        <translation>the JSON is nested too deeply</translation>
    </message>
    <message>
        <source>ce n’est pas du JSON valide (colonne {column})</source>
        <translation>it is not valid JSON (column {column})</translation>
    </message>
    <message>
        <source>un nombre y a des milliers de chiffres</source>
        <translation>a number in it has thousands of digits</translation>
    </message>
    <message>
        <source>la ligne n’est pas un objet JSON</source>
        <translation>the line is not a JSON object</translation>
    </message>
    <message>
        <source>un caractère y est coupé en deux (demi-codet isolé)</source>
        <translation>a character in it is cut in two (lone surrogate)</translation>
    </message>
    <message>
        <source>un nombre y est infini ou le JSON trop profond</source>
        <translation>a number in it is infinite or the JSON is too deep</translation>
    </message>
    <message>
        <source>un caractère nul s’y trouve</source>
        <translation>it contains a null character</translation>
    </message>
    <message>
        <source>un champ y figure deux fois</source>
        <translation>it has a field twice</translation>
    </message>
    <message>
        <source>{name} n’est pas une valeur JSON</source>
        <translation>{name} is not a JSON value</translation>
    </message>
    <message>
        <source>Les articles n’ont pas pu être comparés&#x202f;: {why}.</source>
        <translation>The articles could not be compared: {why}.</translation>
    </message>
    <message>
        <source>Il faut de la place dans le dossier temporaire du système (variable TMPDIR, ou TEMP).</source>
        <translation>Room is needed in the system’s folder of temporary files (variable TMPDIR, or TEMP).</translation>
    </message>
    <message>
        <source>fichier ou dossier introuvable</source>
        <translation>no such file or folder</translation>
    </message>
    <message>
        <source>accès refusé</source>
        <translation>permission denied</translation>
    </message>
    <message>
        <source>opération non permise</source>
        <translation>operation not permitted</translation>
    </message>
    <message>
        <source>cela existe déjà</source>
        <translation>it exists already</translation>
    </message>
    <message>
        <source>ce n’est pas un dossier</source>
        <translation>not a folder</translation>
    </message>
    <message>
        <source>c’est un dossier</source>
        <translation>it is a folder</translation>
    </message>
    <message>
        <source>le dossier n’est pas vide</source>
        <translation>the folder is not empty</translation>
    </message>
    <message>
        <source>plus de place sur le disque</source>
        <translation>no space left on the disk</translation>
    </message>
    <message>
        <source>disque en lecture seule</source>
        <translation>the disk is read-only</translation>
    </message>
    <message>
        <source>nom trop long</source>
        <translation>name too long</translation>
    </message>
    <message>
        <source>fichier trop gros</source>
        <translation>file too large</translation>
    </message>
    <message>
        <source>un autre programme s’en sert</source>
        <translation>another program is using it</translation>
    </message>
    <message>
        <source>erreur de lecture ou d’écriture du disque</source>
        <translation>error reading or writing the disk</translation>
    </message>
    <message>
        <source>trop de fichiers ouverts</source>
        <translation>too many open files</translation>
    </message>
    <message>
        <source>lien symbolique qui tourne en rond</source>
        <translation>symbolic links in a circle</translation>
    </message>
    <message>
        <source>sur un autre disque</source>
        <translation>on another disk</translation>
    </message>
    <message>
        <source>refusé par le système</source>
        <translation>refused by the system</translation>
    </message>
    <message>
        <source>plus personne ne lit</source>
        <translation>nobody is reading any more</translation>
    </message>
    <message>
        <source>délai dépassé</source>
        <translation>timed out</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;» ne nomme rien.</source>
        <translation>“{words}” names nothing.</translation>
    </message>
    <message>
        <source>Sans ce choix, tout part.</source>
        <translation>Without this choice, everything goes out.</translation>
    </message>
    <message>
        <source>Connus&#x202f;: {known}.</source>
        <translation>Known: {known}.</translation>
    </message>
    <message>
        <source>Aucune date n’est à la fois depuis {since} et jusqu’à {until}.</source>
        <translation>No date is both from {since} on and up to {until}.</translation>
    </message>
    <message>
        <source>L’accord demandé doit être entre 0 et 1.</source>
        <translation>The agreement asked for must be between 0 and 1.</translation>
    </message>
    <message>
        <source>{path} est un fichier, il faut un dossier.</source>
        <translation>{path} is a file; a folder is needed.</translation>
    </message>
    <message>
        <source>{path} n’a pas pu être écrit&#x202f;: {why}.</source>
        <translation>{path} could not be written: {why}.</translation>
    </message>
    <message>
        <source>Le fichier précédent, s’il y en avait un, est intact.</source>
        <translation>The file that was there before, if any, is as it was.</translation>
    </message>
    <message>
        <source>L’export dans {folder} n’a pas pu être écrit&#x202f;: {why}.</source>
        <translation>The export to {folder} could not be written: {why}.</translation>
    </message>
    <message>
        <source>L’export précédent, s’il y en avait un, est intact.</source>
        <translation>The export before it, if there was one, is intact.</translation>
    </message>
    <message>
        <source>Le projet change sans cesse.</source>
        <translation>The project keeps changing.</translation>
    </message>
    <message>
        <source>Attendez un instant, puis recommencez.</source>
        <translation>Wait a moment, then try again.</translation>
    </message>
    <message>
        <source>Ce projet ne vient pas d’un lot de travail&#x202f;: il n’y a rien à rendre.</source>
        <translation>This project doesn’t come from a work package: there is nothing to return.</translation>
    </message>
    <message>
        <source>«&#x202f;Exporter…&#x202f;» en écrit le jeu de données.</source>
        <translation>“Export…” writes its dataset.</translation>
    </message>
    <message>
        <source>Trop de passages pour un seul fichier.</source>
        <translation>Too many spans for a single file.</translation>
    </message>
    <message>
        <source>%n passage n’y est pas partout&#x202f;: {why}.|%n passages n’y sont pas partout&#x202f;: {why}.</source>
        <translation>%n span is not everywhere in it: {why}.|%n spans are not everywhere in it: {why}.</translation>
    </message>
    <message>
        <source>%n passage n’y est pas&#x202f;: {why}.|%n passages n’y sont pas&#x202f;: {why}.</source>
        <translation>%n span is not in it: {why}.|%n spans are not in it: {why}.</translation>
    </message>
    <message>
        <source>%n valeur|%n valeurs</source>
        <translation>%n value|%n values</translation>
    </message>
    <message>
        <source>%n genre|%n genres</source>
        <translation>%n kind|%n kinds</translation>
    </message>
    <message>
        <source>%n locuteur|%n locuteurs</source>
        <translation>%n speaker|%n speakers</translation>
    </message>
    <message>
        <source>les attributs de %n passage|les attributs de %n passages</source>
        <translation>the attributes of %n span|the attributes of %n spans</translation>
    </message>
    <message>
        <source>l’origine de %n passage|l’origine de %n passages</source>
        <translation>the origin of %n span|the origin of %n spans</translation>
    </message>
    <message>
        <source>le texte exact de %n article|le texte exact de %n articles</source>
        <translation>the exact text of %n article|the exact text of %n articles</translation>
    </message>
    <message>
        <source>d’autres renseignements sur %n article|d’autres renseignements sur %n articles</source>
        <translation>other facts about %n article|other facts about %n articles</translation>
    </message>
    <message>
        <source>la place de %n passage pour qui compte en UTF-16|la place de %n passages pour qui compte en UTF-16</source>
        <translation>the place of %n span for what counts in UTF-16|the places of %n spans for what counts in UTF-16</translation>
    </message>
    <message>
        <source>l’annotateur de %n lecture, que prend qui importe|l’annotateur de %n lectures, que prend qui importe</source>
        <translation>the annotator of %n reading, which goes to who imports it|the annotators of %n readings, which go to who imports them</translation>
    </message>
    <message>
        <source>%n ligne, qu’un blanc précède|%n lignes, qu’un blanc précède</source>
        <translation>%n line, which a blank precedes|%n lines, which a blank precedes</translation>
    </message>
    <message>
        <source>le nom exact de la source de %n article|le nom exact de la source de %n articles</source>
        <translation>the exact name of the source of %n article|the exact names of the sources of %n articles</translation>
    </message>
    <message>
        <source>le fait que %n article est un témoin, annoté sans suggestions|le fait que %n articles sont des témoins, annotés sans suggestions</source>
        <translation>that %n article is a control, annotated without suggestions|that %n articles are controls, annotated without suggestions</translation>
    </message>
    <message>
        <source>%n liste d’un seul nom, écrite comme le nom seul|%n listes d’un seul nom, écrites comme le nom seul</source>
        <translation>%n list of a single name, written as the name alone|%n lists of a single name, written as the name alone</translation>
    </message>
    <message>
        <source>%n caractère de contrôle, remplacé|%n caractères de contrôle, remplacés</source>
        <translation>%n control character, replaced|%n control characters, replaced</translation>
    </message>
    <message>
        <source>%n mot, coupé à la borne d’un passage|%n mots, coupés à la borne d’un passage</source>
        <translation>%n token, cut at a span’s border|%n tokens, cut at a span’s border</translation>
    </message>
    <message>
        <source>%n phrase, jointe à celle d’où vient un passage|%n phrases, jointes à celle d’où vient un passage</source>
        <translation>%n sentence, joined to the one a span comes from|%n sentences, joined to the one a span comes from</translation>
    </message>
    <message>
        <source>la fin de %n cellule, trop longue pour Excel|la fin de %n cellules, trop longues pour Excel</source>
        <translation>the end of %n cell, too long for Excel|the end of %n cells, too long for Excel</translation>
    </message>
    <message>
        <source>la fin de %n cellule, pour un tableur qui la coupe|la fin de %n cellules, pour un tableur qui les coupe</source>
        <translation>the end of %n cell, in a spreadsheet that cuts it|the end of %n cells, in a spreadsheet that cuts them</translation>
    </message>
    <message>
        <source>%n suite comme «&#x202f;_x000D_&#x202f;», écrite autrement pour Excel|%n suites comme «&#x202f;_x000D_&#x202f;», écrites autrement pour Excel</source>
        <translation>%n sequence like ‘_x000D_’, written otherwise for Excel|%n sequences like ‘_x000D_’, written otherwise for Excel</translation>
    </message>
    <message>
        <source>N’y ont pas de place&#x202f;: {parts}.</source>
        <translation>Without a place in it: {parts}.</translation>
    </message>
    <message>
        <source>%n passage en chevauche un autre&#x202f;: tous les lecteurs de ce format ne le prennent pas.|%n passages se chevauchent&#x202f;: tous les lecteurs de ce format ne les prennent pas.</source>
        <translation>%n span overlaps another: not all readers of this format take it.|%n spans overlap: not all readers of this format take them.</translation>
    </message>
    <message>
        <source>Laissé de côté&#x202f;: %n article ({why}).|Laissés de côté&#x202f;: %n articles ({why}).</source>
        <translation>Left out: %n article ({why}).|Left out: %n articles ({why}).</translation>
    </message>
    <message>
        <source>Laissé de côté&#x202f;: %n passage ({why}).|Laissés de côté&#x202f;: %n passages ({why}).</source>
        <translation>Left out: %n span ({why}).|Left out: %n spans ({why}).</translation>
    </message>
    <message>
        <source>{name}, d’un export précédent, a été modifié depuis&#x202f;: laissé là.</source>
        <translation>{name}, of an earlier export, was changed since: left there.</translation>
    </message>
    <message>
        <source>Attention&#x202f;: la licence de %n article est inconnue. Vérifiez le droit de transmettre son texte.|Attention&#x202f;: la licence de %n articles est inconnue. Vérifiez le droit de transmettre leurs textes.</source>
        <translation>Mind: the licence of %n article is not known. Make sure that its text may be handed on.|Mind: the licence of %n articles is not known. Make sure that their texts may be handed on.</translation>
    </message>
    <message>
        <source>Attention&#x202f;: tous les droits sont réservés pour %n article. Vérifiez le droit de transmettre son texte.|Attention&#x202f;: tous les droits sont réservés pour %n articles. Vérifiez le droit de transmettre leurs textes.</source>
        <translation>Mind: all rights in %n article are reserved. Make sure that its text may be handed on.|Mind: all rights in %n articles are reserved. Make sure that their texts may be handed on.</translation>
    </message>
    <message>
        <source>Genres que le jeu d’étiquettes n’a pas, écrits tels quels&#x202f;: {kinds}.</source>
        <translation>Kinds that the label scheme doesn’t have, written as they are: {kinds}.</translation>
    </message>
    <message>
        <source>Des pseudonymes ne rendent pas anonyme&#x202f;: le contexte et les citations peuvent désigner quelqu’un.</source>
        <translation>Pseudonyms make nobody anonymous: context and quotes may still point to somebody.</translation>
    </message>
    <message>
        <source>inconnue</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>les bornes coupent un mot de spaCy</source>
        <translation>the borders cut a token of spaCy’s</translation>
    </message>
    <message>
        <source>un blanc au début ou à la fin</source>
        <translation>a blank at the beginning or end</translation>
    </message>
    <message>
        <source>doc.ents n’admet pas de chevauchement, doc.spans oui</source>
        <translation>doc.ents admits no overlap, doc.spans does</translation>
    </message>
    <message>
        <source>doc.ents n’admet pas de chevauchement</source>
        <translation>doc.ents admits no overlap</translation>
    </message>
    <message>
        <source>les bornes ne sont pas celles de mots, qu’il faut à «&#x202f;ner_tags&#x202f;»</source>
        <translation>its borders are not those of tokens, which ‘ner_tags’ needs</translation>
    </message>
    <message>
        <source>«&#x202f;ner_tags&#x202f;» n’admet pas de chevauchement, «&#x202f;spans&#x202f;» oui</source>
        <translation>‘ner_tags’ admits no overlap, ‘spans’ does</translation>
    </message>
    <message>
        <source>étiquette hors d’usage</source>
        <translation>label out of use</translation>
    </message>
    <message>
        <source>les bornes coupent un mot de spaCy, qui n’en apprendra rien</source>
        <translation>the borders cut a token of spaCy’s, which will learn nothing of it</translation>
    </message>
    <message>
        <source>une étiquette qui peut en contenir d’autres, pour une seule couche</source>
        <translation>a label that may hold others, in one layer only</translation>
    </message>
    <message>
        <source>un plus long au même endroit, pour une seule couche</source>
        <translation>a longer one in its place, in one layer only</translation>
    </message>
    <message>
        <source>suggestion refusée</source>
        <translation>suggestion refused</translation>
    </message>
    <message>
        <source>une fin de ligne au début ou à la fin</source>
        <translation>a line end at the beginning or end</translation>
    </message>
    <message>
        <source>rien que des blancs</source>
        <translation>nothing but blanks</translation>
    </message>
    <message>
        <source>travail d’un autre annotateur</source>
        <translation>work of another annotator</translation>
    </message>
    <message>
        <source>d’un autre récit</source>
        <translation>of another story</translation>
    </message>
    <message>
        <source>publié en dehors de ces dates</source>
        <translation>published outside these dates</translation>
    </message>
    <message>
        <source>de date inconnue</source>
        <translation>of unknown date</translation>
    </message>
    <message>
        <source>de date connue</source>
        <translation>of known date</translation>
    </message>
    <message>
        <source>qu’aucun de ces annotateurs n’a commencé</source>
        <translation>begun by none of these annotators</translation>
    </message>
    <message>
        <source>annoté avec suggestions</source>
        <translation>annotated with suggestions</translation>
    </message>
    <message>
        <source>annoté sans suggestions</source>
        <translation>annotated without suggestions</translation>
    </message>
    <message>
        <source>on ne sait pas si des suggestions étaient visibles</source>
        <translation>not known whether suggestions were in sight</translation>
    </message>
    <message>
        <source>pas fini par deux annotateurs</source>
        <translation>not finished by two annotators</translation>
    </message>
    <message>
        <source>les annotateurs s’y accordent moins</source>
        <translation>the annotators agree less</translation>
    </message>
    <message>
        <source>dans des articles laissés de côté</source>
        <translation>in articles left out</translation>
    </message>
    <message>
        <source>d’une autre étiquette</source>
        <translation>of another label</translation>
    </message>
    <message>
        <source>tous ceux qui ont fini l’article ne l’ont pas</source>
        <translation>not marked by all who finished the article</translation>
    </message>
    <message>
        <source>suggéré pour un article témoin, qui n’en montre pas</source>
        <translation>suggested for a control article, which shows none</translation>
    </message>
    <message>
        <source>personne ne le tient pour vrai&#x202f;: ceci sert à entraîner</source>
        <translation>nobody holds it true: this is to train on</translation>
    </message>
    <message>
        <source>d’un autre annotateur</source>
        <translation>of another annotator</translation>
    </message>
    <message>
        <source>d’un autre annotateur, pareil à un qui y est</source>
        <translation>of another annotator, the same as one that is there</translation>
    </message>
    <message>
        <source>à faire</source>
        <translation>to do</translation>
    </message>
    <message>
        <source>commencé</source>
        <translation>started</translation>
    </message>
    <message>
        <source>terminé</source>
        <translation>done</translation>
    </message>
    <message>
        <source>signalé</source>
        <translation>flagged</translation>
    </message>
    <message>
        <source>passé</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>dans l’état «&#x202f;{state}&#x202f;»</source>
        <translation>in state “{state}”</translation>
    </message>
    <message>
        <source>sans un mot</source>
        <translation>without a word</translation>
    </message>
    <message>
        <source>Sans étiquette</source>
        <translation>Without a label</translation>
    </message>
    <message>
        <source>{path}&#x202f;: le nom doit finir par {suffixes}.</source>
        <translation>{path}: the name must end in {suffixes}.</translation>
    </message>
    <message>
        <source>La fin du nom décide du format.</source>
        <translation>The end of the name decides the format.</translation>
    </message>
    <message>
        <source>Cas limites&#x202f;: {title}</source>
        <translation>Borderline cases: {title}</translation>
    </message>
    <message>
        <source>%n note|%n notes</source>
        <translation>%n note|%n notes</translation>
    </message>
    <message>
        <source>sans date</source>
        <translation>no date</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;» (n° {number}, {date})</source>
        <translation>“{title}” (no. {number}, {date})</translation>
    </message>
    <message>
        <source>écriture</source>
        <translation>writing</translation>
    </message>
    <message>
        <source>partage en train, dev et test</source>
        <translation>split into train, dev and test</translation>
    </message>
    <message>
        <source>recherche des noms</source>
        <translation>looking for names</translation>
    </message>
    <message>
        <source>{path} dépasse {limit} ko.</source>
        <translation>{path} is larger than {limit} kB.</translation>
    </message>
    <message>
        <source>Enregistrez-le en UTF-8.</source>
        <translation>Save it as UTF-8.</translation>
    </message>
    <message>
        <source>Le nom de l’annotateur est vide.</source>
        <translation>The annotator’s name is empty.</translation>
    </message>
    <message>
        <source>Donnez un nom, par exemple vos initiales.</source>
        <translation>Give a name, for example your initials.</translation>
    </message>
    <message>
        <source>Aucun article ne correspond&#x202f;: le lot serait vide.</source>
        <translation>No article matches: the package would be empty.</translation>
    </message>
    <message>
        <source>Trop de suggestions pour un seul lot.</source>
        <translation>Too many suggestions for a single package.</translation>
    </message>
    <message>
        <source>Choisissez moins d’articles.</source>
        <translation>Choose fewer articles.</translation>
    </message>
    <message>
        <source>{path} dépasse {limit} Mo.</source>
        <translation>{path} exceeds {limit} MB.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’est pas un modèle de ce projet.</source>
        <translation>“{name}” isn’t a model of this project.</translation>
    </message>
    <message>
        <source>{path} ne peut pas faire partie d’un lot.</source>
        <translation>{path} can’t be part of a package.</translation>
    </message>
    <message>
        <source>Aucun article «&#x202f;{name}&#x202f;» dans ce projet.</source>
        <translation>No article “{name}” in this project.</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;» ne désigne pas des numéros d’articles.</source>
        <translation>“{words}” doesn’t name numbers of articles.</translation>
    </message>
    <message>
        <source>Écrivez par exemple 1-40,57.</source>
        <translation>Write 1-40,57 for example.</translation>
    </message>
    <message>
        <source>Un lot ne peut pas dépasser {limit} Mo.</source>
        <translation>A package can’t exceed {limit} MB.</translation>
    </message>
    <message>
        <source>Choisissez moins d’articles, ou laissez le modèle de côté.</source>
        <translation>Choose fewer articles, or leave the model out.</translation>
    </message>
    <message>
        <source>Un lot ne peut pas contenir autant de fichiers.</source>
        <translation>A package can’t hold so many files.</translation>
    </message>
    <message>
        <source>Un article dépasse {limit} Mo avec son travail.</source>
        <translation>An article exceeds {limit} MB with its work.</translation>
    </message>
    <message>
        <source>{path} ne peut pas être écrit&#x202f;: vous n’en avez pas le droit.</source>
        <translation>{path} can’t be written: you aren’t allowed to.</translation>
    </message>
    <message>
        <source>L’export ne tombe pas juste, rien n’a été écrit&#x202f;: {seen} {what} dans le projet, {told} dont il rend compte.</source>
        <translation>The export does not add up, nothing was written: {seen} {what} in the project, {told} accounted for.</translation>
    </message>
    <message>
        <source>C’est une erreur de Dépêche&#x202f;: signalez-la, avec la forme d’export ({form}).</source>
        <translation>This is a mistake of Dépêche’s: report it, with the form of the export ({form}).</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>passages</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>suggestions refusées</source>
        <translation>rejected suggestions</translation>
    </message>
    <message>
        <source>suggestions en attente</source>
        <translation>waiting suggestions</translation>
    </message>
    <message>
        <source>Le projet {folder} est endommagé.</source>
        <translation>The project {folder} is damaged.</translation>
    </message>
    <message>
        <source>«&#x202f;depeche check&#x202f;» dit où.</source>
        <translation>“depeche check” says where.</translation>
    </message>
    <message>
        <source>{path} est un lien&#x202f;: rien n’y est écrit.</source>
        <translation>{path} is a link: nothing is written there.</translation>
    </message>
    <message>
        <source>{path} est un dossier, il faut un fichier.</source>
        <translation>{path} is a folder, a file is needed.</translation>
    </message>
    <message>
        <source>{path} existe déjà et n’est pas ce qu’un export y a écrit&#x202f;: rien n’a été remplacé.</source>
        <translation>{path} is there already and isn’t what an export wrote: nothing was replaced.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier.</source>
        <translation>Choose another folder.</translation>
    </message>
    <message>
        <source>L’export dans {folder} n’a été mis en place qu’en partie&#x202f;: {why}.</source>
        <translation>The export to {folder} was put in place only in part: {why}.</translation>
    </message>
    <message>
        <source>Le prochain export dans ce dossier le finira.</source>
        <translation>The next export to this folder will finish it.</translation>
    </message>
    <message>
        <source>Le nom d’un lot finit par «&#x202f;{suffix}&#x202f;».</source>
        <translation>A package’s name ends in “{suffix}”.</translation>
    </message>
    <message>
        <source>Par exemple&#x202f;: {name}.</source>
        <translation>For example: {name}.</translation>
    </message>
    <message>
        <source>{folder} est le dossier d’un projet.</source>
        <translation>{folder} is a project’s folder.</translation>
    </message>
    <message>
        <source>Écrivez le lot à côté, pas dedans.</source>
        <translation>Write the package beside it, not into it.</translation>
    </message>
    <message>
        <source>{path} existe déjà et n’est pas un lot de cette sorte&#x202f;: rien n’a été remplacé.</source>
        <translation>{path} exists already and is no package of this kind: nothing was replaced.</translation>
    </message>
    <message>
        <source>Choisissez un autre nom.</source>
        <translation>Choose another name.</translation>
    </message>
    <message>
        <source>Un autre export est en cours dans {folder}.</source>
        <translation>Another export is under way in {folder}.</translation>
    </message>
    <message>
        <source>Attendez qu’il soit fini, ou choisissez un autre dossier.</source>
        <translation>Wait until it has ended, or choose another folder.</translation>
    </message>
    <message>
        <source>Exportez à côté, pas dedans&#x202f;: ce qui s’y trouve est à Dépêche.</source>
        <translation>Export beside it, not into it: what is in there is Dépêche’s.</translation>
    </message>
    <message>
        <source>brat — un dossier de .txt et .ann, avec annotation.conf</source>
        <translation>brat — a folder of .txt and .ann, with annotation.conf</translation>
    </message>
    <message>
        <source>CoNLL-2003 — un mot par ligne, étiquettes IOB2</source>
        <translation>CoNLL-2003 — a word a line, IOB2 tags</translation>
    </message>
    <message>
        <source>CSV pour tableur — passages et articles, sans formule</source>
        <translation>CSV for spreadsheets — spans and articles, no formula</translation>
    </message>
    <message>
        <source>CSV brut — passages et articles, pour R ou pandas</source>
        <translation>Raw CSV — spans and articles, for R or pandas</translation>
    </message>
    <message>
        <source>spaCy — train.spacy, dev.spacy, test.spacy</source>
        <translation>spaCy — train.spacy, dev.spacy, test.spacy</translation>
    </message>
    <message>
        <source>doccano — JSONL, les passages par étiquette</source>
        <translation>doccano — JSONL, spans by label</translation>
    </message>
    <message>
        <source>Aucun article ne partirait&#x202f;: «&#x202f;datasets&#x202f;» ne charge pas de dossier sans lignes.</source>
        <translation>No article would go out: “datasets” loads no folder without rows.</translation>
    </message>
    <message>
        <source>Ce qui sert à entraîner ne contient que les articles finis, sauf si d’autres états sont choisis.</source>
        <translation>What is to train on holds finished articles only, unless other states are chosen.</translation>
    </message>
    <message>
        <source>Hugging Face — dossier pour «&#x202f;datasets&#x202f;»&#x202f;: Parquet, JSONL et fiche</source>
        <translation>Hugging Face — a folder for ‘datasets’: Parquet, JSONL and card</translation>
    </message>
    <message>
        <source>IRaMuTeQ — les textes et leurs variables étoilées</source>
        <translation>IRaMuTeQ — the texts and their starred variables</translation>
    </message>
    <message>
        <source>JSONL — tout, un article par ligne</source>
        <translation>JSONL — everything, one article per line</translation>
    </message>
    <message>
        <source>Label Studio — tâches JSON, avec les suggestions en prédictions</source>
        <translation>Label Studio — JSON tasks, with suggestions as predictions</translation>
    </message>
    <message>
        <source>Prodigy — JSONL avec mots et passages</source>
        <translation>Prodigy — JSONL with tokens and spans</translation>
    </message>
    <message>
        <source>JSONL de spaCy — text et entities, un article par ligne</source>
        <translation>spaCy JSONL — text and entities, an article a line</translation>
    </message>
    <message>
        <source>Trop peu d’articles pour entraîner, choisir et éprouver&#x202f;: {articles}.</source>
        <translation>Too few articles to train, choose and judge: {articles}.</translation>
    </message>
    <message>
        <source>Il en faut au moins trois qui ne se recopient pas l’un l’autre.</source>
        <translation>It takes at least three that don’t copy one another.</translation>
    </message>
    <message>
        <source>Aucun passage dans les articles à apprendre&#x202f;: il n’y a rien à entraîner.</source>
        <translation>No span in the articles to learn from: there is nothing to train.</translation>
    </message>
    <message>
        <source>Projet spaCy — avec config.cfg, à entraîner ailleurs</source>
        <translation>spaCy project — with config.cfg, to be trained elsewhere</translation>
    </message>
    <message>
        <source>W3C Web Annotation — JSON-LD et les textes</source>
        <translation>W3C Web Annotation — JSON-LD and the texts</translation>
    </message>
    <message>
        <source>Excel — passages et articles, sans formule</source>
        <translation>Excel — spans and articles, no formula</translation>
    </message>
    <message>
        <source>UIMA XMI — pour INCEpTION, un fichier par article</source>
        <translation>UIMA XMI — for INCEpTION, a file an article</translation>
    </message>
    <message>
        <source>il ne peut pas être lu ({why})</source>
        <translation>it can’t be read ({why})</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;», ligne {line}&#x202f;: elle est trop longue ou coupée</source>
        <translation>“{name}”, line {line}: it is too long or cut off</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;», ligne {line}&#x202f;: ce n’est pas de l’UTF-8</source>
        <translation>“{name}”, line {line}: it isn’t UTF-8</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’y est pas</source>
        <translation>“{name}” isn’t in it</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» a été abîmé&#x202f;: son empreinte n’est pas celle qui est notée</source>
        <translation>“{name}” has been damaged: its hash isn’t the one noted</translation>
    </message>
    <message>
        <source>l’archive est abîmée</source>
        <translation>the archive is damaged</translation>
    </message>
    <message>
        <source>{path} est refusé&#x202f;: {why}.</source>
        <translation>{path} is refused: {why}.</translation>
    </message>
    <message>
        <source>Demandez-le de nouveau à la personne qui l’a envoyé&#x202f;; rien n’a été changé.</source>
        <translation>Ask whoever sent it for it again; nothing was changed.</translation>
    </message>
    <message>
        <source>ce n’est pas de l’UTF-8</source>
        <translation>it is not UTF-8</translation>
    </message>
    <message>
        <source>il dépasse {limit} Mo</source>
        <translation>it is larger than {limit} MB</translation>
    </message>
    <message>
        <source>ce n’est pas un lot de travail de Dépêche, ou il a été coupé en route</source>
        <translation>it isn’t a work package of Dépêche’s, or it was cut off on its way</translation>
    </message>
    <message>
        <source>il contient trop de fichiers</source>
        <translation>it holds too many files</translation>
    </message>
    <message>
        <source>le nom «&#x202f;{name}&#x202f;» mène hors du dossier ou n’est pas admis</source>
        <translation>the name “{name}” leads out of the folder or isn’t allowed</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» y figure deux fois</source>
        <translation>“{name}” is in it twice</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» est chiffré</source>
        <translation>“{name}” is encrypted</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’est pas un fichier ordinaire (lien, dossier ou périphérique)</source>
        <translation>“{name}” isn’t a regular file (a link, folder or device)</translation>
    </message>
    <message>
        <source>il dépasse {limit} Mo une fois ouvert</source>
        <translation>it exceeds {limit} MB once opened</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» enflerait plus de {ratio} fois</source>
        <translation>“{name}” would swell more than {ratio} times</translation>
    </message>
    <message>
        <source>l’archive n’est pas telle que Dépêche l’écrit</source>
        <translation>the archive isn’t as Dépêche writes it</translation>
    </message>
    <message>
        <source>ce qu’il contient n’est pas ce qu’il annonce</source>
        <translation>what it holds isn’t what it announces</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» y est démesuré</source>
        <translation>“{name}” in it is far too large</translation>
    </message>
    <message>
        <source>l’identifiant «&#x202f;{name}&#x202f;» est déjà pris par un autre texte</source>
        <translation>the identifier “{name}” is already taken by another text</translation>
    </message>
    <message>
        <source>Importé «&#x202f;{title}&#x202f;»</source>
        <translation>Imported “{title}”</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» reprend environ {share}&#x202f;% de «&#x202f;{other}&#x202f;».</source>
        <translation>“{name}” repeats about {share}% of “{other}”.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» reprend {share}&#x202f;% de «&#x202f;{other}&#x202f;».</source>
        <translation>“{name}” repeats {share}% of “{other}”.</translation>
    </message>
    <message>
        <source>ce n’est pas du texte ({encoding} mal formé)</source>
        <translation>it is not text (malformed {encoding})</translation>
    </message>
    <message>
        <source>UTF-8 abîmé, octet n° {rank}</source>
        <translation>damaged UTF-8, byte {rank}</translation>
    </message>
    <message>
        <source>l’encodage «&#x202f;{encoding}&#x202f;» n’est pas connu</source>
        <translation>the encoding “{encoding}” is unknown</translation>
    </message>
    <message>
        <source>il commence par la marque de {of}, non de {name}</source>
        <translation>it begins with the mark of {of}, not of {name}</translation>
    </message>
    <message>
        <source>ce n’est pas du texte en {encoding}</source>
        <translation>it isn’t text in {encoding}</translation>
    </message>
    <message>
        <source>ce n’est pas du texte</source>
        <translation>it is not text</translation>
    </message>
    <message>
        <source>son encodage n’est pas reconnu&#x202f;; enregistrez-le en UTF-8</source>
        <translation>its encoding isn’t recognised; save it as UTF-8</translation>
    </message>
    <message>
        <source>un caractère nul s’y trouve&#x202f;: ce n’est pas du texte</source>
        <translation>it holds a null character: it isn’t text</translation>
    </message>
    <message>
        <source>il n’a pas de texte</source>
        <translation>it has no text</translation>
    </message>
    <message>
        <source>ce XML est abîmé, ligne {line}</source>
        <translation>this XML is damaged, line {line}</translation>
    </message>
    <message>
        <source>aucun article ne s’y trouve</source>
        <translation>there is no article in it</translation>
    </message>
    <message>
        <source>un article y dépasse {limit} Mo</source>
        <translation>an article in it exceeds {limit} MB</translation>
    </message>
    <message>
        <source>article {number}</source>
        <translation>article {number}</translation>
    </message>
    <message>
        <source>il contient une entité XML, qui n’est pas résolue</source>
        <translation>it contains an XML entity, which isn’t resolved</translation>
    </message>
    <message>
        <source>plus de {most} articles y sont refusés&#x202f;; la suite n’est pas lue</source>
        <translation>more than {most} articles in it are refused; what follows isn’t read</translation>
    </message>
    <message>
        <source>il a plus de {most} passages</source>
        <translation>it has more than {most} spans</translation>
    </message>
    <message>
        <source>un passage en double, pris une fois|%n passages en double, pris une fois</source>
        <translation>a span that is there twice, taken once|%n spans that are there twice, taken once</translation>
    </message>
    <message>
        <source>le champ «&#x202f;{name}&#x202f;» n’est pas une liste</source>
        <translation>the field “{name}” isn’t a list</translation>
    </message>
    <message>
        <source>balisage illisible</source>
        <translation>unreadable markup</translation>
    </message>
    <message>
        <source>trop de balises, ou trop imbriquées</source>
        <translation>too many tags, or nested too deeply</translation>
    </message>
    <message>
        <source>aucun article dans ce fichier</source>
        <translation>no article in this file</translation>
    </message>
    <message>
        <source>Textes semblables</source>
        <translation>Similar texts</translation>
    </message>
    <message>
        <source>Recherche des fichiers</source>
        <translation>Looking for files</translation>
    </message>
    <message>
        <source>aucun fichier dans ce dossier</source>
        <translation>no file in this folder</translation>
    </message>
    <message>
        <source>il a {marks} passages pour {length} caractères</source>
        <translation>it has {marks} spans for {length} characters</translation>
    </message>
    <message>
        <source>un autre article s’appelle «&#x202f;{name}&#x202f;», celui-ci s’appelle «&#x202f;{new}&#x202f;»</source>
        <translation>another article is called “{name}”, this one is called “{new}”</translation>
    </message>
    <message>
        <source>Lus&#x202f;: {read} = nouveaux&#x202f;: {new} + déjà là&#x202f;: {known} + refusés&#x202f;: {refused}. Passages&#x202f;: {spans}, suggestions&#x202f;: {suggestions}.</source>
        <translation>Read: {read} = new: {new} + already there: {known} + refused: {refused}. Spans: {spans}, suggestions: {suggestions}.</translation>
    </message>
    <message>
        <source>Refusés ({n_here})</source>
        <translation>Refused ({n_here})</translation>
    </message>
    <message>
        <source>Textes semblables ({n_here}), tous gardés</source>
        <translation>Similar texts ({n_here}), all kept</translation>
    </message>
    <message>
        <source>Déjà là ({n_here})</source>
        <translation>Already there ({n_here})</translation>
    </message>
    <message>
        <source>Remarques ({n_here})</source>
        <translation>Remarks ({n_here})</translation>
    </message>
    <message>
        <source>Import arrêté&#x202f;: la suite n’a pas été lue, ni les textes semblables cherchés.</source>
        <translation>Import stopped: the rest wasn’t read, nor were similar texts looked for.</translation>
    </message>
    <message>
        <source>%n date de publication déduite, à confirmer.|%n dates de publication déduites, à confirmer.</source>
        <translation>%n publication date inferred, to be confirmed.|%n publication dates inferred, to be confirmed.</translation>
    </message>
    <message>
        <source>%n passage rejeté n’est pas proposé.|%n passages rejetés ne sont pas proposés.</source>
        <translation>%n rejected span is not suggested.|%n rejected spans are not suggested.</translation>
    </message>
    <message>
        <source>Passages laissés de côté, par étiquette&#x202f;: {labels}.</source>
        <translation>Spans left out, by label: {labels}.</translation>
    </message>
    <message>
        <source>Genres que le jeu d’étiquettes n’a pas, repris tels quels&#x202f;: {kinds}.</source>
        <translation>Kinds that the label scheme lacks, taken as they are: {kinds}.</translation>
    </message>
    <message>
        <source>Étiquettes que le projet n’a pas&#x202f;: {labels}.</source>
        <translation>Labels that the project lacks: {labels}.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’est pas un jeu d’étiquettes</source>
        <translation>“{name}” isn’t a label scheme</translation>
    </message>
    <message>
        <source>l’article «&#x202f;{title}&#x202f;» y figure deux fois</source>
        <translation>the article “{title}” is in it twice</translation>
    </message>
    <message>
        <source>une clé y figure deux fois</source>
        <translation>a key is in it twice</translation>
    </message>
    <message>
        <source>il contient trop de passages</source>
        <translation>it holds too many spans</translation>
    </message>
    <message>
        <source>un lot de travail porte des textes et aucun travail</source>
        <translation>a work package carries texts and no work</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;», ligne {line}&#x202f;: {why}</source>
        <translation>“{name}”, line {line}: {why}</translation>
    </message>
    <message>
        <source>le journal n’est pas en ordre</source>
        <translation>the journal isn’t in order</translation>
    </message>
    <message>
        <source>le journal est abîmé</source>
        <translation>the journal is damaged</translation>
    </message>
    <message>
        <source>c’est le dossier d’un projet, rien n’en est lu</source>
        <translation>it is a project’s folder, nothing in it is read</translation>
    </message>
    <message>
        <source>c’est un lien, qui n’est pas suivi</source>
        <translation>it is a link, which isn’t followed</translation>
    </message>
    <message>
        <source>Le genre de fichier «&#x202f;{name}&#x202f;» n’est pas connu.</source>
        <translation>The kind of file “{name}” isn’t known.</translation>
    </message>
    <message>
        <source>c’est une archive dans une archive</source>
        <translation>it is an archive within an archive</translation>
    </message>
    <message>
        <source>{path}, {place}</source>
        <translation>{path}, {place}</translation>
    </message>
    <message>
        <source>le travail de {names} y est ajouté</source>
        <translation>the work of {names} is added there</translation>
    </message>
    <message>
        <source>%n suggestion y est ajoutée|%n suggestions y sont ajoutées</source>
        <translation>%n suggestion is added there|%n suggestions are added there</translation>
    </message>
    <message>
        <source>%n passage n’est pas repris|%n passages ne sont pas repris</source>
        <translation>%n span isn’t taken|%n spans aren’t taken</translation>
    </message>
    <message>
        <source>ignoré avec son passage|ignoré avec ses %n passages</source>
        <translation>skipped with its span|skipped with its %n spans</translation>
    </message>
    <message>
        <source>ignoré</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>déjà lu par {names}</source>
        <translation>already read by {names}</translation>
    </message>
    <message>
        <source>même texte que «&#x202f;{name}&#x202f;», {what}</source>
        <translation>same text as “{name}”, {what}</translation>
    </message>
    <message>
        <source>ligne {line}</source>
        <translation>line {line}</translation>
    </message>
    <message>
        <source>article {rank}</source>
        <translation>article {rank}</translation>
    </message>
    <message>
        <source>{why}&#x202f;; la suite n’est pas lue</source>
        <translation>{why}; what follows isn’t read</translation>
    </message>
    <message>
        <source>il y a autre chose après la fin de la liste</source>
        <translation>there is something else after the end of the list</translation>
    </message>
    <message>
        <source>le fichier est coupé ou n’est pas du JSON valide</source>
        <translation>the file is cut off or isn’t valid JSON</translation>
    </message>
    <message>
        <source>elle dépasse {limit} Mo</source>
        <translation>it is longer than {limit} MB</translation>
    </message>
    <message>
        <source>il y a autre chose que des articles dans la liste</source>
        <translation>there is something other than articles in the list</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» ne peut pas devenir «&#x202f;{label}&#x202f;», qui n’est pas une étiquette du projet.</source>
        <translation>“{name}” can’t become “{label}”, which isn’t a label of the project.</translation>
    </message>
    <message>
        <source>le fichier s’arrête avant sa fin&#x202f;: l’article n’est peut-être pas entier</source>
        <translation>the file breaks off before its end: the article may not be whole</translation>
    </message>
    <message>
        <source>la page dépasse {limit} Mo</source>
        <translation>the page is larger than {limit} MB</translation>
    </message>
    <message>
        <source>ce n’est pas une page web lisible</source>
        <translation>it isn’t a readable web page</translation>
    </message>
    <message>
        <source>la page est vide</source>
        <translation>the page is empty</translation>
    </message>
    <message>
        <source>les balises y sont imbriquées trop profondément</source>
        <translation>its tags are nested too deeply</translation>
    </message>
    <message>
        <source>la page a trop de balises</source>
        <translation>the page has too many tags</translation>
    </message>
    <message>
        <source>une balise y a plus de {limit} attributs</source>
        <translation>a tag there has more than {limit} attributes</translation>
    </message>
    <message>
        <source>la page a trop de balises à la suite</source>
        <translation>the page has too many tags in a row</translation>
    </message>
    <message>
        <source>caractères réparés</source>
        <translation>characters repaired</translation>
    </message>
    <message>
        <source>des caractères semblent abîmés par un mauvais décodage</source>
        <translation>characters seem damaged by a wrong decoding</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» dépasse {limit} Mo</source>
        <translation>“{name}” is larger than {limit} MB</translation>
    </message>
    <message>
        <source>le document ne contient pas de texte</source>
        <translation>the document holds no text</translation>
    </message>
    <message>
        <source>{folder} n’est pas le projet de ce lot.</source>
        <translation>{folder} isn’t this package’s project.</translation>
    </message>
    <message>
        <source>Choisissez le dossier qui contient {name}.</source>
        <translation>Choose the folder that holds {name}.</translation>
    </message>
    <message>
        <source>{name} est ouvert dans plusieurs dossiers&#x202f;: il y en a eu une copie.</source>
        <translation>{name} is open in several folders: it was copied.</translation>
    </message>
    <message>
        <source>Choisissez celui où vous travaillez&#x202f;; le premier a changé en dernier.</source>
        <translation>Choose the one you work in; the first was changed last.</translation>
    </message>
    <message>
        <source>{name} a déjà été ouvert dans {folder}, qui n’y est plus.</source>
        <translation>{name} was opened before in {folder}, which is no longer there.</translation>
    </message>
    <message>
        <source>Si vous l’avez déplacé ou renommé, montrez où il est&#x202f;; recommencé, le lot est vide de votre travail.</source>
        <translation>If you moved or renamed it, show where it is; begun anew, the package holds none of your work.</translation>
    </message>
    <message>
        <source>{path} est un travail rendu, pas un lot à ouvrir.</source>
        <translation>{path} is returned work, not a package to open.</translation>
    </message>
    <message>
        <source>«&#x202f;depeche inspect&#x202f;» dit ce qu’il contient.</source>
        <translation>“depeche inspect” says what it holds.</translation>
    </message>
    <message>
        <source>Le projet {folder} est endommagé ou illisible ({why}).</source>
        <translation>The project {folder} is damaged or can’t be read ({why}).</translation>
    </message>
    <message>
        <source>Reprenez la dernière copie de son dossier backups, ou déplacez-le, puis rouvrez le lot.</source>
        <translation>Take the last copy from its backups folder, or move it away, then open the package again.</translation>
    </message>
    <message>
        <source>Le dossier {folder} existe déjà et n’est pas vide.</source>
        <translation>The folder {folder} already exists and is not empty.</translation>
    </message>
    <message>
        <source>Impossible de créer le projet dans {folder}&#x202f;: {why}.</source>
        <translation>The project can’t be created in {folder}: {why}.</translation>
    </message>
    <message>
        <source>Choisissez un dossier où vous pouvez écrire.</source>
        <translation>Choose a folder that you may write to.</translation>
    </message>
    <message>
        <source>date «&#x202f;{date}&#x202f;» non comprise, gardée telle quelle</source>
        <translation>date “{date}” not understood, kept as it is</translation>
    </message>
    <message>
        <source>sa lecture demande plus de temps que n’en a un aperçu</source>
        <translation>reading it takes more time than a preview has</translation>
    </message>
    <message>
        <source>sa lecture a été abandonnée</source>
        <translation>its reading was given up</translation>
    </message>
    <message>
        <source>lu comme {encoding}</source>
        <translation>read as {encoding}</translation>
    </message>
    <message>
        <source>le texte qu’il annote n’est pas à côté (un .txt du même nom)</source>
        <translation>the text that it annotates isn’t beside it (a .txt of the same name)</translation>
    </message>
    <message>
        <source>{file}, {why}</source>
        <translation>{file}, {why}</translation>
    </message>
    <message>
        <source>passage en plusieurs morceaux, qui n’est pas repris</source>
        <translation>span in several pieces, not taken over</translation>
    </message>
    <message>
        <source>positions comptées autrement dans le fichier ({count}), converties</source>
        <translation>positions counted otherwise in the file ({count}), converted</translation>
    </message>
    <message>
        <source>ses mots ne sont pas ce que le texte porte de {start} à {end}</source>
        <translation>its words aren’t what the text has from {start} to {end}</translation>
    </message>
    <message>
        <source>ce n’est pas une ligne de brat</source>
        <translation>it isn’t a line of brat’s</translation>
    </message>
    <message>
        <source>l’identifiant «&#x202f;{name}&#x202f;» y figure deux fois</source>
        <translation>the identifier “{name}” is in it twice</translation>
    </message>
    <message>
        <source>relation ou événement, qui n’est pas repris</source>
        <translation>relation or event, not taken over</translation>
    </message>
    <message>
        <source>annotation qui ne tient à aucun passage, non reprise</source>
        <translation>annotation that belongs to no span, not taken over</translation>
    </message>
    <message>
        <source>début et fin doivent être des nombres entiers</source>
        <translation>start and end must be whole numbers</translation>
    </message>
    <message>
        <source>ligne {line}&#x202f;: {why}</source>
        <translation>line {line}: {why}</translation>
    </message>
    <message>
        <source>brat (.txt et .ann)</source>
        <translation>brat (.txt and .ann)</translation>
    </message>
    <message>
        <source>Fichier d’accompagnement, sans article</source>
        <translation>Companion file, no article</translation>
    </message>
    <message>
        <source>texte refait des mots, une espace entre eux</source>
        <translation>text made of the words, a space between them</translation>
    </message>
    <message>
        <source>une autre colonne d’étiquettes n’est pas lue</source>
        <translation>another column of labels isn’t read</translation>
    </message>
    <message>
        <source>la ligne {line} dépasse {limit} Mo</source>
        <translation>line {line} exceeds {limit} MB</translation>
    </message>
    <message>
        <source>la ligne {line} n’a pas d’étiquette IOB à la fin</source>
        <translation>line {line} has no IOB tag at its end</translation>
    </message>
    <message>
        <source>CoNLL (un mot par ligne)</source>
        <translation>CoNLL (a word a line)</translation>
    </message>
    <message>
        <source>relation qui n’est pas reprise</source>
        <translation>relation, not taken over</translation>
    </message>
    <message>
        <source>une annotation n’est ni une liste [début, fin, étiquette] ni un objet</source>
        <translation>an annotation is neither a list [start, end, label] nor an object</translation>
    </message>
    <message>
        <source>doccano</source>
        <translation>doccano</translation>
    </message>
    <message>
        <source>Revue de presse Europresse (HTML)</source>
        <translation>Press review from Europresse (HTML)</translation>
    </message>
    <message>
        <source>Articles de Factiva (HTML)</source>
        <translation>Articles from Factiva (HTML)</translation>
    </message>
    <message>
        <source>Articles de Factiva (XML)</source>
        <translation>Articles from Factiva (XML)</translation>
    </message>
    <message>
        <source>le flux a plus de {limit} entrées</source>
        <translation>the feed has more than {limit} entries</translation>
    </message>
    <message>
        <source>ce n’est pas un flux lisible</source>
        <translation>it isn’t a readable feed</translation>
    </message>
    <message>
        <source>le flux ne contient aucune entrée</source>
        <translation>the feed has no entries</translation>
    </message>
    <message>
        <source>entrée {rank}</source>
        <translation>entry {rank}</translation>
    </message>
    <message>
        <source>l’entrée n’est pas lisible</source>
        <translation>the entry can’t be read</translation>
    </message>
    <message>
        <source>le fichier s’arrête dans cette entrée</source>
        <translation>the file breaks off within this entry</translation>
    </message>
    <message>
        <source>l’entrée n’a pas de texte, seulement un titre</source>
        <translation>the entry has no text, only a title</translation>
    </message>
    <message>
        <source>Flux d’actualité (RSS, Atom)</source>
        <translation>News feed (RSS, Atom)</translation>
    </message>
    <message>
        <source>il se décompresse à plus de {ratio} fois sa taille</source>
        <translation>it unpacks to more than {ratio} times its size</translation>
    </message>
    <message>
        <source>le fichier compressé est abîmé</source>
        <translation>the compressed file is damaged</translation>
    </message>
    <message>
        <source>Fichier compressé (gzip)</source>
        <translation>Compressed file (gzip)</translation>
    </message>
    <message>
        <source>le champ «&#x202f;{name}&#x202f;» n’est pas un objet</source>
        <translation>the field “{name}” isn’t an object</translation>
    </message>
    <message>
        <source>Hugging Face (JSONL de Dépêche)</source>
        <translation>Hugging Face (Dépêche’s JSONL)</translation>
    </message>
    <message>
        <source>une annotation n’est pas un objet</source>
        <translation>an annotation isn’t an object</translation>
    </message>
    <message>
        <source>passage d’une annotation annulée</source>
        <translation>span of a cancelled annotation</translation>
    </message>
    <message>
        <source>passage d’un brouillon, qui n’a pas été envoyé</source>
        <translation>passage of a draft that wasn’t submitted</translation>
    </message>
    <message>
        <source>résultat «&#x202f;{kind}&#x202f;» qui n’est pas repris</source>
        <translation>result “{kind}”, not taken over</translation>
    </message>
    <message>
        <source>passage sans étiquette</source>
        <translation>span without a label</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;»</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>on ne sait pas quel champ est le texte (champs&#x202f;: {names})</source>
        <translation>it isn’t known which field is the text (fields: {names})</translation>
    </message>
    <message>
        <source>positions lues comme comptées en caractères, sans mots pour le vérifier</source>
        <translation>positions read as counted in characters, without words to check it by</translation>
    </message>
    <message>
        <source>positions comptées en UTF-16 dans le fichier, converties</source>
        <translation>positions counted in UTF-16 in the file, converted</translation>
    </message>
    <message>
        <source>Label Studio</source>
        <translation>Label Studio</translation>
    </message>
    <message>
        <source>le message a trop de parties</source>
        <translation>the message has too many parts</translation>
    </message>
    <message>
        <source>ce n’est pas un message lisible</source>
        <translation>it isn’t a readable message</translation>
    </message>
    <message>
        <source>le message ne contient pas de texte</source>
        <translation>the message holds no text</translation>
    </message>
    <message>
        <source>pièces jointes non lues&#x202f;: {names}</source>
        <translation>attachments not read: {names}</translation>
    </message>
    <message>
        <source>lu dans sa version HTML, bien plus longue que celle en texte</source>
        <translation>read in its HTML form, much longer than the one in plain text</translation>
    </message>
    <message>
        <source>Courrier électronique</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>message {rank}</source>
        <translation>message {rank}</translation>
    </message>
    <message>
        <source>aucun message n’y a été trouvé</source>
        <translation>no message was found in it</translation>
    </message>
    <message>
        <source>Dossier de courrier (mbox)</source>
        <translation>Mail folder (mbox)</translation>
    </message>
    <message>
        <source>le fichier ne contient pas de page web</source>
        <translation>the file holds no web page</translation>
    </message>
    <message>
        <source>Page web en un seul fichier (MHTML)</source>
        <translation>Web page in a single file (MHTML)</translation>
    </message>
    <message>
        <source>le document est abîmé</source>
        <translation>the document is damaged</translation>
    </message>
    <message>
        <source>les notes ont été mises à la fin</source>
        <translation>the notes were put at the end</translation>
    </message>
    <message>
        <source>Document LibreOffice</source>
        <translation>LibreOffice document</translation>
    </message>
    <message>
        <source>c’est la table des passages d’un export&#x202f;; celle des articles n’est pas à côté</source>
        <translation>it is an export’s table of spans; the table of articles is not beside it</translation>
    </message>
    <message>
        <source>sans passages&#x202f;: leur table n’est pas à côté</source>
        <translation>without spans: their table is not beside it</translation>
    </message>
    <message>
        <source>«&#x202f;{file}&#x202f;»&#x202f;: «&#x202f;{name}&#x202f;» n’est pas à sa place</source>
        <translation>“{file}”: “{name}” is not in its place</translation>
    </message>
    <message>
        <source>une ligne des passages n’est pas lisible</source>
        <translation>a line of the spans cannot be read</translation>
    </message>
    <message>
        <source>passages, ligne {line}&#x202f;: {why}</source>
        <translation>spans, line {line}: {why}</translation>
    </message>
    <message>
        <source>un nombre n’en est pas un</source>
        <translation>a number is none</translation>
    </message>
    <message>
        <source>il a {wanted} passages, et à sa place dans «&#x202f;{file}&#x202f;» il y en a {found} (les deux tables vont ensemble, dans le même ordre)</source>
        <translation>it has {wanted} spans, and in its place in “{file}” there are {found} (the two tables go together, in the same order)</translation>
    </message>
    <message>
        <source>les guillemets ou les cellules n’y sont pas comme il faut</source>
        <translation>its quotation marks or cells aren’t as they should be</translation>
    </message>
    <message>
        <source>elle a {found} cellules au lieu de {wanted}</source>
        <translation>it has {found} cells instead of {wanted}</translation>
    </message>
    <message>
        <source>CSV de Dépêche</source>
        <translation>Dépêche’s CSV</translation>
    </message>
    <message>
        <source>gardé tel quel, sans y lire de passages&#x202f;: {names}</source>
        <translation>kept as it is, without reading spans in it: {names}</translation>
    </message>
    <message>
        <source>JSONL de Dépêche</source>
        <translation>Dépêche’s JSONL</translation>
    </message>
    <message>
        <source>le PDF est abîmé</source>
        <translation>the PDF is damaged</translation>
    </message>
    <message>
        <source>le PDF n’a pas de texte, seulement des images&#x202f;; passez-le d’abord à la reconnaissance de caractères</source>
        <translation>the PDF has no text, only images; run character recognition on it first</translation>
    </message>
    <message>
        <source>texte tiré d’un PDF&#x202f;: les lignes, les colonnes et les mots coupés sont ceux des pages</source>
        <translation>text taken from a PDF: lines, columns and divided words are those of the pages</translation>
    </message>
    <message>
        <source>un caractère illisible, mis comme �|%n caractères illisibles, mis comme �</source>
        <translation>one unreadable character, put as �|%n unreadable characters, put as �</translation>
    </message>
    <message>
        <source>le PDF est chiffré&#x202f;; enregistrez-en une copie sans protection</source>
        <translation>the PDF is encrypted; save a copy of it without protection</translation>
    </message>
    <message>
        <source>le PDF a plus de {limit} pages</source>
        <translation>the PDF has more than {limit} pages</translation>
    </message>
    <message>
        <source>le PDF est trop compliqué pour en tirer le texte</source>
        <translation>the PDF is too complicated to take its text</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>«&#x202f;answer&#x202f;» doit être l’un de&#x202f;: {allowed}</source>
        <translation>“answer” must be one of: {allowed}</translation>
    </message>
    <message>
        <source>ignoré dans Prodigy, donc à revoir</source>
        <translation>ignored in Prodigy, so to be looked at again</translation>
    </message>
    <message>
        <source>rejeté dans Prodigy</source>
        <translation>rejected in Prodigy</translation>
    </message>
    <message>
        <source>Prodigy</source>
        <translation>Prodigy</translation>
    </message>
    <message>
        <source>ce n’est pas une paire de texte et d’annotations</source>
        <translation>it isn’t a pair of a text and annotations</translation>
    </message>
    <message>
        <source>une entité n’est ni une liste [début, fin, étiquette] ni un objet</source>
        <translation>an entity is neither a list [start, end, label] nor an object</translation>
    </message>
    <message>
        <source>JSON de spaCy</source>
        <translation>spaCy’s JSON</translation>
    </message>
    <message>
        <source>colonne du texte&#x202f;: «&#x202f;{name}&#x202f;»</source>
        <translation>column of the text: “{name}”</translation>
    </message>
    <message>
        <source>première ligne prise pour les noms des colonnes</source>
        <translation>first row taken for the names of the columns</translation>
    </message>
    <message>
        <source>il n’y a pas de colonne «&#x202f;{name}&#x202f;»</source>
        <translation>there is no column “{name}”</translation>
    </message>
    <message>
        <source>on ne sait pas quelle colonne est le texte</source>
        <translation>it isn’t known which column is the text</translation>
    </message>
    <message>
        <source>{why} (colonnes&#x202f;: {names})&#x202f;; dites-le (text=NOM)</source>
        <translation>{why} (columns: {names}); say it (text=NAME)</translation>
    </message>
    <message>
        <source>le fichier est vide</source>
        <translation>the file is empty</translation>
    </message>
    <message>
        <source>colonne {rank}</source>
        <translation>column {rank}</translation>
    </message>
    <message>
        <source>Tableau (CSV, TSV)</source>
        <translation>Table (CSV, TSV)</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>c’est un message d’Outlook (.msg)&#x202f;: enregistrez-le en .eml ou en texte</source>
        <translation>it is an Outlook message (.msg): save it as .eml or as text</translation>
    </message>
    <message>
        <source>c’est un ancien classeur Excel (.xls)&#x202f;: enregistrez-le en .csv</source>
        <translation>it is an old Excel workbook (.xls): save it as .csv</translation>
    </message>
    <message>
        <source>c’est une présentation, pas un article</source>
        <translation>it is a presentation, not an article</translation>
    </message>
    <message>
        <source>c’est un ancien document Word (.doc)&#x202f;: enregistrez-le en .docx</source>
        <translation>it is an old Word document (.doc): save it as .docx</translation>
    </message>
    <message>
        <source>c’est un fichier du système, pas un article</source>
        <translation>it is a file of the system, not an article</translation>
    </message>
    <message>
        <source>c’est un document RTF&#x202f;: enregistrez-le en .docx</source>
        <translation>it is an RTF document: save it as .docx</translation>
    </message>
    <message>
        <source>cette sorte d’archive n’est pas lue&#x202f;: décompressez-la, ou faites-en une archive zip</source>
        <translation>archives of this kind aren’t read: unpack it, or make a zip archive of it</translation>
    </message>
    <message>
        <source>c’est un fichier parquet&#x202f;: prenez-en le JSONL (le dossier «&#x202f;jsonl&#x202f;» à côté, dans un export de Dépêche)</source>
        <translation>it is a Parquet file: take its JSONL (the folder “jsonl” beside it, in an export by Dépêche)</translation>
    </message>
    <message>
        <source>c’est un DocBin de spaCy&#x202f;: prenez le même export en JSONL</source>
        <translation>it is a spaCy DocBin: take the same export as JSONL</translation>
    </message>
    <message>
        <source>c’est une base de données&#x202f;: un projet s’ouvre, il ne s’importe pas</source>
        <translation>it is a database: a project is opened, not imported</translation>
    </message>
    <message>
        <source>c’est un classeur&#x202f;: enregistrez-le en .csv</source>
        <translation>it is a spreadsheet: save it as .csv</translation>
    </message>
    <message>
        <source>c’est un livre numérique, pas un article</source>
        <translation>it is an e-book, not an article</translation>
    </message>
    <message>
        <source>c’est un fichier XML d’une sorte qui n’est pas lue («&#x202f;{name}&#x202f;»)</source>
        <translation>it is an XML file of a kind that isn’t read (“{name}”)</translation>
    </message>
    <message>
        <source>c’est du JSON d’une sorte qui n’est pas lue, sans champ «&#x202f;text&#x202f;»</source>
        <translation>it is JSON of a kind that isn’t read, without a field “text”</translation>
    </message>
    <message>
        <source>JSON qui n’est pas lu</source>
        <translation>JSON that isn’t read</translation>
    </message>
    <message>
        <source>XML qui n’est pas lu</source>
        <translation>XML that isn’t read</translation>
    </message>
    <message>
        <source>Fichier qui n’est pas lu</source>
        <translation>File that isn’t read</translation>
    </message>
    <message>
        <source>l’archive ne contient aucune page web</source>
        <translation>the archive holds no web page</translation>
    </message>
    <message>
        <source>un autre enregistrement n’a pas été lu|%n autres enregistrements n’ont pas été lus</source>
        <translation>one other record wasn’t read|%n other records weren’t read</translation>
    </message>
    <message>
        <source>enregistrement {rank}</source>
        <translation>record {rank}</translation>
    </message>
    <message>
        <source>l’enregistrement est abîmé</source>
        <translation>the record is damaged</translation>
    </message>
    <message>
        <source>l’enregistrement est coupé</source>
        <translation>the record is cut off</translation>
    </message>
    <message>
        <source>l’archive est trop grosse une fois décompressée</source>
        <translation>the archive is too big once unpacked</translation>
    </message>
    <message>
        <source>Archive web (WARC)</source>
        <translation>Web archive (WARC)</translation>
    </message>
    <message>
        <source>aucun texte d’article n’a été trouvé dans la page</source>
        <translation>no article text was found in the page</translation>
    </message>
    <message>
        <source>une ligne n’est pas telle quelle dans la page&#x202f;: ses espaces insécables ont pu se perdre|%n lignes ne sont pas telles quelles dans la page&#x202f;: leurs espaces insécables ont pu se perdre</source>
        <translation>one line doesn’t stand in the page as it is: its no-break spaces may be lost|%n lines don’t stand in the page as they are: their no-break spaces may be lost</translation>
    </message>
    <message>
        <source>un paragraphe au milieu de l’article n’a pas été pris&#x202f;: «&#x202f;{words}&#x202f;»|%n paragraphes au milieu de l’article n’ont pas été pris, dont «&#x202f;{words}&#x202f;»</source>
        <translation>a paragraph in the middle of the article wasn’t taken: “{words}”|%n paragraphs in the middle of the article weren’t taken, among them “{words}”</translation>
    </message>
    <message>
        <source>les points de césure invisibles de la page ont été laissés de côté</source>
        <translation>the page’s invisible hyphenation marks were left out</translation>
    </message>
    <message>
        <source>Page web</source>
        <translation>Web page</translation>
    </message>
    <message>
        <source>le document est abîmé ou d’une forme inconnue&#x202f;; enregistrez-le de nouveau en .docx</source>
        <translation>the document is damaged or of an unknown form; save it again as .docx</translation>
    </message>
    <message>
        <source>une note a été mise à la fin|%n notes ont été mises à la fin</source>
        <translation>one note was put at the end|%n notes were put at the end</translation>
    </message>
    <message>
        <source>les modifications suivies sont lues comme acceptées</source>
        <translation>tracked changes are read as accepted</translation>
    </message>
    <message>
        <source>un passage masqué a été laissé de côté|%n passages masqués ont été laissés de côté</source>
        <translation>one hidden passage was left out|%n hidden passages were left out</translation>
    </message>
    <message>
        <source>un commentaire a été laissé de côté|%n commentaires ont été laissés de côté</source>
        <translation>one comment was left out|%n comments were left out</translation>
    </message>
    <message>
        <source>Document Word</source>
        <translation>Word document</translation>
    </message>
    <message>
        <source>il n’y a pas de texte dans ce fichier</source>
        <translation>there is no text in this file</translation>
    </message>
    <message>
        <source>vue {name}</source>
        <translation>view {name}</translation>
    </message>
    <message>
        <source>annotation vide, qui n’est pas reprise</source>
        <translation>empty annotation, not taken over</translation>
    </message>
    <message>
        <source>il coupe un caractère en deux ({start} à {end})</source>
        <translation>it cuts a character in two ({start} to {end})</translation>
    </message>
    <message>
        <source>il déclare des entités XML, ce qui n’est pas admis</source>
        <translation>it declares XML entities, which isn’t allowed</translation>
    </message>
    <message>
        <source>UIMA XMI (INCEpTION)</source>
        <translation>UIMA XMI (INCEpTION)</translation>
    </message>
    <message>
        <source>c’est un lot de travail&#x202f;: ouvrez-le par «&#x202f;Ouvrir un lot de travail…&#x202f;»</source>
        <translation>it is a work package: open it by “Open a work package…”</translation>
    </message>
    <message>
        <source>l’archive est vide</source>
        <translation>the archive is empty</translation>
    </message>
    <message>
        <source>l’archive ne contient que des fichiers cachés</source>
        <translation>the archive holds hidden files only</translation>
    </message>
    <message>
        <source>{archive} › {name}</source>
        <translation>{archive} › {name}</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;»&#x202f;: ce nom mène hors de l’archive</source>
        <translation>“{name}”: this name leads out of the archive</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;»&#x202f;: ce nom contient des caractères invisibles</source>
        <translation>“{name}”: this name has invisible characters</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» est un lien</source>
        <translation>“{name}” is a link</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’est pas un fichier ordinaire</source>
        <translation>“{name}” isn’t a regular file</translation>
    </message>
    <message>
        <source>Archive zip</source>
        <translation>Zip archive</translation>
    </message>
    <message>
        <source>un guillemet ouvert n’y est pas refermé</source>
        <translation>a quotation mark that opens in it is never closed</translation>
    </message>
    <message>
        <source>ce n’est pas du texte dans cet encodage</source>
        <translation>it isn’t text in this encoding</translation>
    </message>
    <message>
        <source>le texte dépasse {limit} Mo</source>
        <translation>the text is larger than {limit} MB</translation>
    </message>
    <message>
        <source>ce n’est pas un fichier ordinaire</source>
        <translation>it is not a regular file</translation>
    </message>
    <message>
        <source>{why}&#x202f;: {times} fois&#x202f;; {places}, …</source>
        <translation>{why}: {times} times; {places}, …</translation>
    </message>
    <message>
        <source>décompressée, l’archive dépasse {limit} Mo</source>
        <translation>unpacked, the archive is larger than {limit} MB</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» ne peut pas être décompressé</source>
        <translation>“{name}” can’t be unpacked</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» se décompresse à plus de {ratio} fois sa taille</source>
        <translation>“{name}” unpacks to more than {ratio} times its size</translation>
    </message>
    <message>
        <source>l’archive contient plus de {limit} fichiers</source>
        <translation>the archive holds more than {limit} files</translation>
    </message>
    <message>
        <source>la liste de ce que contient l’archive est trop longue</source>
        <translation>the archive’s list of what it holds is too long</translation>
    </message>
    <message>
        <source>il y manque «&#x202f;{file}&#x202f;»</source>
        <translation>“{file}” is missing there</translation>
    </message>
    <message>
        <source>ses poids sont abîmés, ou ne vont pas avec ses réglages</source>
        <translation>its weights are damaged, or do not go with its settings</translation>
    </message>
    <message>
        <source>ses étiquettes ne sont pas celles de ses poids</source>
        <translation>its labels are not those of its weights</translation>
    </message>
    <message>
        <source>il ne lit pas une phrase d’essai</source>
        <translation>it cannot read a trial sentence</translation>
    </message>
    <message>
        <source>{folder} n’est pas un dossier.</source>
        <translation>{folder} is not a folder.</translation>
    </message>
    <message>
        <source>«&#x202f;{file}&#x202f;» n’est pas un fichier ordinaire</source>
        <translation>“{file}” is not an ordinary file</translation>
    </message>
    <message>
        <source>«&#x202f;{file}&#x202f;» n’a rien à faire dans un modèle</source>
        <translation>“{file}” has no business in a model</translation>
    </message>
    <message>
        <source>il est trop gros</source>
        <translation>it is too large</translation>
    </message>
    <message>
        <source>ses réglages sont illisibles</source>
        <translation>its settings can’t be read</translation>
    </message>
    <message>
        <source>sa langue est «&#x202f;{lang}&#x202f;»</source>
        <translation>its language is “{lang}”</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’est pas une pièce connue</source>
        <translation>“{name}” is not a known part</translation>
    </message>
    <message>
        <source>il nomme une fonction qui n’est pas permise ({name})</source>
        <translation>it names a function that is not allowed ({name})</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» y est trop grand</source>
        <translation>“{name}” is too large in it</translation>
    </message>
    <message>
        <source>il a besoin de vecteurs qui ne voyagent pas avec lui</source>
        <translation>it needs vectors that don’t travel with it</translation>
    </message>
    <message>
        <source>ses étiquettes sont illisibles</source>
        <translation>its labels cannot be read</translation>
    </message>
    <message>
        <source>ses étiquettes ne sont pas distinctes</source>
        <translation>its labels are not distinct</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’est pas pris&#x202f;: {why}.</source>
        <translation>“{name}” is not taken: {why}.</translation>
    </message>
    <message>
        <source>Un modèle est ce que «&#x202f;spacy train&#x202f;» écrit dans «&#x202f;model-best&#x202f;»&#x202f;: des poids et des réglages, rien d’autre.</source>
        <translation>A model is what “spacy train” writes into “model-best”: weights and settings, nothing else.</translation>
    </message>
    <message>
        <source>ce n’est pas du TOML valide&#x202f;; il est gardé sous le nom {name}</source>
        <translation>this is no valid TOML; it is kept under the name {name}</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’a pas une valeur possible</source>
        <translation>“{name}” has no possible value</translation>
    </message>
    <message>
        <source>La copie de sécurité a échoué&#x202f;: {why}.</source>
        <translation>The backup failed: {why}.</translation>
    </message>
    <message>
        <source>La copie de sécurité n’est pas saine&#x202f;: {why}.</source>
        <translation>The backup is not sound: {why}.</translation>
    </message>
    <message>
        <source>La liste des articles ne peut plus être lue.</source>
        <translation>The list of articles can no longer be read.</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;»&#x202f;: l’article ne peut plus être lu en entier.</source>
        <translation>“{title}”: the article can no longer be read in full.</translation>
    </message>
    <message>
        <source>L’index de recherche ne correspond pas aux textes&#x202f;; «&#x202f;depeche find --rebuild&#x202f;» le refait.</source>
        <translation>The search index doesn’t match the texts; “depeche find --rebuild” makes it anew.</translation>
    </message>
    <message>
        <source>SQLite&#x202f;: {problem}</source>
        <translation>SQLite: {problem}</translation>
    </message>
    <message>
        <source>Table {table}&#x202f;: une référence ne mène nulle part.</source>
        <translation>Table {table}: a reference leads nowhere.</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;»&#x202f;: le texte manque.</source>
        <translation>“{title}”: the text is missing.</translation>
    </message>
    <message>
        <source>L’acteur «&#x202f;{name}&#x202f;» du registre a été abîmé.</source>
        <translation>The actor “{name}” of the registry has been damaged.</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;»&#x202f;: ce qui est noté de l’article a été abîmé.</source>
        <translation>“{title}”: what is noted of the article has been damaged.</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;»&#x202f;: le texte n’est plus celui qui a été importé.</source>
        <translation>“{title}”: the text is no longer the one that was imported.</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;»&#x202f;: ce qui rapproche les articles ne correspond pas au texte&#x202f;; «&#x202f;depeche stories --rebuild&#x202f;» le refait.</source>
        <translation>“{title}”: what articles are matched by doesn’t fit the text; “depeche stories --rebuild” makes it anew.</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;», {start}–{end} ({who})</source>
        <translation>“{title}”, {start}–{end} ({who})</translation>
    </message>
    <message>
        <source>{place}&#x202f;: le passage enregistré a été abîmé.</source>
        <translation>{place}: the stored span has been damaged.</translation>
    </message>
    <message>
        <source>{place}&#x202f;: le passage sort du texte.</source>
        <translation>{place}: the span reaches outside the text.</translation>
    </message>
    <message>
        <source>{place}&#x202f;: étiquette inconnue «&#x202f;{label}&#x202f;».</source>
        <translation>{place}: unknown label “{label}”.</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;»&#x202f;: une note de cas limite a été abîmée ({start}–{end}).</source>
        <translation>“{title}”: a note on a borderline case was damaged ({start}–{end}).</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;»&#x202f;: un verdict a été abîmé.</source>
        <translation>“{title}”: a verdict has been damaged.</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;»&#x202f;: une suggestion acceptée n’a plus de passage.</source>
        <translation>“{title}”: an accepted suggestion has lost its span.</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;»&#x202f;: une suggestion a été abîmée ({start}–{end}).</source>
        <translation>“{title}”: a suggestion has been damaged ({start}–{end}).</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;»&#x202f;: une suggestion sort du texte ({start}–{end}).</source>
        <translation>“{title}”: a suggestion reaches outside the text ({start}–{end}).</translation>
    </message>
    <message>
        <source>Un caractère nul s’y trouve&#x202f;: ce n’est pas du texte. Rien n’a été changé.</source>
        <translation>It holds a null character: that is no text. Nothing was changed.</translation>
    </message>
    <message>
        <source>{path} n’est pas un projet Dépêche.</source>
        <translation>{path} is not a Dépêche project.</translation>
    </message>
    <message>
        <source>Choisissez un dossier de projet, ou créez-en un nouveau.</source>
        <translation>Choose a project’s folder, or create a new project.</translation>
    </message>
    <message>
        <source>{path} n’a pas la structure d’un projet Dépêche ({name}).</source>
        <translation>{path} does not have the structure of a Dépêche project ({name}).</translation>
    </message>
    <message>
        <source>Ne l’utilisez pas s’il vient d’ailleurs&#x202f;; sinon, reprenez la dernière copie du dossier backups.</source>
        <translation>Don’t use it if it comes from elsewhere; otherwise go back to the latest copy in the folder backups.</translation>
    </message>
    <message>
        <source>Disque plein&#x202f;: la dernière action n’est pas enregistrée dans {folder} ({free} Mo libres).</source>
        <translation>Disk full: the last action is not saved in {folder} ({free} MB free).</translation>
    </message>
    <message>
        <source>Libérez de la place, puis recommencez.</source>
        <translation>Free some space, then try again.</translation>
    </message>
    <message>
        <source>Le projet {folder} a été déplacé ou supprimé&#x202f;: la dernière action n’est pas enregistrée.</source>
        <translation>The project {folder} was moved or deleted: the last action is not saved.</translation>
    </message>
    <message>
        <source>Remettez-le à sa place ou rouvrez-le là où il est.</source>
        <translation>Put it back in its place or open it again where it is.</translation>
    </message>
    <message>
        <source>Impossible d’écrire dans {folder}&#x202f;: la dernière action n’est pas enregistrée.</source>
        <translation>{folder} can’t be written to: the last action is not saved.</translation>
    </message>
    <message>
        <source>Vérifiez que le dossier existe et que vous pouvez y écrire.</source>
        <translation>Check that the folder exists and that you may write to it.</translation>
    </message>
    <message>
        <source>Le projet {folder} est occupé par un autre programme.</source>
        <translation>The project {folder} is busy with another program.</translation>
    </message>
    <message>
        <source>Attendez qu’il ait fini, puis recommencez.</source>
        <translation>Wait until it has finished, then try again.</translation>
    </message>
    <message>
        <source>Le fichier du projet {folder} est endommagé ou illisible ({why}).</source>
        <translation>The file of the project {folder} is damaged or unreadable ({why}).</translation>
    </message>
    <message>
        <source>Reprenez la dernière copie du dossier backups.</source>
        <translation>Go back to the latest copy in the folder backups.</translation>
    </message>
    <message>
        <source>Le projet {folder} est déjà ouvert ({owner}).</source>
        <translation>The project {folder} is already open ({owner}).</translation>
    </message>
    <message>
        <source>Fermez-le là-bas, puis recommencez.</source>
        <translation>Close it there, then try again.</translation>
    </message>
    <message>
        <source>{program}, processus {pid} sur {host}</source>
        <translation>{program}, process {pid} on {host}</translation>
    </message>
    <message>
        <source>par un autre programme</source>
        <translation>by another program</translation>
    </message>
    <message>
        <source>Le modèle en usage, «&#x202f;{name}&#x202f;», n’est plus dans le projet&#x202f;: les suggestions se font sans lui. Remettez son dossier, ou reprenez le modèle d’avant&#x202f;: «&#x202f;depeche model --back&#x202f;».</source>
        <translation>The model in use, “{name}”, is no longer in the project: suggestions are made without it. Put its folder back, or go back to the model before it: “depeche model --back”.</translation>
    </message>
    <message>
        <source>Ce projet vient d’une version plus récente de Dépêche ({version}).</source>
        <translation>This project comes from a newer version of Dépêche ({version}).</translation>
    </message>
    <message>
        <source>Installez cette version pour l’ouvrir&#x202f;; rien n’a été changé.</source>
        <translation>Install that version to open it; nothing has been changed.</translation>
    </message>
    <message>
        <source>{path} n’a pas de numéro de version.</source>
        <translation>{path} has no version number.</translation>
    </message>
    <message>
        <source>Ce projet doit être mis à jour, mais son dossier est en lecture seule.</source>
        <translation>This project has to be updated, but its folder is read-only.</translation>
    </message>
    <message>
        <source>Copiez-le dans un dossier où vous pouvez écrire.</source>
        <translation>Copy it to a folder that you may write to.</translation>
    </message>
    <message>
        <source>{path}&#x202f;: ce qui y est noté du projet lui-même est endommagé.</source>
        <translation>{path}: what it says of the project itself is damaged.</translation>
    </message>
    <message>
        <source>Projet en lecture seule&#x202f;: rien ne sera enregistré.</source>
        <translation>Read-only project: nothing will be saved.</translation>
    </message>
    <message>
        <source>{file} manque et n’a pas pu être récrit.</source>
        <translation>{file} is missing and could not be written again.</translation>
    </message>
    <message>
        <source>{error} Le dernier jeu d’étiquettes valable reste en usage.</source>
        <translation>{error} The last valid label scheme stays in use.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’est plus dans {file}, mais a déjà servi&#x202f;: l’étiquette est gardée, sans touche.</source>
        <translation>“{name}” is no longer in {file}, but has been used: the label is kept, without a key.</translation>
    </message>
    <message>
        <source>Le fichier du projet {folder} est endommagé.</source>
        <translation>The file of the project {folder} is damaged.</translation>
    </message>
    <message>
        <source>Le projet {folder} est en lecture seule.</source>
        <translation>The project {folder} is read-only.</translation>
    </message>
    <message>
        <source>{file} ne peut pas être lu.</source>
        <translation>{file} can’t be read.</translation>
    </message>
    <message>
        <source>Personne ne s’appelle «&#x202f;{name}&#x202f;» dans ce projet.</source>
        <translation>Nobody is called “{name}” in this project.</translation>
    </message>
    <message>
        <source>Annotateurs&#x202f;: {names}.</source>
        <translation>Annotators: {names}.</translation>
    </message>
    <message>
        <source>Un seuil est un nombre de 0 à moins de 1.</source>
        <translation>A threshold is a number from 0 to less than 1.</translation>
    </message>
    <message>
        <source>Par exemple 0.35&#x202f;; 0 ne cache rien.</source>
        <translation>For example 0.35; 0 hides nothing.</translation>
    </message>
    <message>
        <source>Rien n’est caché.</source>
        <translation>Nothing is hidden.</translation>
    </message>
    <message>
        <source>sous {below}&#x202f;: %n suggestion cachée, dont {right} justes&#x202f;; {spared} rejets épargnés|sous {below}&#x202f;: %n suggestions cachées, dont {right} justes&#x202f;; {spared} rejets épargnés</source>
        <translation>below {below}: %n suggestion hidden, {right} of them right; {spared} rejections spared|below {below}: %n suggestions hidden, {right} of them right; {spared} rejections spared</translation>
    </message>
    <message>
        <source>dans ce qui reste à faire, %n cachée|dans ce qui reste à faire, %n cachées</source>
        <translation>in what is left to do, %n hidden|in what is left to do, %n hidden</translation>
    </message>
    <message>
        <source>{words} (sur les {total} des articles terminés)&#x202f;; {left}.</source>
        <translation>{words} (of the {total} in finished articles); {left}.</translation>
    </message>
    <message>
        <source>Aucune suggestion jugée&#x202f;: les scores sont ceux du programme livré.</source>
        <translation>No suggestion judged: scores are those of the program as shipped.</translation>
    </message>
    <message>
        <source>Écart moyen entre score et part juste&#x202f;: {before} avant, {after} après calibrage (articles non vus).</source>
        <translation>Mean gap between score and share that is right: {before} before, {after} after calibration (articles not fitted to).</translation>
    </message>
    <message>
        <source>{words} Jusque-là, ce sont ceux du programme livré.</source>
        <translation>{words} Until then they are those of the program as it is shipped.</translation>
    </message>
    <message>
        <source>Écart moyen entre score et part juste&#x202f;: {before} pour les scores des sources, {after} pour ceux que le lot a apportés, qui restent&#x202f;: le responsable les a mesurés sur plus de suggestions ({judged}).</source>
        <translation>Mean gap between score and share that is right: {before} for the sources’ scores, {after} for those that the package brought, which stay: the data lead measured them on more suggestions ({judged}).</translation>
    </message>
    <message>
        <source>Écart moyen entre score et part juste&#x202f;: {before} pour les scores des sources, {after} pour ceux du programme livré, qui restent&#x202f;: ces articles ne les rendraient pas plus justes ({missed}, articles non vus).</source>
        <translation>Mean gap between score and share that is right: {before} for the sources’ scores, {after} for those of the program as shipped, which stay: these articles would not make them any truer ({missed}, articles not fitted to).</translation>
    </message>
    <message>
        <source>Mesurés sur %n article terminé, puis de nouveau, sans qu’on le demande, tous les {every}&#x202f;; l’article ouvert garde les siens.|Mesurés sur %n articles terminés, puis de nouveau, sans qu’on le demande, tous les {every}&#x202f;; l’article ouvert garde les siens.</source>
        <translation>Measured on %n finished article, then again, unasked, every {every}; the open article keeps its own.|Measured on %n finished articles, then again, unasked, every {every}; the open article keeps its own.</translation>
    </message>
    <message>
        <source>Venus avec le lot. {words}</source>
        <translation>Came with the package. {words}</translation>
    </message>
    <message>
        <source>{judged} dans {articles}&#x202f;: il en faut {few} dans {several} avant que les scores se règlent sur ce projet.</source>
        <translation>{judged} in {articles}: {few} in {several} are needed before scores are set by this project.</translation>
    </message>
    <message>
        <source>%n article terminé|%n articles terminés</source>
        <translation>%n finished article|%n finished articles</translation>
    </message>
    <message>
        <source>%n suggestion sans réponse n’est pas comptée&#x202f;: là où moins de la moitié en ont une, le silence ne dit rien.|%n suggestions sans réponse ne sont pas comptées&#x202f;: là où moins de la moitié en ont une, le silence ne dit rien.</source>
        <translation>%n suggestion without an answer isn’t counted: where fewer than half have one, silence says nothing.|%n suggestions without an answer aren’t counted: where fewer than half have one, silence says nothing.</translation>
    </message>
    <message>
        <source>même phrase, annotée dans «&#x202f;{title}&#x202f;» ({date}) par {who}</source>
        <translation>same sentence, annotated in “{title}” ({date}) by {who}</translation>
    </message>
    <message>
        <source>même phrase, annotée dans «&#x202f;{title}&#x202f;» par {who}</source>
        <translation>same sentence, annotated in “{title}” by {who}</translation>
    </message>
    <message>
        <source>et dans %n autre article|et dans %n autres articles</source>
        <translation>and in %n other article|and in %n other articles</translation>
    </message>
    <message>
        <source>Le modèle en usage, «&#x202f;{name}&#x202f;», ne propose rien&#x202f;: {why}</source>
        <translation>The model in use, “{name}”, proposes nothing: {why}</translation>
    </message>
    <message>
        <source>Le modèle en usage, «&#x202f;{name}&#x202f;», a appris des étiquettes que le projet n’a plus sous ce nom&#x202f;: {labels}. Entraînez-en un autre.</source>
        <translation>The model in use, “{name}”, has learned labels that the project no longer has under that name: {labels}. Train another.</translation>
    </message>
    <message>
        <source>modèle du projet, {score}</source>
        <translation>project’s model, {score}</translation>
    </message>
    <message>
        <source>Ce modèle ne dit pas comment le prendre.</source>
        <translation>This model doesn’t say how to take it.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’est pas un modèle appris par Dépêche.</source>
        <translation>“{name}” is not a model that Dépêche trained.</translation>
    </message>
    <message>
        <source>acteur du registre</source>
        <translation>actor of the registry</translation>
    </message>
    <message>
        <source>déjà accepté %n fois|déjà accepté %n fois</source>
        <translation>accepted %n time before|accepted %n times before</translation>
    </message>
    <message>
        <source>rejeté %n fois|rejeté %n fois</source>
        <translation>rejected %n time|rejected %n times</translation>
    </message>
    <message>
        <source>modèle, {score}</source>
        <translation>model, {score}</translation>
    </message>
    <message>
        <source>Aucune chaîne spaCy utilisable sous «&#x202f;{name}&#x202f;».</source>
        <translation>No usable spaCy pipeline under “{name}”.</translation>
    </message>
    <message>
        <source>Donnez le nom d’un paquet installé ou un dossier qui contient config.cfg.</source>
        <translation>Give the name of an installed package, or a folder that contains config.cfg.</translation>
    </message>
    <message>
        <source>modèle «&#x202f;{name}&#x202f;», {label}</source>
        <translation>model “{name}”, {label}</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;» n’est pas une date.</source>
        <translation>“{words}” is not a date.</translation>
    </message>
    <message>
        <source>Par exemple&#x202f;: 13/7/2025, fin juin, 2025-07.</source>
        <translation>For example, in French: 13/7/2025, fin juin, 2025-07.</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;» n’est pas un nombre.</source>
        <translation>“{words}” is not a number.</translation>
    </message>
    <message>
        <source>Par exemple&#x202f;: 25.000 à 30.000, jusqu’à 600.</source>
        <translation>For example, in French: 25.000 à 30.000, jusqu’à 600.</translation>
    </message>
    <message>
        <source>Le dossier du modèle «&#x202f;{name}&#x202f;» a changé depuis qu’il est connu.</source>
        <translation>The folder of the model “{name}” has changed since it became known.</translation>
    </message>
    <message>
        <source>Retirez-le, puis ajoutez-le de nouveau avec «&#x202f;depeche model add&#x202f;».</source>
        <translation>Take it away, then add it again with “depeche model add”.</translation>
    </message>
    <message>
        <source>Aucun modèle n’est en usage dans ce projet.</source>
        <translation>No model is in use in this project.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» fait mieux que {today} sur vos articles&#x202f;: adoptez-le.</source>
        <translation>“{name}” does better than {today} on your articles: adopt it.</translation>
    </message>
    <message>
        <source>Relisez ensuite les erreurs qui restent&#x202f;: elles montrent quoi finir.</source>
        <translation>Then read the errors that remain: they show what to finish.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» propose la même chose que {today}&#x202f;: ne l’adoptez pas, vous n’y gagneriez rien.</source>
        <translation>“{name}” proposes the same as {today}: don’t adopt it, you would gain nothing.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» fait moins bien que {today} sur vos articles&#x202f;: ne l’adoptez pas.</source>
        <translation>“{name}” does worse than {today} on your articles: don’t adopt it.</translation>
    </message>
    <message>
        <source>On ne peut pas encore dire si «&#x202f;{name}&#x202f;» fait mieux que {today}&#x202f;: ne l’adoptez pas pour l’instant.</source>
        <translation>It can’t be told yet whether “{name}” does better than {today}: don’t adopt it for now.</translation>
    </message>
    <message>
        <source>Rien ne montre que «&#x202f;{name}&#x202f;» fasse mieux que {today}&#x202f;: ne l’adoptez pas.</source>
        <translation>Nothing shows that “{name}” does better than {today}: don’t adopt it.</translation>
    </message>
    <message>
        <source>réentraînez après %n article terminé de plus|réentraînez après %n articles terminés de plus</source>
        <translation>train again after %n more finished article|train again after %n more finished articles</translation>
    </message>
    <message>
        <source>un modèle n’aide que là où votre guide s’écarte de celui des règles</source>
        <translation>a model only helps where your guide differs from that of the rules</translation>
    </message>
    <message>
        <source>Gardez ce qui propose aujourd’hui et {again}&#x202f;; {where}.</source>
        <translation>Keep what proposes today and {again}; {where}.</translation>
    </message>
    <message>
        <source>{label}, {sort}&#x202f;: {times} sur {all}</source>
        <translation>{label}, {sort}: {times} of {all}</translation>
    </message>
    <message>
        <source>À la place, lisez les erreurs ({worst}), tranchez-les dans le guide ou le registre des acteurs, et {again}&#x202f;; {where}.</source>
        <translation>Instead, read the errors ({worst}), settle them in the guide or the registry of actors, and {again}; {where}.</translation>
    </message>
    <message>
        <source>les règles</source>
        <translation>the rules</translation>
    </message>
    <message>
        <source>les règles et le modèle livré</source>
        <translation>the rules and the shipped model</translation>
    </message>
    <message>
        <source>tout</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Courbe d’apprentissage</source>
        <translation>Learning curve</translation>
    </message>
    <message>
        <source>articles terminés dont le modèle apprend</source>
        <translation>finished articles that the model learns from</translation>
    </message>
    <message>
        <source>F1 exact</source>
        <translation>exact F1</translation>
    </message>
    <message>
        <source>éprouvé sur {test} articles, %n graine&#x202f;; bandes&#x202f;: intervalles à 95&#x202f;%|éprouvé sur {test} articles, %n graines&#x202f;; bandes&#x202f;: intervalles à 95&#x202f;%</source>
        <translation>tested on {test} articles, %n seed; bands: 95% intervals|tested on {test} articles, %n seeds; bands: 95% intervals</translation>
    </message>
    <message>
        <source>Entraînez un modèle avec sa courbe.</source>
        <translation>Train a model with its curve.</translation>
    </message>
    <message>
        <source>à aucune taille le modèle n’a eu son mot à dire, tout vient des règles et du modèle livré</source>
        <translation>at no size the model had a say, all comes from the rules and the model shipped</translation>
    </message>
    <message>
        <source>environ {articles} articles de plus ({low} à {high}) pour +{points} points sur {label}</source>
        <translation>about {articles} more articles ({low} to {high}) for +{points} points on {label}</translation>
    </message>
    <message>
        <source>F1 {f}&#x202f;: il n’y a plus guère à gagner</source>
        <translation>F1 {f}: there is hardly anything left to gain</translation>
    </message>
    <message>
        <source>courbe plate&#x202f;: d’autres articles n’aideront pas, relisez plutôt le guide</source>
        <translation>flat: more articles won’t help; look at the guide</translation>
    </message>
    <message>
        <source>trop tôt pour dire ce que d’autres articles apporteraient</source>
        <translation>too early to say what more articles would bring</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» ne peut pas être le nom d’un modèle.</source>
        <translation>“{name}” can’t be a model’s name.</translation>
    </message>
    <message>
        <source>Lettres, chiffres, points et traits d’union, par exemple&#x202f;: avril-2.</source>
        <translation>Letters, digits, dots and hyphens, for example: april-2.</translation>
    </message>
    <message>
        <source>Il y a déjà un modèle «&#x202f;{name}&#x202f;».</source>
        <translation>There is a model “{name}” already.</translation>
    </message>
    <message>
        <source>Un entraînement est déjà en cours dans ce projet.</source>
        <translation>A training is going on in this project already.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» est en usage.</source>
        <translation>“{name}” is in use.</translation>
    </message>
    <message>
        <source>Reprenez d’abord le précédent&#x202f;: «&#x202f;depeche model --back&#x202f;».</source>
        <translation>Put the one before back first: “depeche model --back”.</translation>
    </message>
    <message>
        <source>Il n’y a pas de modèle «&#x202f;{name}&#x202f;».</source>
        <translation>There is no model “{name}”.</translation>
    </message>
    <message>
        <source>«&#x202f;depeche model PROJECT&#x202f;» les liste.</source>
        <translation>“depeche model PROJECT” lists them.</translation>
    </message>
    <message>
        <source>Aucun passage d’étiquette simple dans les articles terminés&#x202f;: rien à apprendre.</source>
        <translation>No span of a flat label in the finished articles: nothing to learn.</translation>
    </message>
    <message>
        <source>%n article terminé, c’est trop peu.|%n articles terminés, c’est trop peu.</source>
        <translation>%n finished article is too few.|%n finished articles are too few.</translation>
    </message>
    <message>
        <source>Il en faut au moins {fewest} pour apprendre et pour juger.</source>
        <translation>It takes at least {fewest} to learn and to judge.</translation>
    </message>
    <message>
        <source>L’intervalle est au-dessus de zéro&#x202f;: c’est un gain.</source>
        <translation>The interval is above zero: that is a gain.</translation>
    </message>
    <message>
        <source>L’intervalle est sous zéro&#x202f;: il est moins bon.</source>
        <translation>The interval is below zero: it is worse.</translation>
    </message>
    <message>
        <source>L’intervalle touche zéro&#x202f;: le gain n’est pas établi.</source>
        <translation>The interval touches zero: the gain isn’t established.</translation>
    </message>
    <message>
        <source>Trop peu d’articles de test pour décider&#x202f;: il en faut {articles} qui diffèrent, avec {spans} passages.</source>
        <translation>Too few test articles to decide: it takes {articles} that differ, with {spans} spans.</translation>
    </message>
    <message>
        <source>Sans compter {labels}&#x202f;: les articles d’épreuve n’en ont pas.</source>
        <translation>Not counting {labels}: the test articles have none.</translation>
    </message>
    <message>
        <source>Attention&#x202f;: l’épreuve reprend trop du texte dont le modèle apprend&#x202f;; ces chiffres le flattent.</source>
        <translation>Careful: the test repeats too much of the text that the model learns from; these figures flatter it.</translation>
    </message>
    <message>
        <source>Attention&#x202f;: le modèle livré a appris de %n article d’épreuve&#x202f;: ces chiffres le flattent.|Attention&#x202f;: le modèle livré a appris de %n articles d’épreuve&#x202f;: ces chiffres le flattent.</source>
        <translation>Note: the shipped model learned from %n test article: these figures flatter it.|Note: the shipped model learned from %n test articles: these figures flatter it.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» est entendu seul sur {labels}, où il fait mieux que tout le reste.</source>
        <translation>“{name}” alone is heard on {labels}, where it does better than all the rest.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’est entendu qu’à côté des autres sources&#x202f;: seul, il ne fait mieux nulle part.</source>
        <translation>“{name}” is heard only beside the other sources: alone it does better nowhere.</translation>
    </message>
    <message>
        <source>proposé à tort</source>
        <translation>wrongly proposed</translation>
    </message>
    <message>
        <source>oublié</source>
        <translation>missed</translation>
    </message>
    <message>
        <source>bornes</source>
        <translation>borders</translation>
    </message>
    <message>
        <source>autre étiquette</source>
        <translation>another label</translation>
    </message>
    <message>
        <source>genre</source>
        <translation>kind</translation>
    </message>
    <message>
        <source>valeur</source>
        <translation>value</translation>
    </message>
    <message>
        <source>&amp;Fichier</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>É&amp;dition</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Suggestions</source>
        <translation>&amp;Suggestions</translation>
    </message>
    <message>
        <source>&amp;Passage</source>
        <translation>S&amp;pan</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Article</translation>
    </message>
    <message>
        <source>Afficha&amp;ge</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>A&amp;ide</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Nouveau projet…</source>
        <translation>New project…</translation>
    </message>
    <message>
        <source>Ouvrir un projet…</source>
        <translation>Open a project…</translation>
    </message>
    <message>
        <source>Ouvrir un lot de travail…</source>
        <translation>Open a work package…</translation>
    </message>
    <message>
        <source>Rendre le travail…</source>
        <translation>Return the work…</translation>
    </message>
    <message>
        <source>Importer des articles…</source>
        <translation>Import articles…</translation>
    </message>
    <message>
        <source>Exporter…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Faire une copie de sécurité</source>
        <translation>Make a backup</translation>
    </message>
    <message>
        <source>Vérifier le projet</source>
        <translation>Check the project</translation>
    </message>
    <message>
        <source>Fermer le projet</source>
        <translation>Close the project</translation>
    </message>
    <message>
        <source>Quitter</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Annuler l’action</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Rétablir</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Historique…</source>
        <translation>History…</translation>
    </message>
    <message>
        <source>Registre des acteurs…</source>
        <translation>Registry of actors…</translation>
    </message>
    <message>
        <source>Rechercher dans le projet…</source>
        <translation>Search the project…</translation>
    </message>
    <message>
        <source>Étiquettes…</source>
        <translation>Labels…</translation>
    </message>
    <message>
        <source>Récits et contradictions…</source>
        <translation>Stories and contradictions…</translation>
    </message>
    <message>
        <source>Articles du même récit…</source>
        <translation>Articles of the same story…</translation>
    </message>
    <message>
        <source>Radar de cohérence…</source>
        <translation>Consistency radar…</translation>
    </message>
    <message>
        <source>Changer les touches…</source>
        <translation>Change the keys…</translation>
    </message>
    <message>
        <source>Préférences…</source>
        <translation>Preferences…</translation>
    </message>
    <message>
        <source>Cas limites…</source>
        <translation>Borderline cases…</translation>
    </message>
    <message>
        <source>Statistiques…</source>
        <translation>Statistics…</translation>
    </message>
    <message>
        <source>Apprentissage…</source>
        <translation>Learning…</translation>
    </message>
    <message>
        <source>Filtrer les articles</source>
        <translation>Filter the articles</translation>
    </message>
    <message>
        <source>Suggestion suivante</source>
        <translation>Next suggestion</translation>
    </message>
    <message>
        <source>Suggestion précédente</source>
        <translation>Previous suggestion</translation>
    </message>
    <message>
        <source>Accepter</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Rejeter la suggestion, ou supprimer le passage</source>
        <translation>Reject the suggestion, or remove the span</translation>
    </message>
    <message>
        <source>Accepter les plus sûres…</source>
        <translation>Accept the surest…</translation>
    </message>
    <message>
        <source>Accepter celles de cette étiquette…</source>
        <translation>Accept those of this label…</translation>
    </message>
    <message>
        <source>Accepter les mêmes…</source>
        <translation>Accept the same ones…</translation>
    </message>
    <message>
        <source>Rejeter partout…</source>
        <translation>Reject everywhere…</translation>
    </message>
    <message>
        <source>Chercher des suggestions</source>
        <translation>Look for suggestions</translation>
    </message>
    <message>
        <source>Chercher avec une chaîne spaCy…</source>
        <translation>Look with a spaCy pipeline…</translation>
    </message>
    <message>
        <source>Passage suivant</source>
        <translation>Next span</translation>
    </message>
    <message>
        <source>Passage précédent</source>
        <translation>Previous span</translation>
    </message>
    <message>
        <source>Cinq passages plus loin</source>
        <translation>Five spans on</translation>
    </message>
    <message>
        <source>Cinq passages plus haut</source>
        <translation>Five spans back</translation>
    </message>
    <message>
        <source>Oubli possible suivant</source>
        <translation>Next possible oversight</translation>
    </message>
    <message>
        <source>Oubli possible précédent</source>
        <translation>Previous possible oversight</translation>
    </message>
    <message>
        <source>Autres bornes vraisemblables</source>
        <translation>Other likely borders</translation>
    </message>
    <message>
        <source>Début&#x202f;: un mot avant</source>
        <translation>Start: one word back</translation>
    </message>
    <message>
        <source>Début&#x202f;: un mot après</source>
        <translation>Start: one word on</translation>
    </message>
    <message>
        <source>Fin&#x202f;: un mot avant</source>
        <translation>End: one word back</translation>
    </message>
    <message>
        <source>Fin&#x202f;: un mot après</source>
        <translation>End: one word on</translation>
    </message>
    <message>
        <source>Début&#x202f;: cinq mots avant</source>
        <translation>Start: five words back</translation>
    </message>
    <message>
        <source>Début&#x202f;: cinq mots après</source>
        <translation>Start: five words on</translation>
    </message>
    <message>
        <source>Fin&#x202f;: cinq mots avant</source>
        <translation>End: five words back</translation>
    </message>
    <message>
        <source>Fin&#x202f;: cinq mots après</source>
        <translation>End: five words on</translation>
    </message>
    <message>
        <source>Genre suivant (personne, organisation…)</source>
        <translation>Next kind (person, organisation…)</translation>
    </message>
    <message>
        <source>Genre précédent</source>
        <translation>Previous kind</translation>
    </message>
    <message>
        <source>Écrire la valeur</source>
        <translation>Type the value</translation>
    </message>
    <message>
        <source>Attributs…</source>
        <translation>Attributes…</translation>
    </message>
    <message>
        <source>Sans valeur</source>
        <translation>No value</translation>
    </message>
    <message>
        <source>Autre valeur possible</source>
        <translation>Another possible value</translation>
    </message>
    <message>
        <source>Confirmer l’acteur partout…</source>
        <translation>Confirm the actor everywhere…</translation>
    </message>
    <message>
        <source>Ville&#x202f;: lieu ou puissance</source>
        <translation>City: place or power</translation>
    </message>
    <message>
        <source>Étiqueter partout…</source>
        <translation>Label everywhere…</translation>
    </message>
    <message>
        <source>Noter un cas limite…</source>
        <translation>Note a borderline case…</translation>
    </message>
    <message>
        <source>Passage englobant</source>
        <translation>Enclosing span</translation>
    </message>
    <message>
        <source>Mot précédent</source>
        <translation>Previous word</translation>
    </message>
    <message>
        <source>Mot suivant</source>
        <translation>Next word</translation>
    </message>
    <message>
        <source>Étendre la sélection à gauche</source>
        <translation>Extend the selection to the left</translation>
    </message>
    <message>
        <source>Étendre la sélection à droite</source>
        <translation>Extend the selection to the right</translation>
    </message>
    <message>
        <source>Dix mots avant</source>
        <translation>Ten words back</translation>
    </message>
    <message>
        <source>Dix mots après</source>
        <translation>Ten words on</translation>
    </message>
    <message>
        <source>Lâcher la sélection</source>
        <translation>Let go of the selection</translation>
    </message>
    <message>
        <source>Terminé, et article suivant</source>
        <translation>Done, and next article</translation>
    </message>
    <message>
        <source>Signaler l’article</source>
        <translation>Flag the article</translation>
    </message>
    <message>
        <source>Passer l’article</source>
        <translation>Skip the article</translation>
    </message>
    <message>
        <source>Remettre à faire</source>
        <translation>Put back to do</translation>
    </message>
    <message>
        <source>Article suivant</source>
        <translation>Next article</translation>
    </message>
    <message>
        <source>Article précédent</source>
        <translation>Previous article</translation>
    </message>
    <message>
        <source>Prendre la ligne grisée pour du texte</source>
        <translation>Take the greyed line for text</translation>
    </message>
    <message>
        <source>Griser de nouveau la ligne</source>
        <translation>Grey the line again</translation>
    </message>
    <message>
        <source>Date de publication…</source>
        <translation>Publication date…</translation>
    </message>
    <message>
        <source>Changer d’ordre</source>
        <translation>Change order</translation>
    </message>
    <message>
        <source>Ordre</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Articles témoins…</source>
        <translation>Control articles…</translation>
    </message>
    <message>
        <source>Texte plus grand</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Texte plus petit</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Taille normale</source>
        <translation>Normal size</translation>
    </message>
    <message>
        <source>Lignes plus longues</source>
        <translation>Longer lines</translation>
    </message>
    <message>
        <source>Lignes plus courtes</source>
        <translation>Shorter lines</translation>
    </message>
    <message>
        <source>Longueur de ligne normale</source>
        <translation>Usual length of lines</translation>
    </message>
    <message>
        <source>Espaces insécables et caractères invisibles</source>
        <translation>No-break spaces and invisible characters</translation>
    </message>
    <message>
        <source>Carte de l’article</source>
        <translation>Map of the article</translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation>Focus</translation>
    </message>
    <message>
        <source>Guide d’annotation</source>
        <translation>Annotation guide</translation>
    </message>
    <message>
        <source>Partie suivante de la fenêtre</source>
        <translation>Next part of the window</translation>
    </message>
    <message>
        <source>Partie précédente</source>
        <translation>Previous part</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Didacticiel</source>
        <translation>Tutorial</translation>
    </message>
    <message>
        <source>À propos de Dépêche</source>
        <translation>About Dépêche</translation>
    </message>
    <message>
        <source>Valeur possible n° {rank}</source>
        <translation>Possible value no. {rank}</translation>
    </message>
    <message>
        <source>Étiqueter&#x202f;: {name}</source>
        <translation>Label: {name}</translation>
    </message>
    <message>
        <source>Étiqueter un oubli par sa lettre&#x202f;: {name}</source>
        <translation>Label an oversight by its letter: {name}</translation>
    </message>
    <message>
        <source>&amp;Thème</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>Caractères</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>&amp;Langue</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>Comme le système</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Clair</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Avec empattements</source>
        <translation>With serifs</translation>
    </message>
    <message>
        <source>Sans empattements</source>
        <translation>Without serifs</translation>
    </message>
    <message>
        <source>Sans empattements, espacés</source>
        <translation>Without serifs, widely spaced</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Retour arr.</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Maj</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Pg suiv.</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Pg préc.</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>Le projet {name} est ouvert dans une autre fenêtre, qui est passée devant.</source>
        <translation>The project {name} is open in another window, which has come forward.</translation>
    </message>
    <message>
        <source>Ouverture de {name}…</source>
        <translation>Opening {name}…</translation>
    </message>
    <message>
        <source>Projet d’exemple</source>
        <translation>Sample project</translation>
    </message>
    <message>
        <source>%n article témoin, sans suggestions&#x202f;; ceux déjà ouverts restent ce qu’ils étaient.|%n articles témoins, sans suggestions&#x202f;; ceux déjà ouverts restent ce qu’ils étaient.</source>
        <translation>%n control article, without suggestions; those opened before stay what they were.|%n control articles, without suggestions; those opened before stay what they were.</translation>
    </message>
    <message>
        <source>Choisissez d’abord un passage ou des mots&#x202f;: Tab, ← → ou un clic.</source>
        <translation>First choose a span or words: Tab, ← → or a click.</translation>
    </message>
    <message>
        <source>Étiqueter partout</source>
        <translation>Label everywhere</translation>
    </message>
    <message>
        <source>Rejeter partout</source>
        <translation>Reject everywhere</translation>
    </message>
    <message>
        <source>Accepter les suggestions</source>
        <translation>Accept suggestions</translation>
    </message>
    <message>
        <source>Accepter %n suggestion|Accepter %n suggestions</source>
        <translation>Accept %n suggestion|Accept %n suggestions</translation>
    </message>
    <message>
        <source>Acteur renommé</source>
        <translation>Actor renamed</translation>
    </message>
    <message>
        <source>{title}&#x202f;: arrêté, rien n’a été fait.</source>
        <translation>{title}: stopped, nothing was done.</translation>
    </message>
    <message>
        <source>Il n’y avait rien à changer.</source>
        <translation>There was nothing to change.</translation>
    </message>
    <message>
        <source>Les nombres du graphique</source>
        <translation>The chart’s numbers</translation>
    </message>
    <message>
        <source>Enregistrer SVG… (Ctrl+S)</source>
        <translation>Save SVG… (Ctrl+S)</translation>
    </message>
    <message>
        <source>Enregistrer CSV… (Ctrl+Maj+S)</source>
        <translation>Save CSV… (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>Image SVG (*.svg)</source>
        <translation>SVG picture (*.svg)</translation>
    </message>
    <message>
        <source>Tableau CSV (*.csv)</source>
        <translation>CSV table (*.csv)</translation>
    </message>
    <message>
        <source>Enregistré&#x202f;: {path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>L’entraînement n’a pas pu démarrer&#x202f;: {why}.</source>
        <translation>The training could not start: {why}.</translation>
    </message>
    <message>
        <source>L’entraînement a été interrompu&#x202f;: le processus s’est arrêté (mémoire pleine, peut-être).</source>
        <translation>The training was interrupted: its process ended (out of memory, perhaps).</translation>
    </message>
    <message>
        <source>L’entraînement s’est arrêté sur une erreur (état {status})&#x202f;: {last}</source>
        <translation>The training stopped on an error (status {status}): {last}</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;» n’est pas fini&#x202f;: rien n’en serait fait.</source>
        <translation>“{title}” isn’t finished: nothing of it would be done.</translation>
    </message>
    <message>
        <source>Un entraînement est en cours&#x202f;: il serait annulé, rien n’en resterait.</source>
        <translation>A training is under way: it would be cancelled, nothing of it would stay.</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Attendre la fin, puis fermer</source>
        <translation>Wait for the end, then close</translation>
    </message>
    <message>
        <source>Abandonner et fermer</source>
        <translation>Give up and close</translation>
    </message>
    <message>
        <source>Ne pas fermer</source>
        <translation>Don’t close</translation>
    </message>
    <message>
        <source>La fenêtre se fermera à la fin.</source>
        <translation>The window will close at the end.</translation>
    </message>
    <message>
        <source>Étiqueter</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Pas d’écran ici&#x202f;: le travail est fait sans la fenêtre.</source>
        <translation>No display here: the work is done without the window.</translation>
    </message>
    <message>
        <source>Projet {project} → {folder} ({kind})&#x202f;: {articles} articles, {marks} marques</source>
        <translation>Project {project} → {folder} ({kind}): {articles} articles, {marks} marks</translation>
    </message>
    <message>
        <source>La fenêtre, dessinée&#x202f;: {picture}</source>
        <translation>The window, drawn: {picture}</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Acte</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Le début</source>
        <translation>The beginning</translation>
    </message>
    <message>
        <source>%d/%m/%Y %H:%M</source>
        <translation>%Y-%m-%d %H:%M</translation>
    </message>
    <message>
        <source>registre</source>
        <translation>registry</translation>
    </message>
    <message>
        <source>Corriger un acteur</source>
        <translation>Correct an actor</translation>
    </message>
    <message>
        <source>Confirmer un acteur</source>
        <translation>Confirm an actor</translation>
    </message>
    <message>
        <source>celui qu’il est, ou dont il dépend</source>
        <translation>the one that it is, or belongs to</translation>
    </message>
    <message>
        <source>un autre nom, puis Entrée</source>
        <translation>another name, then Return</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Autres noms</source>
        <translation>Other names</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Confirmer</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Dans tous les articles, %n nom sera proposé avec cette valeur. Ce qui est déjà accepté ne change pas&#x202f;; Ctrl+Z reprend tout.|Dans tous les articles, %n noms seront proposés avec cette valeur. Ce qui est déjà accepté ne change pas&#x202f;; Ctrl+Z reprend tout.</source>
        <translation>In all articles, %n name will be suggested with this value. What was accepted does not change; Ctrl+Z takes all of it back.|In all articles, %n names will be suggested with this value. What was accepted does not change; Ctrl+Z takes all of it back.</translation>
    </message>
    <message>
        <source>Les passages qui avaient l’ancien nom pour valeur suivront&#x202f;; leur nombre est montré d’abord.</source>
        <translation>The spans that had the former name as their value will follow; their number is shown first.</translation>
    </message>
    <message>
        <source>Registre des acteurs</source>
        <translation>Registry of actors</translation>
    </message>
    <message>
        <source>Chercher un nom, un genre, un État</source>
        <translation>Look for a name, a kind, a state</translation>
    </message>
    <message>
        <source>Chercher dans le registre</source>
        <translation>Look in the registry</translation>
    </message>
    <message>
        <source>Corriger…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Réunir…</source>
        <translation>Merge…</translation>
    </message>
    <message>
        <source>Choisissez deux lignes ou plus (Maj + ↓, Ctrl + clic) de la même étiquette.</source>
        <translation>Choose two rows or more (Shift + ↓, Ctrl + click) of the same label.</translation>
    </message>
    <message>
        <source>Importer…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Aucun acteur ne porte ces mots.</source>
        <translation>No actor holds these words.</translation>
    </message>
    <message>
        <source>Aucun acteur confirmé pour l’instant. Sur un passage, la touche {key} confirme un acteur pour tous les articles&#x202f;; un tableau s’importe aussi.</source>
        <translation>No actor confirmed so far. On a span, the key {key} confirms an actor for all articles; a table can be brought in too.</translation>
    </message>
    <message>
        <source>%n acteur|%n acteurs</source>
        <translation>%n actor|%n actors</translation>
    </message>
    <message>
        <source>{shown} sur {everything}</source>
        <translation>{shown} of {everything}</translation>
    </message>
    <message>
        <source>Ouvrir un projet</source>
        <translation>Open a project</translation>
    </message>
    <message>
        <source>«&#x202f;Enregistrer…&#x202f;» écrit chaque phrase avec sa place.</source>
        <translation>“Save…” writes each sentence with its place.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>import.txt</source>
        <translation>import.txt</translation>
    </message>
    <message>
        <source>Dossier d’une chaîne spaCy</source>
        <translation>Folder of a spaCy pipeline</translation>
    </message>
    <message>
        <source>Impossible</source>
        <translation>Not possible</translation>
    </message>
    <message>
        <source>{folder} n’est pas une chaîne spaCy&#x202f;: config.cfg n’y est pas.</source>
        <translation>{folder} is not a spaCy pipeline: it has no config.cfg.</translation>
    </message>
    <message>
        <source>Importer des acteurs</source>
        <translation>Import actors</translation>
    </message>
    <message>
        <source>Tableaux (*.tsv *.txt)</source>
        <translation>Tables (*.tsv *.txt)</translation>
    </message>
    <message>
        <source>Exporter les acteurs</source>
        <translation>Export the actors</translation>
    </message>
    <message>
        <source>Tableaux (*.tsv)</source>
        <translation>Tables (*.tsv)</translation>
    </message>
    <message>
        <source>Annoter l’actualité internationale en français. Licence MIT.</source>
        <translation>Annotate international news in French. MIT licence.</translation>
    </message>
    <message>
        <source>Journal et rapports d’erreur&#x202f;: {folder}</source>
        <translation>Log and error reports: {folder}</translation>
    </message>
    <message>
        <source>Attributs de «&#x202f;{words}&#x202f;»</source>
        <translation>Attributes of “{words}”</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Changer les touches</source>
        <translation>Change the keys</translation>
    </message>
    <message>
        <source>Chercher une action ou une touche</source>
        <translation>Search for an action or a key</translation>
    </message>
    <message>
        <source>Touches de l’action</source>
        <translation>Keys of the action</translation>
    </message>
    <message>
        <source>Enlever la touche</source>
        <translation>Remove the key</translation>
    </message>
    <message>
        <source>Remettre par défaut</source>
        <translation>Back to default</translation>
    </message>
    <message>
        <source>Prendre cette touche</source>
        <translation>Take this key</translation>
    </message>
    <message>
        <source>La laisser</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Tout remettre par défaut</source>
        <translation>All back to default</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Étiquettes</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>changée par vous</source>
        <translation>changed by you</translation>
    </message>
    <message>
        <source>Appuyez sur la nouvelle touche. Échap&#x202f;: n’en pas changer.</source>
        <translation>Press the new key. Esc: leave it as it is.</translation>
    </message>
    <message>
        <source>Vaut dans toute la fenêtre.</source>
        <translation>Works in the whole window.</translation>
    </message>
    <message>
        <source>Vaut dans l’article et la liste.</source>
        <translation>Works in the article and the list.</translation>
    </message>
    <message>
        <source>⚠ Plus aucune touche&#x202f;: «&#x202f;Remettre par défaut&#x202f;» lui rend {keys}.</source>
        <translation>⚠ No key any more: “Put back the default” gives it {keys} again.</translation>
    </message>
    <message>
        <source>{key} sert déjà à «&#x202f;{words}&#x202f;», dans toute la fenêtre.</source>
        <translation>{key} already does “{words}”, in the whole window.</translation>
    </message>
    <message>
        <source>{key} sert déjà à «&#x202f;{words}&#x202f;», dans l’article et la liste.</source>
        <translation>{key} already does “{words}”, in the article and the list.</translation>
    </message>
    <message>
        <source>Cette action n’aurait plus de touche, seulement son entrée de menu.</source>
        <translation>That action would have no key any more, only its menu entry.</translation>
    </message>
    <message>
        <source>{key} ouvre le menu «&#x202f;{menu}&#x202f;».</source>
        <translation>{key} opens the menu “{menu}”.</translation>
    </message>
    <message>
        <source>Articles témoins</source>
        <translation>Control articles</translation>
    </message>
    <message>
        <source>Une part des articles, tirée au sort d’après leur texte, se montre sans aucune suggestion. Les statistiques comparent le travail avec et sans aide. Un article déjà ouvert reste ce qu’il était.</source>
        <translation>A share of the articles, drawn by their text, is shown without any suggestion. Statistics compare the work with help and without. An article opened before stays what it was.</translation>
    </message>
    <message>
        <source>Part des témoins</source>
        <translation>Share of control articles</translation>
    </message>
    <message>
        <source>À présent&#x202f;: {drawn} sur {all}&#x202f;; {begun}, dont {done}.</source>
        <translation>At present: {drawn} of {all}; {begun}, of them {done}.</translation>
    </message>
    <message>
        <source>%n ouvert sans suggestions|%n ouverts sans suggestions</source>
        <translation>%n opened without suggestions|%n opened without suggestions</translation>
    </message>
    <message>
        <source>%n terminé|%n terminés</source>
        <translation>%n finished|%n finished</translation>
    </message>
    <message>
        <source>Appliquer</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>sûres à {share} ou plus</source>
        <translation>{share} sure or more</translation>
    </message>
    <message>
        <source>score d’au moins {share}</source>
        <translation>score of at least {share}</translation>
    </message>
    <message>
        <source>Recherche…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Où chercher</source>
        <translation>Where to look</translation>
    </message>
    <message>
        <source>dans cet article</source>
        <translation>in this article</translation>
    </message>
    <message>
        <source>dans tout le projet</source>
        <translation>in the whole project</translation>
    </message>
    <message>
        <source>Accepter %n suggestion ({which})&#x202f;?|Accepter %n suggestions ({which})&#x202f;?</source>
        <translation>Accept %n suggestion ({which})?|Accept %n suggestions ({which})?</translation>
    </message>
    <message>
        <source>Aucune suggestion n’attend ({which}).</source>
        <translation>No suggestion is waiting ({which}).</translation>
    </message>
    <message>
        <source>{share}&#xa0;%</source>
        <translation>{share}%</translation>
    </message>
    <message>
        <source>Score d’au moins</source>
        <translation>Score of at least</translation>
    </message>
    <message>
        <source>Date de publication</source>
        <translation>Publication date</translation>
    </message>
    <message>
        <source>Jour, mois ou année&#x202f;: 2025-07-13, 13/7/2025, 2025-07 ou 2025. Vide&#x202f;: inconnue.
Les dates relatives qui attendent seront calculées à nouveau.</source>
        <translation>Day, month or year: 2025-07-13, 13/7/2025, 2025-07 or 2025. Empty: unknown.
Relative dates that still wait will be worked out again.</translation>
    </message>
    <message>
        <source>Ce n’est pas encore une date.</source>
        <translation>This is not a date yet.</translation>
    </message>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Tout cocher ou décocher</source>
        <translation>Tick or untick all</translation>
    </message>
    <message>
        <source>Voir dans l’article</source>
        <translation>Show in the article</translation>
    </message>
    <message>
        <source>Endroits où sont ces mots</source>
        <translation>Places where these words are</translation>
    </message>
    <message>
        <source>%n endroit coché {where}|%n endroits cochés {where}</source>
        <translation>%n place ticked {where}|%n places ticked {where}</translation>
    </message>
    <message>
        <source>%n mis à part|%n mis à part</source>
        <translation>%n set apart|%n set apart</translation>
    </message>
    <message>
        <source>Ces mots ne sont nulle part ailleurs.</source>
        <translation>These words are nowhere else.</translation>
    </message>
    <message>
        <source>Rejeter ({times})</source>
        <translation>Reject ({times})</translation>
    </message>
    <message>
        <source>Étiqueter ({times})</source>
        <translation>Label ({times})</translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Parcourir…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>Le projet n’a pas encore d’article à exporter.</source>
        <translation>The project has no article to export yet.</translation>
    </message>
    <message>
        <source>Indiquez le dossier de l’export.</source>
        <translation>Say which folder to export to.</translation>
    </message>
    <message>
        <source>Dossier de l’export</source>
        <translation>Folder of the export</translation>
    </message>
    <message>
        <source>Partiront&#x202f;: {what}.</source>
        <translation>Would go out: {what}.</translation>
    </message>
    <message>
        <source>Essai arrêté&#x202f;; l’export lui-même dira tout dans son reçu.</source>
        <translation>Trial stopped; the export itself will say all in its receipt.</translation>
    </message>
    <message>
        <source>Essai de l’export…</source>
        <translation>Trying the export…</translation>
    </message>
    <message>
        <source>Rien ne partirait&#x202f;: aucun article ne répond à ce choix.</source>
        <translation>Nothing would go out: no article meets this choice.</translation>
    </message>
    <message>
        <source>les vrais noms</source>
        <translation>the real names</translation>
    </message>
    <message>
        <source>d’autres noms pour les personnes</source>
        <translation>other names for persons</translation>
    </message>
    <message>
        <source>d’autres noms pour tous les acteurs</source>
        <translation>other names for all actors</translation>
    </message>
    <message>
        <source>Noms</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>Choisir plus finement…</source>
        <translation>Choose more finely…</translation>
    </message>
    <message>
        <source>Articles&#x202f;: {state}</source>
        <translation>Articles: {state}</translation>
    </message>
    <message>
        <source>Cochez un état d’article au moins.</source>
        <translation>Tick at least one state of articles.</translation>
    </message>
    <message>
        <source>terminés</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>commencés</source>
        <translation>begun</translation>
    </message>
    <message>
        <source>signalés</source>
        <translation>flagged</translation>
    </message>
    <message>
        <source>passés</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>Annotateurs</source>
        <translation>Annotators</translation>
    </message>
    <message>
        <source>2025, 2025-07 ou 2025-07-13</source>
        <translation>2025, 2025-07 or 2025-07-13</translation>
    </message>
    <message>
        <source>avec ceux de date inconnue</source>
        <translation>with those of unknown date</translation>
    </message>
    <message>
        <source>Sans dates&#x202f;: eux seuls.</source>
        <translation>Without dates: those only.</translation>
    </message>
    <message>
        <source>tous les récits</source>
        <translation>all stories</translation>
    </message>
    <message>
        <source>sans condition</source>
        <translation>no condition</translation>
    </message>
    <message>
        <source>leurs passages communs</source>
        <translation>the spans they share</translation>
    </message>
    <message>
        <source>Accord d’au moins</source>
        <translation>Agreement of at least</translation>
    </message>
    <message>
        <source>F1 exact des deux annotateurs qui s’accordent le moins, de 0 à 1</source>
        <translation>Exact F1 of the two annotators who agree least, from 0 to 1</translation>
    </message>
    <message>
        <source>avec ou sans suggestions</source>
        <translation>with or without suggestions</translation>
    </message>
    <message>
        <source>annotés avec suggestions</source>
        <translation>annotated with suggestions</translation>
    </message>
    <message>
        <source>témoins, annotés sans</source>
        <translation>blind controls, annotated without</translation>
    </message>
    <message>
        <source>Publiés depuis</source>
        <translation>Published since</translation>
    </message>
    <message>
        <source>Jusqu’à</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Récit</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>Accord entre annotateurs</source>
        <translation>Agreement of annotators</translation>
    </message>
    <message>
        <source>Aucun récit n’est raconté par deux articles.</source>
        <translation>No story is told by two articles.</translation>
    </message>
    <message>
        <source>Cochez une étiquette au moins.</source>
        <translation>Tick at least one label.</translation>
    </message>
    <message>
        <source>Cochez un annotateur au moins.</source>
        <translation>Tick at least one annotator.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Dépêche le reprend sans rien perdre&#x202f;; tout programme qui lit du JSON le comprend.</source>
        <translation>Dépêche takes it back without loss; any program that reads JSON understands it.</translation>
    </message>
    <message>
        <source>Pour qui entraîne spaCy avec ses propres réglages.</source>
        <translation>For whoever trains spaCy with settings of their own.</translation>
    </message>
    <message>
        <source>«&#x202f;spacy train&#x202f;» et «&#x202f;spacy evaluate&#x202f;» y marchent tels quels&#x202f;; «&#x202f;depeche model add&#x202f;» reprend le modèle.</source>
        <translation>“spacy train” and “spacy evaluate” run there as they are; “depeche model add” takes the model back.</translation>
    </message>
    <message>
        <source>Pour des scripts qui lisent un texte et ses entités.</source>
        <translation>For scripts that read a text and its entities.</translation>
    </message>
    <message>
        <source>Prodigy le charge par «&#x202f;db-in&#x202f;» ou comme source d’une recette.</source>
        <translation>Prodigy loads it by “db-in” or as a recipe’s source.</translation>
    </message>
    <message>
        <source>doccano le charge dans un projet «&#x202f;Sequence Labeling&#x202f;».</source>
        <translation>doccano loads it into a “Sequence Labeling” project.</translation>
    </message>
    <message>
        <source>Label Studio l’importe&#x202f;; le travail fait y est une annotation.</source>
        <translation>Label Studio imports it; work that is done is an annotation there.</translation>
    </message>
    <message>
        <source>brat l’ouvre tel quel&#x202f;; bien des outils de recherche le lisent.</source>
        <translation>brat opens it as it is; many research tools read it.</translation>
    </message>
    <message>
        <source>Pour qui entraîne ou évalue avec Flair, seqeval ou un autre outil IOB2.</source>
        <translation>For whoever trains or evaluates with Flair, seqeval or another IOB2 tool.</translation>
    </message>
    <message>
        <source>«&#x202f;datasets&#x202f;» le charge avec ses étiquettes&#x202f;; prêt à publier avec sa fiche.</source>
        <translation>“datasets” loads it with its labels; ready to publish with its card.</translation>
    </message>
    <message>
        <source>INCEpTION et les chaînes UIMA l’ouvrent, phrases et mots compris.</source>
        <translation>INCEpTION and UIMA pipelines open it, sentences and words included.</translation>
    </message>
    <message>
        <source>Pour Excel ou LibreOffice&#x202f;: aucune cellule n’est prise pour une formule.</source>
        <translation>For Excel or LibreOffice: no cell is taken for a formula.</translation>
    </message>
    <message>
        <source>Pour R ou pandas&#x202f;: les textes exactement comme ils sont.</source>
        <translation>For R or pandas: the texts exactly as they are.</translation>
    </message>
    <message>
        <source>Excel l’ouvre d’un double-clic, avec une feuille par sorte de lignes.</source>
        <translation>Excel opens it by a double click, a sheet for each sort of rows.</translation>
    </message>
    <message>
        <source>Pour des éditeurs et archives d’annotations sur le Web, comme Recogito.</source>
        <translation>For editors and archives of annotations on the Web, such as Recogito.</translation>
    </message>
    <message>
        <source>IRaMuTeQ en fait de la lexicométrie&#x202f;; les passages n’y sont pas.</source>
        <translation>IRaMuTeQ does lexicometry with it; spans aren’t in it.</translation>
    </message>
    <message>
        <source>Tout garder</source>
        <translation>Keep everything</translation>
    </message>
    <message>
        <source>Entraîner et évaluer</source>
        <translation>Train and evaluate</translation>
    </message>
    <message>
        <source>Annoter ailleurs</source>
        <translation>Annotate elsewhere</translation>
    </message>
    <message>
        <source>Lire et compter</source>
        <translation>Read and count</translation>
    </message>
    <message>
        <source>Premier article, tel qu’il sera écrit</source>
        <translation>First article, as it will be written</translation>
    </message>
    <message>
        <source>Ce qui part, ce qui n’y sera pas</source>
        <translation>What goes out, what won’t be there</translation>
    </message>
    <message>
        <source>Aucun article à montrer.</source>
        <translation>No article to show.</translation>
    </message>
    <message>
        <source>%n suggestion en attente|%n suggestions en attente</source>
        <translation>%n pending suggestion|%n pending suggestions</translation>
    </message>
    <message>
        <source>Dans le projet = dans les fichiers + hors du choix + sans place dans ce format&#x202f;:</source>
        <translation>In the project = in the files + not chosen + without a place in this format:</translation>
    </message>
    <message>
        <source>Suggestions refusées</source>
        <translation>Refused suggestions</translation>
    </message>
    <message>
        <source>Suggestions en attente</source>
        <translation>Pending suggestions</translation>
    </message>
    <message>
        <source>{what}&#x202f;: {all} = {sum}</source>
        <translation>{what}: {all} = {sum}</translation>
    </message>
    <message>
        <source>Ce que ce format ne tient pas&#x202f;:</source>
        <translation>What this format can’t hold:</translation>
    </message>
    <message>
        <source>Ce format tient tout de ces articles.</source>
        <translation>This format holds all of these articles.</translation>
    </message>
    <message>
        <source>Ce format sert à entraîner&#x202f;: les suggestions que personne n’a acceptées n’y sont pas.</source>
        <translation>This format is to train on: suggestions that nobody accepted aren’t in it.</translation>
    </message>
    <message>
        <source>%n article terminé n’a aucun passage&#x202f;: il part comme exemple négatif.|%n articles terminés n’ont aucun passage&#x202f;: ils partent comme exemples négatifs.</source>
        <translation>%n finished article has no span: it goes out as a negative example.|%n finished articles have no span: they go out as negative examples.</translation>
    </message>
    <message>
        <source>Partage des articles&#x202f;: {sides}.</source>
        <translation>Articles split: {sides}.</translation>
    </message>
    <message>
        <source>Licences&#x202f;: {licences}.</source>
        <translation>Licences: {licences}.</translation>
    </message>
    <message>
        <source>et %n autre|et %n autres</source>
        <translation>and %n more|and %n more</translation>
    </message>
    <message>
        <source>Fichiers&#x202f;: {files}, RECEIPT.md, RECEIPT.json.</source>
        <translation>Files: {files}, RECEIPT.md, RECEIPT.json.</translation>
    </message>
    <message>
        <source>Ce dossier sera créé.</source>
        <translation>This folder will be made.</translation>
    </message>
    <message>
        <source>L’export précédent ({articles}, {files}) sera remplacé.</source>
        <translation>The earlier export ({articles}, {files}) will be replaced.</translation>
    </message>
    <message>
        <source>Les exports dans d’autres formats y restent ({formats}).</source>
        <translation>Exports in other formats stay there ({formats}).</translation>
    </message>
    <message>
        <source>Ce que ce dossier contient y reste.</source>
        <translation>What this folder holds stays there.</translation>
    </message>
    <message>
        <source>Ce dossier est vide.</source>
        <translation>This folder is empty.</translation>
    </message>
    <message>
        <source>{article} {start}–{end} «&#x202f;{words}&#x202f;»&#x202f;: {why}</source>
        <translation>{article} {start}–{end} “{words}”: {why}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Exporté&#x202f;: {what}.</source>
        <translation>Exported: {what}.</translation>
    </message>
    <message>
        <source>Ce qui est parti, ce qui n’y est pas</source>
        <translation>What went out, what isn’t there</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Pour le refaire</source>
        <translation>To make it again</translation>
    </message>
    <message>
        <source>Copier la commande</source>
        <translation>Copy the command</translation>
    </message>
    <message>
        <source>Copier</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Rechercher dans le projet</source>
        <translation>Search the project</translation>
    </message>
    <message>
        <source>Ce qui est trouvé</source>
        <translation>What is found</translation>
    </message>
    <message>
        <source>Tout cocher</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>Rien ne correspond à cette recherche.</source>
        <translation>Nothing matches this search.</translation>
    </message>
    <message>
        <source>Recherche en cours…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>%n ligne lue|%n lignes lues</source>
        <translation>%n line read|%n lines read</translation>
    </message>
    <message>
        <source>sur {total} passages</source>
        <translation>of {total} spans</translation>
    </message>
    <message>
        <source>triées parmi les {total} premières</source>
        <translation>sorted among the first {total}</translation>
    </message>
    <message>
        <source>%n cochée&#x202f;: {keys}|%n cochées&#x202f;: {keys}</source>
        <translation>%n ticked: {keys}|%n ticked: {keys}</translation>
    </message>
    <message>
        <source>Rien à étiqueter là&#x202f;: déjà décidé, ou pris dans un autre passage.</source>
        <translation>Nothing to label there: already decided, or part of another span.</translation>
    </message>
    <message>
        <source>%n passage {where} deviendra&#x202f;: {label}.|%n passages {where} deviendront&#x202f;: {label}.</source>
        <translation>%n span {where} will become: {label}.|%n spans {where} will become: {label}.</translation>
    </message>
    <message>
        <source>Étiqueter&#x202f;: {label}</source>
        <translation>Label: {label}</translation>
    </message>
    <message>
        <source>{act}. {key} l’annule.</source>
        <translation>{act}. {key} undoes it.</translation>
    </message>
    <message>
        <source>Tapez un mot&#x202f;: accents, majuscules et apostrophes ne comptent pas. Entre guillemets, des mots qui se suivent&#x202f;; «&#x202f;début*&#x202f;», le début d’un mot. Sans mot, choisissez des passages ou une valeur.</source>
        <translation>Type a word: accents, capitals and apostrophes don’t count. Between quotation marks, words that follow each other; “begin*”, the beginning of a word. Without a word, choose spans or a value.</translation>
    </message>
    <message>
        <source>Mots, «&#x202f;mots qui se suivent&#x202f;», début*</source>
        <translation>Words, “words in a row”, begin*</translation>
    </message>
    <message>
        <source>Mots à chercher</source>
        <translation>Words to search for</translation>
    </message>
    <message>
        <source>Dans les textes</source>
        <translation>In the texts</translation>
    </message>
    <message>
        <source>Passages&#x202f;: {name}</source>
        <translation>Spans: {name}</translation>
    </message>
    <message>
        <source>Tous les passages</source>
        <translation>All spans</translation>
    </message>
    <message>
        <source>Valeur&#x202f;: &gt; 10&#x202f;000 soldats, un acteur</source>
        <translation>Value: &gt; 10,000 soldats, an actor</translation>
    </message>
    <message>
        <source>Valeur des passages</source>
        <translation>Value of the spans</translation>
    </message>
    <message>
        <source>Qui propose les passages</source>
        <translation>Who proposes the spans</translation>
    </message>
    <message>
        <source>Proposés par tous</source>
        <translation>Proposed by anyone</translation>
    </message>
    <message>
        <source>Source des articles</source>
        <translation>Source of the articles</translation>
    </message>
    <message>
        <source>État des articles</source>
        <translation>State of the articles</translation>
    </message>
    <message>
        <source>Tous les états</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>Depuis 2025-07</source>
        <translation>Since 2025-07</translation>
    </message>
    <message>
        <source>Jusqu’au 2025-07-13</source>
        <translation>Until 2025-07-13</translation>
    </message>
    <message>
        <source>Publiés jusqu’à</source>
        <translation>Published until</translation>
    </message>
    <message>
        <source>Mes passages</source>
        <translation>My spans</translation>
    </message>
    <message>
        <source>Toute source</source>
        <translation>Any source</translation>
    </message>
    <message>
        <source>Avant</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Trouvé</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Après</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Trier par les mots d’avant (Ctrl+←)</source>
        <translation>Sort by the words before (Ctrl+←)</translation>
    </message>
    <message>
        <source>Trier par les mots trouvés (Ctrl+↑)</source>
        <translation>Sort by the words found (Ctrl+↑)</translation>
    </message>
    <message>
        <source>Trier par les mots d’après (Ctrl+→)</source>
        <translation>Sort by the words after (Ctrl+→)</translation>
    </message>
    <message>
        <source>Dans l’ordre du projet (Ctrl+↓)</source>
        <translation>In the order of the project (Ctrl+↓)</translation>
    </message>
    <message>
        <source>Lignes trouvées</source>
        <translation>Lines found</translation>
    </message>
    <message>
        <source>Constats, le plus grave en haut</source>
        <translation>Findings, the worst on top</translation>
    </message>
    <message>
        <source>Constat</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Fix</translation>
    </message>
    <message>
        <source>n° {number}</source>
        <translation>no. {number}</translation>
    </message>
    <message>
        <source>supprimer</source>
        <translation>remove</translation>
    </message>
    <message>
        <source>étiqueter&#x202f;: {value}</source>
        <translation>label: {value}</translation>
    </message>
    <message>
        <source>étiquette&#x202f;: {label}</source>
        <translation>label: {label}</translation>
    </message>
    <message>
        <source>genre&#x202f;: {kind}</source>
        <translation>kind: {kind}</translation>
    </message>
    <message>
        <source>sans valeur</source>
        <translation>no value</translation>
    </message>
    <message>
        <source>Travail rendu</source>
        <translation>Returned work</translation>
    </message>
    <message>
        <source>%n article terminé sur {articles}|%n articles terminés sur {articles}</source>
        <translation>%n article of {articles} done|%n articles of {articles} done</translation>
    </message>
    <message>
        <source>Travail de {name}&#x202f;: {done}</source>
        <translation>Work by {name}: {done}</translation>
    </message>
    <message>
        <source>Le fichier est abîmé, son contenu n’est pas sûr. Demandez-le de nouveau.</source>
        <translation>The file is damaged, what it holds can’t be relied on. Ask for it again.</translation>
    </message>
    <message>
        <source>Le fichier est entier, tel qu’il a été écrit.</source>
        <translation>The file is whole, as it was written.</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Réunir les travaux rendus dans le projet viendra avec une prochaine version de Dépêche.</source>
        <translation>Merging returned work into the project will come with a later version of Dépêche.</translation>
    </message>
    <message>
        <source>Gardez ce fichier en attendant le bon.</source>
        <translation>Keep this file until you have a good one.</translation>
    </message>
    <message>
        <source>Gardez ce fichier&#x202f;: il contient tout ce qu’il faudra.</source>
        <translation>Keep this file: it holds all that will be needed.</translation>
    </message>
    <message>
        <source>Historique</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Ce que l’acte a fait</source>
        <translation>What the act did</translation>
    </message>
    <message>
        <source>Revenir ici</source>
        <translation>Go back here</translation>
    </message>
    <message>
        <source>Actes, le dernier en haut</source>
        <translation>Acts, the last on top</translation>
    </message>
    <message>
        <source>%n acte|%n actes</source>
        <translation>%n act|%n acts</translation>
    </message>
    <message>
        <source>%n à rétablir|%n à rétablir</source>
        <translation>%n to redo|%n to redo</translation>
    </message>
    <message>
        <source>Rétablir jusqu’ici</source>
        <translation>Redo up to here</translation>
    </message>
    <message>
        <source>… et {more} de plus</source>
        <translation>… and {more} more</translation>
    </message>
    <message>
        <source>À cet endroit</source>
        <translation>In this place</translation>
    </message>
    <message>
        <source>Déjà décidé, ou pris dans autre chose</source>
        <translation>Decided already, or part of something else</translation>
    </message>
    <message>
        <source>Importer des articles</source>
        <translation>Import articles</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Aperçu</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Ajouter des fichiers…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>Ajouter un dossier…</source>
        <translation>Add a folder…</translation>
    </message>
    <message>
        <source>ou déposez-les ici</source>
        <translation>or drop them here</translation>
    </message>
    <message>
        <source>selon leur statut&#x202f;; sinon des suggestions</source>
        <translation>by their status; else suggestions</translation>
    </message>
    <message>
        <source>des suggestions à vérifier</source>
        <translation>suggestions to be checked</translation>
    </message>
    <message>
        <source>des passages acceptés</source>
        <translation>accepted spans</translation>
    </message>
    <message>
        <source>pour les passages qui n’en nomment aucun</source>
        <translation>for spans that name none</translation>
    </message>
    <message>
        <source>pour les textes qui n’en disent aucune</source>
        <translation>for texts that state none</translation>
    </message>
    <message>
        <source>pour les articles qui n’en disent aucune</source>
        <translation>for articles that state none</translation>
    </message>
    <message>
        <source>Passages reçus</source>
        <translation>Incoming spans</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Montrer</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Tout regarder</source>
        <translation>Look at everything</translation>
    </message>
    <message>
        <source>Importer</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Tous les formats ({suffixes})</source>
        <translation>All formats ({suffixes})</translation>
    </message>
    <message>
        <source>Tous les fichiers (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Ajouter des fichiers</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>Ajouter un dossier</source>
        <translation>Add a folder</translation>
    </message>
    <message>
        <source>Lecture des fichiers…</source>
        <translation>Reading the files…</translation>
    </message>
    <message>
        <source>Rien n’est choisi.</source>
        <translation>Nothing is chosen.</translation>
    </message>
    <message>
        <source>Aperçu arrêté&#x202f;: l’import prendra tout ce qui est choisi.</source>
        <translation>Preview stopped: the import will take everything that is chosen.</translation>
    </message>
    <message>
        <source>%n article vu|%n articles vus</source>
        <translation>%n article seen|%n articles seen</translation>
    </message>
    <message>
        <source>%n refus prévu|%n refus prévus</source>
        <translation>%n refusal foreseen|%n refusals foreseen</translation>
    </message>
    <message>
        <source>%n fichier regardé sur {files}, l’import les prend tous|%n fichiers regardés sur {files}, l’import les prend tous</source>
        <translation>%n file of {files} looked at, the import takes them all|%n files of {files} looked at, the import takes them all</translation>
    </message>
    <message>
        <source>les longs fichiers ne sont regardés qu’au début, l’import les prend entiers</source>
        <translation>only the beginning of long files is looked at, the import takes all of them</translation>
    </message>
    <message>
        <source>Étiquettes du fichier</source>
        <translation>The file’s labels</translation>
    </message>
    <message>
        <source>Dans le fichier</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>Exemple</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>Devient</source>
        <translation>Becomes</translation>
    </message>
    <message>
        <source>Ne pas reprendre celles qui restent</source>
        <translation>Leave out the remaining ones</translation>
    </message>
    <message>
        <source>Étiquettes que le projet n’a pas. Ce qui est choisi ici est retenu pour la prochaine fois.</source>
        <translation>Labels that the project lacks. What is chosen here is remembered for the next time.</translation>
    </message>
    <message>
        <source>Tout n’a pas été regardé&#x202f;: un article qui en a d’autres encore sera refusé, et nommé.</source>
        <translation>Not everything was looked at: an article that has still others will be refused, and named.</translation>
    </message>
    <message>
        <source>«&#x202f;Tout regarder&#x202f;» les trouve.</source>
        <translation>“Look at everything” finds them.</translation>
    </message>
    <message>
        <source>Ce que devient «&#x202f;{label}&#x202f;»</source>
        <translation>What “{label}” becomes</translation>
    </message>
    <message>
        <source>à choisir</source>
        <translation>to be chosen</translation>
    </message>
    <message>
        <source>ne pas reprendre</source>
        <translation>leave out</translation>
    </message>
    <message>
        <source>{label}&#x202f;: {kind}</source>
        <translation>{label}: {kind}</translation>
    </message>
    <message>
        <source>À importer</source>
        <translation>To import</translation>
    </message>
    <message>
        <source>Contenu</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source> (supposé)</source>
        <translation> (supposed)</translation>
    </message>
    <message>
        <source>pas regardé</source>
        <translation>not looked at</translation>
    </message>
    <message>
        <source>rien de lisible</source>
        <translation>nothing readable</translation>
    </message>
    <message>
        <source>%n refusé|%n refusés</source>
        <translation>%n refused|%n refused</translation>
    </message>
    <message>
        <source>Rien à régler pour ces fichiers.</source>
        <translation>Nothing to settle for these files.</translation>
    </message>
    <message>
        <source>Encodage</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>L’échantillon se lit bien</source>
        <translation>The sample reads well</translation>
    </message>
    <message>
        <source>Réparer les caractères abîmés</source>
        <translation>Repair damaged characters</translation>
    </message>
    <message>
        <source>Échantillon</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>Tel quel</source>
        <translation>As it is</translation>
    </message>
    <message>
        <source>Réparé</source>
        <translation>Repaired</translation>
    </message>
    <message>
        <source>Colonnes</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Colonne</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Dans le premier article</source>
        <translation>In the first article</translation>
    </message>
    <message>
        <source>selon son nom</source>
        <translation>by its name</translation>
    </message>
    <message>
        <source>Ce que devient la colonne «&#x202f;{name}&#x202f;»</source>
        <translation>What the column “{name}” becomes</translation>
    </message>
    <message>
        <source>gardée à part</source>
        <translation>kept apart</translation>
    </message>
    <message>
        <source>le texte</source>
        <translation>the text</translation>
    </message>
    <message>
        <source>le titre</source>
        <translation>the title</translation>
    </message>
    <message>
        <source>la date</source>
        <translation>the date</translation>
    </message>
    <message>
        <source>la source</source>
        <translation>the source</translation>
    </message>
    <message>
        <source>l’adresse</source>
        <translation>the address</translation>
    </message>
    <message>
        <source>l’auteur</source>
        <translation>the author</translation>
    </message>
    <message>
        <source>l’identifiant</source>
        <translation>the identifier</translation>
    </message>
    <message>
        <source>selon sa longueur&#x202f;: {part}</source>
        <translation>by its length: {part}</translation>
    </message>
    <message>
        <source>selon son nom&#x202f;: {part}</source>
        <translation>by its name: {part}</translation>
    </message>
    <message>
        <source>marqué</source>
        <translation>marked</translation>
    </message>
    <message>
        <source>supposé</source>
        <translation>supposed</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>possible</translation>
    </message>
    <message>
        <source>Premier article</source>
        <translation>First article</translation>
    </message>
    <message>
        <source>Passages du premier article</source>
        <translation>Spans of the first article</translation>
    </message>
    <message>
        <source>Refus prévus</source>
        <translation>Refusals foreseen</translation>
    </message>
    <message>
        <source>annotateurs&#x202f;: {names}</source>
        <translation>annotators: {names}</translation>
    </message>
    <message>
        <source>statuts&#x202f;: {counts}</source>
        <translation>statuses: {counts}</translation>
    </message>
    <message>
        <source>Appuyez sur une touche…</source>
        <translation>Press a key…</translation>
    </message>
    <message>
        <source>Ajouter une touche…</source>
        <translation>Add a key…</translation>
    </message>
    <message>
        <source>Aperçu dans les deux thèmes</source>
        <translation>Preview in both themes</translation>
    </message>
    <message>
        <source>Contraste des lettres et du trait&#x202f;; il en faut 4,5</source>
        <translation>Contrast of letters and line; 4.5 is needed</translation>
    </message>
    <message>
        <source>clair</source>
        <translation>light</translation>
    </message>
    <message>
        <source>sombre</source>
        <translation>dark</translation>
    </message>
    <message>
        <source>{theme}&#x202f;: {ratio}</source>
        <translation>{theme}: {ratio}</translation>
    </message>
    <message>
        <source>Contraste du texte dans les deux thèmes&#x202f;; minimum 4,5</source>
        <translation>Contrast of the text in both themes; at least 4.5</translation>
    </message>
    <message>
        <source>Choisir…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>peut contenir d’autres passages ou en chevaucher</source>
        <translation>may hold or cross other spans</translation>
    </message>
    <message>
        <source>Nom technique</source>
        <translation>Technical name</translation>
    </message>
    <message>
        <source>Nom affiché</source>
        <translation>Name shown</translation>
    </message>
    <message>
        <source>choix</source>
        <translation>choice</translation>
    </message>
    <message>
        <source>oui ou non</source>
        <translation>yes or no</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Choix (a&#x202f;; b)</source>
        <translation>Choices (a; b)</translation>
    </message>
    <message>
        <source>Touche</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Couleur</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Valeur</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Attributs</source>
        <translation>Attributes</translation>
    </message>
    <message>
        <source>Consigne</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>Couleur de l’étiquette</source>
        <translation>Colour of the label</translation>
    </message>
    <message>
        <source>Réunir «&#x202f;{name}&#x202f;»</source>
        <translation>Merge “{name}”</translation>
    </message>
    <message>
        <source>Tout ce qui porte cette étiquette portera l’autre, dans tous les articles et pour tous&#x202f;: passages, suggestions, verdicts, acteurs, mémoire. Rien n’est fait avant «&#x202f;Appliquer…&#x202f;», qui compte d’abord.</source>
        <translation>All that has this label will have the other, in all articles and for everybody: spans, suggestions, verdicts, actors, memory. Nothing is done before “Apply…”, which counts first.</translation>
    </message>
    <message>
        <source>aucune&#x202f;: elle reste une étiquette</source>
        <translation>none: it stays a label</translation>
    </message>
    <message>
        <source>Réunir à</source>
        <translation>Merge into</translation>
    </message>
    <message>
        <source>Genre {kind}</source>
        <translation>Kind {kind}</translation>
    </message>
    <message>
        <source>Genre {kind} ({name})</source>
        <translation>Kind {kind} ({name})</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>tel quel, hors des genres</source>
        <translation>as it is, outside of the kinds</translation>
    </message>
    <message>
        <source>Apprentissage</source>
        <translation>Learning</translation>
    </message>
    <message>
        <source>Entraîner</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>Courbe</source>
        <translation>Curve</translation>
    </message>
    <message>
        <source>Erreurs</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>Confiance</source>
        <translation>Confidence</translation>
    </message>
    <message>
        <source>{name} (en usage)</source>
        <translation>{name} (in use)</translation>
    </message>
    <message>
        <source>Seuil sous lequel les suggestions sont cachées</source>
        <translation>Threshold below which suggestions are hidden</translation>
    </message>
    <message>
        <source>Montrer les cachées</source>
        <translation>Show hidden ones</translation>
    </message>
    <message>
        <source>Cacher sous</source>
        <translation>Hide below</translation>
    </message>
    <message>
        <source>{judged} de {articles}&#x202f;; scores calibrés sans l’article lui-même</source>
        <translation>{judged} of {articles}; scores calibrated without the article itself</translation>
    </message>
    <message>
        <source>Entraîner avec la courbe</source>
        <translation>Train with the curve</translation>
    </message>
    <message>
        <source>Douze entraînements de plus&#x202f;: un quart, la moitié, trois quarts, tous les articles.</source>
        <translation>Twelve more trainings: on a quarter, a half, three quarters, all of the articles.</translation>
    </message>
    <message>
        <source>Enregistrer JSON…</source>
        <translation>Save JSON…</translation>
    </message>
    <message>
        <source>Toutes les courbes</source>
        <translation>All curves</translation>
    </message>
    <message>
        <source>{label} — {promise}.</source>
        <translation>{label} — {promise}.</translation>
    </message>
    <message>
        <source>toutes les étiquettes</source>
        <translation>all labels</translation>
    </message>
    <message>
        <source>Données JSON (*.json)</source>
        <translation>JSON data (*.json)</translation>
    </message>
    <message>
        <source>Erreurs du modèle, par étiquette et sorte</source>
        <translation>Errors of the model, by label and sort</translation>
    </message>
    <message>
        <source>Juste</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Proposé</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Voir dans l’article (Entrée)</source>
        <translation>Show in the article (Enter)</translation>
    </message>
    <message>
        <source>%n erreur sur les articles d’épreuve|%n erreurs sur les articles d’épreuve</source>
        <translation>%n error on the test articles|%n errors on the test articles</translation>
    </message>
    <message>
        <source>Rien ici&#x202f;: entraînez un modèle, ses erreurs sur les articles d’épreuve se lisent alors.</source>
        <translation>Nothing here: train a model, and its errors on the test articles are to be read.</translation>
    </message>
    <message>
        <source>{label}, {what} ({number})</source>
        <translation>{label}, {what} ({number})</translation>
    </message>
    <message>
        <source>«&#x202f;…{words}…&#x202f;»</source>
        <translation>“…{words}…”</translation>
    </message>
    <message>
        <source>Juste&#x202f;: {should}. Proposé&#x202f;: {said}.</source>
        <translation>Right: {should}. Proposed: {said}.</translation>
    </message>
    <message>
        <source>Avancement de l’entraînement</source>
        <translation>Progress of the training</translation>
    </message>
    <message>
        <source>Annuler l’entraînement</source>
        <translation>Cancel the training</translation>
    </message>
    <message>
        <source>démarrage</source>
        <translation>starting</translation>
    </message>
    <message>
        <source>lecture des articles</source>
        <translation>reading articles</translation>
    </message>
    <message>
        <source>courbe d’apprentissage</source>
        <translation>learning curve</translation>
    </message>
    <message>
        <source>{part} sur {parts}</source>
        <translation>{part} of {parts}</translation>
    </message>
    <message>
        <source>pas {step} sur {steps}</source>
        <translation>step {step} of {steps}</translation>
    </message>
    <message>
        <source>perte {loss}</source>
        <translation>loss {loss}</translation>
    </message>
    <message>
        <source>F1 {score}</source>
        <translation>F1 {score}</translation>
    </message>
    <message>
        <source>encore {seconds} s</source>
        <translation>{seconds} s left</translation>
    </message>
    <message>
        <source>encore {minutes} min</source>
        <translation>{minutes} min left</translation>
    </message>
    <message>
        <source>Ce que valent les modèles sur les articles d’épreuve</source>
        <translation>What models are worth on the test articles</translation>
    </message>
    <message>
        <source>Précision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Rappel</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Intervalle à 95&#x202f;%</source>
        <translation>95% interval</translation>
    </message>
    <message>
        <source>F1 recoupant</source>
        <translation>Overlapping F1</translation>
    </message>
    <message>
        <source>Valeurs justes</source>
        <translation>Values right</translation>
    </message>
    <message>
        <source>Genres justes</source>
        <translation>Kinds right</translation>
    </message>
    <message>
        <source>Adopter</source>
        <translation>Adopt</translation>
    </message>
    <message>
        <source>Garder l’actuel</source>
        <translation>Keep the current one</translation>
    </message>
    <message>
        <source>Reprendre le précédent</source>
        <translation>Put the previous one back</translation>
    </message>
    <message>
        <source>Supprimer le modèle</source>
        <translation>Remove the model</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» reste en usage.</source>
        <translation>“{name}” stays in use.</translation>
    </message>
    <message>
        <source>Le modèle livré reste en usage.</source>
        <translation>The shipped model stays in use.</translation>
    </message>
    <message>
        <source>règles seules</source>
        <translation>rules alone</translation>
    </message>
    <message>
        <source>%n article terminé.|%n articles terminés.</source>
        <translation>%n article finished.|%n articles finished.</translation>
    </message>
    <message>
        <source>Ce modèle a été entraîné ailleurs&#x202f;: il n’a pas de rapport ici. Un entraînement le juge avec les autres.</source>
        <translation>This model was trained elsewhere: it has no report here. A training judges it with the others.</translation>
    </message>
    <message>
        <source>Aucun modèle encore&#x202f;: les règles et le modèle livré proposent.</source>
        <translation>No model yet: the rules and the shipped model propose.</translation>
    </message>
    <message>
        <source>{name} contre {today}&#x202f;: {gain} en points de F1 ({low} à {high}).</source>
        <translation>{name} against {today}: {gain} points of F1 ({low} to {high}).</translation>
    </message>
    <message>
        <source>{name} contre {today}&#x202f;: {gain} en points de F1.</source>
        <translation>{name} against {today}: {gain} points of F1.</translation>
    </message>
    <message>
        <source>Appris de {train} articles, choisi sur {dev}, éprouvé sur {test}&#x202f;; {shared} du texte de l’épreuve se lit aussi dans le reste.</source>
        <translation>Learned from {train} articles, chosen on {dev}, tested on {test}; {shared} of the test’s text is also found in the rest.</translation>
    </message>
    <message>
        <source>Départ du modèle livré.</source>
        <translation>Began from the shipped model.</translation>
    </message>
    <message>
        <source>Départ de zéro.</source>
        <translation>Began from nothing.</translation>
    </message>
    <message>
        <source>%n article sans passage sert de contre-exemple.|%n articles sans passage servent de contre-exemples.</source>
        <translation>%n article without spans serves as a counter-example.|%n articles without spans serve as counter-examples.</translation>
    </message>
    <message>
        <source>%n article non terminé est laissé de côté.|%n articles non terminés sont laissés de côté.</source>
        <translation>%n unfinished article is left out.|%n unfinished articles are left out.</translation>
    </message>
    <message>
        <source>%n passage est laissé de côté (mot coupé ou hors texte).|%n passages sont laissés de côté (mot coupé ou hors texte).</source>
        <translation>%n span is left out (cuts a word, or outside the text).|%n spans are left out (cut a word, or outside the text).</translation>
    </message>
    <message>
        <source>Entraîné en {seconds} s.</source>
        <translation>Trained in {seconds} s.</translation>
    </message>
    <message>
        <source>Dates à recalculer</source>
        <translation>Dates to resolve again</translation>
    </message>
    <message>
        <source>%n date confirmée ne convient plus à la date de publication.|%n dates confirmées ne conviennent plus à la date de publication.</source>
        <translation>%n confirmed date no longer fits the publication date.|%n confirmed dates no longer fit the publication date.</translation>
    </message>
    <message>
        <source>Dates confirmées</source>
        <translation>Confirmed dates</translation>
    </message>
    <message>
        <source>Valeur à présent</source>
        <translation>Value now</translation>
    </message>
    <message>
        <source>Serait</source>
        <translation>Would be</translation>
    </message>
    <message>
        <source>Recalculer</source>
        <translation>Resolve again</translation>
    </message>
    <message>
        <source>Laisser</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Cas limite</source>
        <translation>Borderline case</translation>
    </message>
    <message>
        <source>Entrée l’enregistre, Maj+Entrée passe à la ligne.</source>
        <translation>Return saves it, Shift+Return begins a new line.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Pourquoi le guide ne tranche pas ici, ce qui a été choisi…</source>
        <translation>Why the guide doesn’t settle it here, what was chosen…</translation>
    </message>
    <message>
        <source>Supprimer la note</source>
        <translation>Delete the note</translation>
    </message>
    <message>
        <source>{length} signes&#x202f;: il en faut {limit} au plus.</source>
        <translation>{length} characters: {limit} are allowed at most.</translation>
    </message>
    <message>
        <source>Chercher dans les notes, les passages, les titres</source>
        <translation>Search notes, spans, titles</translation>
    </message>
    <message>
        <source>Chercher dans les notes</source>
        <translation>Search the notes</translation>
    </message>
    <message>
        <source>Notes, dans l’ordre où elles ont été écrites</source>
        <translation>Notes, in the order in which they were written</translation>
    </message>
    <message>
        <source>De</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Voir (Entrée)</source>
        <translation>Show (Return)</translation>
    </message>
    <message>
        <source>Modifier (E)…</source>
        <translation>Edit (E)…</translation>
    </message>
    <message>
        <source>Supprimer (Suppr)</source>
        <translation>Delete (Del)</translation>
    </message>
    <message>
        <source>Exporter la page…</source>
        <translation>Export the page…</translation>
    </message>
    <message>
        <source>n° {number} · {title}</source>
        <translation>no. {number} · {title}</translation>
    </message>
    <message>
        <source>Aucune note ne contient ces mots.</source>
        <translation>No note holds these words.</translation>
    </message>
    <message>
        <source>Aucune note encore. Sur un passage que le guide ne tranche pas, {key} en écrit une.</source>
        <translation>No note yet. On a span that the guide doesn’t settle, {key} writes one.</translation>
    </message>
    <message>
        <source>Ouvrir un lot de travail</source>
        <translation>Open a work package</translation>
    </message>
    <message>
        <source>Lots de travail (*.depeche)</source>
        <translation>Work packages (*.depeche)</translation>
    </message>
    <message>
        <source>Ce lot est ouvert ici.</source>
        <translation>This package is open here.</translation>
    </message>
    <message>
        <source>rendu</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>Rendre le travail</source>
        <translation>Return the work</translation>
    </message>
    <message>
        <source>Travail rendu (*.depeche)</source>
        <translation>Returned work (*.depeche)</translation>
    </message>
    <message>
        <source>Terminés&#x202f;: {done} sur {articles}. Passages&#x202f;: {spans}.</source>
        <translation>Finished: {done} of {articles}. Spans: {spans}.</translation>
    </message>
    <message>
        <source>Fichier à envoyer&#x202f;: {path}</source>
        <translation>File to send: {path}</translation>
    </message>
    <message>
        <source>Vous pouvez continuer, et rendre le travail de nouveau.</source>
        <translation>You may go on, and return the work again.</translation>
    </message>
    <message>
        <source>Travail rendu&#x202f;: {name}.</source>
        <translation>Work returned: {name}.</translation>
    </message>
    <message>
        <source>Préférences</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>La langue changera au prochain démarrage de Dépêche.</source>
        <translation>The language will change when Dépêche is next started.</translation>
    </message>
    <message>
        <source>Thème</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Taille du texte</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Signes par ligne, environ</source>
        <translation>Characters in a line, about</translation>
    </message>
    <message>
        <source>Accepter les plus sûres, à partir de</source>
        <translation>Accept the surest, from</translation>
    </message>
    <message>
        <source>Radar de cohérence</source>
        <translation>Consistency radar</translation>
    </message>
    <message>
        <source>Voir (Entrée&#x202f;; Maj+Entrée y va)</source>
        <translation>Show (Enter; Shift+Enter goes there)</translation>
    </message>
    <message>
        <source>Corriger (C)</source>
        <translation>Mend (C)</translation>
    </message>
    <message>
        <source>Tout corriger (Maj+C)…</source>
        <translation>Mend all (Shift+C)…</translation>
    </message>
    <message>
        <source>C’est voulu (V)</source>
        <translation>Meant so (V)</translation>
    </message>
    <message>
        <source>%n constat, dont {mended} à corriger d’office|%n constats, dont {mended} à corriger d’office</source>
        <translation>%n finding, {mended} of which can be mended at once|%n findings, {mended} of which can be mended at once</translation>
    </message>
    <message>
        <source>{words} · vérification en cours…</source>
        <translation>{words} · checking…</translation>
    </message>
    <message>
        <source>Le radar parcourt les articles commencés…</source>
        <translation>The radar goes through the articles begun…</translation>
    </message>
    <message>
        <source>Arrêté&#x202f;: tout n’a pas été vérifié. Rouvrez le radar pour recommencer.</source>
        <translation>Stopped: not everything was checked. Open the radar again to start over.</translation>
    </message>
    <message>
        <source>Vérification en cours…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Rien ne se contredit dans les articles commencés. Le radar reste à l’écoute&#x202f;: ce qui s’annote est vérifié aussitôt.</source>
        <translation>Nothing contradicts itself in the articles begun. The radar keeps watching: what you mark is checked at once.</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;» — {sentence}</source>
        <translation>“{words}” — {sentence}</translation>
    </message>
    <message>
        <source>Tout corriger</source>
        <translation>Mend all</translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation>Mend</translation>
    </message>
    <message>
        <source>{what}&#x202f;: corriger %n passage {where}&#x202f;?|{what}&#x202f;: corriger %n passages {where}&#x202f;?</source>
        <translation>{what}: mend %n span {where}?|{what}: mend %n spans {where}?</translation>
    </message>
    <message>
        <source>{what}&#x202f;: rien ne peut être corrigé d’office.</source>
        <translation>{what}: nothing can be mended at once.</translation>
    </message>
    <message>
        <source>{label}, un oubli, par sa lettre</source>
        <translation>{label}, an oversight, by its letter</translation>
    </message>
    <message>
        <source>Étiqueter la sélection ou le passage</source>
        <translation>Label the selection or the span</translation>
    </message>
    <message>
        <source>Choisir une valeur de la liste «&#x202f;Sinon&#x202f;»</source>
        <translation>Choose a value from the list “Or else”</translation>
    </message>
    <message>
        <source>Souris</source>
        <translation>Mouse</translation>
    </message>
    <message>
        <source>glisser</source>
        <translation>drag</translation>
    </message>
    <message>
        <source>sélectionner des mots entiers</source>
        <translation>select whole words</translation>
    </message>
    <message>
        <source>Alt + glisser</source>
        <translation>Alt + drag</translation>
    </message>
    <message>
        <source>sélectionner au caractère près</source>
        <translation>select to the character</translation>
    </message>
    <message>
        <source>clic</source>
        <translation>click</translation>
    </message>
    <message>
        <source>le passage le plus court&#x202f;; encore&#x202f;: celui qui l’entoure</source>
        <translation>the shortest span; again: the one around it</translation>
    </message>
    <message>
        <source>clic sur une ligne grisée</source>
        <translation>click on a greyed line</translation>
    </message>
    <message>
        <source>la prendre pour du texte</source>
        <translation>take it for text</translation>
    </message>
    <message>
        <source>Ctrl + molette</source>
        <translation>Ctrl + wheel</translation>
    </message>
    <message>
        <source>taille du texte</source>
        <translation>size of the text</translation>
    </message>
    <message>
        <source>Enregistrer…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Une erreur s’est produite. Votre travail est enregistré&#x202f;; vous pouvez continuer.</source>
        <translation>Something went wrong. Your work is saved; you can go on.</translation>
    </message>
    <message>
        <source>Ce rapport ne contient aucun texte d’article&#x202f;:</source>
        <translation>This report contains no text of any article:</translation>
    </message>
    <message>
        <source>Erreur</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Renommer un acteur</source>
        <translation>Rename an actor</translation>
    </message>
    <message>
        <source>Renommer</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Passages qui suivent</source>
        <translation>Spans that follow</translation>
    </message>
    <message>
        <source>Réunir des acteurs</source>
        <translation>Merge actors</translation>
    </message>
    <message>
        <source>garder le nom «&#x202f;{name}&#x202f;»</source>
        <translation>keep the name “{name}”</translation>
    </message>
    <message>
        <source>Nom gardé</source>
        <translation>Name kept</translation>
    </message>
    <message>
        <source>{names} devient «&#x202f;{name}&#x202f;». À suivre&#x202f;: {spans} {where}.</source>
        <translation>{names} becomes “{name}”. To follow: {spans} {where}.</translation>
    </message>
    <message>
        <source>%n acteur du registre n’en fait plus qu’un, avec tous ses noms.|%n acteurs du registre n’en font plus qu’un, avec tous leurs noms.</source>
        <translation>%n actor of the registry becomes one, with all its names.|%n actors of the registry become one, with all their names.</translation>
    </message>
    <message>
        <source>%n passage coché {where}|%n passages cochés {where}</source>
        <translation>%n span ticked {where}|%n spans ticked {where}</translation>
    </message>
    <message>
        <source>Étiquettes du projet</source>
        <translation>Labels of the project</translation>
    </message>
    <message>
        <source>Réglages de l’étiquette</source>
        <translation>Settings of the label</translation>
    </message>
    <message>
        <source>Ce qui ne va pas</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>Hors d’usage</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Supprimer</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Monter (Alt+↑)</source>
        <translation>Up (Alt+↑)</translation>
    </message>
    <message>
        <source>Descendre (Alt+↓)</source>
        <translation>Down (Alt+↓)</translation>
    </message>
    <message>
        <source>Appliquer…</source>
        <translation>Apply…</translation>
    </message>
    <message>
        <source>Remettre</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>{name} → {into}</source>
        <translation>{name} → {into}</translation>
    </message>
    <message>
        <source>{name} — retirée</source>
        <translation>{name} — retired</translation>
    </message>
    <message>
        <source>Touches libres&#x202f;: {keys}</source>
        <translation>Free keys: {keys}</translation>
    </message>
    <message>
        <source>La couleur s’écrit #rrggbb, par exemple #2f6fb5.</source>
        <translation>A colour is written #rrggbb, for instance #2f6fb5.</translation>
    </message>
    <message>
        <source>D’autres étiquettes sont réunies à celle-ci.</source>
        <translation>Other labels go into this one.</translation>
    </message>
    <message>
        <source>Cette étiquette a déjà servi&#x202f;: retirez-la, ses passages restent.</source>
        <translation>This label was used: retire it, its spans stay.</translation>
    </message>
    <message>
        <source>Appliquer les étiquettes</source>
        <translation>Apply the labels</translation>
    </message>
    <message>
        <source>%n changement, en un acte que «&#x202f;Annuler&#x202f;» reprend.|%n changements, en un acte que «&#x202f;Annuler&#x202f;» reprend.</source>
        <translation>%n change, as one act that “Undo” takes back.|%n changes, as one act that “Undo” takes back.</translation>
    </message>
    <message>
        <source>Changements</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Changement</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ce qu’il touche</source>
        <translation>What it touches</translation>
    </message>
    <message>
        <source>Passages qui se croiseraient</source>
        <translation>Spans that would cross</translation>
    </message>
    <message>
        <source>Garder le plus long, supprimer les autres&#x202f;; sinon rien n’est fait</source>
        <translation>Keep the longest, remove the others; else nothing is done</translation>
    </message>
    <message>
        <source>Étiquettes renommées&#x202f;?</source>
        <translation>Labels renamed?</translation>
    </message>
    <message>
        <source>Ces étiquettes du projet ne sont pas dans le fichier. Y portent-elles un autre nom, ou sont-elles réunies à une autre&#x202f;? Leurs passages suivent.</source>
        <translation>These labels of the project aren’t in the file. Do they have another name there, or do they go into another? Their spans follow.</translation>
    </message>
    <message>
        <source>non, elle disparaît</source>
        <translation>no, it goes</translation>
    </message>
    <message>
        <source>réunie à {name} ({label})</source>
        <translation>goes into {name} ({label})</translation>
    </message>
    <message>
        <source>Résultat du didacticiel</source>
        <translation>Result of the tutorial</translation>
    </message>
    <message>
        <source>Ce qui manque ou diffère</source>
        <translation>What is missing or different</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Attendu</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Recommencer</source>
        <translation>Begin again</translation>
    </message>
    <message>
        <source>%n touche, soit {share} par passage.|%n touches, soit {share} par passage.</source>
        <translation>%n key, {share} per span.|%n keys, {share} per span.</translation>
    </message>
    <message>
        <source>Tout est comme le guide le veut.</source>
        <translation>All is as the guide wants it.</translation>
    </message>
    <message>
        <source>F1&#x202f;: {share}.</source>
        <translation>F1: {share}.</translation>
    </message>
    <message>
        <source>%n endroit à revoir.|%n endroits à revoir.</source>
        <translation>%n place to look at again.|%n places to look at again.</translation>
    </message>
    <message>
        <source>Justes</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Manqués</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>En trop</source>
        <translation>Too many</translation>
    </message>
    <message>
        <source>Valeurs</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>Mesures par étiquette</source>
        <translation>Measures by label</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>All together</translation>
    </message>
    <message>
        <source>{right} sur {total}</source>
        <translation>{right} of {total}</translation>
    </message>
    <message>
        <source>manqué</source>
        <translation>missed</translation>
    </message>
    <message>
        <source>en trop</source>
        <translation>too many</translation>
    </message>
    <message>
        <source>{whole},{tenth}</source>
        <translation>{whole}.{tenth}</translation>
    </message>
    <message>
        <source>Statistiques</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>Graphiques</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>Source des suggestions</source>
        <translation>Source of suggestions</translation>
    </message>
    <message>
        <source>Période</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Premier jour</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Dernier jour</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Toute la durée</source>
        <translation>All the time</translation>
    </message>
    <message>
        <source>%n dernier jour|%n derniers jours</source>
        <translation>last %n day|last %n days</translation>
    </message>
    <message>
        <source>Du… au…</source>
        <translation>From… to…</translation>
    </message>
    <message>
        <source>Les actes du projet sont comptés…</source>
        <translation>Counting the acts of the project…</translation>
    </message>
    <message>
        <source>Tous les annotateurs</source>
        <translation>All annotators</translation>
    </message>
    <message>
        <source>Toutes les sources</source>
        <translation>All sources</translation>
    </message>
    <message>
        <source>Récits</source>
        <translation>Stories</translation>
    </message>
    <message>
        <source>Avec les suggestions (S)</source>
        <translation>With suggestions (S)</translation>
    </message>
    <message>
        <source>Ne lister que ses articles (L)</source>
        <translation>List only its articles (L)</translation>
    </message>
    <message>
        <source>Enregistrer le tableau…</source>
        <translation>Save the board…</translation>
    </message>
    <message>
        <source>Récits que plusieurs articles racontent</source>
        <translation>Stories that several articles tell</translation>
    </message>
    <message>
        <source>Chiffres et dates du récit, un article par colonne</source>
        <translation>Figures and dates of the story, an article a column</translation>
    </message>
    <message>
        <source>Les articles sont rapprochés…</source>
        <translation>Articles are being matched…</translation>
    </message>
    <message>
        <source>L’article ouvert ne partage son récit avec aucun autre.</source>
        <translation>The article that is open shares its story with no other.</translation>
    </message>
    <message>
        <source>Rien d’annoté à comparer encore. La touche S montre ce qui n’est que suggéré&#x202f;: %n ligne.|Rien d’annoté à comparer encore. La touche S montre ce qui n’est que suggéré&#x202f;: %n lignes.</source>
        <translation>Nothing annotated to compare yet. The key S shows what is only suggested: %n row.|Nothing annotated to compare yet. The key S shows what is only suggested: %n rows.</translation>
    </message>
    <message>
        <source>Ces articles n’ont ni chiffre ni date à comparer.</source>
        <translation>These articles have neither figures nor dates to compare.</translation>
    </message>
    <message>
        <source>{stories}&#x202f;; {lines} dans celui-ci, {against} (≠)</source>
        <translation>{stories}; {lines} in this one, {against} (≠)</translation>
    </message>
    <message>
        <source>Tableau CSV (*.csv);;Page HTML (*.html)</source>
        <translation>CSV table (*.csv);;HTML page (*.html)</translation>
    </message>
    <message>
        <source>Enregistrer le tableau</source>
        <translation>Save the board</translation>
    </message>
    <message>
        <source>Tableau enregistré&#x202f;: {path}.</source>
        <translation>Board saved: {path}.</translation>
    </message>
    <message>
        <source>Parution</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>contredit par %n autre valeur|contredit par %n autres valeurs</source>
        <translation>contradicted by %n other value|contradicted by %n other values</translation>
    </message>
    <message>
        <source>diffère, mais mesure autre chose ou date d’un autre jour</source>
        <translation>differs, but measures something else or is of another day</translation>
    </message>
    <message>
        <source>Où est votre travail&#x202f;?</source>
        <translation>Where is your work?</translation>
    </message>
    <message>
        <source>Dossiers du projet</source>
        <translation>The project’s folders</translation>
    </message>
    <message>
        <source>{folder}, changé le {when}</source>
        <translation>{folder}, changed {when}</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Montrer son dossier…</source>
        <translation>Show its folder…</translation>
    </message>
    <message>
        <source>Recommencer sans ce travail</source>
        <translation>Begin anew without that work</translation>
    </message>
    <message>
        <source>Ligne de service&#x202f;: pas de suggestions ici. Un clic ou {key} la prend pour du texte.</source>
        <translation>Service line: no suggestions here. A click or {key} takes it for text.</translation>
    </message>
    <message>
        <source>hors texte</source>
        <translation>boilerplate</translation>
    </message>
    <message>
        <source>L’essai n’a pas pu être fait.</source>
        <translation>It couldn’t be tried.</translation>
    </message>
    <message>
        <source>Aucun article n’est ouvert&#x202f;: choisissez-en un dans la liste.</source>
        <translation>No article is open: choose one in the list.</translation>
    </message>
    <message>
        <source>Ce projet n’a pas encore d’article. {key} en importe&#x202f;; ou déposez des fichiers ici.</source>
        <translation>This project has no article yet. {key} imports some; or drop files here.</translation>
    </message>
    <message>
        <source>Aucun article n’est ouvert&#x202f;: {key} en importe, ou choisissez-en un dans la liste.</source>
        <translation>No article is open: {key} imports some, or choose one in the list.</translation>
    </message>
    <message>
        <source>Article témoin&#x202f;: sans suggestions. Étiquetez ce que vous trouvez, puis {key}.</source>
        <translation>Control article: no suggestions. Label what you find, then {key}.</translation>
    </message>
    <message>
        <source>Plus de suggestion dans cet article&#x202f;: {key} pour terminer et passer au suivant.</source>
        <translation>No suggestion left in this article: {key} finishes it and goes to the next.</translation>
    </message>
    <message>
        <source>Aucun passage n’est choisi&#x202f;: {key} va à la suggestion suivante.</source>
        <translation>No span is chosen: {key} goes to the next suggestion.</translation>
    </message>
    <message>
        <source>Choisissez d’abord une suggestion&#x202f;: {key} ou un clic.</source>
        <translation>Choose a suggestion first: {key} or a click.</translation>
    </message>
    <message>
        <source>{title}. {key} l’annule.</source>
        <translation>{title}. {key} undoes it.</translation>
    </message>
    <message>
        <source>Déjà décidé entre-temps, par un autre acte&#x202f;: rien n’a été changé.</source>
        <translation>Already decided meanwhile, by another act: nothing was changed.</translation>
    </message>
    <message>
        <source>Terminé avec %n suggestion sans réponse.|Terminé avec %n suggestions sans réponse.</source>
        <translation>Done, with %n suggestion left unanswered.|Done, with %n suggestions left unanswered.</translation>
    </message>
    <message>
        <source>L’encodage de {name} est supposé&#x202f;: vérifiez l’échantillon.</source>
        <translation>The encoding of {name} is supposed: check the sample.</translation>
    </message>
    <message>
        <source>%n étiquette à faire correspondre.|%n étiquettes à faire correspondre.</source>
        <translation>%n label to be mapped.|%n labels to be mapped.</translation>
    </message>
    <message>
        <source>Sur un clavier {keyboard}, il y faut Maj.</source>
        <translation>On a {keyboard} keyboard this needs Shift.</translation>
    </message>
    <message>
        <source>Sur un clavier {keyboard}, il y faut AltGr.</source>
        <translation>On a {keyboard} keyboard this needs AltGr.</translation>
    </message>
    <message>
        <source>Sur un clavier {keyboard}, cette touche n’existe pas.</source>
        <translation>On a {keyboard} keyboard there is no such key.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» n’est pas une action</source>
        <translation>“{name}” is no action</translation>
    </message>
    <message>
        <source>«&#x202f;{key}&#x202f;» n’est pas une touche</source>
        <translation>“{key}” is no key</translation>
    </message>
    <message>
        <source>{key} sert déjà à «&#x202f;{words}&#x202f;»</source>
        <translation>{key} already does “{words}”</translation>
    </message>
    <message>
        <source>Préférences (settings.toml)&#x202f;: {faults}.</source>
        <translation>Preferences (settings.toml): {faults}.</translation>
    </message>
    <message>
        <source>La touche {key} de «&#x202f;{words}&#x202f;» sert déjà à autre chose&#x202f;: elle se change avec {keys}.</source>
        <translation>The key {key} of “{words}” already does something else: {keys} changes it.</translation>
    </message>
    <message>
        <source>Importer des étiquettes</source>
        <translation>Import labels</translation>
    </message>
    <message>
        <source>Exporter les étiquettes</source>
        <translation>Export labels</translation>
    </message>
    <message>
        <source>Ce passage n’a pas d’attributs à remplir&#x202f;: F3 en donne à son étiquette.</source>
        <translation>This span has no attributes to fill in: F3 gives its label some.</translation>
    </message>
    <message>
        <source>Un entraînement est déjà en cours.</source>
        <translation>A training is already under way.</translation>
    </message>
    <message>
        <source>Entraînement annulé&#x202f;; rien n’a changé.</source>
        <translation>Training cancelled; nothing has changed.</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;» est entraîné&#x202f;; à vous de décider.</source>
        <translation>“{name}” is trained; the decision is yours.</translation>
    </message>
    <message>
        <source>Entraînement</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Le modèle d’avant, ou celui qui est livré, est de nouveau en usage.</source>
        <translation>The model before, or the shipped one, is in use again.</translation>
    </message>
    <message>
        <source>«&#x202f;Talvanie&#x202f;» est juste. {key} l’accepte et va au suivant&#x202f;; {next} avance sans répondre.</source>
        <translation>“Talvanie” is right. {key} accepts it and goes on to the next; {next} goes on without an answer.</translation>
    </message>
    <message>
        <source>Changer d’étiquette</source>
        <translation>Change the label</translation>
    </message>
    <message>
        <source>«&#x202f;trois jours&#x202f;» mesure la trêve&#x202f;: c’est un chiffre, pas une date. {key} l’étiquette ainsi.</source>
        <translation>“trois jours” measures the truce: it is a figure, not a date. {key} labels it so.</translation>
    </message>
    <message>
        <source>Déplacer une borne</source>
        <translation>Move a border</translation>
    </message>
    <message>
        <source>«&#x202f;La Talvanie&#x202f;»&#x202f;: l’article reste dehors. {next} y va&#x202f;; {key} avance le début d’un mot.</source>
        <translation>“La Talvanie”: the article stays outside. {next} goes there; {key} moves the start on by one word.</translation>
    </message>
    <message>
        <source>Lire une date autrement</source>
        <translation>Read a date another way</translation>
    </message>
    <message>
        <source>«&#x202f;lundi&#x202f;» est passé&#x202f;: «&#x202f;a signé&#x202f;». {key} donne l’autre lecture&#x202f;; un chiffre la choisit aussi.</source>
        <translation>“lundi” is in the past: “a signé”. {key} gives the other reading; a digit chooses it too.</translation>
    </message>
    <message>
        <source>Rejeter</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>«&#x202f;Belmare&#x202f;» est la ville où l’on signe&#x202f;: un lieu, pas un acteur. {key} la rejette.</source>
        <translation>“Belmare” is the town where they sign: a place, not an actor. {key} rejects it.</translation>
    </message>
    <message>
        <source>Dire qui parle</source>
        <translation>Say who speaks</translation>
    </message>
    <message>
        <source>La citation est de Mara Selk, pas d’Ilan Vorga. La liste «&#x202f;Sinon&#x202f;» les numérote&#x202f;: {key} la choisit.</source>
        <translation>The quote is Mara Selk’s, not Ilan Vorga’s. The list “Else” numbers them: {key} chooses her.</translation>
    </message>
    <message>
        <source>Écrire une valeur</source>
        <translation>Type a value</translation>
    </message>
    <message>
        <source>«&#x202f;25.000 à 30.000&#x202f;» n’a pas de valeur. {key}, puis 25000 à 30000, puis Entrée&#x202f;: Dépêche lit ce qui est écrit. Les noms en chemin sont justes&#x202f;: {accept}.</source>
        <translation>“25.000 à 30.000” has no value. {key}, then 25000 à 30000, then Return: Dépêche reads what is typed. The names on the way are right: {accept}.</translation>
    </message>
    <message>
        <source>Étiqueter ce qui manque</source>
        <translation>Label what is missing</translation>
    </message>
    <message>
        <source>«&#x202f;Osmarie&#x202f;» n’est suggérée nulle part. {letters} met une lettre à chaque oubli possible en vue, et la lettre l’étiquette&#x202f;; avec Maj, on y va. Ou des mots&#x202f;: {left}, {right} ou la souris, puis {key}. {kind} change son genre jusqu’à «&#x202f;État ou pouvoir&#x202f;».</source>
        <translation>“Osmarie” is suggested nowhere. {letters} puts a letter at each possible oversight in sight, and the letter labels it; with Shift the hand goes there. Or words: {left}, {right} or the mouse, then {key}. {kind} changes its kind until it is “State or power”.</translation>
    </message>
    <message>
        <source>Partout à la fois</source>
        <translation>Everywhere at once</translation>
    </message>
    <message>
        <source>La même chose ailleurs&#x202f;: {key} sur le passage montre tous les endroits, Entrée les étiquette.</source>
        <translation>The same elsewhere: {key} on the span shows all the places, Return labels them.</translation>
    </message>
    <message>
        <source>Défaire</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Tout s’annule, sans limite, même demain&#x202f;: {key} défait le dernier acte.</source>
        <translation>Everything can be undone, without limit, tomorrow too: {key} undoes the last act.</translation>
    </message>
    <message>
        <source>Et revient&#x202f;: {key} le refait.</source>
        <translation>And comes back: {key} does it again.</translation>
    </message>
    <message>
        <source>Accepter les plus sûres</source>
        <translation>Accept the surest</translation>
    </message>
    <message>
        <source>{key} compte les suggestions au-dessus d’un score&#x202f;; Entrée les accepte toutes, en un seul acte.</source>
        <translation>{key} counts the suggestions above a score; Return accepts all of them, in one act.</translation>
    </message>
    <message>
        <source>Le reste</source>
        <translation>The rest</translation>
    </message>
    <message>
        <source>Ce qui est peu sûr se lit&#x202f;: Genève est-elle ici un pouvoir&#x202f;? {accept} ou {reject}.</source>
        <translation>What is not so sure is to be read: is Genève a power here? {accept} or {reject}.</translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>{key} termine l’article et ouvre le suivant. Ici, le résultat s’affiche.</source>
        <translation>{key} finishes the article and opens the next. Here, the result is shown.</translation>
    </message>
    <message>
        <source>«&#x202f;{label}&#x202f;»&#x202f;: rien en vue qui ressemble à un oubli.</source>
        <translation>“{label}”: nothing in sight looks like an oversight.</translation>
    </message>
    <message>
        <source>«&#x202f;{label}&#x202f;»&#x202f;: tapez la lettre de ce qui manque&#x202f;; avec Maj, il reste en main. Échap renonce.</source>
        <translation>“{label}”: type the letter of what is missing; with Shift it stays in hand. Esc gives up.</translation>
    </message>
    <message>
        <source>Choisissez d’abord un passage ou des mots&#x202f;: la note porte sur eux.</source>
        <translation>First choose a span or words: the note is about them.</translation>
    </message>
    <message>
        <source>Page HTML (*.html)</source>
        <translation>HTML page (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Exporter les cas limites</source>
        <translation>Export the borderline cases</translation>
    </message>
    <message>
        <source>{sign} {note}</source>
        <translation>{sign} {note}</translation>
    </message>
    <message>
        <source>Confirmer ou corriger la date de publication ({key})</source>
        <translation>Confirm or correct the publication date ({key})</translation>
    </message>
    <message>
        <source>donnée</source>
        <translation>given</translation>
    </message>
    <message>
        <source>déduite, à confirmer</source>
        <translation>inferred, to be confirmed</translation>
    </message>
    <message>
        <source>confirmée</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>Publié le {date}</source>
        <translation>Published on {date}</translation>
    </message>
    <message>
        <source>Date de publication inconnue</source>
        <translation>Publication date unknown</translation>
    </message>
    <message>
        <source>%n caractère|%n caractères</source>
        <translation>%n character|%n characters</translation>
    </message>
    <message>
        <source>Article témoin&#x202f;: sans suggestions</source>
        <translation>Control article: no suggestions</translation>
    </message>
    <message>
        <source>%n suggestion cachée|%n suggestions cachées</source>
        <translation>%n suggestion hidden|%n suggestions hidden</translation>
    </message>
    <message>
        <source>(déduite)</source>
        <translation>(inferred)</translation>
    </message>
    <message>
        <source>Filtrer par titre ou source</source>
        <translation>Filter by title or source</translation>
    </message>
    <message>
        <source>À faire et commencés</source>
        <translation>To do and started</translation>
    </message>
    <message>
        <source>{shown} sur {total}</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message>
        <source>Récit&#x202f;: {title}</source>
        <translation>Story: {title}</translation>
    </message>
    <message>
        <source>{words}&#x202f;; montrer de nouveau tous les articles</source>
        <translation>{words}; show all articles again</translation>
    </message>
    <message>
        <source>{name}, touche {key}</source>
        <translation>{name}, key {key}</translation>
    </message>
    <message>
        <source>Étiqueter la sélection (touche {key})</source>
        <translation>Label the selection (key {key})</translation>
    </message>
    <message>
        <source>Étiqueter la sélection</source>
        <translation>Label the selection</translation>
    </message>
    <message>
        <source>Étiquette du guide</source>
        <translation>Label of the guide</translation>
    </message>
    <message>
        <source>Chercher dans le guide</source>
        <translation>Search the guide</translation>
    </message>
    <message>
        <source>Suivre le passage en main</source>
        <translation>Follow the span in hand</translation>
    </message>
    <message>
        <source>rien</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>{rank} sur {total}</source>
        <translation>{rank} of {total}</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>État de l’enregistrement</source>
        <translation>Saved state</translation>
    </message>
    <message>
        <source>Lecture seule</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>Tout est enregistré</source>
        <translation>Everything is saved</translation>
    </message>
    <message>
        <source>Enregistré à {time}</source>
        <translation>Saved at {time}</translation>
    </message>
    <message>
        <source>{done}/%n article|{done}/%n articles</source>
        <translation>{done}/%n article|{done}/%n articles</translation>
    </message>
    <message>
        <source>%n suggestion, cachée|%n suggestions, cachées</source>
        <translation>%n suggestion, hidden|%n suggestions, hidden</translation>
    </message>
    <message>
        <source>aucune suggestion en attente ici</source>
        <translation>no suggestion waiting here</translation>
    </message>
    <message>
        <source>Réponse à l’acte</source>
        <translation>Answer to the act</translation>
    </message>
    <message>
        <source>Étapes faites</source>
        <translation>Steps done</translation>
    </message>
    <message>
        <source>Étapes</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Montrer l’endroit</source>
        <translation>Show the place</translation>
    </message>
    <message>
        <source>Passer l’étape</source>
        <translation>Pass this step</translation>
    </message>
    <message>
        <source>Résultat…</source>
        <translation>Result…</translation>
    </message>
    <message>
        <source>C’est fait.</source>
        <translation>Done.</translation>
    </message>
    <message>
        <source>Le résultat compare vos passages avec ceux du guide. On peut recommencer à volonté.</source>
        <translation>The result compares your spans with the guide’s. You can begin again as often as you like.</translation>
    </message>
    <message>
        <source>%n étape faite sur {total}|%n étapes faites sur {total}</source>
        <translation>%n step of {total} done|%n steps of {total} done</translation>
    </message>
    <message>
        <source>Touches&#x202f;: {count}</source>
        <translation>Keys: {count}</translation>
    </message>
    <message>
        <source>passée</source>
        <translation>passed</translation>
    </message>
    <message>
        <source>faite</source>
        <translation>done</translation>
    </message>
    <message>
        <source>en cours</source>
        <translation>due</translation>
    </message>
    <message>
        <source>Avec une note.</source>
        <translation>With a note.</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Passages de l’article</source>
        <translation>Spans of the article</translation>
    </message>
    <message>
        <source>Valeur du passage</source>
        <translation>Value of the span</translation>
    </message>
    <message>
        <source>Valeur lue</source>
        <translation>Value as read</translation>
    </message>
    <message>
        <source>Sinon</source>
        <translation>Or else</translation>
    </message>
    <message>
        <source>Raison</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Détails du passage</source>
        <translation>Details of the span</translation>
    </message>
    <message>
        <source>vous</source>
        <translation>you</translation>
    </message>
    <message>
        <source>acceptée</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>corrigée</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>rejetée</source>
        <translation>rejected</translation>
    </message>
    <message>
        <source>✗ {why}</source>
        <translation>✗ {why}</translation>
    </message>
    <message>
        <source>→ {value}   (Maj+Entrée&#x202f;: {typed})</source>
        <translation>→ {value}   (Shift+Enter: {typed})</translation>
    </message>
    <message>
        <source>   (nouveau nom&#x202f;: ni dans l’article, ni au registre)</source>
        <translation>   (new name: neither in the article nor registered)</translation>
    </message>
    <message>
        <source>→ {value}</source>
        <translation>→ {value}</translation>
    </message>
    <message>
        <source>Ordre des articles</source>
        <translation>Order of the articles</translation>
    </message>
    <message>
        <source>Articles&#x202f;: {order}.</source>
        <translation>Articles: {order}.</translation>
    </message>
    <message>
        <source>Rien n’a été corrigé&#x202f;: le passage a changé, ou un autre l’empêche.</source>
        <translation>Nothing was mended: the span has changed, or another stands in the way.</translation>
    </message>
    <message>
        <source>Article&#x202f;: {title}</source>
        <translation>Article: {title}</translation>
    </message>
    <message>
        <source>Mémoire du projet</source>
        <translation>Project memory</translation>
    </message>
    <message>
        <source>Annulé&#x202f;: {title}</source>
        <translation>Undone: {title}</translation>
    </message>
    <message>
        <source>Suggestions pour les noms du registre</source>
        <translation>Suggestions for the registry’s names</translation>
    </message>
    <message>
        <source>%n suggestion nouvelle|%n suggestions nouvelles</source>
        <translation>%n new suggestion|%n new suggestions</translation>
    </message>
    <message>
        <source>suggestions revues</source>
        <translation>suggestions looked at again</translation>
    </message>
    <message>
        <source>{act}&#x202f;; {suggestions} dans {articles}.</source>
        <translation>{act}; {suggestions} in {articles}.</translation>
    </message>
    <message>
        <source>{act}&#x202f;; aucun article n’en est changé.</source>
        <translation>{act}; no article is changed by it.</translation>
    </message>
    <message>
        <source>{title}&#x202f;: arrêté, ce qui était fait reste.</source>
        <translation>{title}: stopped, what was done stays.</translation>
    </message>
    <message>
        <source>Lot de travail</source>
        <translation>Work package</translation>
    </message>
    <message>
        <source>Où est le projet de ce lot</source>
        <translation>Where this package’s project is</translation>
    </message>
    <message>
        <source>Ce lot est ouvert dans une autre fenêtre, qui est passée devant.</source>
        <translation>This package is open in another window, which has come forward.</translation>
    </message>
    <message>
        <source>Choisissez d’abord un acteur&#x202f;: {key} ou un clic.</source>
        <translation>Choose an actor first: {key} or a click.</translation>
    </message>
    <message>
        <source>Import d’acteurs</source>
        <translation>Import of actors</translation>
    </message>
    <message>
        <source>%n acteur écrit dans {path}.|%n acteurs écrits dans {path}.</source>
        <translation>%n actor written to {path}.|%n actors written to {path}.</translation>
    </message>
    <message>
        <source>Index de recherche</source>
        <translation>Search index</translation>
    </message>
    <message>
        <source>C’est le dernier article.</source>
        <translation>This is the last article.</translation>
    </message>
    <message>
        <source>C’est le premier article.</source>
        <translation>This is the first article.</translation>
    </message>
    <message>
        <source>Choisissez d’abord des mots&#x202f;: ← → puis Maj, ou la souris.</source>
        <translation>Choose some words first: ← → then Shift, or the mouse.</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;» est déjà marqué&#x202f;: bornes inchangées.</source>
        <translation>“{words}” is already marked: borders unchanged.</translation>
    </message>
    <message>
        <source>Plus aucun article n’attend&#x202f;: tout est terminé ou mis de côté.</source>
        <translation>No article is waiting any more: all are done or put aside.</translation>
    </message>
    <message>
        <source>Rien à annuler.</source>
        <translation>Nothing to undo.</translation>
    </message>
    <message>
        <source>Rétabli&#x202f;: {title}</source>
        <translation>Redone: {title}</translation>
    </message>
    <message>
        <source>Rien à rétablir.</source>
        <translation>Nothing to redo.</translation>
    </message>
    <message>
        <source>Lignes de %n caractère environ|Lignes de %n caractères environ</source>
        <translation>Lines of about %n character|Lines of about %n characters</translation>
    </message>
    <message>
        <source>Espaces insécables et caractères invisibles montrés.</source>
        <translation>No-break spaces and invisible characters are shown.</translation>
    </message>
    <message>
        <source>Espaces insécables et caractères invisibles cachés.</source>
        <translation>No-break spaces and invisible characters are hidden.</translation>
    </message>
    <message>
        <source>Concentration&#x202f;: seul l’article. Échap ou {key} pour revenir.</source>
        <translation>Focus: the article alone. Esc or {key} to come back.</translation>
    </message>
    <message>
        <source>Suggestion, {label}&#x202f;: «&#x202f;{words}&#x202f;».</source>
        <translation>Suggestion, {label}: “{words}”.</translation>
    </message>
    <message>
        <source>Passage, {label}&#x202f;: «&#x202f;{words}&#x202f;».</source>
        <translation>Span, {label}: “{words}”.</translation>
    </message>
    <message>
        <source>Genre&#x202f;: {kind}.</source>
        <translation>Kind: {kind}.</translation>
    </message>
    <message>
        <source>Valeur&#x202f;: {value}.</source>
        <translation>Value: {value}.</translation>
    </message>
    <message>
        <source>Proposée par {source}, sûre à {score}.</source>
        <translation>Suggested by {source}, {score} sure.</translation>
    </message>
    <message>
        <source>Proposée par {source}.</source>
        <translation>Suggested by {source}.</translation>
    </message>
    <message>
        <source>Sélection&#x202f;: «&#x202f;{words}&#x202f;».</source>
        <translation>Selection: “{words}”.</translation>
    </message>
    <message>
        <source>Rien n’est sélectionné.</source>
        <translation>Nothing is selected.</translation>
    </message>
    <message>
        <source>Article n° {number}&#x202f;: {title}.</source>
        <translation>Article no. {number}: {title}.</translation>
    </message>
    <message>
        <source>%n suggestion attend.|%n suggestions attendent.</source>
        <translation>%n suggestion is waiting.|%n suggestions are waiting.</translation>
    </message>
    <message>
        <source>{rank} sur {total}.</source>
        <translation>{rank} of {total}.</translation>
    </message>
    <message>
        <source>Rapprochement des articles</source>
        <translation>Matching articles</translation>
    </message>
    <message>
        <source>Rien qui ressemble à un oubli dans cet article.</source>
        <translation>Nothing in this article looks like an oversight.</translation>
    </message>
    <message>
        <source>Aucune autre borne ne s’impose ici.</source>
        <translation>No other borders suggest themselves here.</translation>
    </message>
    <message>
        <source>de {first} à {last}&#x202f;% de l’article en vue</source>
        <translation>{first} to {last}% of the article in sight</translation>
    </message>
    <message>
        <source>espace insécable</source>
        <translation>no-break space</translation>
    </message>
    <message>
        <source>espace fine insécable</source>
        <translation>narrow no-break space</translation>
    </message>
    <message>
        <source>espace fine</source>
        <translation>thin space</translation>
    </message>
    <message>
        <source>espace ultrafine</source>
        <translation>hair space</translation>
    </message>
    <message>
        <source>espace tabulaire</source>
        <translation>figure space</translation>
    </message>
    <message>
        <source>espace cadratin</source>
        <translation>em space</translation>
    </message>
    <message>
        <source>espace demi-cadratin</source>
        <translation>en space</translation>
    </message>
    <message>
        <source>espace sans chasse</source>
        <translation>zero width space</translation>
    </message>
    <message>
        <source>gluon de mots</source>
        <translation>word joiner</translation>
    </message>
    <message>
        <source>antiliant sans chasse</source>
        <translation>zero width non-joiner</translation>
    </message>
    <message>
        <source>liant sans chasse</source>
        <translation>zero width joiner</translation>
    </message>
    <message>
        <source>trait d’union conditionnel</source>
        <translation>soft hyphen</translation>
    </message>
    <message>
        <source>marque gauche-à-droite</source>
        <translation>left-to-right mark</translation>
    </message>
    <message>
        <source>marque droite-à-gauche</source>
        <translation>right-to-left mark</translation>
    </message>
    <message>
        <source>accent aigu combinant</source>
        <translation>combining acute accent</translation>
    </message>
    <message>
        <source>accent grave combinant</source>
        <translation>combining grave accent</translation>
    </message>
    <message>
        <source>accent circonflexe combinant</source>
        <translation>combining circumflex accent</translation>
    </message>
    <message>
        <source>tréma combinant</source>
        <translation>combining diaeresis</translation>
    </message>
    <message>
        <source>cédille combinante</source>
        <translation>combining cedilla</translation>
    </message>
    <message>
        <source>tabulation</source>
        <translation>tabulator</translation>
    </message>
    <message>
        <source>caractère de commande</source>
        <translation>control character</translation>
    </message>
    <message>
        <source>Aucune ligne n’est grisée dans cet article.</source>
        <translation>No line is greyed in this article.</translation>
    </message>
    <message>
        <source>Aucune ligne de cet article n’a été prise pour du texte.</source>
        <translation>No line of this article was taken for text.</translation>
    </message>
    <message>
        <source>%n étape attend encore|%n étapes attendent encore</source>
        <translation>%n step is still to come|%n steps are still to come</translation>
    </message>
    <message>
        <source>C’est un peu tôt&#x202f;: l’article est terminé, mais {left}. {undo} le rouvre.</source>
        <translation>A little early: the article is finished, but {left}. {undo} opens it again.</translation>
    </message>
    <message>
        <source>{title}&#x202f;: le guide veut autre chose. {undo} l’annule.</source>
        <translation>{title}: the guide wants something else. {undo} undoes it.</translation>
    </message>
    <message>
        <source>{title}&#x202f;: c’est juste, mais l’étape attend autre chose. {undo} l’annule.</source>
        <translation>{title}: that is right, but the step waits for something else. {undo} undoes it.</translation>
    </message>
    <message>
        <source>aucun nombre lu</source>
        <translation>no number read</translation>
    </message>
    <message>
        <source>aucune date lue</source>
        <translation>no date read</translation>
    </message>
    <message>
        <source>aucun nom</source>
        <translation>no name</translation>
    </message>
    <message>
        <source>aucun locuteur (plusieurs&#x202f;: A&#x202f;; B)</source>
        <translation>no speaker (several: A; B)</translation>
    </message>
    <message>
        <source>{shown} (noté {written})</source>
        <translation>{shown} (written {written})</translation>
    </message>
    <message>
        <source>Annoter l’actualité internationale en français.</source>
        <translation>Annotate international news in French.</translation>
    </message>
    <message>
        <source>Projets récents</source>
        <translation>Recent projects</translation>
    </message>
    <message>
        <source>Essayer avec l’exemple</source>
        <translation>Try with the sample</translation>
    </message>
    <message>
        <source>Apprendre les touches</source>
        <translation>Learn the keys</translation>
    </message>
    <message>
        <source>Nouveau projet</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>Nom du projet, par exemple «&#x202f;Mer Rouge&#x202f;»</source>
        <translation>Name of the project, for example “Red Sea”</translation>
    </message>
    <message>
        <source>Nom du projet</source>
        <translation>Name of the project</translation>
    </message>
    <message>
        <source>Votre nom d’annotateur</source>
        <translation>Your name as annotator</translation>
    </message>
    <message>
        <source>Dans le dossier</source>
        <translation>In the folder</translation>
    </message>
    <message>
        <source>Changer…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Créer</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>{act}&#x202f;: {title}</source>
        <translation>{act}: {title}</translation>
    </message>
    <message>
        <source>environ {low}</source>
        <translation>about {low}</translation>
    </message>
    <message>
        <source>au moins {low}</source>
        <translation>at least {low}</translation>
    </message>
    <message>
        <source>au plus {high}</source>
        <translation>at most {high}</translation>
    </message>
    <message>
        <source>{name}&#x202f;: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>Import arrêté. {summary}</source>
        <translation>Import stopped. {summary}</translation>
    </message>
    <message>
        <source>{suggestions} dans {articles}.</source>
        <translation>{suggestions} in {articles}.</translation>
    </message>
    <message>
        <source>Aucune suggestion nouvelle.</source>
        <translation>No new suggestion.</translation>
    </message>
    <message>
        <source>Recherche de suggestions</source>
        <translation>Looking for suggestions</translation>
    </message>
    <message>
        <source>Export&#x202f;: arrêté, rien n’a été écrit.</source>
        <translation>Export: stopped, nothing was written.</translation>
    </message>
    <message>
        <source>Vérification</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Copie de sécurité&#x202f;: {name}.</source>
        <translation>Backup: {name}.</translation>
    </message>
    <message>
        <source>Copie de sécurité</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>%n date confirmée ne convient plus dans l’article quitté.|%n dates confirmées ne conviennent plus dans l’article quitté.</source>
        <translation>%n confirmed date no longer fits in the article you left.|%n confirmed dates no longer fit in the article you left.</translation>
    </message>
</context>
</TS>
