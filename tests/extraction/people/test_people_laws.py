from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from companion.core.document import Document
from companion.extraction.names import Name
from companion.extraction.people.finding import find_people
from companion.extraction.source import source_of

WORDS = st.one_of(
    st.sampled_from(
        ["Mr.", "Mrs.", "Miss", "Sir", "Lady", "St.", "Old", "of", "von", "III", "Tom", "Thomas", "Mary"]
    ),
    st.sampled_from(
        ["Elizabeth", "Liz", "Brown", "Browns", "Smith", "J.", "I", "Jr.", "Ivanovna", "ANNA", "Émile"]
    ),
)
FORMS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.tuples(FORMS, st.sampled_from([". ", " and ", ", ", "\n\n", "” "]), st.floats(0, 1)), max_size=30
    )
)
def test_every_place_is_at_most_one_person_s_and_every_form_is_in_the_text(
    rows: list[tuple[str, str, float]],
) -> None:
    text, names, scores = "", [], {}
    for form, between, score in rows:
        start = len(text)
        text += form + between
        names.append(Name(start, start + len(form), form, "", "", False, False))
        scores[form] = score
    people = find_people(source_of(Document(text=text, language="en")), names, scores)
    spans = sorted(span for person in people for span in person.mentions)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert len({person.id for person in people}) == len(people)
    for person in people:
        assert person.mentions
        assert person.name in person.forms
        assert set(person.forms) <= {" ".join(text[start:end].split()) for start, end in person.mentions}
        assert 0 < person.confidence <= 1


def test_very_many_names_of_one_family_are_no_trouble() -> None:
    forms = [f"X{number:05}a Brown" for number in range(5_000)]
    text = ". ".join(forms)
    names, start = [], 0
    for form in forms:
        names.append(Name(start, start + len(form), form, "", "", False, False))
        start += len(form) + 2
    people = find_people(source_of(Document(text=text, language="en")), names, dict.fromkeys(forms, 0.9))
    assert len(people) == len(forms)
