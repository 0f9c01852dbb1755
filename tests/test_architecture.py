"""The walls of the house: who may import whom, what nobody may call, and what is loaded late."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sources import RENDERING, ROOT, RUNNING, modules, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sources import Import

LIBRARIES = {
    "core": {"rapidfuzz", "sentencex"},
    "readers": {"PIL", "chardet", "lxml", "markdown_it", "pypdfium2_raw"},
    "extraction": set(),
    "linking": {"ahocorasick_rs"},
    "store": {"ruamel", "yaml"},
    "output": set(),
    "exchange": set(),
    "shelf": set(),
    "ui": {"PySide6", "shiboken6", "font_source_serif_pro", "pyphen"},
    "app": {"PySide6"},
    "commands": {"PySide6"},
    "preflight": {"PySide6"},
    "thrift": {"PySide6"},
}
"""The libraries of each package. A new one is a line here and one in pyproject.toml."""

BELOW_UI = {"core", "readers", "extraction", "linking", "store", "output", "exchange", "shelf"}
WALLS = {
    "core": {"core"},
    "readers": {"__init__", "core", "readers"},
    "extraction": {"__init__", "core", "extraction", "resources"},
    "linking": {"core", "linking"},
    "store": {"core", "store"},
    "output": {"core", "output"},
    "exchange": {"core", "exchange"},
    "shelf": {"core", "store", "shelf"},
    "texts": {"core", "readers", "store"},
    "receiving": {"__init__", "core", "readers", "exchange", "receiving"},
    "ui": {*BELOW_UI, "ui", "resources", "__init__", "texts", "receiving"},
    "app": {
        *{*BELOW_UI, "__init__", "ui", "resources", "preflight", "cli", "command"},
        *{"texts", "thrift", "receiving", "loading_ahead"},
    },
    "cli": {"__init__", "core", "command", "commands", "exchange_commands", "exchange", "building"},
    "command": set(),
    "commands": {
        *{*BELOW_UI, "__init__", "ui", "resources", "preflight"},
        *{"command", "selfcheck", "building", "folder_building", "helping", "texts"},
    },
    "exchange_commands": {
        *{*BELOW_UI, "__init__", "command", "commands", "building", "ui", "preflight", "receiving"},
    },
    "building": {"core", "readers", "extraction", "output"},
    "folder_building": {"__init__", "core", "building", "shelf", "store"},
    "helping": {"__init__", "core", "readers", "extraction", "store", "texts", "thrift"},
    "selfcheck": {"__init__", "texts", "store", "linking", "resources", "preflight"},
    "preflight": set(),
    "thrift": set(),
    "loading_ahead": set(),
    "resources": set(),
    "__main__": {"app"},
    "__init__": set(),
    "main": {"app"},
}
"""What each package or module of the program may import of the program."""

LATE = ["yaml", "ruamel", "lxml", "sqlite3", "markdown_it", "chardet", "sentencex", "pyphen", "rapidfuzz"]
"""Not loaded before the window is painted."""

INSIDE_FUNCTIONS = [
    ("companion/commands.py", "ui"),
    ("companion/commands.py", "PySide6"),
    ("companion/exchange_commands.py", "ui"),
    ("companion/cli.py", "commands"),
    ("companion/cli.py", "exchange"),
    ("companion/cli.py", "exchange_commands"),
    ("companion/preflight.py", "PySide6"),
    ("companion/thrift.py", "PySide6"),
    ("companion/app.py", "ui"),
    ("companion/core/sentence_ends.py", "sentencex"),
]
"""What a module imports only where it is needed."""

PARTS = {"reading_view", "timeline", "entry_card", "title_bar"}
"""Parts of the window, besides all panels and strips, that talk to the Reading and never to each other."""

WINDOWS = {
    *("companion/ui/window.py", "companion/ui/panels.py", "companion/ui/window_parts.py"),
    "companion/ui/help/help_view.py",
}
"""What puts parts together."""

PERMITTED_CALLS = {("companion/ui/reading_view/selecting.py", "setHtml")}
"""What is copied goes out to the clipboard, escaped; nothing is rendered."""

FORBIDDEN_MODULES = {"pickle", "marshal", "shelve", "dill"}

NETWORKS = {
    "socket",
    "socketserver",
    "ssl",
    "http",
    "urllib",
    "ftplib",
    "smtplib",
    "asyncio",
    "xmlrpc",
    "requests",
}
"""What could reach a network; of Qt's own module for it nothing but sockets within the machine is used."""

WITHIN_THE_MACHINE = ("companion/ui/program/local_socket.py", "socket")
"""What makes sockets that are files, and no others."""


def package_of(path: str) -> str:
    """The package a module belongs to: core, ui, cli, ..."""
    parts = path.removesuffix(".py").split("/")
    return parts[0] if len(parts) == 1 else parts[1]


def imports() -> Iterator[tuple[str, Import]]:
    """All imports with the module they stand in, also those for the type checker and inside functions."""
    for path, source in modules().items():
        for found in source.imports:
            yield path, found


def inner(module: str) -> str | None:
    """``companion.core.links`` -> core; None for a module that is not the program's."""
    parts = module.split(".")
    return None if parts[0] != "companion" else parts[1] if len(parts) > 1 else "__init__"


def test_every_package_stays_within_its_walls() -> None:
    assert {package_of(path) for path in modules()} <= set(WALLS), "a package that the table does not know"
    broken = [
        f"{found.where} imports {found.module}"
        for path, found in imports()
        if (package := inner(found.module)) is not None and package not in WALLS[package_of(path)]
    ]
    assert not broken


