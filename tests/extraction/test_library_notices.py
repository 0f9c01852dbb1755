"""What a library says round a work is not searched for entries."""

from __future__ import annotations

from companion.extraction.extractor import extract
from companion.readers import read_text

NOTICE = """The Project Gutenberg EBook of Anna's Walk

Produced by David Widger and Judith Boss. Posted on January 10, 2009.

*** START OF THIS PROJECT GUTENBERG EBOOK ANNA'S WALK ***

{}

*** END OF THIS PROJECT GUTENBERG EBOOK ANNA'S WALK ***

Mr. Michael Hart founded the Project Gutenberg Literary Archive Foundation (PGLAF) in 1971.
"""
WORK = """Mrs. Anna Verl came to Aldmere in March 1643. Mrs. Verl said nothing. "Come in," said Mrs. Verl."""


def test_only_the_work_is_searched() -> None:
    document = read_text(NOTICE.format(WORK))
    found = extract(document)
    assert document.work is not None
    start, end = document.text.index("Mrs. Anna"), document.text.index("*** END")
    assert [person.name for person in found.entries.people] == ["Mrs. Anna Verl"]
    assert [event.date.edtf for event in found.entries.events] == ["1643-03"]
    assert found.abbreviations == ()
    assert all(start <= mention.start < end for mention in found.mentions)
    assert all(start <= time.start < end for time in found.times)


def test_a_text_without_notices_is_all_work() -> None:
    document = read_text(WORK)
    assert document.work is None
    assert [person.name for person in extract(document).entries.people] == ["Mrs. Anna Verl"]
