"""Plausible: whether digits are a year and a word a month or a season, by the words beside them."""

from __future__ import annotations

import re


def _words(text: str) -> str:
    return "(?:" + "|".join(text.split()) + ")"


_NUMBERED = _words(
    "[Nn]os? pp? [Vv]ols? [Ff]ig ch [Aa]rts? [Rr]oom [Pp]ages? [Ll]ines? [Hh]ighway [Rr]oute"
    " [Ss]ections? [Nn]umbers?"
    " [Rr]esolution [Ff]light [Cc]hapter ISBN [Vv]ersion Act [Mm]odel [Tt]ype Windows Office [Cc]hannel"
    " [Ee]quation"
    " [Tt]able [Cc]ode [Hh]ill [Bb]us [Tt]rain [Pp]sd [Ee]rror [Kk]it [Ii]tem [Ss]erial [Rr]evision [Pp]ort"
    " [Mm]odels [Ll]ot [Ff]ile [Cc]ase"
)
_NOT_BEFORE = re.compile(
    r"(?:[$£€¥#§№+*×/\\@=<>_]\s?|\)\s?:\s?|[^\W_]{2,}[.,:/’']"
    r"|[A-Za-z](?<!mid)(?<!early)(?<!late)(?<!pre)(?<!post)[-–]|[a-z_][(\[]|\d[-–.,:/]|\d[ ]"
    rf"|\b{_NUMBERED}\.?\s)$"
)
_ANNOUNCING = _words(
    "[Ii]n [Ss]ince [Uu]ntil [Bb]y [Dd]uring [Ee]arly [Ll]ate [Mm]id-? [Tt]hroughout [Cc]irca [Yy]ear"
)
_STRONG = re.compile(rf"(?:\b{_ANNOUNCING}|\b(?:1\d|20)\d\d(?:,|,?\sand|\sor|\sto|[-–]))\s*(?:the\s+)?$")
_IN_FRONT = re.compile(
    rf"(?:^|[(\[,;:–—-]|\b{_ANNOUNCING}|\b(?:[Tt]ill|[Ff]rom|[Aa]fter|[Bb]efore|of|the|and|or|to|between|c\.|ca\."
    r"|[Aa]round|[Ss]ummer|[Ww]inter|[Ss]pring|[Aa]utumn|[Ff]all))\s*[(\[“\"‘]?$"
)
_MEASURES = _words(
    "km kg m mm cm ft lbs? hp MW kW M?Hz GB MB kcal K mph tons? tonnes? miles? met(?:er|re)s? feet foot"
    " yards?"
    " inch(?:es)? acres? hectares? pounds? dollars? euros? francs? rou?bles? guineas? men women people"
    " children"
    " soldiers troops persons civilians prisoners casualties killed dead wounded aircraft tanks guns"
    " horses? sheep"
    " cattle ships pages? words copies years? days? hours? hrs? minutes? seconds? times other more"
    " million billion"
    " thousand strong cavalry infantry square cubic members inhabitants houses cases deaths students"
    " participants"
    r" different species samples individuals subjects bytes? or\smore"
)
_MEASURE_AFTER = re.compile(rf"\s*(?:[-–]\s?)?(?:[%°]|{_MEASURES}\b|[xX×]\s?\d)")
_NUMBER_AFTER = re.compile(
    r"/\d{3}|[-–]\d{3,}[-–]\d|\s?(?:l/h|l/min|rpm|km/h|m/s)(?!\w)|\s[WV](?=\s*(?:[,;)]|\.(?:\s|$)|$|and\b|or\b))"
)
"""What is no year: 2017/1034, 1987-2004-11, 1850 l/h, 2000 W."""
_THINGS_AFTER = re.compile(r" [a-z]{3,}s\b")
_NO_THINGS = re.compile(
    r" (?:\w*(?:ss|ous|us|is)|was|as|his|has|its|does|sees?|always|perhaps|besides|towards)\b"
)


def is_year(text: str, start: int, end: int, marks_thousands: bool) -> bool:
    """Whether the four digits at ``[start, end)`` are a year, not an amount or the number of something.

    `marks_thousands` says that the text writes amounts with a comma, 1,942, so that 1942 is more likely a
    year.
    """
    before = text[max(0, start - 14) : start]
    if _NOT_BEFORE.search(before) or _MEASURE_AFTER.match(text, end) or _NUMBER_AFTER.match(text, end):
        return False
    is_round = text[start:end].endswith("00")
    if _THINGS_AFTER.match(text, end) and not _NO_THINGS.match(text, end):
        return not is_round and (marks_thousands or _STRONG.search(before) is not None)
    return not is_round or _IN_FRONT.search(before) is not None


_ALONE = re.compile(r"(?:^|[\s(\[–—-])$")
_SIGN_AFTER = re.compile(r"\s?(?:[%°€$£]|(?:km|kg|m|cm|mm|ha|t|l|h|MW|GB|m²)(?!\w))")