def test_libraries_stay_in_their_packages() -> None:
    broken = [
        f"{found.where} imports {found.module}"
        for path, found in imports()
        if inner(found.module) is None
        and (library := found.module.split(".")[0]) not in sys.stdlib_module_names
        and library not in LIBRARIES.get(package_of(path), set())
    ]
    assert not broken


@pytest.mark.parametrize(("path", "name"), INSIDE_FUNCTIONS)
def test_what_is_seldom_needed_is_imported_late(path: str, name: str) -> None:
    found = [
        found
        for found in modules()[path].imports
        if name in (inner(found.module), found.module.split(".")[0])
    ]
    assert not [found.where for found in found if found.at_once]


def panel_of(module: str) -> str | None:
    """The part of the window that a module belongs to; None for what serves several of them."""
    match module.removesuffix(".py").replace("/", ".").split("."):
        case ["companion", "ui", *parts]:
            return next((p for p in parts if p in PARTS or p.endswith(("_panel", "_strip"))), None)
    return None


def test_the_parts_of_the_window_are_where_the_next_test_looks_for_them() -> None:
    found = {panel_of(path) for path in modules()}
    assert PARTS | {"glossary_panel", "people_panel", "bookmarks_panel", "overview_strip"} <= found


def test_panels_are_known_to_the_windows_only() -> None:
    broken = [
        f"{found.where} imports {found.module}"
        for path, found in imports()
        if path not in WINDOWS and panel_of(found.module) not in (None, panel_of(path))
    ]
    assert not broken


def test_nobody_runs_or_renders_what_a_book_says() -> None:
    broken = [
        f"{path}:{call.node.lineno} calls {call.name}"
        for path, source in modules().items()
        for call in source.calls
        if call.name in RENDERING | RUNNING and (path, call.name) not in PERMITTED_CALLS
    ]
    broken += [
        f"{found.where} imports {found.module}"
        for _, found in imports()
        if found.module.split(".")[0] in FORBIDDEN_MODULES
    ]
    assert not broken


def test_nothing_reaches_a_network() -> None:
    broken = [
        f"{found.where} imports {found.module}"
        for path, found in imports()
        if found.module.split(".")[0] in NETWORKS and (path, found.module) != WITHIN_THE_MACHINE
    ]
    broken += [
        f"{found.where} imports {name}"
        for _, found in imports()
        if found.module.startswith(("PySide6.QtNet", "PySide6.QtWeb"))
        for name in found.names
        if name not in ("QLocalServer", "QLocalSocket")
    ]
    sockets = (ROOT / WITHIN_THE_MACHINE[0]).read_text("utf-8")
    broken += [name for name in re.findall(r"\.((?:AF_|create_)\w+)", sockets) if name != "AF_UNIX"]
    assert not broken


def test_no_signal_is_connected_to_what_never_dies() -> None:
    broken = [
        f"{path}:{call.node.lineno}"
        for path, source in modules().items()
        for call in source.calls
        if call.name == "connect" and any(map(_never_dies, call.node.args))
    ]
    assert not broken, "connect a bound method: a lambda or partial keeps its object alive for ever"


def _never_dies(given: ast.expr) -> bool:
    match given:
        case ast.Lambda() | ast.Call(func=ast.Name(id="partial")):
            return True
    return False


def test_overrides_of_qt_are_guarded() -> None:
    broken = [
        f"{method.where}.{method.name}"
        for path, source in modules().items()
        if path.startswith("companion/ui/")
        for method in source.methods
        if method.name != method.name.lower() and "guarded" not in method.decorators
    ]
    assert not broken, "on Python 3.11 an exception that leaves an override can end the process"


def test_one_module_knows_where_the_resources_are() -> None:
    knowing = {path for path, source in modules().items() if "resources" in source.strings}
    assert knowing == {"companion/resources.py"}


def test_every_module_begins_with_one_sentence() -> None:
    told = {path: source.sentence for path, source in modules().items()}
    assert not {path: said for path, said in told.items() if not said.endswith(".") or "\n" in said}


def _loaded_after(statement: str, *, watched: list[str]) -> set[str]:
    """Which of the modules are loaded once a fresh Python has run the statement."""
    script = f"import sys\n{statement}\nprint(*(name for name in {watched!r} if name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def _importing(*packages: str) -> str:
    """A statement that imports every module of these packages."""
    names = [
        path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in modules()
        if package_of(path) in packages
    ]
    return "import " + ", ".join(names)


def test_nothing_below_the_window_loads_qt() -> None:
    assert _loaded_after(_importing(*BELOW_UI, "cli", "preflight"), watched=["PySide6", "shiboken6"]) == set()


def test_the_window_is_painted_before_the_readers_are_loaded() -> None:
    assert _loaded_after(_importing("app", "ui"), watched=LATE) == set()


def test_the_rules_see_what_breaks_them(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = read(
        "companion/core/bad.py",
        "from PySide6.QtCore import QObject\nimport pickle, socket\nfrom companion.ui import look\n"
        "v.setHtml(eval(x))\nsignal.connect(lambda: folder / 'resources')",
    )
    monkeypatch.setattr(sys.modules[__name__], "modules", lambda: {"companion/core/bad.py": bad})
    for rule in (
        test_every_package_stays_within_its_walls,
        test_libraries_stay_in_their_packages,
        test_nobody_runs_or_renders_what_a_book_says,
        test_nothing_reaches_a_network,
        test_no_signal_is_connected_to_what_never_dies,
        test_one_module_knows_where_the_resources_are,
        test_every_module_begins_with_one_sentence,
    ):
        with pytest.raises(AssertionError):
            rule()
