"""Plausible: whether digits are a year and a word a month or a season, by the words beside them."""

from __future__ import annotations

import re

_NOT_BEFORE = re.compile(
    r"(?:[$£€¥#§№+*×/\\@=<>_]\s?|\)\s?:\s?|[^\W_]{2,}[.,:/’']|\b[A-Z]+[-–]|\d[-–.,:/]|\d[ ]|\b(?:No|Nos|no|pp?|vol|Vol|Fig|fig|ch|art|Art|room|Room|page|pages|"
    r"line|lines|Highway|Route|Section|section|number|Number|Resolution|Flight|flight|Chapter|chapter|ISBN|"
    r"[Vv]ersion|Act|Model|model|type|Type|Windows|Office|Channel|[Ee]quation|[Tt]able|[Cc]ode|[Hh]ill|[Bb]us|[Tt]rain|[Pp]sd)\.?\s)$"
)
_IN_FRONT = re.compile(
    r"(?:^|[(\[,;:–—-]|\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Dd]uring|[Aa]fter|[Bb]efore|[Ee]arly|[Ll]ate|[Mm]id|of|the|"
    r"and|or|to|[Tt]hroughout|between|[Cc]irca|c\.|ca\.|[Uu]p to|year|[Aa]round|[Bb]ack in|[Ss]ummer|[Ww]inter|[Ss]pring|[Aa]utumn|[Ff]all))\s*[(\[“\"‘]?$"
)
_UNIT_AFTER = re.compile(
    r"\s*(?:[-–]\s?)?(?:%|°|km\b|kg\b|m\b|mm\b|cm\b|ft\b|lb\b|lbs\b|hp\b|MW\b|kW\b|Hz\b|MHz\b|GB\b|MB\b|kcal\b|K\b|mph\b|tons?\b|tonnes?\b|"
    r"miles?\b|met(?:er|re)s?\b|feet\b|foot\b|yards?\b|inch(?:es)?\b|acres?\b|hectares?\b|pounds?\b|dollars?\b|euros?\b|francs?\b|rubles?\b|"
    r"roubles?\b|guineas?\b|men\b|women\b|people\b|children\b|soldiers\b|troops\b|persons\b|civilians\b|prisoners\b|casualties\b|"
    r"killed\b|dead\b|wounded\b|aircraft\b|tanks\b|guns\b|horses?\b|sheep\b|cattle\b|ships\b|pages?\b|words\b|copies\b|years?\b|"
    r"days?\b|hours?\b|hrs?\b|minutes?\b|seconds?\b|times\b|or more\b|other\b|more\b|million\b|billion\b|thousand\b|strong\b|"
    r"cavalry\b|infantry\b|square\b|cubic\b|members\b|inhabitants\b|houses\b|cases\b|deaths\b|students\b|participants\b|"
    r"different\b|species\b|samples\b|individuals\b|subjects\b|bytes?\b|[xX×]\s?\d)"
)
_THINGS_AFTER = re.compile(r" [a-z]{3,}s\b")
_NO_THING = re.compile(
    r"\s(?:was|is|as|his|has|its|this|does|us|sees?|always|perhaps|besides|towards|various|thus|\w*(?:ss|ous|us|is))\b|"
    r"\s(?:the|a|an|and|or|to|in|on|at|by|for|with|he|she|it|they|we|that|which|who|when|where|while|as|but|saw|was|were|his|her|their|its|of|because|after|before|from|until|through|under|between|all|most|many|some|several|no|both|two|three|four|five|six|seven|ten)\s"
)
_STRONG = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id-?|[Tt]hroughout|[Cc]irca|year|(?:1\d|20)\d\d(?:,|,? and| or| to|[-–]))\s*(?:the\s+)?$"
)


def is_year(text: str, start: int, end: int, marks_thousands: bool) -> bool:
    """Whether the four digits at ``[start, end)`` are a year, not an amount or the number of something.

    `marks_thousands` says that the text writes amounts with a comma, 1,942, so that 1942 is more likely a year.
    """
    before = text[max(0, start - 14) : start]
    after = text[end : end + 30]
    if _NOT_BEFORE.search(before) or _UNIT_AFTER.match(after):
        return False
    is_round = text[start:end].endswith("00")
    if _THINGS_AFTER.match(after) and not _NO_THING.match(after):
        return (bool(_STRONG.search(before)) or marks_thousands) and not is_round
    return not is_round or bool(_IN_FRONT.search(before))


