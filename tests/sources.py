"""The sources of the program as its rules look at them: each is read once, and little of it is kept."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent

RENDERING = frozenset({"setHtml", "insertHtml", "setMarkdown"})
RUNNING = frozenset({"eval", "exec", "compile", "__import__"})
ASKING = frozenset({"tr", "translated", "Message"})
"""What is called for a translation."""

_METHODS = RENDERING | {"tr", "connect"}
_FUNCTIONS = RENDERING | RUNNING | ASKING - {"tr"}
_LEAVES = (ast.Name, ast.Constant, ast.expr_context, ast.operator, ast.cmpop, ast.boolop, ast.unaryop)


class Import(NamedTuple):
    """One import: where it stands, the module it names, whether it runs when the file is imported.

    `names` are those taken out of the module.
    """

    where: str
    module: str
    at_once: bool
    names: tuple[str, ...] = ()


class Call(NamedTuple):
    """One call of what the rules know: its name, whether as a method, and the class that it stands in."""

    node: ast.Call
    name: str
    is_method: bool
    kind: str


class Method(NamedTuple):
    """One method of a class, with the names of its decorators."""

    where: str
    name: str
    decorators: tuple[str, ...]


class Source(NamedTuple):
    """One module: the first paragraph of what it says of itself, and all that the rules are about."""

    sentence: str
    imports: tuple[Import, ...]
    calls: tuple[Call, ...]
    methods: tuple[Method, ...]
    strings: frozenset[str]


@cache
def modules() -> dict[str, Source]:
    """Every module of the program by its path below the root."""
    files = [ROOT / "main.py", *sorted((ROOT / "companion").rglob("*.py"))]
    paths = [file.relative_to(ROOT).as_posix() for file in files]
    return {path: read(path, file.read_text("utf-8")) for path, file in zip(paths, files, strict=True)}


def read(path: str, text: str) -> Source:
    """The module of that path and text."""
    tree = ast.parse(text)
    imports: list[Import] = []
    calls: list[Call] = []
    methods: list[Method] = []
    strings: set[str] = set()
    waiting: list[tuple[ast.AST, bool, str]] = [(tree, True, "")]
    while waiting:
        node, at_once, kind = waiting.pop()
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                at_once = False
            case ast.ClassDef():
                kind = node.name
                methods += _methods(path, node)
            case ast.Import() | ast.ImportFrom():
                imports += _imports(path, node, at_once)
            case ast.Call() if called := _called(node):
                calls.append(Call(node, *called, kind))
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Constant) and isinstance(child.value, str):
                strings.add(child.value)
            elif not isinstance(child, _LEAVES):
                waiting.append((child, at_once, kind))
    sentence = (ast.get_docstring(tree) or "").split("\n\n")[0]
    words = frozenset(word for word in strings if word.isidentifier())
    return Source(sentence, tuple(imports), tuple(calls), tuple(methods), words)


def _imports(path: str, node: ast.Import | ast.ImportFrom, at_once: bool) -> list[Import]:
    where = f"{path}:{node.lineno}"
    if isinstance(node, ast.Import):
        return [Import(where, alias.name, at_once) for alias in node.names]
    assert node.level == 0, f"{where}: a relative import"
    names = tuple(alias.name for alias in node.names)
    if node.module != "companion":
        return [Import(where, node.module or "", at_once, names)]
    own = ("companion" if name[0] == "_" or name.isupper() else f"companion.{name}" for name in names)
    return [Import(where, module, at_once) for module in own]


def _methods(path: str, node: ast.ClassDef) -> list[Method]:
    return [
        Method(f"{path}:{one.lineno} {node.name}", one.name, tuple(map(_decorator, one.decorator_list)))
        for one in node.body
        if isinstance(one, ast.FunctionDef)
    ]


def _decorator(node: ast.expr) -> str:
    node = node.func if isinstance(node, ast.Call) else node
    return node.id if isinstance(node, ast.Name) else ""


def _called(call: ast.Call) -> tuple[str, bool] | None:
    """The name that is called, and whether as a method, if it is one that the rules know.

    Of Qt's methods those that render count, and not a loop's ``exec``, which is no harm.
    """
    match call.func:
        case ast.Name(id=name) if name in _FUNCTIONS:
            return name, False
        case ast.Attribute(attr=name) if name in _METHODS:
            return name, True
    return None
