"""The parts of a Word document in its archive, and the relationships by which they name each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.readers.markup import Tree, xml_tree
from companion.readers.references import within
from companion.readers.zip_parts import Archive, PartError

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = "[Content_Types].xml"
_USUAL = "word/document.xml"


class Relation(NamedTuple):
    """What a part is related to: the last word of the relation's type, and a part, or an address outside."""

    kind: str
    part: str
    address: str


class DocxPackage:
    """The package in `archive`; ECMA-376, 5th edition, part 2.

    `lacks_order` tells that it does not say which of its parts is the document, or what they are.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        main = self.part_of(self.relations(""), "officeDocument")
        self.lacks_order = not main or archive.find(_TYPES) is None
        self.main = main or archive.find(_USUAL) or ""

    def tree(self, part: str) -> Tree:
        """The tree in a part; raises PartError when it is not there."""
        return xml_tree(self._archive.read(part))

    def is_damaged(self, part: str) -> bool:
        """Whether the bytes of a part that was read are not those that were packed."""
        return part in self._archive.damaged

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part is related to, by ids; what the package is related to, where `part` is empty."""
        folder, _, file = part.rpartition("/")
        root = self.root(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        if root is None:
            return {}
        found = (e for e in root.iter("{*}Relationship") if e.get("Id"))
        return {element.get("Id") or "": self._relation(element, part) for element in found}

    def root(self, part: str) -> _Element | None:
        """The uppermost element of a part; None when it is not there, or too damaged."""
        name = self._archive.find(part)
        if name is None:
            return None
        try:
            return self.tree(name).root
        except PartError:
            return None

    def related(self, relations: dict[str, Relation], kind: str) -> _Element | None:
        """The uppermost element of the first part that is related so."""
        return self.root(self.part_of(relations, kind))

    def _relation(self, element: _Element, part: str) -> Relation:
        kind = (element.get("Type") or "").rstrip("/").rpartition("/")[2]
        target = element.get("Target") or ""
        if (element.get("TargetMode") or "").lower() == "external":
            return Relation(kind, "", target)
        return Relation(kind, self._archive.find(within(target, part)) or "", "")

    def part_of(self, relations: dict[str, Relation], kind: str) -> str:
        """The name of the first part that is related so; empty when there is none."""
        return next((r.part for r in relations.values() if r.kind == kind and r.part), "")
