"""Press reviews as Europresse and Factiva write them: their markup, our texts."""
# ruff: noqa: E501  (lines of markup stay whole)

from __future__ import annotations

BODY = (
    "<p>La ministre a jugé la trêve «\u00a0<mark>fragile</mark>\u00a0» mardi à Genève\u202f: «\u00a0Il faut un "
    "<mark>accord</mark>s-cadre, a-t-elle dit, d’ici à vendredi.\u00a0»</p> <p>Quelque 25\u202f000 personnes ont\n"
    "      quitté la vallée<i> cette</i> semaine.<br>Aucune n’est revenue.</p>"
)
TEXT = (
    "La ministre a jugé la trêve «\u00a0fragile\u00a0» mardi à Genève\u202f: «\u00a0Il faut un accords-cadre, "
    "a-t-elle dit, d’ici à vendredi.\u00a0»\n\n"
    "Quelque 25\u202f000 personnes ont quitté la vallée cette semaine.\nAucune n’est revenue."
)
STYLE = "<style>.DocPublicationName{color:#83724e}.frArticle{margin:0}article+article{page-break-before:always}</style>"


def europresse(*articles: str, charset: str = "utf-8") -> str:
    """Return a page of today's Europresse."""
    head = f'<!DOCTYPE html> <html> <head> <meta charset="{charset}"> <title></title> {STYLE}</head> <body>'
    return head + "  ".join(articles) + " </body> </html>"


def article(
    n: int = 1,
    *,
    journal: str = "La Gazette du lac   ",
    line: str = "Monde, mardi 14 mars 2023, p. 12",
    title: str = "La <mark>trêve</mark> tient",
    body: str = BODY,
    aside: str = "<div> <b>Note(s) : </b> </div>",
    under: str = "<div>Aline Roche</div>",
) -> str:
    """Return an article in the form of the years from 2014."""
    number = f"news·20230315·GL·{n:07}"
    return (
        f'<article> <header> <img sourcecode="GL" class="" src="http://example.org/gl.gif" /> '
        f'<div> <span class="DocPublicationName">{journal}</span> </div> '
        f'<div> <span class="DocHeader">{line}</span> </div> <div><p>DIPLOMATIE</p></div> '
        f'<div class="titreArticle"> <p class="titreArticleVisu">{title}</p> </div> {under} </header> '
        f"<section> <div class=\"DocText\"> <div class='docOcurrContainer'> {body} </div> </div> </section> "
        f'<aside> {aside} </aside> <footer> <a name="complement"></a> '
        f"<small>© 2023 Gazette du lac. Tous droits réservés.</small> <p>Numéro de document : {number}</p> "
        f'<div id="divPubliC"> <div> <span id="PubliC_lblNodoc">{number}</span> </div> <div> '
        f"<span>Ce certificat est émis à <b>Université d’exemple</b> à des fins de visualisation.</span> </div> </div> "
        "</footer> </article>"
    )


def article_rdp(n: int = 1, *, line: str = "Thursday, December 22, 2022 1387 mots, p. 8,9", body: str = BODY) -> str:
    """Return an article in the newer form, with the classes that begin with `rdp__`."""
    return (
        '<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName"> Le Courrier (site web), '
        'no. 43018</span></div><div class="rdp__DocHeader"><span class="DocHeader">' + line + "</span></div>"
        '<div class="titreArticle"><p class="sm-margin-bottomNews">Analyse</p>'
        '<p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">Après la trêve, le silence</p>'
        '<p class="sm-margin-TopNews rdp__subtitle">Les deux camps s’observent</p></div>'
        '<p class="sm-margin-bottomNews">Jean Bel et Lou Vial</p></header>'
        '<section><div class="DocText clearfix"><div class="docOcurrContainer">' + body + "<p><a "
        'href="https://courrier.example/a/1">Cet article est paru dans Le Courrier (site web)</a></p></div></div></section>'
        '<footer><div class="Doc-LegalInfo"><small>© 2022 Le Courrier. All rights reserved.</small></div>'
        f'<div class="publiC-lblNodoc">news·20221222·LC·{n:05}</div></footer></article>'
    )


def europresse_old() -> str:
    """Return two articles in the form before 2014; the page says ISO-8859-1."""

    def one(header: str, inside: str, number: str) -> str:
        return (
            '<table style="width: 96%;" border="0"><tr><td style="word-wrap: break-word" ><table id="tbHeaderImages"><tr>'
            '<td id="celPublication"><img src="http://example.org/x.gif" border="0"><br></td></tr></table>'
            f"{header}{inside}<p></p>Numéro de document : {number}<br><br><br>"
            f'<table bgcolor="#ffffff"><tr> <td align="center"><img src="x.gif">{number}</td></tr><tr> <td>Ce certificat '
            "est émis à <b>Université d’exemple</b></td></tr></table></td></tr></table>\n<p><br><br>"
        )

    first = one(
        '<span class="DocPublicationName">La Gazette du lac, no. 5968</span><br><span class="DocHeader">Éditorial, '
        '</span><span class="DocHeader">jeudi </span><span class="DocHeader">4 octobre 2012</span><span '
        'class="DocHeader">, p. 03</span><br><br>Un sommet sous tension<br><span class="TitreArticleVisu">La <span '
        'style="color:red; font-weight:bold">trêve</span> tient</span><br><br>',
        'Aline Roche<br><p></p>Première phrase, <span style="color:red; font-weight:bold">trêve</span>s et «\u00a0mots\u00a0».'
        '<font style="font-weight:bold;"> Suite en gras.</font><p></p>Second paragraphe.<p></p>'
        "<b><i>© 2012 Gazette du lac. Tous droits réservés.</i></b>",
        "news·20121004·GL·1856190",
    )
    second = one(
        '<span class="DocPublicationName">Le Courrier</span><br><span class="DocHeader">mercredi </span><span '
        'class="DocHeader">3 octobre 2012</span><br><br><span class="TitreArticleVisu">Sans auteur</span><br><br>',
        "Le texte commence ici, sans nom.<p></p>Il finit là.",
        "news·20121003·LC·175071",
    )
    return (
        '<html xmlns:n1="http://www.cedrom-sni.com/schema/newsv1.xsd"><head>\n<META http-equiv="Content-Type" '
        'content="text/html; charset=ISO-8859-1">\n</head><body>' + first + second + "\n</body></html>\n"
    )


