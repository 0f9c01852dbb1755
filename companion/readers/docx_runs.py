"""The runs of words in the paragraphs of a Word document are gone through, with what stands amid them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.message import Message
from companion.readers.docx_fields import Fields
from companion.readers.docx_formulas import formula_words
from companion.readers.docx_names import child, descendants, name_of, name_of_tag, relation, said
from companion.readers.docx_notes import REFERENCES, Notes, has_own_mark
from companion.readers.docx_pictures import Drawn, drawn_in
from companion.readers.docx_styles import PLAIN, Setting, StyleSheet, setting_of
from companion.readers.docx_symbols import sign_of
from companion.readers.html import ENTITIES_LOST
from companion.readers.limits import DEEPEST_MARKUP
from companion.readers.references import key_of, target_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element

    from companion.core.document import Style
    from companion.readers.docx_package import Relation
    from companion.readers.gathering import Gathering

DELETED = Message("What was deleted or moved while changes were tracked was left out.")
COMMENTS = Message("Comments on the text were left out.")
HIDDEN = Message("Words that are marked as hidden were left out.")
EXTERNAL = Message("What the file only refers to, such as pictures elsewhere, was left out.")

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_UNREAD = (
    "w:pPr w:rPr w:sectPr w:tblPr w:tblGrid w:trPr w:tcPr w:sdtPr w:sdtEndPr w:smartTagPr w:customXmlPr "
    "w:tblPrEx w:rubyPr w:annotationRef w:footnoteRef w:endnoteRef w:separator w:continuationSeparator "
    "w:pgNum w:softHyphen w:delText w:delInstrText w:lastRenderedPageBreak w:fldData w:ffData "
    "w:permStart w:permEnd w:commentRangeStart w:commentRangeEnd w:proofErr w:bookmarkEnd"
)
_CLOSING = {"w:del": DELETED, "w:moveFrom": DELETED, "w:commentReference": COMMENTS, "w:subDoc": EXTERNAL}
_SHOWN = ("w:t", "w:sym", *REFERENCES)


class RunFlow:
    """Goes through what stands in paragraphs; `gathering` takes what is to be read.

    `told` are the sentences on what was left out; `notes` those that were referred to, and in which forms
    they are counted. `relations` are those of the part that is read.
    """

    def __init__(
        self,
        gathering: Gathering,
        styles: StyleSheet,
        notes: Notes,
        entities: Mapping[str, str],
    ) -> None:
        self.told: dict[Message, None] = {}
        self.notes = notes
        self.relations: Mapping[str, Relation] = {}
        self._gathering = gathering
        self._styles = styles
        self._entities = entities
        self._say = gathering.words
        self._fields = Fields(gathering)
        self._depth = self._cells = 0
        self._open_styles: set[Style] = set()
        self._turned: dict[int, int] | None = None
        self._is_hidden = False
        self._boxes: list[_Element] = []
        self._steps = _Steps(self)

    def steps(self) -> dict[str, Callable[[_Element], None]]:
        """What is done with each kind of element; of others what is in them is taken."""
        return {
            **dict.fromkeys(_UNREAD.split(), self.pass_by),
            **dict.fromkeys(_CLOSING, self.leave_out),
            **dict.fromkeys(("w:drawing", "w:pict", "w:object"), self.drawing),
            **dict.fromkeys(REFERENCES, self.note),
            **dict.fromkeys(("m:oMath", "m:oMathPara"), self.formula),
            "w:r": self.run,
            "w:t": self.text,
            "w:tab": self.tab,
            "w:ptab": self.tab,
            "w:br": self.line_end,
            "w:cr": self.line_end,
            "w:noBreakHyphen": self.hyphen,
            "w:sym": self.symbol,
            "w:hyperlink": self.hyperlink,
            "w:bookmarkStart": self.bookmark,
            "w:fldChar": self.field_sign,
            "w:fldSimple": self.simple_field,
            "w:instrText": self.field_code,
            "w:ruby": self.ruby,
            "mc:AlternateContent": self.alternatives,
        }

    def walk(self, element: _Element) -> None:
        """Takes everything in an element; of what is nested too deep only the words."""
        if self._depth > DEEPEST_MARKUP:
            for words in descendants(element, "w:t"):
                self.text(words)
            return
        self._depth += 1
        steps = self._steps
        for found in element:
            steps[found.tag](found)
        self._depth -= 1

    def other(self, element: _Element) -> None:
        """Takes an element of another namespace, for what may be in it, or what stands for words."""
        if not isinstance(element.tag, str):
            self._say(self._entity_words(element))
        elif len(element):
            self.walk(element)

    def pass_by(self, element: _Element) -> None:
        """Leaves an element out of which nothing is to be read."""

    def leave_out(self, element: _Element) -> None:
        """Leaves an element out, and tells of it."""
        self.told[_CLOSING[name_of(element)]] = None

    def run(self, run: _Element) -> None:
        """Takes a run: words that are set alike."""
        properties = child(run, "w:rPr")
        setting = PLAIN if properties is None else self._set(properties)
        turned, self._turned = self._turned, _turned_by(properties)
        self._style(setting if self._say != self._gathering.exactly else setting._replace(code=None))
        marked = self.notes.with_own_mark(run)
        if marked is not None:
            self._gathering.begin_reference(marked.key)
        if self._is_hidden if setting.hidden is None else setting.hidden:
            self._hidden(run)
        else:
            self.walk(run)
        if marked is not None:
            self._gathering.end_reference(is_note=True)
        self._turned = turned

    def text(self, element: _Element) -> None:
        """Takes a ``w:t``."""
        words = element.text or ""
        if len(element):
            words = "".join(self._with_entities(element))
        if not words or self._fields.is_silent():
            return
        if self._turned is not None and words.isascii() and words.isdigit():
            words = words.translate(self._turned)
        self._say(words)

    def tab(self, element: _Element) -> None:
        """Takes a tab."""
        if not self._fields.is_silent():
            self._say("\t")

    def line_end(self, element: _Element) -> None:
        """Takes the end of a line, a column or a page."""
        if self._cells or said(element, "type") in ("page", "column"):
            self._gathering.blank()
        elif self._say == self._gathering.exactly:
            self._say("\n")
        else:
            self._gathering.line_end()

    def hyphen(self, element: _Element) -> None:
        """Takes a hyphen at which no line ends."""
        self._say("-")

    def symbol(self, element: _Element) -> None:
        """Takes a sign of another font."""
        if not self._fields.is_silent():
            self._say(sign_of(said(element, "font"), said(element, "char")))

    def hyperlink(self, element: _Element) -> None:
        """Takes a link."""
        related = self.relations.get(relation(element, "id"))
        anchor = said(element, "anchor")
        if related is None:
            target = key_of("", anchor) if anchor else ""
        else:
            address = related.address
            target = target_of(f"{address}#{anchor}" if anchor and "#" not in address else address, "")
        if target:
            self._fields.begin_link(target)
        self.walk(element)
        if target:
            self._fields.end_link()

    def bookmark(self, element: _Element) -> None:
        """Takes the name of a place."""
        self._gathering.name(key_of("", said(element, "name")))

    def field_sign(self, element: _Element) -> None:
        """Takes the beginning of a field, of its result, or its end."""
        self._fields.sign(said(element, "fldCharType"))

    def simple_field(self, element: _Element) -> None:
        """Takes a field that is one element."""
        depth = self._fields.depth
        self._fields.begin(said(element, "instr"))
        self._fields.begin_result()
        self.walk(element)
        if self._fields.depth > depth:
            self._fields.end()

    def field_code(self, element: _Element) -> None:
        """Takes the code of a field, which is not shown."""
        self._fields.add(element.text or "")

    def ruby(self, element: _Element) -> None:
        """Takes signs and how they are read."""
        for part, brackets in (("w:rubyBase", ("", "")), ("w:rt", ("(", ")"))):
            found = child(element, part)
            if found is not None:
                self._say(brackets[0])
                self.walk(found)
                self._say(brackets[1])

    def alternatives(self, element: _Element) -> None:
        """Takes the first of several ways to say the same that says anything. ECMA-376, part 3, 9.3."""
        ways = [e for e in element if name_of(e) in ("mc:Choice", "mc:Fallback")]
        told = (
            way for way in ways if any(True for _ in descendants(way, "w:t", "a:blip", "v:imagedata", "m:t"))
        )
        chosen = next(told, ways[0] if ways else None)
        if chosen is not None:
            self.walk(chosen)

    def formula(self, element: _Element) -> None:
        """Takes a formula."""
        self._say(formula_words(element))

    def note(self, element: _Element) -> None:
        """Takes the mark of a footnote or an endnote; that which the writer chose stands after it."""
        if has_own_mark(element):
            return
        note = self.notes.of(element)
        self._gathering.begin_reference(note.key)
        self._gathering.exactly(f"[{note.mark}]" if note.mark.isalnum() else note.mark)
        self._gathering.end_reference(is_note=True)

    def drawing(self, element: _Element) -> None:
        """Takes pictures, and keeps text boxes until the paragraph is written down."""
        for found in drawn_in(element):
            if isinstance(found, Drawn):
                self._draw(found)
            else:
                self._boxes.append(found)

    def picture(self, words: str, source: str, name: str) -> None:
        """Takes a picture with what is said of it, its part and what that is called."""
        raise NotImplementedError

    def _draw(self, drawn: Drawn) -> None:
        related = self.relations.get(drawn.relation)
        source = "" if related is None else related.part
        if drawn.is_linked or (related is not None and related.address):
            self.told[EXTERNAL] = None
        self.picture(drawn.words, source, source or ("" if related is None else related.address))

    def _style(self, setting: Setting) -> None:
        """Sets what comes so; what goes on from run to run is not begun anew."""
        styles = set(setting.styles())
        for style in sorted(self._open_styles - styles):
            self._gathering.end_style(style)
        for style in sorted(styles - self._open_styles):
            self._gathering.begin_style(style)
        self._open_styles = styles

    def _set(self, properties: _Element) -> Setting:
        style = said(child(properties, "w:rStyle"))
        own = setting_of(properties)
        return own.over(self._styles.setting(style)) if style else own

    def _hidden(self, run: _Element) -> None:
        """Takes of a run that is not seen only where fields begin and end."""
        for element in run:
            name = name_of(element)
            if name in ("w:fldChar", "w:instrText"):
                self._steps[element.tag](element)
            elif name in _SHOWN and not self._fields.is_silent():
                self.told[HIDDEN] = None

    def _with_entities(self, element: _Element) -> Iterator[str]:
        """The words in an element with entities among them."""
        yield element.text or ""
        for found in element:
            if not isinstance(found.tag, str):
                yield self._entity_words(found)
            yield found.tail or ""

    def _entity_words(self, element: _Element) -> str:
        words = self._entities.get(str(element.text or "").strip("&;"))
        if words is None:
            self.told[ENTITIES_LOST] = None
        return words or ""


class _Steps(dict[object, "Callable[[_Element], None]"]):
    """What is done with an element, by its tag."""

    def __init__(self, flow: RunFlow) -> None:
        self._flow = flow
        self._by_name = flow.steps()

    def __missing__(self, tag: object) -> Callable[[_Element], None]:
        name = name_of_tag(tag)
        step = self._by_name.get(name, self._flow.walk) if name else self._flow.other
        self[tag] = step
        return step


def _turned_by(properties: _Element | None) -> dict[int, int] | None:
    """How digits are written that are set high or low, so that 10⁶ is not 106."""
    match said(child(properties, "w:vertAlign")):
        case "superscript":
            return _SUPERSCRIPTS
        case "subscript":
            return _SUBSCRIPTS
    return None
