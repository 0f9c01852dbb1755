"""Tongues: how languages other than English say seasons, centuries, decades, eras and steps in time."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """The words of time of one language, as patterns.

    `seasons` are keyed by their number in EDTF. `century` has a group `number` in Roman or Arabic digits or in
    words, which `ordinals` explains; `decade` a group `tens` (192) or `word`, which `tens` explains. `steps` are
    phrases that count from the date told last: a unit and how many. `units` and `numbers` make durations.
    `before_month` are words after which a month stands without a year; `prefix` is what belongs to a date
    that follows: early, the end of, about.
    """

    seasons: dict[int, str] = field(default_factory=dict)
    century: str = ""
    ordinals: dict[str, int] = field(default_factory=dict)
    decade: str = ""
    tens: dict[str, int] = field(default_factory=dict)
    before_christ: str = ""
    after_christ: str = ""
    steps: tuple[tuple[str, str, int], ...] = ()
    units: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    before_month: str = ""
    before_year: str = ""
    prefix: str = ""
    early: str = ""
    late: str = ""
    middle: str = ""
    about: str = ""
    joins: str = ""
    things: str = ""


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), first)}


GERMAN = Tongue(
    seasons={21: "Frühling|Frühjahr|Frühjahrs", 22: "Sommers?", 23: "Herbste?s?", 24: "Winters?"},
    century=r"(?P<number>\d{1,2}\.|[a-zäöü]+(?:te|ten))\s+(?:Jahrhunderts?|Jh\.|Jhs?\.)",
    ordinals={
        f"{word}{ending}": number
        for number, word in enumerate(
            ["erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte", "elfte", "zwölfte", "dreizehnte", "vierzehnte", "fünfzehnte", "sechzehnte", "siebzehnte", "achtzehnte", "neunzehnte", "zwanzigste", "einundzwanzigste"],
            1,
        )
        for ending in ("", "n")
    },
    decade=r"(?P<tens>\d{3})0er(?:[ -]Jahren?)?|(?P<word>[A-Za-zäöüß]+ziger|dreißiger|Dreißiger)[ -]?[Jj]ahren?",
    tens={
        word: number
        for number, word in enumerate(
            ["zwanziger", "dreißiger", "vierziger", "fünfziger", "sechziger", "siebziger", "achtziger", "neunziger"], 2
        )
    },
    before_christ=r"v\.\s?Chr\.|v\.\s?u\.\s?Z\.|vor\s+Christus",
    after_christ=r"n\.\s?Chr\.|n\.\s?u\.\s?Z\.|nach\s+Christus",
    steps=(
        (r"[Ii]m\s+(?:folgenden|nächsten|darauf\s?folgenden)\s+Jahr|[Ee]in\s+Jahr\s+(?:später|darauf)", "year", 1),
        (r"[Ii]m\s+(?:selben|gleichen|demselben)\s+Jahr|[Ii]n\s+diesem\s+Jahr", "year", 0),
        (r"[Ii]m\s+Jahr\s+(?:davor|zuvor)|[Ee]in\s+Jahr\s+(?:zuvor|früher)", "year", -1),
        (r"[Aa]m\s+(?:nächsten|folgenden)\s+(?:Tage?|Morgen|Abend)|[Tt]ags\s+darauf|[Ee]inen\s+Tag\s+später", "day", 1),
        (r"[Aa]m\s+(?:selben|gleichen)\s+(?:Tage?|Abend)", "day", 0),
    ),
    units={"year": "Jahren?", "month": "Monaten?", "week": "Wochen?", "day": "Tagen?", "hour": "Stunden?"},
    numbers=_numbered("ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf") | {"eine": 1, "einen": 1, "einem": 1, "einer": 1},
    before_month=r"[Ii]m|[Ss]eit|[Bb]is|[Aa]nfang|[Ee]nde|[Mm]itte|[Vv]om|[Zz]um|[Aa]b|[Dd]es|[Dd]en|[Uu]nd",
    before_year=r"[Ii]m\s+Jahre?|[Ss]eit|[Uu]m|[Bb]is|[Vv]on|[Nn]ach|[Vv]or|[Aa]b|[Ii]n|[Ii]m|[Ee]nde|[Aa]nfang|[Mm]itte|[Ss]ommer|[Ww]inter|[Hh]erbst|[Uu]nd|[Jj]ahren?",
    prefix=r"(?:[Aa]nfang|[Ee]nde|[Mm]itte|[Ff]rüh(?:en|es)?|[Ss]pät(?:en|es)?)\s+(?:de[sr]\s+(?:Jahres\s+)?)?|(?:[Ee]twa|ca\.|[Uu]m|[Gg]egen)\s+",
    early=r"[Aa]nfang|[Ff]rüh", late=r"[Ee]nde|[Ss]pät", middle=r"[Mm]itte", about=r"[Ee]twa|ca\.|[Uu]m|[Gg]egen",
    joins=r"bis(?:\s+zum)?|und|oder",
    things=r"Mann|Männer|Frauen|Menschen|Soldaten|Einwohner|Meter|Kilometer|Tonnen|Mark|Jahren?|Personen|Pferde|Stück|Seiten|Tote|Gulden|Taler|Dollar|Schritte|Exemplare",
)  # fmt: skip

FRENCH = Tongue(
    seasons={21: "printemps", 22: "étés?", 23: "automne", 24: "hivers?"},
    century=r"(?P<number>[IVX]+(?:e|è|ème|er)?|\d{1,2}(?:e|è|ème|er))\s+siècles?",
    decade=r"[Aa]nnées\s+(?P<tens>\d{3})0|[Aa]nnées\s+(?P<word>vingt|trente|quarante|cinquante|soixante|quatre-vingts?)",
    tens={"vingt": 2, "trente": 3, "quarante": 4, "cinquante": 5, "soixante": 6, "quatre-vingt": 8, "quatre-vingts": 8},
    before_christ=r"av(?:\.|ant)\s?J\.?\s?-?\s?C\.?|avant\s+Jésus-Christ",
    after_christ=r"ap(?:\.|rès)\s?J\.?\s?-?\s?C\.?|après\s+Jésus-Christ",
    steps=(
        (r"[Ll][’']année\s+suivante|[Uu]n\s+an\s+(?:plus\s+tard|après)", "year", 1),
        (r"(?:[Ll]a|[Cc]ette)\s+même\s+année|[Cc]ette\s+année-là", "year", 0),
        (r"[Ll][’']année\s+précédente|[Uu]n\s+an\s+(?:plus\s+tôt|auparavant)", "year", -1),
        (r"[Ll]e\s+lendemain|[Ll]e\s+jour\s+suivant", "day", 1),
        (r"[Ll]e\s+(?:même\s+jour|jour\s+même)|[Cc]e\s+jour-là", "day", 0),
    ),
    units={"year": "ans|années?", "month": "mois", "week": "semaines?", "day": "jours?", "hour": "heures?"},
    numbers=_numbered("un deux trois quatre cinq six sept huit neuf dix onze douze") | {"une": 1, "vingt": 20, "trente": 30, "cent": 100},
    before_month=r"[Ee]n|[Ff]in|[Dd]ébut|[Mm]i-?|[Dd]epuis|[Dd]e|[Dd]’|d'|[Ee]t|[Àà]|mois\s+de|mois\s+d[’']",
    before_year=r"[Ee]n|[Dd]epuis|[Dd]e|[Vv]ers|[Ff]in|[Dd]ébut|[Àà]|[Aa]vant|[Aa]près|[Jj]usqu[’']en|[Ee]t|l[’']an|années?|[Dd]ès|[ÉéEe]té|[Hh]iver|[Pp]rintemps|[Aa]utomne",
    prefix=r"(?:(?:la\s+|le\s+|au\s+)?(?:[Ff]in|[Dd]ébut|[Mm]ilieu)\s+(?:de\s+(?:l[’']|la\s+)?|du\s+|d[’']|des\s+)?|[Mm]i-)|(?:[Vv]ers|[Ee]nviron)\s+(?:l[’']an\s+)?",
    early=r"[Dd]ébut", late=r"[Ff]in", middle=r"[Mm]ilieu|[Mm]i-", about=r"[Vv]ers|[Ee]nviron",
    joins=r"au|à|et|ou",
    things=r"hommes|femmes|soldats|habitants|mètres|kilomètres|francs|livres|ans|personnes|chevaux|pages|morts|tonnes|lieues|pieds|toises|exemplaires",
)  # fmt: skip

SPANISH = Tongue(
    seasons={21: "primavera", 22: "verano", 23: "otoño", 24: "invierno"},
    century=r"siglos?\s+(?P<number>[IVX]+|\d{1,2})",
    decade=r"[Aa]ños\s+(?P<tens>\d{3})0|[Dd]écada\s+de\s+(?P<tens2>\d{3})0|(?:[Aa]ños|[Dd]écada\s+de\s+los)\s+(?P<word>veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)",
    tens=_numbered("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 2),
    before_christ=r"a\.\s?(?:de\s+)?C\.|a\.\s?n\.\s?e\.|antes\s+de\s+Cristo", after_christ=r"d\.\s?(?:de\s+)?C\.|después\s+de\s+Cristo",
    steps=(
        (r"[Aa]l\s+año\s+siguiente|[Uu]n\s+año\s+(?:después|más\s+tarde)", "year", 1),
        (r"(?:[Ee]n\s+)?(?:[Ee]l|[Ee]se|[Aa]quel)\s+mismo\s+año|[Ee]se\s+año|[Aa]quel\s+año", "year", 0),
        (r"[Ee]l\s+año\s+anterior|[Uu]n\s+año\s+antes", "year", -1),
        (r"[Aa]l\s+día\s+siguiente", "day", 1),
        (r"[Ee](?:l|se)\s+mismo\s+día|[Aa]quel\s+(?:mismo\s+)?día", "day", 0),
    ),
    units={"year": "años?", "month": "mes(?:es)?", "week": "semanas?", "day": "días?", "hour": "horas?"},
    numbers=_numbered("un dos tres cuatro cinco seis siete ocho nueve diez once doce") | {"una": 1, "veinte": 20, "treinta": 30, "cien": 100},
    before_month=r"[Ee]n|[Dd]esde|[Hh]asta|[Dd]e|[Aa]|[Yy]",
    before_year=r"[Ee]n|[Dd]esde|[Hh]asta|[Dd]e|[Dd]el|[Hh]acia|[Aa]|[Yy]|año|años|[Tt]ras|verano|invierno|otoño|primavera",
    prefix=r"(?:(?:a\s+|los\s+)?(?:[Pp]rincipios|[Mm]ediados|[Ff]inales|[Ff]ines|[Cc]omienzos)\s+(?:del?\s+)(?:la\s+|los\s+|año\s+)?)|(?:[Hh]acia|[Aa]lrededor\s+de)\s+",
    early=r"[Pp]rincipios|[Cc]omienzos", late=r"[Ff]inales|[Ff]ines", middle=r"[Mm]ediados", about=r"[Hh]acia|[Aa]lrededor",
    joins=r"al?|y|o|hasta",
    things=r"hombres|mujeres|soldados|habitantes|metros|kilómetros|pesetas|pesos|años|personas|caballos|páginas|muertos|toneladas|reales|ducados|pies|ejemplares",
)  # fmt: skip

ITALIAN = Tongue(
    seasons={21: "primavera", 22: "estate", 23: "autunno", 24: "inverno"},
    century=r"(?P<number>[IVX]+|\d{1,2}[°º])\s+secolo|(?P<word>(?:Due|Tre|Quattro|Cinque|Sei|Sette|Otto|Nove)cento)",
    ordinals=_numbered("Duecento Trecento Quattrocento Cinquecento Seicento Settecento Ottocento Novecento", 13),
    decade=r"[Aa]nni\s+(?P<tens>\d{3})0|[Aa]nni\s+[’'‘](?P<ten>\d)0|[Aa]nni\s+(?P<word>[Vv]enti|[Tt]renta|[Qq]uaranta|[Cc]inquanta|[Ss]essanta|[Ss]ettanta|[Oo]ttanta|[Nn]ovanta)",
    tens=_numbered("venti trenta quaranta cinquanta sessanta settanta ottanta novanta", 2),
    before_christ=r"a\.\s?C\.|avanti\s+Cristo", after_christ=r"d\.\s?C\.|dopo\s+Cristo",
    steps=(
        (r"[Ll][’']anno\s+(?:seguente|successivo|dopo)|[Uu]n\s+anno\s+(?:dopo|più\s+tardi)", "year", 1),
        (r"(?:[Nn]ello\s+|[Ll]o\s+)stesso\s+anno|[Qq]uell[’']anno", "year", 0),
        (r"[Ll][’']anno\s+(?:precedente|prima)|[Uu]n\s+anno\s+prima", "year", -1),
        (r"[Ii]l\s+giorno\s+(?:dopo|seguente|successivo)|[Ll][’']indomani", "day", 1),
        (r"[Ll]o\s+stesso\s+giorno|[Qq]uel\s+giorno", "day", 0),
    ),
    units={"year": "ann[oi]", "month": "mes[ei]", "week": "settiman[ae]", "day": "giorn[oi]", "hour": "or[ae]"},
    numbers=_numbered("un due tre quattro cinque sei sette otto nove dieci undici dodici") | {"una": 1, "venti": 20, "trenta": 30, "cento": 100},
    before_month=r"[Ii]n|[Nn]el|[Aa]|[Dd]a|[Dd]al|[Ff]ino\s+a|[Dd]i|[Ee]|[Mm]ese\s+di|[Ff]ine|[Ii]nizio|[Mm]età",
    before_year=r"[Nn]el|[Dd]al|[Aa]l|[Dd]el|[Vv]erso\s+il|[Ii]l|[Dd]opo\s+il|[Ff]ino\s+al|[Ee]|[Aa]nno|[Dd]i|[Ee]state|[Ii]nverno|[Aa]utunno|[Pp]rimavera",
    prefix=r"(?:(?:la\s+|l[’'])?(?:[Ii]nizi?o?|[Mm]età|[Ff]ine)\s+(?:del(?:l[’']|la\s+|lo\s+|\s+)|di\s+|d[’']|degli\s+)?)|(?:[Cc]irca|[Vv]erso|[Ii]ntorno\s+al)\s+(?:il\s+|l[’'])?",
    early=r"[Ii]nizi", late=r"[Ff]ine", middle=r"[Mm]età", about=r"[Cc]irca|[Vv]erso|[Ii]ntorno",
    joins=r"al?|e|o|fino\s+al?",
    things=r"uomini|donne|soldati|abitanti|metri|chilometri|lire|anni|persone|cavalli|pagine|morti|tonnellate|scudi|ducati|piedi|copie",
)  # fmt: skip

TONGUES = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN}
OTHER = Tongue()
