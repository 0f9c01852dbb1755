"""What the styles of a Word document say of its paragraphs and words, each with what it is based on."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Style
from companion.readers.docx_names import child, is_on, name_of, number, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

_DEEPEST = 20
_BODY_TEXT = 9
"""The outline level of what is no heading."""

_HEADING_WORDS = (
    "heading|überschrift|berschrift|ueberschrift|titre|título|titulo|título de|titolo|kop|rubrik|overskrift|"
    "otsikko|nagłówek|nagwek|nadpis|címsor|cmsor|заголовок|επικεφαλίδα|başlık|balk|標題|标题|見出し|제목|header"
)
_NUMBERED = re.compile(rf"(?:{_HEADING_WORDS})[ _-]?([1-9])")


class Role(Enum):
    """What a paragraph is to a reader."""

    PLAIN = "plain"
    HEADING = "heading"
    TITLE = "title"
    SUBTITLE = "subtitle"
    QUOTATION = "quotation"
    VERSE = "verse"
    CAPTION = "caption"
    CODE = "code"
    CONTENTS = "contents"


_ROLES: tuple[tuple[re.Pattern[str], Role], ...] = tuple(
    (re.compile(pattern), role)
    for pattern, role in (
        (
            r"(?:title|titel|titre|título|titulo|titolo|tytuł|название|otsikko|タイトル|book ?title)",
            Role.TITLE,
        ),
        (r"(?:sub-?title|untertitel|sous-titre|subtítulo|sottotitolo|podtytuł|подзаголовок)", Role.SUBTITLE),
        (r"(?:toc|contents?|index) ?heading|inhaltsverzeichnisüberschrift", Role.SUBTITLE),
        (r"author|date|autor|datum|abstract|abstract title|institute", Role.PLAIN),
        (r"(?:toc|contents|verzeichnis|tm|sommario|tdc|inhopg) ?[1-9]", Role.CONTENTS),
        (
            r"(?:intense |block ?)?(?:quotes?|quotations?|zitat|citation|citat|cita|citazione|cytat|citaat)"
            r"(?: (?:intense|intensa|intensiv|destacada))?|intensives zitat|block ?text|blockquote|epigraph",
            Role.QUOTATION,
        ),
        (r"verse|poem|poetry|vers|gedicht", Role.VERSE),
        (
            r"(?:image |table |figure )?caption|(?:bild)?beschriftung|légende|legenda|didascalia|epígrafe",
            Role.CAPTION,
        ),
        (
            r"source ?code|html preformatted|html vorformatiert|preformatted(?: text)?|code(?: block)?|"
            r"plain ?text code|vorformatierter text|macro(?: ?text)?|listing|verbatim",
            Role.CODE,
        ),
    )
)
_CODE = re.compile(
    r"(?:verbatim|(?:html |inline |source ?)?code|html (?:keyboard|sample|typewriter|variable)|source ?text|"
    r"teletype|quelltext|monospace)(?: ?char| zchn)?"
)
_MONOSPACED = re.compile(
    r"(?:courier|consolas|.* mono|menlo|monaco|lucida console|.*monospace|inconsolata)", re.I
)


class Look(NamedTuple):
    """What a paragraph style makes of a paragraph; `level` is that of a heading or a line of contents.

    `list_id` is the id of a list, or empty, `depth` the depth in it, -1 where the style leaves it open.
    """

    role: Role = Role.PLAIN
    level: int = 0
    list_id: str = ""
    depth: int = -1
    style: str = ""


class Setting(NamedTuple):
    """How words are set; None where nothing is said."""

    strong: bool | None = None
    emphasis: bool | None = None
    code: bool | None = None
    hidden: bool | None = None

    def over(self, other: Setting) -> Setting:
        """This setting, with that of `other` where nothing is said."""
        return Setting(*(own if own is not None else below for own, below in zip(self, other, strict=True)))

    def styles(self) -> Iterator[Style]:
        """The styles of a document that these are."""
        if self.strong:
            yield Style.STRONG
        if self.emphasis:
            yield Style.EMPHASIS
        if self.code:
            yield Style.CODE


PLAIN = Setting()


class StyleSheet:
    """The styles of one document; `root` is None where it has none. ECMA-376, part 1, 17.7."""

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, _Element] = {}
        self._looks: dict[str, Look] = {}
        self._settings: dict[str, Setting] = {}
        self.language = ""
        self.usual = ""
        for element in () if root is None else root:
            if name_of(element) == "w:docDefaults":
                run = child(element, "w:rPrDefault", "w:rPr", "w:lang")
                self.language = said(run)
            elif name_of(element) == "w:style":
                self._add(element)

    def look(self, style: str) -> Look:
        """What the paragraph style of this id says; of one that is not there only its name is known."""
        style = style or self.usual
        found = self._looks.get(style)
        if found is None:
            found = self._looks[style] = self._look(style)
        return found

    def setting(self, style: str) -> Setting:
        """What the style of this id says of words."""
        found = self._settings.get(style)
        if found is None:
            found = PLAIN
            for element in self._chain(style):
                found = found.over(setting_of(child(element, "w:rPr")))
                if found.code is None and _CODE.fullmatch(_name(element)):
                    found = found._replace(code=True)
            self._settings[style] = found
        return found

    def list_of(self, style: str) -> str:
        """The id of the list that a style, a numbering style above all, belongs to."""
        return self._first(style, _list_id)

    def _add(self, element: _Element) -> None:
        key = said(element, "styleId")
        self._styles.setdefault(key, element)
        if said(element, "type") == "paragraph" and said(element, "default") in ("1", "true", "on"):
            self.usual = self.usual or key
            self.language = said(child(element, "w:rPr", "w:lang")) or self.language

    def _chain(self, style: str) -> Iterator[_Element]:
        """The style and those that it is based on."""
        passed: set[str] = set()
        while style in self._styles and style not in passed and len(passed) < _DEEPEST:
            passed.add(style)
            yield self._styles[style]
            style = said(child(self._styles[style], "w:basedOn"))

    def _look(self, style: str) -> Look:
        names = [style, *map(_name, self._chain(style))]
        role, level = next(filter(None, map(role_of, names)), (Role.PLAIN, 0))
        outline = number(self._first(style, _outline))
        if outline >= 0 and role in (Role.PLAIN, Role.HEADING):
            role, level = (Role.PLAIN, 0) if outline >= _BODY_TEXT else (Role.HEADING, outline + 1)
        depth = number(self._first(style, _depth))
        return Look(role, level, self._first(style, _list_id), depth, style)

    def _first(self, style: str, say: Callable[[_Element], str]) -> str:
        return next(filter(None, map(say, self._chain(style))), "")


def role_of(name: str) -> tuple[Role, int] | None:
    """What a style of this name is for, as Word and others name theirs, also in other languages.

    With it goes the level that the name tells; None when it tells nothing.
    """
    for alias in name.casefold().split(","):
        words = " ".join(alias.split())
        numbered = _NUMBERED.fullmatch(words)
        if numbered:
            return Role.HEADING, int(numbered[1])
        for pattern, role in _ROLES:
            if pattern.fullmatch(words):
                return role, int(words[-1]) if role is Role.CONTENTS else 0
    return None


def setting_of(properties: _Element | None) -> Setting:
    """How a ``w:rPr`` sets the words it is said of, but for its style."""
    if properties is None or not len(properties):
        return PLAIN
    found = {name_of(element): element for element in properties}
    fonts = found.get("w:rFonts")
    font = said(fonts, "ascii") or said(fonts, "hAnsi")
    return Setting(
        is_on(found.get("w:b")),
        is_on(found.get("w:i")),
        bool(_MONOSPACED.match(font)) if font else None,
        is_on(found.get("w:vanish")),
    )


def _name(style: _Element) -> str:
    return said(child(style, "w:name")).casefold()


def _outline(style: _Element) -> str:
    return said(child(style, "w:pPr", "w:outlineLvl"))


def _list_id(style: _Element) -> str:
    return said(child(style, "w:pPr", "w:numPr", "w:numId"))


def _depth(style: _Element) -> str:
    return said(child(style, "w:pPr", "w:numPr", "w:ilvl"))
