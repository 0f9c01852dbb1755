"""PDFs for tests, written by hand: words at places, in letters that are all six tenths of their size wide."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

WIDTH, HEIGHT = 400, 600
FONTS = {"plain": "Courier", "bold": "Courier-Bold", "italic": "Courier-Oblique", "hebrew": "Courier"}
_HEBREW = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
    "1 begincodespacerange <00> <ff> endcodespacerange "
    "1 beginbfrange <61> <7a> <05d0> endbfrange endcmap end end"
)


_ROWS = "\n".join(" ".join(["FF0000"] * 40) for _ in range(30))
_PICTURE = (
    "<< /Type /XObject /Subtype /Image /Width 40 /Height 30 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
    f"/Filter /ASCIIHexDecode /Length {len(_ROWS) + 1} >>\nstream\n{_ROWS}>\nendstream"
)
"""Forty pixels by thirty, all red."""


def width_of(words: str, size: float) -> float:
    """How wide words are, in points."""
    return 0.6 * size * len(words)


@dataclass
class Page:
    """A page to write on; `rotate` turns it. `notes` are links and fields as PDF writes them."""

    rotate: int = 0
    drawn: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def link(self, x: float, y: float, words: str, goal: str) -> None:
        """Lets words that stand at a place lead to a goal, given as PDF writes it."""
        self.notes.append(f"/Subtype /Link /Rect [{x} {y - 2} {x + width_of(words, 10)} {y + 8}] {goal}")

    def field(self, x: float, y: float, words: str, said: str = "") -> None:
        """Fills words into a field of a form, which no program has drawn yet."""
        self.notes.append(f"/Subtype /Widget /FT /Tx /Rect [{x} {y} {x + 200} {y + 14}] /V ({words}) {said}")

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        """Puts the picture of the book at a place."""
        drawn = f"q {width} 0 0 {height} {x} {y} cm /picture Do Q"
        self.drawn.append(f"/Figure << /MCID 0 >> BDC {drawn} EMC")

    def rule(self, x: float, y: float, width: float, height: float) -> None:
        """Draws a rule as a thin rectangle."""
        self.drawn.append(f"{x} {y} {width} {height} re f")

    def line(
        self, x: float, y: float, words: str, size: float = 10, font: str = "plain", turn: str = "1 0 0 1"
    ) -> None:
        """Writes words at a place."""
        text = words.encode("cp1252").decode("latin-1")
        for sign in "\\()":
            text = text.replace(sign, f"\\{sign}")
        self.drawn.append(f"BT /{font} {size} Tf {turn} {x} {y} Tm ({text}) Tj ET")

    def text(
        self, x: float, y: float, paragraphs: list[str], signs: int, *, indent: int = 2, size: float = 10
    ) -> float:
        """Sets paragraphs in lines of so many signs, from the top down; gives the height of the next line."""
        for number, paragraph in enumerate(paragraphs):
            first = indent if number else 0
            lines = textwrap.wrap("#" * first + paragraph, signs, break_on_hyphens=False)
            for words in lines:
                begun = words.lstrip("#")
                self.line(x + width_of("#" * (len(words) - len(begun)), size), y, begun, size)
                y -= 1.2 * size
        return y


@dataclass
class Book:
    """Pages and what is said of them; `outline` has titles, pages and heights, `picture` what is seen."""

    pages: list[Page]
    title: str = ""
    author: str = ""
    language: str = ""
    labels: str = ""
    outline: list[tuple[str, int, float]] = field(default_factory=list)
    trailer: str = ""
    picture: str = ""

    def data(self) -> bytes:
        """The file."""
        objects: list[str] = ["", "", *self._fonts(), _PICTURE]
        pages = [self._add_page(objects, page) for page in self.pages]
        catalog = "/Type /Catalog /Pages 2 0 R"
        catalog += f" /Lang ({self.language})" if self.language else ""
        catalog += f" /PageLabels << /Nums [{self.labels}] >>" if self.labels else ""
        catalog += f" /Outlines {self._add_outline(objects, pages)} 0 R" if self.outline else ""
        if self.picture:
            catalog += (
                f" /MarkInfo << /Marked true >> /StructTreeRoot {self._add_structure(objects, pages)} 0 R"
            )
        kids = " ".join(f"{page} 0 R" for page in pages)
        objects[0] = f"<< {catalog} >>"
        objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"
        objects.append(f"<< /Title ({self.title}) /Author ({self.author}) >>")
        return _written(objects, f"/Info {len(objects)} 0 R {self.trailer}")

    def _fonts(self) -> list[str]:
        fonts = [
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding"
            + (" /ToUnicode 7 0 R >>" if key == "hebrew" else " >>")
            for key, name in FONTS.items()
        ]
        return [*fonts, _stream(_HEBREW)]

    def _add_page(self, objects: list[str], page: Page) -> int:
        objects.append(_stream("\n".join(page.drawn)))
        content = len(objects)
        fonts = " ".join(f"/{key} {number} 0 R" for number, key in enumerate(FONTS, 3))
        objects += [f"<< /Type /Annot {note} >>" for note in page.notes]
        notes = " ".join(f"{number} 0 R" for number in range(content + 1, len(objects) + 1))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /StructParents 0 /Rotate {page.rotate} "
            f"/MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Contents {content} 0 R /Annots [{notes}] "
            f"/Resources << /Font << {fonts} >> /XObject << /picture 8 0 R >> >> >>"
        )
        return len(objects)

    def _add_structure(self, objects: list[str], pages: list[int]) -> int:
        """Adds what is said of the picture on the first page."""
        root = len(objects) + 1
        parents = f"/ParentTree << /Nums [0 [{root + 1} 0 R]] >>"
        objects.append(f"<< /Type /StructTreeRoot /K [{root + 1} 0 R] {parents} >>")
        objects.append(
            f"<< /Type /StructElem /S /Figure /P {root} 0 R /Pg {pages[0]} 0 R /K 0 /Alt ({self.picture}) >>"
        )
        return root

    def _add_outline(self, objects: list[str], pages: list[int]) -> int:
        root = len(objects) + 1
        first, last = root + 1, root + len(self.outline)
        objects.append(f"<< /Type /Outlines /First {first} 0 R /Last {last} 0 R >>")
        for number, (title, page, height) in enumerate(self.outline, first):
            following = f"/Next {number + 1} 0 R" if number < last else ""
            place = f"[{pages[page]} 0 R /XYZ 0 {height} 0]"
            objects.append(f"<< /Title ({title}) /Parent {root} 0 R {following} /Dest {place} >>")
        return root


def _stream(content: str) -> str:
    return f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"


def _written(objects: list[str], trailer: str) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode("latin-1")
