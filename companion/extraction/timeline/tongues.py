"""Tongues: how German, French, Spanish and Italian say when, begin a hanging clause, and tell."""

from __future__ import annotations

import re
from typing import NamedTuple


class Tongue(NamedTuple):
    """What is known of a language besides its dates.

    `lead` are the words before a date that go with it when it is left out, up to its first digit; before a
    date with one of the words `kept` it stays, since it is part of what is told. `verb` is a word that most
    likely is a finite verb, `hanging` begins behind a comma what hangs on the words before, `subordinate` a
    clause that hangs on another wherever it stands, `participle` what is said of a noun by a past participle,
    `joining` are "and" and "but".
    """

    lead: re.Pattern[str]
    kept: re.Pattern[str]
    verb: re.Pattern[str]
    hanging: re.Pattern[str]
    subordinate: re.Pattern[str]
    participle: re.Pattern[str]
    joining: re.Pattern[str]


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


_GERMAN_SUBORDINATE = (
    r"(?:dass|daß|weil|als|wenn|nachdem|bevor|obwohl|während|indem|ob|wo|wobei|wodurch|womit"
    r"|worauf|um|ohne|statt|seit|damit)\s"
)
_GERMAN = Tongue(
    lead=_pattern(
        r"(?:(?<=\s)|^)(?:(?:noch|schon|bereits|erst|auch|etwa|wohl|ungefähr|dann)\s)?"
        r"(?:(?:am|im|in|an|um|gegen|zu|während)\s(?:(?:dem|der|den|des|diesem|dieser)\s)?)?"
        r"(?:(?:\w+tag,?|Nacht|Abend|Morgen|Nachmittag|Vormittag|Mittag|Jahre?s?|Monats?|Herbst"
        r"|Sommer|Winter|"
        r"Frühjahr|Frühling|Anfang|Mitte|Ende|Beginn|Laufe|Verlauf|Monaten)\s"
        r"(?:(?:vom|zum|des|der|dem|den|im|am)\s)*(?:Jahres\s|Monats\s)?)*$"
    ),
    kept=_pattern(
        r"\b(?:von|vom|der|die|das|des|den|seit|bis|ab|nach|vor|zwischen|und|oder|aus|für|zum|zur"
        r"|geboren|geborene[rn]?"
        r"|als|wie|rund|datiert)\s$"
    ),
    verb=re.compile(
        r"\b(?:ist|sind|wird|werden|wurden?|hat|haben|soll|sollen|kann|können|will|wollen|muss|muß"
        r"|(?:ver|be|er|ent|zer|ge|über|unter|wider|um)?(?:war|hatte|kam|ging|fand|nahm|gab|fiel|zog"
        r"|trat|schloss|schloß|schlug|schrieb|schien"
        r"|blieb|ließ|hielt|stand|lag|brach|lor|gann|traf|floh|bot|rief|lief|ritt|schuf|wuchs|sprach"
        r"|sah|starb|griff|trug|warb|warf|fuhr|flog|goss"
        r"|sang|trank|zwang|schwand|band|bat|aß|las|stieg|stritt|wies|lieh|hob|schob|hieß|riet|lud"
        r"|setzt|teilt|klärt|hört|sucht)(?:en|n)?"
        r"|besteht|liegt|steht|geht|kommt|gibt|findet|(?!heute\b|heutigen?\b|ersten?\b|letzten?\b"
        r"|(?:zwei|drit|vier|fünf|sechs|sieb|ach|neun|zehn)ten?\b"
        r"|weiten?\b|alten?\b|guten?\b|gesamten?\b|bekannten?\b|roten?\b|harten?\b|bitte\b|besten?\b"
        r"|meisten?\b|größten?\b|zuletzten\b|spätesten?\b"
        r"|rechten?\b|echten?\b|toten?\b|selten\b|mitten\b|unten\b|hinten\b)[a-zäöüß]{3,}te[nt]?)\b"
    ),
    hanging=_pattern(
        r"(?:(?:in|an|auf|bei|mit|von|zu|nach|durch|für|aus|unter|über|um)\s)?"
        r"(?:der|die|das|dem|den|denen|deren|dessen|welche[rmns]?)\s(?!\w+\s(?:war|ist|hat|wurde)\b)"
        rf"|{_GERMAN_SUBORDINATE}"
    ),
    subordinate=_pattern(_GERMAN_SUBORDINATE),
    participle=re.compile(r"(?:geboren|gegründet|erbaut|errichtet)\b"),
    joining=_pattern(r",?\s(?:und|aber|doch|sondern)\s"),
)
_FRENCH = Tongue(
    lead=_pattern(
        r"(?:(?<=\s)|^)(?:(?:dès|vers|puis|aussi|encore)\s)?(?:(?:le|la|en|au|aux|à|dans|durant"
        r"|pendant|au cours de)\s"
        r"(?:(?:la|le|les|l['’])\s?)?|l['’]|d['’])?"
        r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|nuit|soir|matin|matinée|soirée"
        r"|mois|année|an|début|fin|milieu|printemps|été|automne|hiver|cours)\s?"
        r"(?:(?:du|de|de la|des|d['’])\s?)*(?:(?:année|mois|an)\s(?:de\s)?)?)*$"
    ),
    kept=_pattern(
        r"\b(?:de|du|d['’]|des|depuis|jusqu['’](?:en|au|à)|avant|après|entre|et|ou|née?s?(?:\s(?:le"
        r"|en))?|morte?s?(?:\s(?:le|en))?"
        r"|datée?s?(?:\s(?:de|du))?|loi|décret|à partir (?:de|du))\s?$"
    ),
    verb=re.compile(
        r"\b(?:est|sont|était|étaient|fut|furent|a|ont|avait|avaient|eut|eurent|sera|seront|devient"
        r"|deviennent|meurt|naît|prend"
        r"|reçoit|fait|va|vont|peut|doit|part|sort|(?!cela\b|déjà\b|voilà\b|caméra\b|opéra\b"
        r"|cinéma\b)[a-zéèêçï]{3,}a"
        r"|[a-zéèêçï]{2,}(?:èrent|irent|urent|inrent|aient|ait|înt)"
        r"|(?!petit|droit|esprit|conflit|crédit|nuit|bruit|fruit|produit|profit|endroit|circuit"
        r"|déficit|huit|toit|lit\b|dit\b"
        r"|saint|point|joint|début|salut|tout|but\b|statut|institut|surtout)[a-zéèêçï]{2,}(?:it|ut"
        r"|int)|[a-zéèê]{3,}e(?=\s(?:le|la|les|un|une|au|à|en|son|sa|ses)\s))\b"
    ),
    hanging=_pattern(
        r"(?:qui|que|qu['’]|dont|où|lequel|laquelle|lesquel(?:le)?s|(?:à|de|pour|dans|avec|par"
        r"|sur)\s(?:qui|laquelle|lequel|lesquel(?:le)?s)"
        r"|quand|lorsqu(?:e|['’])|alors|parce|puisque|tandis|afin|pour que|si|comme|ce qui|ce que)\s?"
        r"|[a-zéèê]{3,}ant\s|(?:ainsi que)\s"
    ),
    subordinate=_pattern(
        r"(?:qui|que|qu['’]|dont|où|lequel|laquelle|quand|lorsqu(?:e|['’])|alors|parce|puisque|tandis"
        r"|afin|si|comme|ce qui|ce que)\s?|[a-zéèê]{3,}ant\s"
    ),
    participle=re.compile(r"[a-zA-ZéèêçÉ]{2,}(?:é|ée|és|ées|i|ie|is|ies|ue|us|ues|te|tes)"),
    joining=_pattern(r",?\s(?:et|mais|puis)\s"),
)
_SPANISH = Tongue(
    lead=_pattern(
        r"(?:(?<=\s)|^)(?:(?:ya|hacia|sobre|también)\s)?(?:(?:el|la|en|a|al|por|durante)\s(?:(?:el|la"
        r"|los|las|este|ese|dicho)\s)?)?"
        r"(?:(?:día|noche|mañana|tarde|mes|año|años|lunes|martes|miércoles|jueves|viernes|sábado"
        r"|domingo|principios|mediados|finales"
        r"|comienzos|fines|primavera|verano|otoño|invierno|transcurso|1\s?º?)\s(?:(?:de|del|de la"
        r"|de los)\s)*(?:(?:año|mes)\s(?:de\s)?)?)*$"
    ),
    kept=_pattern(
        r"\b(?:de|del|desde|hasta|antes de|después de|entre|y|o|nacid[oa]s?(?:\s(?:en|el))?"
        r"|muert[oa]s?(?:\s(?:en|el))?|ley|decreto|la|a partir de)\s$"
    ),
    verb=re.compile(
        r"\b(?:es|son|era|eran|fue|fueron|ha|han|había|habían|será|serán|está|están|tiene|tienen"
        r"|puede|hizo|hubo|dijo|tuvo|pudo|quiso|vino|puso|supo|dio|vio"
        r"|(?!según|organización|también|razón|región|estación|misión|versión)[a-zñáéíú]{2,}ó"
        r"|[a-zñáéíóú]{2,}(?:aron|ieron|yeron|jeron)|[a-zñáéíóú]{3,}(?:aba|aban)"
        r"|(?!compañía|día|vía|mayoría|economía|energía|categoría|filosofía|fotografía|teoría"
        r"|historía|policía|autoría|poesía|geografía|minería|infantería|caballería"
        r"|artillería)[a-zñ]{3,}ían?"
        r"|se\s[a-zñáéíóú]{3,}(?:a|e|an|en))\b"
    ),
    hanging=_pattern(
        r"(?:que|quien|quienes|donde|cuando|cuy[oa]s?|el cual|la cual|los cuales|las cuales|lo que"
        r"|(?:en|de|a|con|por|para)\s(?:el|la|los|las|lo)?\s?(?:que|quien|cual|cuales)"
        r"|mientras|porque|aunque|si|como)\s|[a-zñáéíóú]{3,}(?:ando|iendo|yendo)\s"
    ),
    subordinate=_pattern(
        r"(?:que|quien|quienes|donde|cuando|cuy[oa]s?|mientras|porque|aunque|si|como)\s"
        r"|[a-zñáéíóú]{3,}(?:ando|iendo|yendo)\s"
    ),
    participle=re.compile(r"[a-zA-Zñáéíóú]{2,}(?:ad|id|íd|t|ch|st|rt)[oa]s?"),
    joining=_pattern(r",?\s(?:y|e|pero)\s"),
)
_ITALIAN = Tongue(
    lead=_pattern(
        r"(?:(?<=\s)|^)(?:(?:già|verso|circa|anche|poi)\s)?(?:(?:il|lo|la|in|nel|nella|nell['’]|nei"
        r"|negli|a|al|all['’]|durante|l['’])\s?(?:(?:il|la|lo)\s)?)?"
        r"(?:(?:giorno|notte|sera|mattina|mattino|mese|anno|anni|lunedì|martedì|mercoledì|giovedì"
        r"|venerdì|sabato|domenica|inizio|inizi|fine|metà"
        r"|primavera|estate|autunno|inverno|corso|primo|1\s?°?)\s(?:(?:di|del|della|dell['’]|degli"
        r"|dei)\s?)*(?:(?:anno|mese)\s(?:di\s)?)?)*$"
    ),
    kept=_pattern(
        r"\b(?:di|del|dello|della|dell['’]|dei|degli|dal|dalla|dall['’]|fino al|fino a|prima del"
        r"|dopo il|tra il|fra il|tra|fra|e|o|nat[oaie](?:\s(?:il|nel))?"
        r"|mort[oaie](?:\s(?:il|nel))?|legge|decreto|luogotenenziale|a partire dal)\s?$"
    ),
    verb=re.compile(
        r"\b(?:è|sono|era|erano|fu|furono|ha|hanno|aveva|avevano|ebbe|ebbero|sarà|saranno|viene"
        r"|vengono|venne|vennero|può|diventa|diventò|divenne|nacque|morì"
        r"|prese|presero|fece|fecero|diede|mise|scrisse|vinse|tenne|perse|decise|rimase|vide|videro"
        r"|nasce|muore|inizia|prende|intraprende"
        r"|(?!però\b|ciò\b|perciò\b)[a-zàèéìù]{2,}ò|(?!così|lì\b|giovedì|lunedì|martedì|mercoledì"
        r"|venerdì)[a-z]{3,}ì"
        r"|[a-zàèéìòù]{2,}(?:arono|erono|irono)|[a-zàèéìòù]{3,}(?:avano|evano|ivano)"
        r"|(?!nuova|prova|brava|riva|attiva|iniziativa|prospettiva)[a-zàèéìòù]{3,}(?:ava|eva|iva))\b"
    ),
    hanging=_pattern(
        r"(?:che|cui|dove|quando|mentre|poiché|perché|affinché|benché|sebbene|se|come|il quale"
        r"|la quale|i quali|le quali"
        r"|(?:in|di|da|a|con|per|su|tra)\s(?:cui|chi)|(?:nel|della?|dal|alla?|con il|sul)\s?quale)\s"
        r"|[a-zàèéìòù]{3,}(?:ando|endo)\s"
    ),
    subordinate=_pattern(
        r"(?:che|cui|dove|quando|mentre|poiché|perché|affinché|benché|sebbene|se|come)\s"
        r"|[a-zàèéìòù]{3,}(?:ando|endo)\s"
    ),
    participle=re.compile(r"[a-zA-Zàèéìòù]{2,}(?:at|ut|it|ess|os|ont|ett|ers|ert)[oaie]"),
    joining=_pattern(r",?\s(?:e|ed|ma|poi)\s"),
)
TONGUES = {"de": _GERMAN, "fr": _FRENCH, "es": _SPANISH, "it": _ITALIAN}
"""By the code of the language."""