_MORE_THAN = _words(
    r"mehr\sals weniger\sals mindestens höchstens insgesamt plus\sde moins\sde más\sde menos\sde più\sdi"
    r" meno\sdi oltre mais\sde meer\sdan mer\sän mere\send"
)
_SOME = _words("über rund etwa fast knapp gut von unter ungefähr")
_COUNTING = re.compile(rf"\b(?:{_MORE_THAN})\s+$", re.IGNORECASE)
_COUNTING_THINGS = re.compile(rf"\b(?:{_SOME})\s+$", re.IGNORECASE)
_WORD_AFTER = re.compile(r"\s+[^\W\d_]{4,}")
_GERMAN_THINGS = re.compile(r"\s+[A-ZÄÖÜ][a-zäöüß]{2,}(?:e|en|n|er|ern|s)\b")


def _is_count(text: str, before: str, end: int) -> bool:
    """Whether digits up to `end` say how many: “über 1543 Quellen”, “plus de 1915 blessés”."""
    if _COUNTING.search(before):
        return _WORD_AFTER.match(text, end) is not None
    return _COUNTING_THINGS.search(before) is not None and _GERMAN_THINGS.match(text, end) is not None


def is_plain_year(text: str, start: int, end: int, is_announced: bool) -> bool:
    """Whether four digits are a year where the words round them are not known, but for one like “in”."""
    before = text[max(0, start - 14) : start]
    if _NOT_BEFORE.search(before) or _SIGN_AFTER.match(text, end) or _is_count(text, before, end):
        return False
    if is_announced or text[start - 1 : start] in ("(", "[") or text[end : end + 1] in (")", "]"):
        return True
    is_alone = _ALONE.search(before) is not None and not text[end : end + 1].isalnum()
    return is_alone and not text[start:end].endswith("00")


_NAME_LIKE = frozenset({"may", "march", "april", "june", "august"})
_SURELY_BEFORE = re.compile(
    r"\b(?:in|by|since|until|till|late|early|mid|last|next|during|through)[\s-]+$", re.IGNORECASE
)
_MAYBE_BEFORE = re.compile(
    r"\b(?:of|this|that|from|before|after|throughout|between|following|previous|on|for|every|each|to|and|or|around"
    r"|about)[\s-]+$",
    re.IGNORECASE,
)
_PERSON_AFTER = re.compile(r"['’]s|\s+(?:(?!I\b)[A-Z]\w|(?:said|was|had|is|has|would|could|looked|and)\b)")
_MARCHING_AFTER = re.compile(r"\s+(?:on|against|to|of|from|through|towards?|into|out|across)\b")
_ATTRIBUTE = re.compile(r"\b(?:a|an|the|its|their|his|her|this|that)\s+$")
_NOUN_AFTER = re.compile(
    r"\s+(?:operation|offensive|attack|campaign|elections?|coup|uprising|revolution|meeting|session|issue|sun|morning"
    r"|evening|day|night|weather|[Dd]ecrees|[Ll]aws)\b"
)


def is_month(text: str, start: int, end: int) -> bool:
    """Whether a bare name of a month is the month and not a person, a verb or a march."""
    name = text[start:end].lower()
    before = text[max(0, start - 16) : start]
    if name not in _NAME_LIKE or (_ATTRIBUTE.search(before) and _NOUN_AFTER.match(text, end)):
        return True
    if _SURELY_BEFORE.search(before):
        return True
    if name == "march" and _MARCHING_AFTER.match(text, end):
        return False
    return _MAYBE_BEFORE.search(before) is not None and not _PERSON_AFTER.match(text, end)


_SEASON_BEFORE = re.compile(
    r"\b(?:the|in|by|that|this|last|next|early|late|mid|(?:end|beginning|start|onset|middle|half|part|rest)\s+of|since"
    r"|until|till|following|during|previous|for|same|before|after|through|throughout|coming|and|to)[\s-]+$",
    re.IGNORECASE,
)
_FALL_BEFORE = re.compile(
    r"\b(?:(?:in|by|during|since|until|of|and|to|or)\s+the|in|since|until|that|this|last|next|following|previous"
    r"|early|late|mid)[\s-]+$",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r"\s+(?:[Oo]ffensives?|[Cc]ampaigns?|[Ff]ighting|[Hh]arvest|[Uu]prising|[Mm]onths|[Ss]eason)\b"
)
_OTHER_AFTER = _words(
    "wheat rye corn crops? sunshine sunlight storms? weather clothes sports? coats? sun days? nights?"
    " evenings?"
    " mornings? afternoons? house home holidays? vacation school term snows? rains? winds? air waters?"
    " flowers? garden"
    " dress quarters palace temperatures? solstice break job camp resort visitors heat cold breeze"
)
_SEASON_AFTER = re.compile(
    rf"\s+[A-Z]\w|\s+of\s+(?!1|2|that|the\s+(?:same|following|next|previous))|-|['’]s?\s|\s+{_OTHER_AFTER}\b"
)


def is_season(text: str, start: int, end: int) -> bool:
    """Whether a season without a year is one, and not a fall, a source of water or part of a name."""
    before = text[max(0, start - 20) : start]
    if _NAMED_AFTER.match(text, end):
        return True
    if _SEASON_AFTER.match(text, end):
        return False
    pattern = _FALL_BEFORE if text[start:end].lower() == "fall" else _SEASON_BEFORE
    return pattern.search(before) is not None
