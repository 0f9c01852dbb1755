"""How fast an EPUB is read, against BeautifulSoup and EbookLib on the same book in the same run.

Run as ``python tests/benchmarks/reading_books.py [BOOK] [--install] [--rounds N]``. With ``--install`` the
others go into an environment of their own in a temporary folder, and are measured in turns with our reader;
they give the words of each page of the spine and nothing more. Without a book, War and Peace is read if it
lies beside the checkout, else a novel that is made up.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tempfile
import time
import venv
import zipfile
from pathlib import Path

from companion.readers.epub import read_epub

NOVEL = Path(__file__).resolve().parents[2] / ".." / "shared" / "readings" / "war_and_peace_se.epub"
PACKAGES = ("EbookLib==0.20", "beautifulsoup4==4.15.0", "lxml==6.1.3")
TARGET = 10
PEER = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
from bs4 import BeautifulSoup
from ebooklib import epub
def words():
    book = epub.read_epub(sys.argv[1], {"ignore_ncx": False})
    pages = (book.get_item_with_id(key) for key, _ in book.spine)
    soups = (BeautifulSoup(page.get_content(), sys.argv[2]) for page in pages if page)
    return "\\n".join(soup.get_text("\\n") for soup in soups)
start = time.process_time()
text = words()
print(json.dumps([time.process_time() - start, len("".join(text.split()))]))
"""


def made_up() -> bytes:
    """A novel of 60 chapters with some markup, of 3 MB."""
    sentence = "Anna Verl came <i>home</i> to the walls of Aldmere, and the snow fell on all of them. "
    body = "".join(
        f"<p>{sentence * 8}</p><p>{'A plain paragraph of some words. ' * 10}</p>" for _ in range(50)
    )
    names = [f"c{number}" for number in range(60)]
    listed = "".join(f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    head = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="u"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="u">1</dc:identifier>'
        "<dc:title>Snow</dc:title><dc:language>en</dc:language></metadata>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("a.opf", f"{head}<manifest>{listed}</manifest><spine>{spine}</spine></package>")
        for name in names:
            archive.writestr(
                f"{name}.xhtml",
                '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title></head>'
                f"<body><h1>{name}</h1>{body}</body></html>",
            )
    return buffer.getvalue()


def ours(data: bytes) -> tuple[float, int]:
    """The CPU seconds that our reader takes, and how many letters it finds."""
    start = time.process_time()
    document = read_epub(data, "book.epub", "book")
    return time.process_time() - start, len("".join(document.text.split()))


def peer(python: Path, book: Path, parser: str) -> tuple[float, int]:
    """The same of the others."""
    run = subprocess.run([python, "-c", PEER, book, parser], capture_output=True, check=True)
    seconds, letters = json.loads(run.stdout)
    return seconds, letters


def compare(book: Path, rounds: int) -> None:
    """Measures the others and us in turns, and prints the least of each with the ratio."""
    data = book.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        subprocess.run([python, "-m", "pip", "install", "-qq", *PACKAGES], check=True)
        taken: dict[str, list[tuple[float, int]]] = {"ours": [], "html.parser": [], "lxml": []}
        ours(data)
        for _ in range(rounds):
            taken["ours"] += [ours(data), ours(data)]
            for parser in ("html.parser", "lxml"):
                taken[parser].append(peer(python, book, parser))
    best = {name: min(runs) for name, runs in taken.items()}
    say("our reader", *best["ours"])
    for parser in ("html.parser", "lxml"):
        ratio = best[parser][0] / best["ours"][0]
        more = f"{ratio:.1f} times ours; wanted: {TARGET}"
        say(f"EbookLib, BeautifulSoup ({parser})", *best[parser], more)


def say(what: str, seconds: float, letters: int, more: str = "") -> None:
    print(f"{what:38} {seconds * 1000:9.0f} ms {letters:10,} letters  {more}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("book", nargs="?", type=Path, help="War and Peace, if it lies beside the checkout")
    parser.add_argument("--install", action="store_true", help="install and measure the others too")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        book = asked.book or NOVEL
        if not book.exists():
            book = Path(folder) / "snow.epub"
            book.write_bytes(made_up())
        print(f"{book.name}: {book.stat().st_size:,} bytes, Python {sys.version.split()[0]}, one thread")
        if asked.install:
            compare(book, asked.rounds)
        else:
            data = book.read_bytes()
            say("our reader", *min(ours(data) for _ in range(2 * asked.rounds + 1)))


if __name__ == "__main__":
    main()
