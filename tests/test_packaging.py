from __future__ import annotations

import re
import sys
import tomllib
from importlib import import_module, metadata

import pytest
from sources import ROOT, modules

from companion import SEARCH_COMMAND, cli, commands, resources

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
README = (ROOT / "README.md").read_text("utf-8")


def _imported() -> set[str]:
    """The libraries that the program imports anywhere."""
    names = {found.module.split(".")[0] for source in modules().values() for found in source.imports}
    return names - sys.stdlib_module_names - {"companion"}


def _declared() -> set[str]:
    """The distributions that come with an installation, theirs included, by normalised name."""
    wanted = [*PROJECT["dependencies"]]
    found: set[str] = set()
    while wanted:
        line = wanted.pop()
        name = re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", line, maxsplit=1)[0]).lower()
        if name not in found and "extra ==" not in line:
            found.add(name)
            try:
                wanted += metadata.requires(name) or []
            except metadata.PackageNotFoundError:
                continue
    return found


def test_everything_that_is_imported_is_declared() -> None:
    providers = metadata.packages_distributions()
    declared = _declared()
    missing = {
        library
        for library in _imported()
        if not {re.sub(r"[-_.]+", "-", name).lower() for name in providers.get(library, [])} & declared
    }
    assert missing == set()


def test_the_entry_points_are_there() -> None:
    for kind in ("gui-scripts", "scripts"):
        for target in PROJECT[kind].values():
            module, _, name = target.partition(":")
            assert callable(getattr(import_module(module), name))


def test_the_readme_tells_every_command_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    for name in commands.COMMANDS.keys() - {"selfcheck", SEARCH_COMMAND}:
        lines = re.findall(rf"^companion {name} .*", README, re.MULTILINE)
        assert lines, name
        with pytest.raises(SystemExit):
            cli.parse([name, "--help"])
        known = capsys.readouterr().out
        for option in re.findall(r"(?<=[ \[])--?[a-z]+", " ".join(lines)):
            assert f"{option} " in known, f"{name} {option}"
    assert "companion --selfcheck" in README


def test_what_the_readme_points_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_readme_says_what_every_folder_and_module_of_the_package_is_for() -> None:
    package = ROOT / "companion"
    told = README.partition("## How it is organised")[2]
    parts = [f"{path.parent.name}/" for path in package.rglob("__init__.py") if path.parent != package]
    parts += [path.name for path in package.glob("*.py") if not path.name.startswith("__")]
    assert {part for part in parts if not re.search(rf"\s{re.escape(part)}\s", told)} == set()


def test_resources_are_packed_where_they_are_looked_for() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    folders = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir()} - {"desktop"}
    assert build["targets"]["wheel"]["force-include"] == {
        f"resources/{name}": f"companion/resources/{name}" for name in folders
    }, "a folder of resources/ is packed when it has a line of its own in pyproject.toml"
    assert not (ROOT / "companion" / "resources").exists(), "it would hide the checkout's own"
    assert (resources.path("readings") / "albania.md").is_file()