_MONTH_BEFORE = re.compile(
    r"\b(?:in|by|of|since|until|till|late|early|mid|last|next|this|that|from|during|before|after|through|throughout|between|the following|"
    r"following|previous|on|for|every|each|to|and|or|as of|around|about)[\s-]+$",
    re.IGNORECASE,
)
_NAME_LIKE = frozenset({"may", "march", "april", "june", "august"})
_CAPITAL_AFTER = re.compile(r"\s+(?!I\b)[A-Z]\w")
_MONTH_NAME_AFTER = re.compile(
    r"\s+(?:Day|Revolution|Offensive|Uprising|Crisis|Days|Rising|Coup|Fourth|Movement|Theses|Manifesto|War)\b|['’]?s\b|-[A-Za-z]"
)
_ATTRIBUTE = re.compile(r"\b(?:a|an|the|its|their|his|her|this|that)\s+$")
_NOUN_AFTER = re.compile(
    r"\s+(?:operation|offensive|attack|campaign|election|elections|coup|uprising|revolution|meeting|session|issue|sun|morning|evening|day|night|weather|[Dd]ecrees|[Ll]aws)\b"
)
_VERB_AFTER = re.compile(r"\s+(?:on|against|to|of|from|through|towards?|into|out|across)\b")


def is_month(text: str, start: int, end: int) -> bool:
    """Whether a bare name of a month is the month and not a person, a verb or a march."""
    name = text[start:end].lower()
    before, after = text[max(0, start - 16) : start], text[end : end + 16]
    if name not in _NAME_LIKE or (_ATTRIBUTE.search(before) and _NOUN_AFTER.match(after)):
        return True
    if not _MONTH_BEFORE.search(before):
        return False
    if name == "march" and _VERB_AFTER.match(after):
        return bool(re.search(r"(?i)\b(?:in|by|since|until|late|early|mid)[\s-]+$", before))
    if re.search(r"(?i)\b(?:to|for|and|or|from|of|on|about|after|before|that)\s+$", before):
        return not _CAPITAL_AFTER.match(after) and not re.match(
            r"['’]s|\s+(?:said|was|had|is|has|would|could|looked|and)\b", after
        )
    return True


_SEASON_BEFORE = re.compile(
    r"\b(?:the|in|by|that|this|last|next|early|late|mid|(?:end|beginning|start|onset|middle|half|part|rest)\s+of|since|until|till|following|during|previous|for|same|before|after|"
    r"through|throughout|coming|and|to)[\s-]+$",
    re.IGNORECASE,
)
_FALL_BEFORE = re.compile(
    r"\b(?:(?:in|by|during|since|until|of|and|to|or)\s+the|in|since|until|that|this|last|next|following|previous|early|late|mid)"
    r"[\s-]+$",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r"\s+(?:[Oo]ffensives?|[Cc]ampaigns?|[Ff]ighting|[Hh]arvest|[Uu]prising|[Mm]onths|[Ss]eason)\b"
)
_SEASON_AFTER = re.compile(
    r"\s+[A-Z]\w|\s+of\s+(?!(?:1|2|that|the\s+(?:same|following|next|previous)))|-|['’]s?\s"
    r"|\s+(?:wheat|rye|corn|crops?|sunshine|sunlight|storms?|weather|clothes|sports?|coats?|sun|days?|nights?|evenings?|mornings?|afternoons?|house|home|"
    r"holidays?|vacation|school|term|snow|snows|rain|rains|winds?|air|water|waters|flowers?|garden|dress|quarters|palace|"
    r"temperatures?|solstice|break|job|camp|resort|visitors|heat|cold|breeze|was\s+(?:always|usually))\b"
)


def is_season(text: str, start: int, end: int) -> bool:
    """Whether a season without a year is one, and not a fall, a source of water, a habit or part of a name."""
    before = text[max(0, start - 20) : start]
    if _NAMED_AFTER.match(text, end):
        return True
    if _SEASON_AFTER.match(text, end):
        return False
    if text[start:end].lower() == "fall":
        return bool(_FALL_BEFORE.search(before))
    return bool(_SEASON_BEFORE.search(before))


_ALONE = re.compile(r"(?:^|[\s(\[–—-])$")
_END = re.compile(r"\s*(?:[.,;:!?)\]–—-]|$|\n)")
_MEASURE = re.compile(r"\s?(?:%|°|€|\$|£|km|kg|m|cm|mm|ha|t|l|h|MW|GB|m²)(?![\w])")


def is_plain_year(text: str, start: int, end: int, is_announced: bool) -> bool:
    """Whether four digits are a year in a language whose words are not known; `is_announced` by a word like “in”."""
    before = text[max(0, start - 14) : start]
    if _NOT_BEFORE.search(before) or _MEASURE.match(text, end):
        return False
    if is_announced or text[start - 1 : start] in ("(", "[") or text[end : end + 1] in (")", "]"):
        return True
    is_round = text[start:end].endswith("00")
    return (
        not is_round
        and bool(_ALONE.search(before))
        and (bool(_END.match(text, end)) or text[end : end + 1] == " ")
    )
