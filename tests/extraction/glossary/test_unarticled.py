from __future__ import annotations

import pytest

from companion.extraction.glossary import find_terms
from companion.extraction.glossary.unarticled import places_without_article
from companion.extraction.names import find_names
from companion.extraction.source import Source, source_of
from companion.readers.plain import read_plain

JOURNEY = (
    "Sie fuhren am Morgen nach Woldenau und kamen abends an. In Woldenau gab es einen Markt und eine Kirche. "
    "Der Weg nach Hause war weit. Aus Liebe blieb sie in Woldenau, denn die Liebe ist stark, und er ging. "
    "Er schrieb aus Woldenau, daß er bald nach Hause wolle. "
)
HOUSE = "Sie gingen nach Hause, er kam von Hause. Das Haus war alt, und im Hause war es warm. "


def german(text: str) -> Source:
    return source_of(read_plain(text, "text"))


def test_a_town_is_a_goal_and_a_place_and_has_no_article() -> None:
    source = german(JOURNEY)
    assert source.language == "de"
    places = places_without_article(source)
    assert list(places) == ["Woldenau"]
    assert {source.text[start:end] for start, end in places["Woldenau"]} == {"Woldenau"}
    found = find_terms(source, find_names(source), (), ())
    assert "Woldenau" in {one.term.term for one in found}


@pytest.mark.parametrize("article", ["Der schöne", "Ein", "Im"])
def test_a_noun_with_articles_is_no_place(article: str) -> None:
    told = "Sie zog nach Woldgrund. Er blieb in Woldgrund. Er kam aus Woldgrund und sah sich um. "
    assert list(places_without_article(german(told))) == ["Woldgrund"]
    assert places_without_article(german(f"{told}{article} Woldgrund war weit und still. " * 2)) == {}


def test_home_is_no_town() -> None:
    assert places_without_article(german(HOUSE * 3)) == {}
