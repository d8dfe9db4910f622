"""Reads a folder of real files of all formats, and counts what goes wrong.

python tests/bench/corpus.py FOLDER [--most 200] [--show 5]

Each file is read in a process of its own, by forking, with a limit of processor time.
Printed for each format: exit codes, sums that hold, tracebacks, files over the limit,
and how many files hold words, by an independent extractor, that are in nothing we
read: lxml for web pages, zip and lxml for Word, OpenDocument and EPUB, pdftotext for
PDF (if it is there), the file itself for text. `--most` bounds the files of a format;
the choice is by name and always the same. No file of a corpus is kept here: packages'
own tests and a system's documentation are good sources.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from io import BytesIO
from pathlib import Path

from lxml import etree, html

from handout.errors import HandoutError
from handout.read import READERS, read

SECONDS = 60
# Words of a file that are not in ours: so many, and such a share, are worth a look.
FEW, SHARE = 3, 0.02
WORD = re.compile(r"[\u3400-\u9fff]|[^\W\d_]{3,}|\d{2,}")
PARTS = {
    ".docx": re.compile(r"word/(document\d*|footnotes|endnotes)\.xml$"),
    ".odt": re.compile(r"content\.xml$"),
    ".epub": re.compile(r".*\.x?html?$"),
}
NOT_TEXT = ("head", "nav", "script", "style", "instrText", "delText")
UNSEEN = ("script", "style", "head", "template", "noscript", "svg", "nav")


@dataclass(frozen=True, slots=True)
class Found:
    """What happened to one file: "read", "refused", "traceback" or "over"."""

    what: str
    sum_holds: bool = True
    missing: tuple[str, ...] = ()
    error: str = ""


def words(text: str) -> Counter[str]:
    """The words of a text, Han characters each by itself."""
    return Counter(WORD.findall(text))


def independent(content: bytes, suffix: str, path: Path) -> str:
    """The text of a file by another way than ours; "" if there is none."""
    if suffix in PARTS:
        return "\n".join(_text_of_parts(content, PARTS[suffix]))
    if suffix in (".html", ".htm", ".xhtml"):
        root = html.fromstring(content)
        etree.strip_elements(root, *UNSEEN, with_tail=False)
        return " ".join(root.itertext())
    if suffix == ".pdf" and shutil.which("pdftotext"):
        command = ["pdftotext", "-q", str(path), "-"]
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
        return done.stdout.decode("utf-8", "replace")
    if suffix in (".txt", ".text"):
        return content.decode("utf-8", "ignore")
    return ""


def _text_of_parts(content: bytes, wanted: re.Pattern[str]) -> Iterable[str]:
    with zipfile.ZipFile(BytesIO(content)) as container:
        for name in container.namelist():
            if not wanted.match(name):
                continue
            parser = etree.XMLParser(recover=True, resolve_entities=False)
            root = etree.fromstring(container.read(name), parser)
            if root is None:
                continue
            etree.strip_elements(root, *(f"{{*}}{tag}" for tag in NOT_TEXT))
            yield " ".join(text for text in root.itertext() if isinstance(text, str))


def look_at(path: Path) -> Found:
    """Read one file, and compare it with the independent text."""
    content = path.read_bytes()
    try:
        document, _ = read(content, name=str(path))
    except HandoutError as error:
        return Found("refused", error=str(error)[:200])
    ours = [piece.text for piece in document.pieces()]
    ours += [aside.text for aside in document.asides]
    try:
        theirs = words(independent(content, path.suffix.lower(), path))
    except (etree.LxmlError, zipfile.BadZipFile, ValueError, OSError):
        theirs = Counter()
    # Words parted at a line's end come in two pieces on either side.
    known = words("\n".join(ours))
    run = "".join("".join(ours).split())
    lacking = {word: n - known[word] for word, n in theirs.items() if n > known[word]}
    missing = sorted(word for word in lacking if word not in run)
    many = len(missing) > max(FEW, SHARE * len(theirs))
    holds = document.characters == document.placed + document.set_aside
    return Found("read", holds, tuple(missing[:12]) if many else ())


def in_child(path: Path) -> Found:
    """Read one file in a child with limits."""
    with tempfile.TemporaryFile() as out:
        child = os.fork()
        if not child:
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
            try:
                found = look_at(path)
            except BaseException as error:
                found = Found(
                    "traceback", error=f"{type(error).__name__}: {error}"[:200]
                )
            line = [found.what, found.sum_holds, found.missing, found.error]
            out.write(json.dumps(line).encode())
            out.flush()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        out.seek(0)
        said = out.read()
    if status or not said:
        return Found("over", error=f"status {status}")
    what, holds, missing, error = json.loads(said)
    return Found(what, holds, tuple(missing), error)


def chosen(folder: Path, most: int) -> dict[str, list[Path]]:
    """The files of each format, a fixed choice of them."""
    found: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*")):
        suffix = path.suffix.lower()
        if suffix in READERS and path.is_file() and not path.is_symlink():
            found.setdefault(suffix, []).append(path)
    return {
        suffix: sorted(paths, key=lambda p: sha256(p.name.encode()).hexdigest())[:most]
        for suffix, paths in sorted(found.items())
    }


def preload() -> None:
    """Import what the readers need, once for all children."""
    page = "<html><body><h1>一</h1><p>二三四五。</p></body></html>"
    for suffix in (".html", ".md", ".txt"):
        read(page.encode(), name=f"a{suffix}")
    for function in READERS.values():
        import_module(f"handout.read.{function.rpartition('.')[0]}")


def main() -> int:
    """Read all, and print a table; 1 if there was a traceback or a wrong sum."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=200)
    parser.add_argument("--show", type=int, default=5)
    options = parser.parse_args()
    preload()
    bad = 0
    for suffix, paths in chosen(options.folder, options.most).items():
        results = [(path, in_child(path)) for path in paths]
        counts = Counter(found.what for _, found in results)
        wrong = [(p, f) for p, f in results if not f.sum_holds]
        lack = [(p, f) for p, f in results if f.missing]
        broken = [(p, f) for p, f in results if f.what in ("traceback", "over")]
        bad += len(wrong) + len(broken)
        sys.stdout.write(
            f"{suffix}: {len(paths)} files, {dict(counts)}, sum wrong {len(wrong)}, "
            f"lacking words {len(lack)}\n"
        )
        for path, found in [*broken, *wrong, *lack[: options.show]]:
            detail = found.error or " ".join(found.missing) or "sum"
            sys.stdout.write(f"  {found.what} {path}: {detail}\n")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
