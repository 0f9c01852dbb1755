"""Reads files damaged at random, shut in as the program reads them, and tells which of them do harm.

    python tests/fuzzing.py FOLDER... [--format X] [--minutes N] [--seed N] [--keep FOLDER] [--most BYTES]

The formats are epub, docx, fb2, html, md, txt, pdf and yaml; each gets N minutes of the processor (10), in
turns. Real files of a format are taken from the folders and all below. For each damaged one a reading process
that is ready is doubled; the copy shuts itself in, reads, and answers. A find is

- an exception that no reader expected, or the end of the process;
- an answer that is not believed, or a document that breaks its own rules;
- a sentence that does not name the file, or is none;
- more than 20 seconds of the processor, or more than 700 MB.

Finds are read once more, the whole way as the program does, and kept in a folder with what came of them: a
new one among the system's temporary files unless named. The status is 1 when there are any. Not for Windows,
where no process can be doubled.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import os
import select
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter, defaultdict
from functools import partial
from pathlib import Path, PurePath
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from hostile import problem
from mutations import mutated

from companion.core.entries import Entries
from companion.readers import beginning, epub
from companion.readers.limits import LARGEST_FILE
from companion.readers.process import child, frames, readiness, serving
from companion.readers.process.document_reading import decoded
from companion.readers.process.frames import read_frame, write_frame
from companion.readers.process.jail import shut_in
from companion.readers.process.message_form import MalformedError, message_read
from companion.readers.process.showing import pixels_in
from companion.store.companion_file import CompanionFileError, parse_companion
from companion.store.companion_text import NotTextError
from companion.store.companion_text import decode as decode_companion
from companion.texts import UnreadableError, read_text_at

ENDINGS = {
    "epub": (".epub",),
    "docx": (".docx",),
    "fb2": (".fb2", ".fb2.zip"),
    "html": (".html", ".htm", ".xhtml"),
    "md": (".md", ".markdown"),
    "txt": (".txt",),
    "pdf": (".pdf",),
    "yaml": (".yaml", ".yml"),
}
TURN = 20.0
LONGEST = 20.0
MOST_MEMORY = 700
MOST_KEPT = 40
ENOUGH = 300
"""Code points of a beginning, far fewer than the program takes, so that many files have one."""
_PICTURES = 3


class Outcome(NamedTuple):
    """What came of one file: in a word and in more; seconds of the processor, megabytes of memory."""

    word: str
    says: str
    seconds: float
    memory: float


def outcome_of(data: bytes, name: str) -> Outcome:
    """What a copy of this process makes of a file, once it has shut itself in."""
    listens, speaks = os.pipe()
    copy = os.fork()
    if not copy:
        os.close(listens)
        _answer(data, name, speaks)
    os.close(speaks)
    heard, begun = _heard(listens)
    os.close(listens)
    if heard is None:
        os.kill(copy, signal.SIGKILL)
    _, status, used = os.wait4(copy, 0)
    seconds, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    if heard is None:
        return Outcome("hung", "", seconds, memory)
    if not heard.content and heard.letter == frames.NOTHING:
        return Outcome("died", f"status {os.waitstatus_to_exitcode(status)}", seconds, memory)
    word, says = _judged(heard, name)
    if begun and word in ("opened", "warned"):
        word, says = _beginning_judged(begun, heard.content, word)
    if seconds > LONGEST:
        word = "slow"
    elif memory > MOST_MEMORY:
        word = "large"
    return Outcome(word, says, seconds, memory)


def _answer(data: bytes, name: str, speaks: int) -> None:
    """Reads in the copy, and ends it."""
    os.dup2(speaks, serving.ANSWERED)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, serving.ASKED)
    os.dup2(null, 2)
    os.closerange(3, 64)
    try:
        shut_in()
        read = partial(_companion, data, name) if name.endswith(".yaml") else partial(_document, data, name)
        write_frame(serving.ANSWERED, *read())
    except BaseException:
        write_frame(
            serving.ANSWERED, frames.FAILURE, traceback.format_exc()[-3_000:].encode("utf-8", "replace")
        )
    os._exit(0)


def _document(data: bytes, name: str) -> tuple[bytes, bytes]:
    """The document, once some of its pictures have been looked at, too."""
    letter, content = child._read(data, PurePath(name), {"encoding": "", "beginning": True})
    if letter == frames.DOCUMENT:
        with contextlib.suppress(MalformedError):  # which is told of outside
            document = decoded(content)
            for source in (document.cover, *(picture.source for picture in document.pictures[:_PICTURES])):
                pixels_in(data, document.format, source, 400, 400)
    return letter, content


def _companion(data: bytes, name: str) -> tuple[bytes, bytes]:
    try:
        entries, told = parse_companion(decode_companion(data), name), ""
    except NotTextError as error:
        entries, told = Entries(), f"{name}: {error.problem.sentence}"
    except CompanionFileError as error:
        entries, told = error.entries or Entries(), str(error)
    assert isinstance(entries, Entries)
    return frames.PICTURE, told.encode()


def _heard(listens: int) -> tuple[frames.Frame | None, bytes]:
    """The answer, and the beginning that was told before it, if any.

    An answer of nothing when the copy is no more, None when it says nothing for too long.
    """
    until, begun = time.monotonic() + 6 * LONGEST, b""
    while time.monotonic() < until:
        if not select.select([listens], [], [], 1.0)[0]:
            continue
        try:
            frame = read_frame(listens, 6 * LARGEST_FILE)
        except frames.BrokenOffError:
            return frames.Frame(frames.NOTHING, b""), begun
        if frame.letter == frames.BEGINNING:
            begun = frame.content
        elif frame.letter != frames.PROGRESS:
            return frame, begun
    return None, begun


def _judged(heard: frames.Frame, name: str) -> tuple[str, str]:
    match heard.letter:
        case frames.DOCUMENT:
            return _document_judged(heard.content)
        case frames.REFUSAL:
            said = str(message_read(json.loads(heard.content)))
            return ("refused" if _is_sentence(said, name) else "no sentence"), said
        case frames.PICTURE:
            told = heard.content.decode()
            is_told = not told or _is_sentence(told, name)
            return ("refused" if told else "opened") if is_told else "no sentence", told
    return "raised", heard.content.decode("utf-8", "replace")


def _beginning_judged(form: bytes, whole: bytes, word: str) -> tuple[str, str]:
    """What is wrong with the beginning of a document; `word` when nothing is.

    Of a PDF what comes later may tell that the first pages are set otherwise.
    """
    begun, says = _document_judged(form)
    if begun in FINDS:
        return begun, f"the beginning: {says}"
    document = decoded(whole)
    if document.format != "pdf" and not document.text.startswith(decoded(form).text):
        return "breaks a rule", "the whole begins in another way"
    return word, ""


def _document_judged(form: bytes) -> tuple[str, str]:
    try:
        document = decoded(form)
    except MalformedError as error:
        return "not believed", str(error)
    wrong = problem(document)
    if wrong:
        return "breaks a rule", wrong
    if any(not _is_sentence(str(warning), "") for warning in document.warnings):
        return "no sentence", " ".join(map(str, document.warnings))
    return ("warned" if document.warnings else "opened"), ""


def _is_sentence(said: str, name: str) -> bool:
    return (
        name in said
        and said.rstrip().endswith((".", ")", "?"))
        and "Error" not in said
        and "Traceback" not in said
    )


FINDS = {"hung", "died", "raised", "not believed", "breaks a rule", "no sentence", "slow", "large"}


class Fuzzing:
    """Reads damaged files, and keeps account."""

    def __init__(self, seeds: dict[str, list[Path]], keep: Path | None, random: Random) -> None:
        self.seeds, self.keep, self.random = seeds, keep, random
        self.outcomes: dict[str, Counter[str]] = defaultdict(Counter)
        self.seconds: Counter[str] = Counter()
        self.finds: Counter[str] = Counter()
        self._others: dict[Path, bytes] = {}
        self.is_over = False

    def end(self, *_: object) -> None:
        """Ends with the file that is read now."""
        self.is_over = True

    def turn(self, form: str, seconds: float) -> None:
        """Reads files of one format for so many seconds of the processor."""
        until = self.seconds[form] + seconds
        while self.seconds[form] < until and not self.is_over:
            before = time.process_time()
            seed = self.random.choice(self.seeds[form])
            others = [self._bytes(self.random.choice(self.seeds[form])) for _ in range(2)]
            data = mutated(self._bytes(seed), others, self.random)
            found = outcome_of(data, "book." + form)
            self.outcomes[form][found.word] += 1
            self.seconds[form] += found.seconds + time.process_time() - before  # type: ignore[assignment]
            if found.word in FINDS:
                self._keep(form, seed, data, found)

    def _bytes(self, path: Path) -> bytes:
        if path not in self._others:
            self._others[path] = path.read_bytes()
        return self._others[path]

    def _keep(self, form: str, seed: Path, data: bytes, found: Outcome) -> None:
        kind = f"{form} {found.word} {found.says.strip().splitlines()[-1] if found.says.strip() else ''}"[
            :150
        ]
        where = next((line.strip() for line in reversed(found.says.splitlines()) if 'File "' in line), "")
        self.finds[kind + " " + where] += 1
        if self.finds[kind + " " + where] > 3 or self.finds.total() > MOST_KEPT * len(ENDINGS):
            return
        path = self._folder() / f"{found.word.replace(' ', '-')}-{self.finds.total():04}.{form}"
        path.write_bytes(data)
        print(f"{path.name} from {seed.name}: {kind} {where} {found.seconds:.1f} s {found.memory:.0f} MB")
        print(f"    as the program reads it: {_read_whole(path)}", flush=True)

    def _folder(self) -> Path:
        """Where what does harm is kept; made when there is something to keep."""
        if self.keep is None:
            self.keep = Path(tempfile.mkdtemp(prefix="fuzzing-finds-"))
        self.keep.mkdir(parents=True, exist_ok=True)
        return self.keep

    def table(self) -> str:
        """What has come of all files so far."""
        lines = [
            f"{form:5} {counts.total():7} runs {self.seconds[form] / 60:6.1f} min of CPU  "
            + ", ".join(f"{word} {count}" for word, count in counts.most_common())
            for form, counts in sorted(self.outcomes.items())
        ]
        lines += [f"  {count:5} × {kind}" for kind, count in self.finds.most_common()]
        return "\n".join([*lines, *([f"  kept in {self.keep}"] if self.finds else [])])


def _read_whole(path: Path) -> str:
    if path.suffix == ".yaml":
        return "not tried"
    began = time.monotonic()
    try:
        said = f"opened, {len(read_text_at(path).text)} signs"
    except UnreadableError as error:
        said = str(error)
    return f"{said} ({time.monotonic() - began:.1f} s)"


def seeds_in(folders: list[Path], most: int) -> dict[str, list[Path]]:
    """The files of each format in the folders and all below, none larger than so many bytes."""
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    files = [path for path in files if 0 < path.stat().st_size <= most]
    return {
        form: [path for path in files if path.name.lower().endswith(endings)]
        for form, endings in ENDINGS.items()
    }


def main() -> int:
    """Fuzzes for as long as is wished; the status is 1 when something was found."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--format", choices=[*ENDINGS], help="only this one")
    parser.add_argument("--minutes", type=float, default=10.0, help="of the processor for each format")
    parser.add_argument("--seed", type=int, default=1, help="of what is random")
    parser.add_argument("--keep", type=Path, help="folder for what does harm; a new one unless named")
    parser.add_argument("--most", type=int, default=400_000, help="bytes of the largest file that is taken")
    given = parser.parse_args()
    seeds = seeds_in(given.folders, given.most)
    forms = [form for form in ([given.format] if given.format else ENDINGS) if seeds[form]]
    readiness.get_ready_for_everything()
    beginning.ENOUGH = epub.ENOUGH = ENOUGH
    gc.freeze()  # or each copy would copy all that it was given
    fuzzing = Fuzzing(seeds, given.keep, Random(given.seed))  # noqa: S311
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, fuzzing.end)
    left = 60.0 * given.minutes
    while left > 0 and not fuzzing.is_over:
        for form in forms:
            fuzzing.turn(form, min(TURN, left))
        left -= TURN
        print(time.strftime("%H:%M:%S"), fuzzing.table(), sep="\n", flush=True)
    return int(bool(fuzzing.finds))


if __name__ == "__main__":
    sys.exit(main())
