"""The notes of a Word document to which its text refers, in order, each with its mark."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from companion.readers.docx_names import descendants, name_of, said
from companion.readers.docx_numbering import written
from companion.readers.references import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

REFERENCES = ("w:footnoteReference", "w:endnoteReference")


class Note(NamedTuple):
    """A note that the text refers to: "footnote" or "endnote", its id, and its mark."""

    kind: str
    id: str
    mark: str

    @property
    def key(self) -> str:
        """The key of the place where its words stand."""
        return key_of(self.kind, self.id)


class Notes:
    """The notes that were referred to, in `order`; the `forms` of their numbers are given by kind."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self.order: list[Note] = []
        self._forms = forms
        self._found: dict[tuple[str, str], Note] = {}
        self._counted: Counter[str] = Counter()

    def of(self, reference: _Element, mark: str = "") -> Note:
        """The note that a reference means; its `mark` is its number unless the writer chose another."""
        kind, key = name_of(reference)[2:].removesuffix("Reference"), said(reference, "id")
        found = self._found.get((kind, key))
        if found is None:
            self._counted[kind] += 1
            found = Note(kind, key, mark or written(self._counted[kind], self._forms[kind]))
            self._found[kind, key] = found
            self.order.append(found)
        return found

    def with_own_mark(self, run: _Element) -> Note | None:
        """The note whose mark the writer chose, which is the rest of its run; None when there is none."""
        for element in run:
            if name_of(element) in REFERENCES and has_own_mark(element):
                return self.of(
                    element, "".join(found.text or "" for found in descendants(run, "w:t")).strip()
                )
        return None


def has_own_mark(reference: _Element) -> bool:
    """Whether the mark of a note, chosen by the writer, stands after a reference to it."""
    return said(reference, "customMarkFollows") in ("1", "true", "on")
