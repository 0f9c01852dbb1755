from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.claims import claims_until, lifetime, with_claims
from companion.core.dates import parse_date
from companion.core.document import Span
from companion.core.entries import Claim, ClaimKind, Event, Person, Term

FIRST, SECOND, THIRD = Span(0, 9), Span(10, 19), Span(20, 29)


def test_the_preferred_claim_is_taken_and_its_sentence_stands_first() -> None:
    claims = [
        Claim(ClaimKind.DEFINITION, "a small gate", THIRD),
        Claim(ClaimKind.DEFINITION, "an opening", FIRST),
        Claim(ClaimKind.TOLD, "It was open.", SECOND),
    ]
    term = with_claims(Term(id="t", term="port"), claims)
    assert (term.definition, term.evidence, term.claims) == ("a small gate", (THIRD, FIRST), tuple(claims))
    early = with_claims(term, claims_until(claims, 19))
    assert (early.definition, early.evidence) == ("an opening", (FIRST,))


def test_what_nothing_explains_has_the_sentence_that_tells_of_it() -> None:
    term = with_claims(Term(id="t", term="port"), [Claim(ClaimKind.TOLD, "It was open.", SECOND)])
    assert (term.definition, term.evidence) == ("", (SECOND,))


def test_a_person_is_put_together_of_claims() -> None:
    person = with_claims(
        Person(id="p", name="Anna", role="written before"),
        [
            Claim(ClaimKind.ABOUT, "She won.", SECOND),
            Claim(ClaimKind.DIED, "1650~", THIRD),
            Claim(ClaimKind.ABOUT, "She lost.", THIRD),
            Claim(ClaimKind.ABOUT, "She won.", FIRST),
            Claim(ClaimKind.BORN, "1601-03", FIRST),
        ],
    )
    assert (person.role, person.about) == ("", "She won. She lost.")
    assert person.dates is not None
    assert person.dates.edtf == "1601-03/1650~"
    assert person.evidence == (SECOND, THIRD, FIRST)


def test_an_event_keeps_its_title_and_date() -> None:
    event = Event(id="e", title="Anna won", date=parse_date("1643"))
    told = with_claims(event, [Claim(ClaimKind.ABOUT, "Anna won in 1643.", FIRST)])
    assert (told.title, told.date, told.about) == (event.title, event.date, "Anna won in 1643.")


@pytest.mark.parametrize(
    ("born", "died", "edtf"),
    [
        ("1601", "1650", "1601/1650"),
        ("1601", "", "1601/"),
        ("", "1650-08-03", "/1650-08-03"),
        ("-0099", "-0043", "-0099/-0043"),
        ("1601/1604", "1650", "/1650"),
        ("nonsense", "", None),
        ("1650", "1601", None),
        ("", "", None),
    ],
)
def test_a_lifetime_is_an_interval(born: str, died: str, edtf: str | None) -> None:
    dates = lifetime(born, died)
    assert (dates.edtf if dates else None) == edtf


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_words_may_be_meant_for_dates(born: str, died: str) -> None:
    lifetime(born, died)
