from __future__ import annotations

import pytest
from marked_story import marked

from companion.core.entries import DOUBTFUL
from companion.extraction.people.pronouns import find_told
from companion.extraction.timeline.events import find_events


def confidences(text: str) -> list[float]:
    source, times, people = marked(text)
    found = find_events(source, times, people, [], find_told(source, people))
    return [one.event.confidence for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "The miller sold his barges in [1850|1850].",
        "On [3 May 1850|1850-05-03] the abbot said that the mill was lost.",
        "“We are lost,” he said, and in [May 1850|1850-05] he left the town.",
        "The abbot’s men called it ‘the mill’ and sold it in [1850|1850].",
        "She served as the abbot’s cook in [1850|1850].",
        "The abbot held the mill until [1850|1850] when he died of a fever.",
        "The queen came in [1850|1850]. The next morning was cold, and [two days later|1850-01-03] she left.",
    ],
)
def test_what_is_told_is_sure(text: str) -> None:
    assert all(sure >= DOUBTFUL for sure in confidences(text))


@pytest.mark.parametrize(
    "text",
    [
        "Was the mill sold to the abbot in [1850|1850]?",
        "If the dam had burst in [1850|1850], the town would have drowned.",
        "They behaved as though the abbot had died in [1850|1850].",
        "The dam would have burst in [1850|1850] without the miller.",
        "We must assume that in [1850|1850] the abbot sold the mill.",
        "Historians tell us that the abbot sold the mill in [1850|1850].",
        "“I sold the mill to the abbot in [1850|1850],” said the miller.",
        "“The abbot came in [1850|1850], and the mill was sold.\nNobody had known of it.",
        "‘I sold the mill to the abbot in [1850|1850],’ said the miller.",
        "Nobody knew. ‘The abbot’s mill was sold in [1850|1850].’",
        '"The abbot bought the mill in [1850|1850]," said the miller.',
        "The valley is as full of mills as in [1850|1850].",
        "Since the abbot bought the mill in [1850|1850] nobody had spoken of it.",
        "He remembered how the abbot bought the mill in [1850|1850].",
    ],
)
def test_what_is_asked_supposed_said_or_only_thought_of_is_doubtful(text: str) -> None:
    assert all(sure < DOUBTFUL for sure in confidences(text))


def test_a_day_counted_from_a_date_far_away_is_doubtful() -> None:
    far = "Nothing happened in the valley. " * 100
    text = "The queen came on [3 May 1850|1850-05-03]. {}[The next morning|1850-05-04] the mill was sold."
    assert min(confidences(text.format(""))) >= DOUBTFUL
    assert min(confidences(text.format(far))) < DOUBTFUL


@pytest.mark.parametrize(
    "text",
    [
        "Clouds of smoke seemed to [spring|1850-21] up out of nothing.",
        "The green stood out against the stubble of the [spring|1850-21] buckwheat.",
    ],
)
def test_a_word_for_a_season_that_is_none_makes_no_event(text: str) -> None:
    assert confidences(text) == []
