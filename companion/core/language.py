"""Language: which language and script a text is in, guessed by its letters and its commonest small words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ENOUGH_WORDS = 40
_LEAST_SHARE, _LEAST_LEAD = 0.08, 1.5
"""The part of all words that the small words of a language make at least, and how many times as many they are
as those of the next one."""
_FEW_WORDS, _FEW_SHARE, _FEW_LEAD = 8, 0.2, 2.0
"""The same for a text of a paragraph or two."""
_LOOKED_AT = 6000
"""Characters, from the middle of the text: its beginning may be a notice in another language."""
_SAMPLES, _SAMPLE = 16, 2000
"""How many places of a text are looked at for its script, and how many characters of each."""

_SMALL_WORDS = {
    "en": "the and of to in that was his with for had not which from they were is it he she as at on by be",
    "de": "der die und das nicht ein zu den mit ist sich auf dem von war ich im eine des als wurde sie er",
    "fr": "le les des et est une que dans qui pas du au sur plus elle avait la en il un par ce",
    "es": "el los las que del una por con para como más su se había pero lo en la un y fue",
    "it": "il di che per non una della con sono gli era più ma nel si come la un è dei fu alla",
    "nl": "het een van en dat niet zijn op te met voor was die hij aan ook de in is werd door bij",
    "pt": "os que não uma com para dos da em mais ao se era mas por do um na foi as no é",
    "sv": "och att det som en på är av för med den till inte han var om jag ett hade från",
    "da": "og at det som en på er af for med den til ikke han var de jeg blev fra et havde",
    "nb": "og at det som en på er av for med den til ikke han var de jeg ble fra et hadde etter",
    "pl": "się nie na że jest do jak ale za to po przez był tym od co oraz dla jego przy",
    "cs": "se na že je by jsem ale jako to po byl od za jeho nebo který když až jen také",
    "sk": "sa na že je by som ale ako to po bol od za jeho alebo ktorý keď až len tiež",
    "hr": "se na da je su bio od za koji ali kao što nije bila sam iz kako samo ili nakon",
    "ro": "și în de la cu nu pe că din care este un pentru mai să fost o sau au după",
    "hu": "a az és hogy nem is egy volt meg de csak már mint ha még volt ezt azt vagy után",
    "fi": "ja on ei että oli se hän mutta kuin niin ovat myös joka sen tai hänen olivat vuonna jo",
    "tr": "ve bir bu için ile da de olarak çok daha gibi ne sonra olan kadar ama her en onun değil",
    "ca": "els les que una amb per del com més però va ser dels al es seu han seva també la",
    "la": "et in est non ad cum ut quod sed qui ex per quae si etiam ab atque quam esse hoc",
    "ru": "и в не на что он с как его это но по к она из за было был же от все так для",
    "uk": "і в не на що він з як його це але по до вона із за було був та від й також для",
    "bg": "и в не на че той с как го това но по се да за беше от са е като при към",
    "sr": "и у не на да је се од за су али као што из који био са није по сам ће",
    "el": "και το να του η της με που των ο για την δεν από τον στο είναι στην θα οι",
}
_TABLE = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_SHARED = Counter(word for small in _TABLE.values() for word in small)
"""In how many languages a small word stands: one that many share tells little of which it is."""
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str:
    """The code of the language that `text` is in; empty where it is none of some, or nothing is clear."""
    middle = max(0, (len(text) - _LOOKED_AT) // 2)
    words = Counter(_WORD.findall(text[middle : middle + _LOOKED_AT].lower()))
    total = words.total()
    if total < _FEW_WORDS:
        return ""
    counts = {language: sum(words[word] for word in small) for language, small in _TABLE.items()}
    rare = {
        language: sum(words[word] / _SHARED[word] for word in small) for language, small in _TABLE.items()
    }
    best = max(counts, key=counts.__getitem__)
    enough = total >= _ENOUGH_WORDS
    share, lead = (_LEAST_SHARE, _LEAST_LEAD) if enough else (_FEW_SHARE, _FEW_LEAD)
    is_ahead = _is_ahead(best, counts, lead) or _is_ahead(best, rare, lead)
    is_clear = is_ahead and counts[best] >= share * total
    return best if is_clear else ""


def _is_ahead(best: str, told: Mapping[str, float], lead: float) -> bool:
    """Whether a language is told so many times as much as the next one."""
    rival = max(told, key=lambda language: told[language] if language != best else -1)
    return told[best] >= told[rival] * (_LEAD_OF_NEAR if are_near(best, rival) else lead)


def common_words(language: str) -> frozenset[str]:
    """Some of the commonest small words of a language, in small letters; none where it is not known."""
    return _TABLE.get(language, frozenset())


def are_near(one: str, other: str) -> bool:
    """Whether two languages share so many small words that a text may be taken for either."""
    return any({one, other} <= near for near in _NEAR)


_NEAR = ({"da", "nb"}, {"cs", "sk"}, {"es", "ca", "pt", "it"}, {"ru", "uk", "bg", "sr"}, {"da", "nb", "sv"})
_LEAD_OF_NEAR = 1.15
"""Languages that share many small words, and the lead that is enough among them."""


# -- codes

_CODES = (
    "ar ara, bg bul, ca cat, cs cze ces, cy wel cym, da dan, de ger deu, el gre ell, en eng, eo epo, es spa, "
    "et est, eu baq eus, fa per fas, fi fin, fr fre fra, ga gle, gl glg, he heb, hi hin, hr hrv, hu hun, "
    "hy arm hye, id ind, is ice isl, it ita, ja jpn, ka geo kat, ko kor, la lat, lt lit, lv lav, mk mac mkd, "
    "nb nob, nl dut nld, nn nno, no nor, pl pol, pt por, ro rum ron, ru rus, sk slo slk, sl slv, sq alb sqi, "
    "sr srp, sv swe, th tha, tr tur, uk ukr, vi vie, yi yid, zh chi zho"
)
_THREE_LETTERS = {three: two for two, *threes in map(str.split, _CODES.split(",")) for three in threes}
_THREE_LETTERS |= dict.fromkeys(("und", "mul", "mis", "zxx"), "")
"""Codes of ISO 639-2 by which libraries and older e-books name a language, and the four that name none."""


def two_letters(code: str) -> str:
    """The code of a language without that of a land: ``en`` for ``en-GB``, ``en_US`` and ``eng``.

    Empty for one that names no language.
    """
    primary = code.replace("_", "-").partition("-")[0].lower()
    return _THREE_LETTERS.get(primary, primary)


# -- scripts


def script_of(text: str) -> str:
    """The script that most letters of `text` are in, as its English name: Latin, Arabic, Thai; empty without
    letters.

    Some places of a long text are looked at, spread over it.
    """
    signs = Counter(sign for sample in _samples(text) for sign in sample if sign.isalpha())
    scripts: Counter[str] = Counter()
    for sign, count in signs.items():
        word = unicodedata.name(sign, "").partition(" ")[0]
        if word not in _NO_SCRIPTS:
            scripts[_CALLED.get(word, word.capitalize())] += count
    return max(scripts, key=lambda script: scripts[script], default="")


_CALLED = {
    "CJK": "Chinese or Japanese",
    "HIRAGANA": "Chinese or Japanese",
    "KATAKANA": "Chinese or Japanese",
    "HANGUL": "Korean",
}
_NO_SCRIPTS = frozenset({"", "MODIFIER", "MATHEMATICAL", "FEMININE", "MASCULINE", "SCRIPT", "DOUBLE-STRUCK"})


def _samples(text: str) -> Iterator[str]:
    if len(text) <= _SAMPLES * _SAMPLE:
        yield text
        return
    for number in range(_SAMPLES):
        start = (len(text) - _SAMPLE) * number // (_SAMPLES - 1)
        yield text[start : start + _SAMPLE]
