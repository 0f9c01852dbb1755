"""The days of a date are those that the `edtf` package finds, where that package is right."""

from __future__ import annotations

import warnings

import pytest

from companion.core.dates import civil, parse_date

edtf = pytest.importorskip("edtf")

# Left out: winters, which the package ends in December, and open ends, for which it has no day.
SAMPLES = [
    "1942", "1942-07", "1943-02", "1944-02", "1943-09-03", "1900-02-28", "2000-02-29",
    "1943-21", "1943-22", "1943-23", "1943-33", "1943-36", "1943-40", "1943-41",
    "192X", "18XX", "1942-XX", "1942-07-XX", "1860~", "1860?", "1860%", "1560/1570", "1560~/1570?",
    "2004-02-01/2005-02-08", "-0043", "-0043-03-15", "-0004-02-29", "0000", "Y-170000002", "[1667,1668]",
    "[1667,1668,1670]", "1984-06?", "2004-06?-11", "0060", "1985-04/1985",
]  # fmt: skip


@pytest.mark.parametrize("text", SAMPLES)
def test_the_days_are_those_of_the_oracle(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        oracle = edtf.parse_edtf(text)
        first, last = oracle.lower_strict(), oracle.upper_strict()
    date = parse_date(text)
    assert civil(int(date.earliest)) == tuple(first[:3])
    assert civil(int(date.latest) - 1) == tuple(last[:3])


@pytest.mark.parametrize(
    "text",
    [
        "circa 1860",
        "the 1920s",
        "spring 1812",
        "19th century",
        "1860?",
        "July 1942",
        "3 September 1943",
    ],
)
def test_the_words_are_understood_as_the_oracle_understands_them(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = edtf.text_to_edtf(text)
    assert parse_date(text).edtf == expected
