"""Foreign cutting: a clause in a language other than English, made short enough for a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction.timeline.cutting import LONGEST, ROOMY
from companion.extraction.timeline.titles import title_of_sentence
from companion.extraction.timeline.tongues import TONGUES, Tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = "\x00"
"""Stands in words where their date is, or was."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 3
"""Words behind a verb that tell something."""
_MARK = " …"
_COMMA = re.compile(r",\s")
_LED_BY = re.compile(
    r"(?:in|an|auf|bei|mit|von|zu|nach|durch|für|aus|unter|über|um|am|im|vom|zum|zur|vor|seit|bis"
    r"|gegen|als|wegen|trotz|"
    r"à|au|aux|en|dans|de|du|des|par|pour|sur|sous|avec|après|avant|lors|suite|depuis|selon|malgré|"
    r"con|por|para|según|tras|desde|hasta|sin|sobre|entre|durante|ante|bajo|di|da|dal|dalla|nel"
    r"|nella|su|per|tra|fra|dopo|prima|secondo)\s",
    re.IGNORECASE,
)
"""How a phrase begins that only leads in."""
_LONGEST_LEAD = 200
"""Characters before the phrase with the date from which on a title does not begin with the sentence."""
_LEAST_SAID = 16
"""Characters behind a verb that may tell what it is of."""
_ADDING = re.compile(
    r",?\s(?=(?:dans|avec|après|avant|lors|pendant|sous|afin|pour|grâce|malgré|suite|qui|où|dont"
    r"|alors|lorsque|tandis|durante|tras|según|para|donde"
    r"|mientras|cuando|aunque|porque|con|sin|por|debido|dopo|durante|mentre|dove|quando|perché"
    r"|tramite|presso|secondo|grazie)\s)"
)
"""What only adds to what was told."""
_NOUN_NEXT = re.compile(r"\s[A-ZÄÖÜ]")
"""What shows that an adjective looks like a verb: "und unadressierte Sendungen"."""
_HANGING_END = re.compile(
    r",?\s(?:(?:desde|hasta|para|sin|por)\s)?(?:que|qu['’]|quand|cuando|quando|che|dass|daß|als"
    r"|wenn|per|por|par|de|di|e|y|et|und)$"
)
"""What leads on at the end to something that was left out."""


def shortened(words: str, tongue: Tongue | None) -> str:
    """The phrases between commas that tell most about the date, ROOMY characters at most."""
    phrases = _COMMA.split(words)
    dated = next(number for number, phrase in enumerate(phrases) if HERE in phrase)
    phrases = [" ".join(phrase.replace(HERE, "").split()) for phrase in phrases]
    for first in (0, *range(dated, 0, -1)):
        opening = phrases[first]
        if tongue and (tongue.hanging if first else tongue.subordinate).match(opening):
            continue
        if first and tongue and tongue.verb.match(opening):
            if tongue.verb.search(phrases[0]) or not _has_name(phrases[0]):
                continue
            opening = f"{phrases[0]} {opening}"  # what is said of the subject stands between
        rest = phrases[first + 1 :]
        for chosen in (
            _run([opening, *rest], dated - first, tongue),
            _without_hanging(opening, rest, dated - first, tongue),
        ):
            if chosen and (tongue is None or tongue.verb.search(chosen[:1].lower() + chosen[1:])):
                return finished(chosen)
    return _cut(phrases, dated, tongue)


def _has_name(phrase: str) -> bool:
    """Whether a phrase may be the subject of what follows it: an article with a noun, or a name."""
    return phrase[:1].isupper() and _LED_BY.match(phrase) is None


def _run(phrases: Sequence[str], dated: int, tongue: Tongue | None) -> str:
    """The phrases up to that of the date, and on while the line stays short; empty where it is too long."""
    best, run = "", ""
    for number, phrase in enumerate(phrases):
        run += f", {phrase}" if run else phrase
        if len(run) > (LONGEST if best else ROOMY):
            break
        following = phrases[number + 1] if number + 1 < len(phrases) else None
        if number < dated or (tongue and following is not None and not _may_stop(following, tongue)):
            continue
        best = run
    return best


def _may_stop(following: str, tongue: Tongue) -> bool:
    """Whether a title may end before a phrase: it hangs on the one before, or is a clause of its own."""
    if tongue.hanging.match(following) or tongue.subordinate.match(following):
        return True
    return tongue.verb.match(following) is None and tongue.verb.search(following) is not None


def _without_hanging(opening: str, rest: Sequence[str], dated: int, tongue: Tongue | None) -> str:
    """The phrases without the clauses put in between a subject and its verb, unless the date is in them."""
    if tongue is None or tongue.verb.search(opening):
        return ""
    run, verbs = opening, 0
    for number, phrase in enumerate(rest, 1):
        if tongue.verb.match(phrase):
            run += f" {phrase}"
            verbs += 1
        elif number == dated or not tongue.hanging.match(phrase):
            if verbs and number > dated:
                break
            run += f", {phrase}"
    return run if verbs and len(run) <= ROOMY else ""


def _cut(phrases: Sequence[str], dated: int, tongue: Tongue | None) -> str:
    """The words from the last phrase on that hangs on no other, cut between words where they are too many."""
    first = 0
    if len(", ".join(phrases[:dated])) > _LONGEST_LEAD:
        first = next(
            (place for place in range(dated, 0, -1) if not (tongue and tongue.hanging.match(phrases[place]))),
            0,
        )
    words = ", ".join(phrases[first:])
    if len(words) <= ROOMY:
        return finished(words)
    if tongue and (end := _end_of_clause(words, tongue)):
        return finished(words[:end])
    room = ROOMY - len(_MARK)
    return finished(words[: words.rfind(" ", 0, room + 1)].rstrip(" ,")) + _MARK


def finished(words: str) -> str:
    """A title of these words, without a small one at their end that leads on."""
    return title_of_sentence(_HANGING_END.sub("", words.rstrip(" ,.")))


def _end_of_clause(words: str, tongue: Tongue) -> int:
    """Where a clause may end before a phrase that only adds to it; 0 where that is not sure."""
    verb = tongue.verb.search(words[:1].lower() + words[1:])
    if verb is None or tongue.subordinate.match(words):
        return 0
    begin = verb.end() + _LEAST_SAID
    ends = [
        found.start()
        for found in tongue.joining.finditer(words, begin, ROOMY + 1)
        if (other := tongue.verb.match(words, found.end())) and not _NOUN_NEXT.match(words, other.end())
    ]
    if tongue is not TONGUES["de"]:  # whose verbs stand at the end
        ends += [found.start() for found in _ADDING.finditer(words, begin, ROOMY + 1)]
    return max((end for end in ends if len(_WORD.findall(words, verb.end(), end)) >= _FEWEST), default=0)
