from __future__ import annotations

import pytest
from marked_story import marked

from companion.extraction.people.pronouns import find_told


def told(text: str, **genders: str) -> dict[str, list[int]]:
    source, _, people = marked(text, **genders)
    return {
        entry: [source.text.count("\n", 0, span.start) for span in spans]
        for entry, spans in find_told(source, people).items()
    }


@pytest.mark.parametrize(
    "text",
    [
        "{Hoxha|a} came to the town. He was tired.",
        "However, {Hoxha|a} quickly left the town. His men followed.",
        "{Hoxha|a}, an old soldier, left the town. He was tired.",
        "{Enver Hoxha|a}\nHe controlled the country.",
        "{Hoxha|a} came to the town. In 1944 he left.",
        "{Hoxha|a} met {Anna|b} in the town. He was tired.",
        "The army of {Hoxha|a} held the town. It was cold. He was tired.",
    ],
)
def test_a_pronoun_means_the_only_one_it_can(text: str) -> None:
    assert [len(spans) for spans in [told(text, a="m", b="f").get("a", [])]] == [1]


def test_a_chain_of_pronouns_is_followed() -> None:
    assert told("{Hoxha|a} came. He slept. He woke. His men ate.", a="m") == {"a": [0, 0, 0]}


@pytest.mark.parametrize(
    "text",
    [
        "{Hoxha|a} met {Paul|c} in the town. He was tired.",
        "{Hoxha|a} met the general in the town. He was tired.",
        "{Hoxha|a} came to the town. She was tired.",
        "“{Hoxha|a} came to the town. He was tired,” said the man.",
        "“It is late,” said {Hoxha|a}. He was tired.",
        "{Hoxha|a} came to the town.\nHe was tired.",
        "{Hoxha|a} and {Paul|c} came. He was tired.",
        "It rained. He was tired.",
    ],
)
def test_a_pronoun_in_doubt_means_nobody(text: str) -> None:
    assert told(text, a="m", c="m") == {}


def test_somebody_of_unknown_gender_may_be_meant_but_is_also_in_the_way() -> None:
    assert told("{Hoxha|a} came to the town. He was tired.") == {"a": [0]}
    assert told("{Hoxha|a} met {Kupi|b} in the town. He was tired.", a="m") == {}


def test_other_languages_are_left_alone() -> None:
    source, _, people = marked("{Hoxha|a} came to the town. He was tired.", language="de", a="m")
    assert find_told(source, people) == {}
