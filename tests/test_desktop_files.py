"""What a desktop is told of the program: that it is true, valid, and where the wheel puts it."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from companion import cli
from companion.ui import running

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "desktop"
ENTRY = FOLDER / f"{running.DESKTOP_ID}.desktop"
METAINFO = FOLDER / f"{running.DESKTOP_ID}.metainfo.xml"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture
def entry() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(ENTRY.read_text("utf-8"))
    return parser


@pytest.fixture
def component() -> ElementTree.Element:
    return ElementTree.fromstring(METAINFO.read_text("utf-8"))  # noqa: S314  (our own)


def test_the_wheel_puts_them_where_a_desktop_looks() -> None:
    data = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert data == {
        ENTRY.relative_to(ROOT).as_posix(): f"share/applications/{running.DESKTOP_ID}.desktop",
        METAINFO.relative_to(ROOT).as_posix(): f"share/metainfo/{running.DESKTOP_ID}.metainfo.xml",
        "resources/icons/app.svg": f"share/icons/hicolor/scalable/apps/{running.DESKTOP_ID}.svg",
    }
    assert all((ROOT / source).is_file() for source in data)


def test_each_group_starts_what_the_wheel_installs(entry: configparser.ConfigParser) -> None:
    for group in entry.sections():
        program, *arguments = entry[group]["Exec"].split()
        assert program in PROJECT["project"]["gui-scripts"]
        command = cli.parse(["book.txt" if argument == "%f" else argument for argument in arguments])
        assert command.name == cli.WINDOW
    assert entry["Desktop Entry"]["TryExec"] in PROJECT["project"]["gui-scripts"]


def test_every_action_is_a_group(entry: configparser.ConfigParser) -> None:
    named = [name for name in entry["Desktop Entry"]["Actions"].split(";") if name]
    assert entry.sections() == ["Desktop Entry", *(f"Desktop Action {name}" for name in named)]


def test_both_files_say_the_same(entry: configparser.ConfigParser, component: ElementTree.Element) -> None:
    main = entry["Desktop Entry"]
    provided = [element.text or "" for element in component.iter("mediatype")]
    assert main["MimeType"] == "".join(f"{kind};" for kind in provided)
    assert main["Categories"] == "".join(f"{element.text};" for element in component.iter("category"))
    assert main["Icon"] == running.DESKTOP_ID == component.findtext("icon") == component.findtext("id")
    assert component.findtext("launchable") == ENTRY.name
    assert main["Name"] == component.findtext("name")
    assert main["Comment"] == component.findtext("summary")
    assert {element.text for element in component.iter("binary")} == set(PROJECT["project"]["gui-scripts"])
    assert component.findtext("project_license") == PROJECT["project"]["license"]


def test_the_window_says_which_entry_is_its_own(entry: configparser.ConfigParser) -> None:
    """X11 finds the entry by the class of the window, Wayland by the entry's own name."""
    source = Path(running.__file__).read_text("utf-8")
    assert "setDesktopFileName(DESKTOP_ID)" in source
    assert f'setApplicationName("{entry["Desktop Entry"]["StartupWMClass"]}")' in source


@pytest.mark.parametrize(
    "command",
    [["desktop-file-validate", str(ENTRY)], ["appstreamcli", "validate", "--no-net", str(METAINFO)]],
    ids=lambda command: command[0],
)
def test_the_validators_find_no_fault(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
