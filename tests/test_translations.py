"""Translations: every word of the source is in each language's file, whole, and in what is loaded."""

from __future__ import annotations

import ast
import re
import shutil
import sys
from collections import Counter
from pathlib import Path
from subprocess import run
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from sources import ASKING, ROOT, modules

from companion.ui.actions import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sources import Call

FOLDER = ROOT / "resources" / "i18n"
FILES = sorted(FOLDER.glob("companion_*.ts"))
SOURCES = sorted((ROOT / "companion").rglob("*.py"))

EXTRACT = [
    "-silent",
    "-no-obsolete",
    "-locations",
    "none",
    "-tr-function-alias",
    "tr+=translated,tr+=Message",
]
"""How Qt's tool reads our sources, as the page in the folder of the translations has it."""


class Message(NamedTuple):
    """One message of a file; `forms` are its plural forms, or its one translation."""

    context: str
    source: str
    comment: str
    is_plural: bool
    forms: tuple[str, ...]
    is_finished: bool

    @property
    def key(self) -> tuple[str, str, str, bool]:
        return self[:4]


def messages(file: Path) -> list[Message]:
    return [
        _message(context.findtext("name") or "", message)
        for context in ElementTree.fromstring(file.read_text("utf-8")).iter("context")  # noqa: S314  (our own file)
        for message in context.iter("message")
    ]


def _message(context: str, message: ElementTree.Element) -> Message:
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    return Message(
        context,
        message.findtext("source") or "",
        message.findtext("comment") or "",
        message.get("numerus") == "yes",
        tuple(forms),
        translation.get("type") is None,
    )


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_there_is_a_german_file() -> None:
    assert "companion_de" in [file.stem for file in FILES]


def test_every_message_is_translated(file: Path) -> None:
    missing = [message.key for message in messages(file) if not message.is_finished or not all(message.forms)]
    assert missing == []


SIGNS = re.compile(r"%L?n|%\d|\{\w*\}|\*\.\w+|\.companion\.yaml|…$|‹|›|§")


def test_a_translation_loses_nothing_that_is_filled_in(file: Path) -> None:
    """Nor a letter for Alt, blanks at the ends, or the dots of a command that asks further."""
    for _, source, _, _, forms, _ in messages(file):
        for form in forms:
            assert Counter(SIGNS.findall(form)) == Counter(SIGNS.findall(source)), source
            assert bool(letters(form)) == bool(letters(source)), source
            assert form[: len(form) - len(form.lstrip())] == source[: len(source) - len(source.lstrip())]
            assert form[len(form.rstrip()) :] == source[len(source.rstrip()) :], source


def letters(words: str) -> list[str]:
    """The letters that Alt takes."""
    return re.findall(r"&(\w)", words.replace("&&", "").casefold())


def test_no_two_commands_of_a_menu_share_a_letter(file: Path) -> None:
    known = {(message.context, message.source): message.forms[0] for message in messages(file)}
    titles = [known["Actions", title] for title in COMMANDS]
    assert len({letter for title in titles for letter in letters(title)}) == len(titles)
    for title, commands in COMMANDS.items():
        taken = [
            letter
            for command in commands
            if command is not None
            for letter in letters(known["Actions", command.words])
        ]
        assert len(taken) == len(set(taken)), title


def test_no_two_commands_have_the_same_words(file: Path) -> None:
    words = [message.forms[0].replace("&", "") for message in messages(file) if message.context == "Actions"]
    assert len(words) == len(set(words))


def test_the_loaded_file_is_made_of_the_written_one(file: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(file.with_suffix(".qm")))
    for context, source, comment, is_plural, forms, _ in messages(file):
        numbers = (1, 2, 5, 11, 21, 100) if is_plural else (-1,)
        said = {translator.translate(context, source, comment, number) for number in numbers}
        assert said == set(forms), source


def test_the_written_file_holds_every_word_of_the_source(file: Path, tmp_path: Path) -> None:
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent)) or shutil.which(
        "pyside6-lupdate"
    )
    if tool is None:
        pytest.skip("Qt's tool is not here")
    fresh = tmp_path / file.name
    done = run([tool, *EXTRACT, *map(str, SOURCES), "-ts", str(fresh)], capture_output=True, check=False)
    if done.returncode or not fresh.exists():
        pytest.skip("Qt's tool does not run here")
    wanted, there = ({message.key for message in messages(one)} for one in (fresh, file))
    assert wanted - there == set(), "not in the file"
    assert there - wanted == set(), "no longer in the source"


# -- what Qt's tool and Qt must understand in the same way


def calls() -> Iterator[tuple[str, Call]]:
    """Every call that asks for a translation, with where it stands."""
    for path, source in modules().items():
        for call in source.calls:
            if call.name in ASKING:
                yield f"{path}:{call.node.lineno}", call


def test_qts_tool_finds_every_call(file: Path) -> None:
    """It does not look into f-strings, for one."""
    known = {(message.context, message.source, message.comment) for message in messages(file)}
    for where, call in calls():
        words = [one.value for one in call.node.args[:2] if isinstance(one, ast.Constant)]
        context = call.kind if call.is_method else ""
        comment = words[1] if len(words) > 1 else ""
        assert (context, words[0], comment) in known, where


def test_what_is_translated_is_written_out() -> None:
    for where, call in calls():
        first = call.node.args[0]
        assert isinstance(first, ast.Constant), where
        assert isinstance(first.value, str), where
        assert not call.node.keywords or call.name == "Message", f"{where}: by position only"
        assert len(call.node.args) in (1, 2, 3), where


def test_a_message_has_the_parts_that_it_names() -> None:
    made = [(where, call.node) for where, call in calls() if call.name == "Message"]
    assert made
    for where, node in made:
        assert isinstance(node.args[0], ast.Constant)
        named = set(re.findall(r"\{(\w+)\}", str(node.args[0].value)))
        assert named == {part.arg for part in node.keywords}, where


def test_a_number_of_things_has_plural_forms() -> None:
    for where, call in calls():
        args = call.node.args
        counts = isinstance(args[0], ast.Constant) and re.search(r"%L?n", str(args[0].value))
        assert bool(counts) == (len(args) == 3), where


# -- the help

HELP = ROOT / "resources" / "help"
PAGES = sorted(page.name for page in HELP.glob("*.md"))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "folder", sorted(filter(Path.is_dir, HELP.iterdir())), ids=lambda folder: folder.name
)
def test_a_page_of_help_says_the_same_in_every_language(folder: Path, page: str) -> None:
    """It has as many headings and items, and names the same keys and pages."""
    written, english = ((place / page).read_text("utf-8") for place in (folder, HELP))
    for sign in (r"\]\([\w-]+\.md\)", r"^#+ ", r"^[-] "):
        assert re.findall(sign, written, re.M) == re.findall(sign, english, re.M)
    if page != "companion-file.md":  # braces mean something else there
        assert Counter(re.findall(r"\{\w+\}", written)) == Counter(re.findall(r"\{\w+\}", english))
