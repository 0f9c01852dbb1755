"""Self-check: the bundled files are found, read and linked, and every version is told."""

from __future__ import annotations

import platform
import re
import tomllib
from importlib import metadata
from typing import TYPE_CHECKING

from companion import __version__, preflight, resources

if TYPE_CHECKING:
    from collections.abc import Iterator

_DISTRIBUTION = "reading-companion"


def report() -> Iterator[str]:
    """One line for each thing that was tried. Raises what it meets when something is not as it should be."""
    yield f"companion {__version__}, Python {platform.python_version()}, {platform.platform()}"
    yield f"libraries: {', '.join(_libraries()) or 'not installed, running from a checkout'}"
    yield f"themes: {', '.join(_themes())}"
    yield f"bundled reading: {_bundled_reading()}"
    yield f"window: {preflight.problem() or 'can open'}"


def _libraries() -> Iterator[str]:
    try:
        required = metadata.requires(_DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return
    names = (re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in required if "extra ==" not in line)
    for name in dict.fromkeys(names):
        yield f"{name} {metadata.version(name)}"


def _themes() -> list[str]:
    files = [name for name in resources.names("themes") if name.endswith(".toml")]
    for name in files:
        tomllib.loads(resources.text("themes", name))
    return [name.removesuffix(".toml") for name in files]


def _bundled_reading() -> str:
    from companion.linking import link
    from companion.store.companion_file import read_companion
    from companion.texts import read_text_at

    document = read_text_at(resources.path("readings", "albania.md"))
    companion = link(document, read_companion(resources.path("readings", "albania.companion.yaml")))
    entries = companion.entries
    return (
        f"{document.title}: {len(document.text.split()):,} words, {len(entries.terms)} terms, "
        f"{len(entries.people)} people, {len(entries.events)} events, {len(companion.links)} mentions"
    )
