"""Unarticled: the places of a German text, told by the prepositions that they follow without an article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from companion.core.document import Span

if TYPE_CHECKING:
    from companion.extraction.source import Source

_BEHIND_PREPOSITION = re.compile(
    r"\b(?P<before>[Nn]ach|[Ii]n|[Aa]us|[Bb]ei|[Vv]on|[Bb]is|[Üü]ber) (?P<name>[A-ZÄÖÜ][a-zäöüß]{2,20})\b"
    r"(?! [A-ZÄÖÜ]|[-’'])"
)
_WORD_BEFORE = re.compile(r"\b(?P<before>[A-ZÄÖÜ]?[a-zäöüß]+) (?=(?P<name>[A-ZÄÖÜ][a-zäöüß]{2,20})\b)")
_ARTICLE_WORDS = (
    "alle allem allen aller alles am ans beim das dem den der des die dies diese diesem diesen dieser "
    "dieses durchs ein eine einem einen einer eines etwas euer eure eurem euren eurer fürs ihr ihre "
    "ihrem ihren ihrer ihres im ins jede jedem jeden jeder jedes jene jenem jenen jener jenes kein "
    "keine keinem keinen keiner keines manche mancher mehr mein meine meinem meinen meiner meines sein "
    "seine seinem seinen seiner seines solche solcher übers ums unser unsere unserem unseren unserer "
    "viel viele vielen vom welche welcher wenig zum zur"
)
_ARTICLES = frozenset(_ARTICLE_WORDS.split())
"""Words before a noun; before the name of a town or country there are none."""

_INFLECTED = re.compile(
    r"(?!(?:aber|oder|über|unter|hinter|ohne|gegen|neben|zwischen|wegen|sondern|"
    r"wieder|immer|sagte|hatte|wurde|wollte|konnte|waren|haben|werden|wurden)\Z)[a-zäöüß]{2,}(?:e|en|er|es|em)"
)
"""An adjective, as stands before nouns that are no names."""

_LEAST, _MOST_WITH_ARTICLE, _MOST_WITH_ADJECTIVE = 3, 0.08, 0.2
_WHITHER, _WHERE = frozenset({"nach", "bis"}), frozenset({"in", "aus", "bei", "von"})


def places_without_article(source: Source) -> dict[str, list[Span]]:
    """The places that each name of a town or country stands at in a German text, those behind prepositions.

    A name counts that is told of as a goal and as a place ("nach Chur", "in Chur"), three times at least, and
    hardly ever with an article or an adjective before it, as other nouns have.
    """
    found: dict[str, list[Span]] = defaultdict(list)
    behind: dict[str, set[str]] = defaultdict(set)
    for match in _BEHIND_PREPOSITION.finditer(source.text):
        name = match["name"]
        behind[name].add(match["before"].lower())
        found[name].append(Span(match.start("name"), match.end("name")))
    likely = {name: its for name, its in found.items() if len(its) >= _LEAST and _is_told_of(behind[name])}
    articles, adjectives = _words_before(source, likely)
    return {
        name: its
        for name, its in likely.items()
        if not source.small_words[name.lower()]
        and articles[name] <= len(its) * _MOST_WITH_ARTICLE
        and adjectives[name] <= len(its) * _MOST_WITH_ADJECTIVE
    }


def _is_told_of(prepositions: set[str]) -> bool:
    return not prepositions.isdisjoint(_WHITHER) and not prepositions.isdisjoint(_WHERE)


def _words_before(source: Source, names: dict[str, list[Span]]) -> tuple[Counter[str], Counter[str]]:
    """How often an article, and an adjective, stands before each of `names`."""
    articles: Counter[str] = Counter()
    adjectives: Counter[str] = Counter()
    for match in _WORD_BEFORE.finditer(source.text):
        name, before = match["name"], match["before"]
        if name in names:
            articles[name] += before.lower() in _ARTICLES
            adjectives[name] += before not in _ARTICLES and _INFLECTED.fullmatch(before) is not None
    return articles, adjectives