def factiva(*articles: str) -> str:
    """Return a page of Factiva's."""
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/x.dtd">\n<html>'
        '<head>\n<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/><title>Factiva</title>'
        + STYLE
        + "\n"
        "</head><body class=''><div id=\"contentLeft\"><span></span>" + "<br/><span></span>".join(articles) + "<br/>"
        '<div id="pageFooter"><span class="copyright">&copy; 2011 Factiva, Inc. Tous droits réservés.</span></div></div>'
        "</body></html>"
    )


def coded(number: str = "GAZLAC0020111229e7ct0001r", *, body: bool = True, day: str = "29 décembre 2011") -> str:
    """Return an article in the display with codes."""

    def row(code: str, value: str) -> str:
        return f'<tr><td align="right" class="index"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>'

    lead = '<p class="articleParagraph frarticleParagraph">Le chapeau parle d’une <b>trêve</b>s\nlongue.</p>'
    rest = (
        '<p class="articleParagraph frarticleParagraph">Le corps\u00a0: «\u00a0<span class="companylink">Fabrique</span> '
        'et fils\u00a0».</p>\n<p class="articleParagraph frarticleParagraph">Fin.</p>'
    )
    return (
        '<div class="article frArticle"><table cellpadding="1">'
        + row("SE", "Monde")
        + row("HD", "<b class='frHeadline'>La trêve\n tient</b>\n")
        + row("BY", "Aline Roche")
        + row("WC", "295 mots")
        + row("PD", day)
        + row("ET", "15:32")
        + row("SN", "La Gazette du lac")
        + row("SC", "GAZLAC")
        + row("PG", "26")
        + row("LA", "Français")
        + row("CY", "(c) Gazette du lac.   ")
        + (row("LP", lead) + row("TD", rest) if body else "")
        + row("NS", "<br/>gpol : Politique | gcat : Nouvelles")
        + row("AN", f"<br/>Document {number}")
        + "</table><br/></div>"
    )


def plain(number: str = "GAZLAC0020111229e7ct0002s", *, head: str = "") -> str:
    """Return an article in the display without codes."""
    head = head or (
        '<div class="author">Aline Roche </div><div>Envoyée spéciale à Genève</div><div>1 295 mots</div>'
        "<div>9 Januar 2018</div><div>08:15</div><div>La Gazette du lac</div><div>GAZLAC</div><div>Édition du soir</div>"
        "<div>12</div><div>Französisch</div><div>Copyright 2018 Gazette du lac. </div>"
    )
    return (
        f'<div id="article-{number}" class="article" ><div class="article frArticle"><p>\n<div>Monde</div>\n'
        f"<div id=\"hd\" ><span class='frHeadline'>La trêve tient</span>\n</div>{head}</p>\n"
        '<p class="articleParagraph frarticleParagraph">Un <b>mot</b>s\n      coupé.</p>'
        '<p class="articleParagraph frarticleParagraph">Deux.</p><p>Photo\u00a0: une vallée.</p>'
        f"<p>Presses du lac</p><p>Dokument {number}</p></div></div>"
    )


def factiva_xml() -> str:
    """Return two articles as Factiva's XML, of which the second has no text."""

    def one(number: str, text: str) -> str:
        return f"""<ppsarticle><article>
          <accessionNo>{number}</accessionNo><baseLanguage>FR</baseLanguage><copyright>(c) 2012 Lac   </copyright>
          <headline><paragraph display="Proportional" lang="FR">
              <hlt>TRÊVE</hlt> - elle tient</paragraph></headline>
          {text}<pages><page>85</page></pages>
          <publicationDate><dateTime>2012-01-09T01:35:58Z</dateTime></publicationDate>
          <sourceName>La Gazette du lac</sourceName><region code="fra"><name>France</name></region>
          <wordCount>942</wordCount></article></ppsarticle>"""

    text = (
        '<leadParagraph><paragraph display="Proportional">Le chapeau.</paragraph></leadParagraph><tailParagraphs>'
        "<paragraph>Le corps de la <hlt>trêve</hlt>s\u00a0: 25\u202f000.</paragraph><paragraph>Fin.</paragraph></tailParagraphs>"
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<PPSResponse><ppsArticleResponse '
        'xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="2">'
        + one("GAZLAC0020120109e51700030", text)
        + one("GAZLAC0020120109e51700031", "")
        + "</ppsarticleResultSet></ppsArticleResponse></PPSResponse>"
    )
