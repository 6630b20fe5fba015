"""The currencies of the world as the French press names them. Plain facts; knows no sentence."""

from __future__ import annotations

# « code: form, form », ISO 4217. « livre » alone is left out: a weight, a book or six currencies. So are « cent », a
# number, and « colon » without its accent, a settler. Names that several states share stand for themselves.
MONEY = """
EUR: euro, €, eur
USD: dollar, dollar américain, dollar US, dollar états-unien, billet vert, $, us$, $us, usd
CAD: dollar canadien, $ca
AUD: dollar australien
NZD: dollar néo-zélandais
HKD: dollar de Hong Kong, dollars de Hong Kong, dollar hongkongais
TWD: dollar taïwanais, dollar de Taïwan, dollars de Taïwan
SGD: dollar singapourien, dollar de Singapour, dollars de Singapour
NAD: dollar namibien
ZWL: dollar zimbabwéen
JMD: dollar jamaïcain
FJD: dollar fidjien
GYD: dollar guyanien
LRD: dollar libérien
GBP: livre sterling, livre britannique, £, gbp
TRY: livre turque
EGP: livre égyptienne
LBP: livre libanaise
SYP: livre syrienne
SDG: livre soudanaise
SSP: livre sud-soudanaise
CHF: franc suisse, chf
XOF: franc CFA, FCFA, XOF
FRF: franc français, franc
BIF: franc burundais
RWF: franc rwandais
CDF: franc congolais
GNF: franc guinéen
DJF: franc djiboutien
KMF: franc comorien
XPF: franc Pacifique
RUB: rouble, rouble russe, ₽
BYN: rouble biélorusse, rouble bélarusse
UAH: hryvnia, hryvna, hryvnia ukrainienne, ₴
CNY: yuan, renminbi
JPY: yen, ¥
KRW: won, won sud-coréen
KPW: won nord-coréen
INR: roupie, roupie indienne, ₹
PKR: roupie pakistanaise
LKR: roupie sri-lankaise
NPR: roupie népalaise
MUR: roupie mauricienne
SCR: roupie seychelloise
IDR: roupie indonésienne, rupiah
MVR: rufiyaa
BTN: ngultrum
ILS: shekel, sheqel, nouveau shekel, ₪
IRR: rial, rial iranien, toman
YER: rial yéménite
OMR: rial omanais
SAR: riyal, riyal saoudien
QAR: riyal qatari, riyal qatarien
AED: dirham émirati
MAD: dirham, dirham marocain
DZD: dinar algérien
TND: dinar tunisien
LYD: dinar libyen
IQD: dinar irakien
JOD: dinar jordanien
KWD: dinar koweïtien
BHD: dinar bahreïni
RSD: dinar serbe
MKD: denar, dinar macédonien
dinars: dinar
PLN: zloty, złoty
CZK: couronne tchèque
SEK: couronne suédoise
NOK: couronne norvégienne
DKK: couronne danoise
ISK: couronne islandaise
HUF: forint
RON: leu, lei, leu roumain, lei roumains
MDL: leu moldave, lei moldaves
BGN: lev, leva
ALL: lek
BAM: mark convertible
GEL: lari
AZN: manat, manat azerbaïdjanais
TMT: manat turkmène
AMD: dram
KZT: tenge, tengué
KGS: som, som kirghize
UZS: soum, sum ouzbek
TJS: somoni
MNT: tugrik, tögrög
AFN: afghani
MMK: kyat
LAK: kip
KHR: riel
THB: baht
MYR: ringgit
VND: dong
PHP: peso philippin
BDT: taka
BRL: real, réal, réaux, reais
ARS: peso argentin
MXN: peso mexicain
CLP: peso chilien
COP: peso colombien
CUP: peso cubain
UYU: peso uruguayen
DOP: peso dominicain
pesos: peso
VES: bolivar
BOB: boliviano
PEN: sol péruvien, nouveau sol
PYG: guarani
GTQ: quetzal
HNL: lempira
CRC: colón
PAB: balboa
HTG: gourde
ZAR: rand
NGN: naira, naïra
GHS: cedi
KES: shilling kényan
TZS: shilling tanzanien
UGX: shilling ougandais
SOS: shilling somalien
shillings: shilling
ETB: birr
ERN: nakfa
MWK: kwacha, kwacha malawite, kwacha malawien
ZMW: kwacha zambien
AOA: kwanza
MZN: metical, meticais
MGA: ariary
BWP: pula
LSL: loti, maloti
SZL: lilangeni, emalangeni
GMD: dalasi
SLE: leone
MRU: ouguiya
CVE: escudo cap-verdien
STN: dobra
PGK: kina
centimes d'euro: centime d'euro, centimes d'euro, centimes d'euros
centimes: centime
kopecks: kopeck
"""
