"""The walls of the house: who may import whom, what nobody may call, and what is loaded late."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent

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
    ("companion/core/sentences.py", "sentencex"),
]
"""What a module imports only where it is needed."""

FORBIDDEN_CALLS = {"setHtml", "insertHtml", "setMarkdown", "eval", "exec", "compile", "__import__"}
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


class Import(NamedTuple):
    """One import: where it stands, the module it names, and whether it runs when the file is imported."""

    where: str
    module: str
    at_once: bool


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the program, parsed, by its path below the root."""
    files = [ROOT / "main.py", *sorted((ROOT / "companion").rglob("*.py"))]
    return {file.relative_to(ROOT).as_posix(): ast.parse(file.read_text("utf-8")) for file in files}


def package_of(path: str) -> str:
    """The package a module belongs to: core, ui, cli, ..."""
    parts = path.removesuffix(".py").split("/")
    return parts[0] if len(parts) == 1 else parts[1]


def imports(path: str) -> Iterator[Import]:
    """All imports of a module, also those for the type checker and those inside functions."""
    tree = modules()[path]
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        where = f"{path}:{getattr(node, 'lineno', 0)}"
        at_once = id(node) not in inside
        if isinstance(node, ast.Import):
            yield from (Import(where, alias.name, at_once) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{where}: a relative import"
            module = node.module or ""
            if module == "companion":
                names = (alias.name for alias in node.names)
                yield from (
                    Import(
                        where,
                        "companion" if name[0] == "_" or name.isupper() else f"companion.{name}",
                        at_once,
                    )
                    for name in names
                )
            else:
                yield Import(where, module, at_once)


def inner(module: str) -> str | None:
    """``companion.core.links`` -> core; None for a module that is not the program's."""
    parts = module.split(".")
    return None if parts[0] != "companion" else parts[1] if len(parts) > 1 else "__init__"


def test_every_package_stays_within_its_walls() -> None:
    assert {package_of(path) for path in modules()} <= set(WALLS), "a package that the table does not know"
    broken = [
        f"{found.where} imports {found.module}"
        for path in modules()
        for found in imports(path)
        if (package := inner(found.module)) is not None and package not in WALLS[package_of(path)]
    ]
    assert not broken


def test_libraries_stay_in_their_packages() -> None:
    broken = [
        f"{found.where} imports {found.module}"
        for path in modules()
        for found in imports(path)
        if inner(found.module) is None
        and (library := found.module.split(".")[0]) not in sys.stdlib_module_names
        and library not in LIBRARIES.get(package_of(path), set())
    ]
    assert not broken


@pytest.mark.parametrize(("path", "name"), INSIDE_FUNCTIONS)
def test_what_is_seldom_needed_is_imported_late(path: str, name: str) -> None:
    found = [found for found in imports(path) if name in (inner(found.module), found.module.split(".")[0])]
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
        for path in modules()
        if path not in WINDOWS
        for found in imports(path)
        if panel_of(found.module) not in (None, panel_of(path))
    ]
    assert not broken


def test_nobody_runs_or_renders_what_a_book_says() -> None:
    broken = []
    for path, tree in modules().items():
        broken += [
            f"{path}:{node.lineno} calls {name}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and (name := _called(node)) in FORBIDDEN_CALLS
            if (path, name) not in PERMITTED_CALLS
        ]
        broken += [
            f"{found.where} imports {found.module}"
            for found in imports(path)
            if found.module.split(".")[0] in FORBIDDEN_MODULES
        ]
    assert not broken


def test_nothing_reaches_a_network() -> None:
    broken = [
        f"{found.where} imports {found.module}"
        for path in modules()
        for found in imports(path)
        if found.module.split(".")[0] in NETWORKS and (path, found.module) != WITHIN_THE_MACHINE
    ]
    broken += [
        f"{path}:{node.lineno} uses {node.attr}"
        for path, tree in modules().items()
        if path == WITHIN_THE_MACHINE[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr.startswith(("AF_", "create_"))
        and node.attr != "AF_UNIX"
    ]
    broken += [
        f"{path}:{node.lineno} imports {alias.name}"
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith(("PySide6.QtNet", "PySide6.QtWeb"))
        for alias in node.names
        if alias.name not in ("QLocalServer", "QLocalSocket")
    ]
    assert not broken


def _called(call: ast.Call) -> str:
    """The name that is called; of Qt's methods only those that render, since a loop's ``exec`` is no harm."""
    match call.func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=("setHtml" | "insertHtml" | "setMarkdown") as name):
            return name
    return ""


def test_no_signal_is_connected_to_what_never_dies() -> None:
    broken = [
        f"{path}:{node.lineno}"
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect"
        if any(
            isinstance(a, ast.Lambda) or (isinstance(a, ast.Call) and _called(a) == "partial")
            for a in node.args
        )
    ]
    assert not broken, "connect a bound method: a lambda or partial keeps its object alive for ever"


def test_overrides_of_qt_are_guarded() -> None:
    broken = [
        f"{path}:{method.lineno} {kind.name}.{method.name}"
        for path, tree in modules().items()
        if path.startswith("companion/ui/")
        for kind in ast.walk(tree)
        if isinstance(kind, ast.ClassDef)
        for method in kind.body
        if isinstance(method, ast.FunctionDef) and method.name != method.name.lower()
        if "guarded" not in [_decorator(decorator) for decorator in method.decorator_list]
    ]
    assert not broken, "on Python 3.11 an exception that leaves an override can end the process"


def _decorator(node: ast.expr) -> str:
    node = node.func if isinstance(node, ast.Call) else node
    return node.id if isinstance(node, ast.Name) else ""


def test_one_module_knows_where_the_resources_are() -> None:
    broken = [
        f"{path}:{node.lineno}"
        for path, tree in modules().items()
        if path != "companion/resources.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value == "resources"
    ]
    assert not broken


def test_every_module_begins_with_one_sentence() -> None:
    broken = []
    for path, tree in modules().items():
        first = (ast.get_docstring(tree) or "").split("\n\n")[0]
        if not first.endswith(".") or "\n" in first:
            broken.append(f"{path}: ‘{first}’")
    assert not broken


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
    bad = ast.parse(
        "from PySide6.QtCore import QObject\nimport pickle, socket\nfrom companion.ui import look\n"
        "v.setHtml(eval(x))"
    )
    monkeypatch.setattr(sys.modules[__name__], "modules", lambda: {"companion/core/bad.py": bad})
    for rule in (
        test_every_package_stays_within_its_walls,
        test_libraries_stay_in_their_packages,
        test_nobody_runs_or_renders_what_a_book_says,
        test_nothing_reaches_a_network,
        test_every_module_begins_with_one_sentence,
    ):
        with pytest.raises(AssertionError):
            rule()
