"""Date words: what dates are made of in the languages in which they are found in a text."""

from __future__ import annotations

from dataclasses import dataclass


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The words of one language. All but `strong`, `counting` and `units` are regular expressions.

    `months` and `seasons` are in their order from January and from spring, each with all its spellings.
    `day` is what follows the number of a day, `of` what joins day, month and year, `year` what may stand
    before the number of a year. `before` and `after` Christ stand behind a year, `after` also in front.
    `century` and `decade` have a group ``n`` for the number. `range_words` join two dates, `leads` begin
    such a range, `both` are the two words of one. `since` begins and `onwards` ends a date with an open
    end; `portion` is a part of a longer time. `month_first` and `ordinals` tell of September 3 and of
    the third of September. `strong` words before a bare number say that it is a year, `counting` words
    that it is none, as do `units` after it.
    """

    months: tuple[str, ...]
    seasons: tuple[str, str, str, str]
    day: str
    of: str
    year: str
    before: str
    after: str
    century: str
    decade: str
    article: str
    range_words: str
    leads: str
    both: tuple[str, str]
    since: str
    onwards: str
    portion: str = ""
    month_first: bool = False
    ordinals: bool = False
    strong: tuple[str, ...]
    counting: tuple[str, ...]
    units: tuple[str, ...]


_SIGNS = "p pp no nos nr vol vols ch chap cf fig § # $ £ € № isbn"

ENGLISH = DateWords(
    months=_words(
        r"January|Jan\.? February|Feb\.? March|Mar\.? April|Apr\.? May June|Jun\.? July|Jul\.? "
        r"August|Aug\.? September|Sept?\.? October|Oct\.? November|Nov\.? December|Dec\.?"
    ),
    seasons=("spring", "summer", "autumn|fall", "winter"),
    day="(?:st|nd|rd|th|d)?",
    of="of|in",
    year="the year|year",
    before=r"B\.? ?C\.?(?: ?E\b\.?)?",
    after=r"A\.? ?D\b\.?|C\.? ?E\b\.?",
    century=r"(?P<n>\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:[- ]first)?)[- ](?:century|centuries)",
    decade=r"(?P<n>\d{2,3}0)'?s",
    article="the",
    range_words="to|until|till|through|up to",
    leads="from",
    both=("between", "and"),
    since="from|since",
    onwards="onwards?|on",
    portion="early|mid|late|(?:first|second) half of|(?:first|second|third|fourth) quarter of",
    month_first=True,
    ordinals=True,
    strong=_words(
        "in by since until till during before after early late mid year circa ca c summer winter "
        "spring autumn fall throughout anno dated born died around"
    ),
    counting=_words(
        _SIGNS
        + " christmas easter page pages line lines verse chapter section figure table number volume room "
        "some nearly almost over than only exactly another these those all numbering total with least "
        "most other"
    ),
    units=_words(
        "men women people children feet teeth horse troops km m cm mm kg g lb lbs ft mi mph hp per "
        "percent million thousand hundred billion dozen killed wounded dead votes strong"
    ),
)
GERMAN = DateWords(
    months=_words(
        r"Januar|Jänner|Jan\.? Februar|Feber|Febr?\.? März|Mär\.? April|Apr\.? Mai Juni|Jun\.? "
        r"Juli|Jul\.? August|Aug\.? September|Sept?\.? Oktober|Okt\.? November|Nov\.? Dezember|Dez\.?"
    ),
    seasons=(r"Frühling|Frühjahrs?|Frühlings", "Sommers?", "Herbst(?:es)?", "Winters?"),
    day=r"\.?",
    of="des|im|von",
    year="Jahr(?:es?)?|des Jahres",
    before=r"v\. ?(?:Chr|u\. ?Z)\.?|vor Christus",
    after=r"n\. ?(?:Chr|u\. ?Z)\.?|nach Christus",
    century=r"(?P<n>\d{1,2})\. (?:Jahrhunderts?|Jh\.?|Jhdt\.?)",
    decade=r"(?P<n>\d{2,3}0)er(?: Jahren?)?",
    article="der|die|das|dem|den|des|zum",
    range_words="bis(?: zum)?",
    leads="von|vom",
    both=("zwischen", "und"),
    since="seit|ab|von",
    onwards="an",
    strong=_words(
        "in im jahr jahre jahres seit bis um nach vor ab anfang ende mitte sommer winter frühjahr "
        "frühling herbst während anno circa ca"
    ),
    counting=_words(
        _SIGNS + "  s seite seiten bd zeile vers kapitel etwa rund fast über nur mit alle zimmer nummer"
    ),
    units=_words(
        "mann männer frauen menschen soldaten kinder kilometer meter km m kg tonnen prozent mark stück tote"
    ),
)
FRENCH = DateWords(
    months=_words(
        r"janvier|janv\.? février|févr?\.? mars avril|avr\.? mai juin juillet|juil\.? août|aout "
        r"septembre|sept\.? octobre|oct\.? novembre|nov\.? décembre|déc\.?"
    ),
    seasons=("printemps", "été", "automne", "hiver"),
    day="(?:er|ᵉʳ)?",
    of="de|d'|en|du|de l'",
    year="l'année|année|l'an|an",
    before=r"av(?:ant|\.) ?J(?:ésus|\.)[- ]?C(?:hrist|\.)?",
    after=r"ap(?:rès|r?\.) ?J(?:ésus|\.)[- ]?C(?:hrist|\.)?",
    century=r"(?P<n>[IVX]{1,5}|\d{1,2})(?:er|ᵉʳ|e|ᵉ|ème|è) siècles?",
    decade=r"années (?P<n>\d{2,3}0)",
    article="le|la|l'|au|les",
    range_words="à|au|jusqu'à|jusqu'au|jusqu'en",
    leads="de|du|depuis",
    both=("entre", "et"),
    since="depuis|dès|à partir de",
    onwards="et après",
    strong=_words(
        "en vers depuis dès avant après l'an l'année an année début fin mi jusqu'en été hiver "
        "printemps automne anno"
    ),
    counting=_words(
        _SIGNS + "  page pages ligne vers chapitre tome quelque environ presque plus seulement numéro"
    ),
    units=_words(
        "hommes femmes personnes soldats enfants kilomètres mètres km m kg tonnes francs morts pour"
    ),
)
SPANISH = DateWords(
    months=_words(
        r"enero|ene\.? febrero|feb\.? marzo|mar\.? abril|abr\.? mayo junio|jun\.? julio|jul\.? "
        r"agosto|ago\.? septiembre|setiembre|sept?\.? octubre|oct\.? noviembre|nov\.? diciembre|dic\.?"
    ),
    seasons=("primavera", "verano", "otoño", "invierno"),
    day="(?:º|\\.º|ro)?",
    of="de|del|en",
    year="año",
    before=r"a\. ?(?:de )?(?:C|J\. ?C)\.?|antes de Cristo",
    after=r"d\. ?(?:de )?(?:C|J\. ?C)\.?|después de Cristo",
    century=r"siglos? (?P<n>[IVX]{1,5}|\d{1,2})",
    decade=r"(?:años|década de(?: los)?) (?P<n>\d{2,3}0)",
    article="el|la|los|al",
    range_words="a|al|hasta|hasta el",
    leads="de|del|desde|desde el",
    both=("entre", "y"),
    since="desde|a partir de",
    onwards="en adelante",
    strong=_words(
        "en desde hasta hacia durante antes después año fines principios mediados verano invierno "
        "primavera otoño anno"
    ),
    counting=_words(_SIGNS + "  página páginas línea verso capítulo tomo unos unas casi más solo número"),
    units=_words(
        "hombres mujeres personas soldados niños kilómetros metros km m kg toneladas pesos muertos por"
    ),
)
ITALIAN = DateWords(
    months=_words(
        r"gennaio|genn?\.? febbraio|febb?r?\.? marzo|mar\.? aprile|apr\.? maggio|magg?\.? "
        r"giugno|giu\.? luglio|lug\.? agosto|ago\.? settembre|sett?\.? ottobre|ott\.? novembre|nov\.? "
        r"dicembre|dic\.?"
    ),
    seasons=("primavera", "estate", "autunno", "inverno"),
    day="[º°]?",
    of="di|del|dell'|nel",
    year="anno|l'anno",
    before=r"a\. ?C\.?|avanti Cristo",
    after=r"d\. ?C\.?|dopo Cristo",
    century=r"(?P<n>[IVX]{1,5}) secolo",
    decade=r"anni (?P<n>\d{2,3}0)",
    article="il|lo|la|l'|al",
    range_words="al|a|fino al|all'",
    leads="dal|dall'|da|dai",
    both=("tra il|fra il|tra|fra", "e il|e"),
    since="dal|dall'|a partire dal",
    onwards="in poi",
    strong=_words(
        "nel nell del dal al verso durante fino prima dopo anno inizio fine metà estate inverno "
        "primavera autunno"
    ),
    counting=_words(_SIGNS + "  pagina pagine riga verso capitolo tomo circa quasi oltre solo numero"),
    units=_words("uomini donne persone soldati bambini chilometri metri km m kg tonnellate lire morti per"),
)

LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN}
