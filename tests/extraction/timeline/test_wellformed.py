from __future__ import annotations

import pytest

from companion.extraction.timeline.wellformed import is_well_formed


@pytest.mark.parametrize(
    "title",
    [
        "The ferry sank off Aldmere",
        "Hanna fell",
        "Fighting broke out near the mill",
        "There was a heavy storm of rain and hail",
        "3,500 settlers were shipped to the south",
        "At midday Tomas was going uphill along the road",
        "In spite of this he was placed with the others",
        "Anna Verl, the smith’s daughter, was found in the barn",
        "Every barn and stable was burned",
        "All the ships were lost",
        "Nothing was said about the war",
        "The mayor said he was ready to go",
        "The captain had the gates closed",
        "The guards had already left the harbour",
        "The town became a free city",
        "The baker, the smith and the priest met in secret",
        "The garrison was fired on",
    ],
)
def test_a_clause_with_subject_and_verb_may_be_a_title(title: str) -> None:
    assert is_well_formed(title)


@pytest.mark.parametrize(
    "title",
    [
        # no subject, or only the remains of one
        "Had opened to him a view of the valley",
        "Come home when the miller rode back",
        "Only awaited the end of the siege",
        "Abandoning the mill had cost them dear",
        "Having left the harbour with his suite",
        "Just months after the queen’s death set out",
        "All her letters delivered by a boy in red",
        # hanging on another clause
        "Which the colonel spent in Aldmere, was a happy winter",
        "Whom we find commanding at the bridge",
        "As if the town had forgotten the war",
        "When the last of the barges was loaded",
        "That he sought a battle was known",
        "Those that held the bridge were killed",
        "Hanna which her aunt had noticed at once",
        "With the news that the army had halted",
        # a verb without what it asks for, or leading on
        "The captain had done",
        "The captain had done previously",
        "The friendship was such",
        "It was already",
        "It was, as she had counted",
        "They carried out the orders that",
        "The raid began on the night",
        "The letter was sent to the next",
        "The governor could not",
        "The abbot pointed out",
        "The abbot received from the queen",
        "The town was ranked",
        "The quarrel would lead",
        "The women took part in a march that passed",
        "The number exceeded what it",
        "Would the harvest be late",
        # stumps behind a comma or a small word
        "The ships were waiting, then into the bay",
        "The squire was ready, was now",
        "The mills were closed, partly",
        "The barges were sunk, among them",
        "The scouts reckoned, and by morning",
        "The town put its ships to sea but the islanders",
        "The news arrived, nothing was said about it",
        # two statements run into one
        "A regiment now numbered only ninety was one of the first",
        "The abbot and the tenth of June was fixed for a fair",
        "All he had was lost in the fire at the",
        # questions, dashes, dots
        "Was the mill sold to the abbot?",
        "Houses—it was the same town",
        "The mill was sold…",
        "The letter described Thursday's",
        "",
        "Aldmere",
        ",",
    ],
)
def test_a_piece_of_a_sentence_may_not(title: str) -> None:
    assert not is_well_formed(title)
