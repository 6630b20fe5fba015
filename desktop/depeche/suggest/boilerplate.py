"""Which stretches of an article are not its text: sources, credits, prompts, editor's notes. Knows no label.

Photo captions are text and stay; only the credit at their end is boilerplate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from depeche.core.article import Article

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_LONGEST = 400
"""A line longer than this many characters is prose, whatever it begins with."""

_SIGN = r"[ \t\u00a0\u202f]*[:：]"
_AGENCY = (
    r"(?:AFP|Reuters|REUTERS|AP|Associated Press|EFE|ANSA|DPA|dpa|Belga|BELGA|ATS|Keystone|KEYSTONE|KCNA|KNS|TASS|"
    r"Tass|"
    r"EPA|ANP|NTB|TT|MAXPPP|Maxppp|SIPA|Sipa|Getty(?: Images)?|GETTY(?: IMAGES)?|Xinhua|XINHUA|POOL|Pool|Archives?|"
    r"ARCHIVES?|AFPTV|Relaxnews|Anadolu|ANADOLU|Sputnik|SPUTNIK|Yonhap|YONHAP|Handout|HANDOUT|Hans Lucas|VIA|via)"
)

# Words with a capital, as a name or a paper's title has them: « Jean Dupont », « J. Martin & Cie ».
_WORD = r"[A-ZÀ-Ý][\wÀ-ÿ.'’-]{0,24}"
_NAME = rf"{_WORD}(?:[ \t]+(?:& )?{_WORD}){{0,3}}"
_PICTURE = r"(?:[Pp]hotos?|PHOTOS?|[Cc]rédits?|CRÉDITS?|[Ii]mages?|[Ii]llustration|[Vv]idéo)"
_TAKEN = r"(?:[ \t](?:photos?|d['’](?:archives?|illustration)))?"
_SIGNED = rf"(?:\({_AGENCY}\)\s*)?"
_JOINED = rf"(?:(?:[ \t]*[/,&+-][ \t]*|[ \t]+(?:et[ \t]+)?){_AGENCY})*"

_CREDITED = rf"(?:{_NAME}[ \t]*/[ \t]*)?{_AGENCY}{_JOINED}(?:[ \t]*/[ \t]*{_NAME})?"

_WHOLE = {
    "source": rf"\W{{0,3}}Sources?{_SIGN}",
    "credit": rf"(?:Crédits?|Photos?|Illustration|Image|Vidéo)(?:[ \t](?:photos?|images?|vidéo))?{_SIGN}"
    r"[^.!?]{0,120}$"
    rf"|{_PICTURE}{_TAKEN}[ \t]+{_CREDITED}\.?$"
    r"|©|\(c\)|Copyright\b|Tous droits réservés\b|Reproduction interdite\b",
    "invite": r"Quelle est votre réaction\b|Qu['’]en pensez-vous\b"
    r"|Que pensez-vous de (?:cet|ce|cette|notre|l['’])[ \t]?(?:article|contenu|texte|reportage|dossier|enquête)\b"
    r"[^.!?]{0,20}\?$"
    r"|[ÀAÁ] (?:lire|voir|écouter|consulter) (?:aussi|également|sur)\b"
    r"|(?:Lire|Voir|Écouter|Ecouter) (?:aussi|également|plus|la suite|l['’]article|notre|la vidéo)\b"
    r"|(?:Abonnez-vous|Inscrivez-vous|Suivez[- ](?:nous|l['’]actualité)|Partagez|Réagissez|Cliquez)\b"
    r"|Vous (?:pouvez|pourrez) (?:également |aussi )?(?:consulter|lire|relire|écouter|voir|retrouver)\b"
    r"|Article(?: connexe)? sur Wiki\w+\.?$"
    r"|(?:Courriel|E-mail|Facebook|Twitter|Google\+?|Identi\.ca|Reddit|Digg|Yahoo!?|LinkedIn|WhatsApp|Telegram|Pinterest|"
    r"Messenger|Copier le lien)[ \t]*[,;]?$"
    r"|(?:Connectez-vous|Téléchargez)\b"
    r"|(?:Partager|Commenter|Imprimer|Envoyer)(?:[ \t](?:cet article|l['’]article|sur|par)\b.*)?"
    r"(?:[ \t\u00a0\u202f]*:)?$"
    r"|(?:Publicité|Newsletter|La suite après (?:cette|la) publicité)\b[^.]{0,40}$"
    r"|(?:Réactions?|Commentaires?|Mots-clés|Tags?)\b[^.]{0,40}$",
    "note": rf"{_SIGNED}(?:Note(?: de (?:la rédaction|l['’]éditeur))?|NDLR|N\.D\.L\.R\.?|Nota bene){_SIGN}"
    rf"|(?:Avertissement|Correction|Rectificatif){_SIGN}"
    rf"|{_SIGNED}(?:Cet|Le présent|Ce) (?:article|texte|contenu|reportage) (?:a été|est) (?:\w+ )?"
    r"(?:édité|traduit|rédigé|généré|produit|publié|mis à jour|modifié|corrigé|relu|écrit|réalisé|extrait)\w*\b"
    r"|(?:Mis à jour|Publié|Modifié|Dernière mise à jour) (?:le|à|il y a)\b[^.]{0,80}$"
    r"|date[ \t]+\d{4}(?:-\d\d){0,2}$",
    "agence": rf"[(\[]?(?:(?:avec|Avec|par|Par|AVEC)[ \t]+)?{_AGENCY}{_JOINED}[)\]]?\.?$"
    # « Le Monde avec AFP »: in a sentence the agency has its article, and speech goes on.
    rf"|(?:[Pp]ar[ \t]+)?{_NAME}(?:(?:,|[ \t]+et)[ \t]+{_NAME})?,?[ \t]+\(?(?:avec|AVEC)[ \t]+"
    rf"{_AGENCY}{_JOINED}\)?\.?$"
    r"|[A-ZÀ-Ý][A-ZÀ-Ý .'’-]{1,40}(?:[ \t]*/[ \t]*[A-ZÀ-Ý][\wÀ-ÿ .'’-]{1,30}){1,4}$",
}
_WHOLE_LINE = re.compile("|".join(f"(?P<{name}>{rule})" for name, rule in _WHOLE.items()))
_CREDIT = r"(?:(?:avec|Avec|source|Source|crédit|Crédit)[ \t:]+)?"
_TAIL = re.compile(
    # « POOL/AFP/Archives »
    rf"(?:[A-Z][\w.'’-]{{1,24}}[ \t]*/[ \t]*)?\b{_AGENCY}(?:[ \t]*/[ \t]*[A-Z][\w.'’-]{{1,24}}){{1,4}}$"
    # Behind the end of a sentence or a year: « AP/John Smith », « John Smith/AP », « Photo : Sputnik »
    rf"|(?<=[.!?…»”\")\d])[ \t]+(?:{_AGENCY}[ \t]*/[ \t]*{_NAME}|{_NAME}[ \t]*/[ \t]*{_AGENCY})\.?$"
    rf"|(?<=[.!?…»”\")\d])[ \t]+{_PICTURE}{_TAKEN}(?:{_SIGN}[ \t]*(?:{_CREDITED}|{_NAME})|[ \t]+{_CREDITED})\.?$"
    rf"|[(\[]{_PICTURE}{_TAKEN}(?:{_SIGN}[ \t]*(?:{_CREDITED}|{_NAME})|[ \t]+{_CREDITED})[)\]]\.?$"
    rf"|(?:©|\(c\))[ \t]*[^.!?©]{{1,60}}$"
    rf"|(?<=\d)[ \t]+{_AGENCY}$"  # a caption's date, then its agency
    rf"|[(\[]{_CREDIT}{_AGENCY}(?:[ \t]*[/,-][ \t]*{_AGENCY})*[)\]]\.?$"
)
# A caption is text: of « Légende : … » only the word that announces it goes.
_ANNOUNCED = re.compile(rf"(?:Légendes?|LÉGENDES?)(?:[ \t](?:de la )?photo)?{_SIGN}")
_HEAD = re.compile(
    rf"(?:[A-ZÀ-Ý][\w' ’-]{{1,30}}(?:,[^.()]{{1,30}})?[ \t]*)?(\({_AGENCY}\))(?=[ \t\u00a0]*[–—-])"  # « PARIS (AFP) – »
)


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch that is masked; `kind` is source, credit, invite, note or agence."""

    start: int
    end: int
    kind: str


def boilerplate(text: str) -> list[Boilerplate]:
    """Return the stretches of `text` that are boilerplate, in reading order, without the blanks around them."""
    found = []
    for line in _LINE.finditer(text):
        content = line.group().strip()
        if not content:
            continue
        start = line.start() + line.group().index(content[0])
        end = start + len(content)
        if len(content) <= _LONGEST and (whole := _WHOLE_LINE.match(content)):
            found.append(Boilerplate(start, end, whole.lastgroup or "note"))
            continue
        if head := _HEAD.match(content[:80]):
            found.append(Boilerplate(start + head.start(1), start + head.end(1), "agence"))
        if announced := _ANNOUNCED.match(content):
            found.append(Boilerplate(start, start + announced.end(), "credit"))
        offset = max(0, len(content) - 120)
        if tail := _TAIL.search(content[offset:]):
            blanks = len(tail.group()) - len(tail.group().lstrip())
            found.append(Boilerplate(start + offset + tail.start() + blanks, end, "agence"))
    return found


def masked(article: Article) -> list[Boilerplate]:
    """Return the boilerplate of an article but for what somebody took for text."""
    found = boilerplate(article.text)
    return [one for one in found if (one.start, one.end) not in article.unmasked] if article.unmasked else found
