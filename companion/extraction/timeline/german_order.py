"""German order: a clause that begins with its verb, since its date was left out, as one by itself."""

from __future__ import annotations

import re

from companion.extraction import lexicon

_WORD = r"(?:[IVX]+\.(?=\s)|[A-ZÄÖÜ][\wäöüß’'-]*)"
_APPOSED = re.compile(r", [^,;]{4,60}, ")
_SMALL = re.compile(r"[a-zäöüß]+\s")
_NOT_VERBS = re.compile(
    r"(?:in|an|auf|bei|mit|von|zu|nach|durch|für|aus|unter|über|um|am|im|vom|zum|zur|vor|seit|bis"
    r"|gegen|wegen|trotz|als|wie|wo|noch|schon|bereits|erst|auch|dann"
    r"|nur|etwa|der|die|das|des|dem|den|ein|eine|einer|eines|einem|einen|er|sie|es|und|oder|sowie"
    r"|aber|so|kurz|genau|alle[nrms]?|geborene[rn]?|geboren|gegründet)\s",
)
_PRONOUN = re.compile(r"(?:sich\s)?(?P<one>er|sie|es|wir|ich|man|dieser|diese|dieses|beide|alle)\b\s?")
_NOUN = rf"(?:(?:[a-zäöüß]+(?:e|er|es|en)|\d[\d.]*)\s){{0,3}}{_WORD}(?:[ -]{_WORD})*"
_GENITIVE = rf"(?:\s(?:des|der|eines|einer|von|vom)\s{_NOUN})*"
_NAMED = re.compile(
    rf"(?P<self>sich\s)?(?P<one>(?:der|die|das|ein|eine|sein|seine|ihr|ihre|dieser|diese|dieses"
    rf"|mehrere|viele|einige|zahlreiche|zwei|drei|rund|etwa"
    rf"|über)\s{_NOUN}{_GENITIVE})(?=[\s,]|$)"
)
_NAME = re.compile(rf"(?P<self>sich\s)?(?P<one>{_WORD}(?:\s(?:(?:von|van|de|zu|der)\s)*{_WORD})*)(?=[\s,]|$)")
_ALSO = re.compile(
    rf"\s(?:und|sowie)\s(?:(?:der|die|das|ein|eine|sein|seine|ihr|ihre)\s{_NOUN}{_GENITIVE}"
    rf"|{_WORD}(?:\s(?:(?:von|van|de|zu)\s)?{_WORD})*)(?=[\s,]|$)"
)
_AND = re.compile(r"\s?(?:und|sowie)\s")
_PHRASE = re.compile(
    rf"(?:in|an|auf|bei|mit|nach|aus|unter|über|am|im|vom|zum|zur|vor|gegen|wegen|von|durch"
    rf"|für)\s(?:(?:der|dem|den|die|das|einem|einer)\s)?{_NOUN}{_GENITIVE}\s"
)
_ADVERBS = re.compile(
    r"(?:(?:dort|hier|auch|dann|erneut|wieder|schließlich|jedoch|zudem|erstmals|bereits|endlich)\s)+"
)


def in_order(words: str) -> str:
    """The `words` of a clause that begins with its verb, with the subject before it; empty if in doubt.

    "brach in Dresden ein Aufstand aus" becomes "Ein Aufstand brach in Dresden aus".
    """
    verb = _SMALL.match(words)
    if verb is None or _NOT_VERBS.match(words):
        return ""
    place = verb.end()
    between = ""
    if (pronoun := _PRONOUN.match(words, place)) and pronoun["one"]:
        return _put(
            pronoun["one"], words[: verb.end()], words[place : pronoun.start("one")], words[pronoun.end() :]
        )
    for _ in range(3):
        found = _NAMED.match(words, place) or _name(words, place)
        if found:
            held = f"{found['self'] or ''}{between}"
            subject, end = found["one"], found.end()
            if words.startswith(",", end):
                apposed = _APPOSED.match(words, end)
                if apposed is None:
                    return ""
                subject, end = subject + apposed[0].rstrip(), apposed.end()
            if also := _ALSO.match(words, end):
                subject, end = subject + also[0], also.end()
            if _AND.match(words, end):
                return ""
            return _put(subject, words[: verb.end()], held, words[end:].lstrip())
        passed = _PHRASE.match(words, place) or _ADVERBS.match(words, place)
        if passed is None:
            return ""
        between += passed[0]
        place = passed.end()
    return ""


def _name(words: str, place: int) -> re.Match[str] | None:
    """A name without an article; of two words only where they are one person's."""
    found = _NAME.match(words, place)
    if found is None:
        return None
    parts = found["one"].split()
    if len(parts) == 1 or any(part[0].islower() for part in parts):
        return found
    known = lexicon.first_names()
    return found if parts[0].lower() in known and parts[-1].lower() not in lexicon.places() else None


def _put(subject: str, verb: str, between: str, rest: str) -> str:
    whole = f"{subject} {verb}{between}{rest}"
    return " ".join(whole.split())
