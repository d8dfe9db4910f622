"""A handout that is printed again whenever a file it is made of changes."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from handout import files
from handout.errors import HandoutError
from handout.model.options import MakeOptions
from handout.packs.places import folders_of
from handout.packs.settings import FILE
from handout.pipeline import SIDECAR, Planned, Source, order_for, plan_source
from handout.pipeline.output import print_for_screen
from handout.preview.page_pictures import page_sizes, pdfium

# The project's own settings, in the folder the preview runs in.
SETTINGS = "handout.toml"
Stamps = frozenset[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class View:
    """What there is to see: the pages last printed, and what is wrong now, if anything.

    `version` grows with each try, `printed` is the version of the pages. Sizes are
    points.
    """

    version: int = 0
    printed: int = 0
    pdf: bytes = b""
    sizes: tuple[tuple[float, float], ...] = ()
    notices: tuple[str, ...] = ()
    error: HandoutError | None = None
    seconds: float = 0.0


class Preview:
    """Prints a source with a pack, again and again.

    `ask` gives the options of the moment, and may raise HandoutError; `load` reads the
    source. What was read and planned is kept until source or options change.
    """

    def __init__(
        self,
        source: Path,
        *,
        ask: Callable[[], MakeOptions],
        load: Callable[[str], Source],
    ) -> None:
        self.view = View()
        self._source = source
        self._ask = ask
        self._load = load
        self._folders: tuple[Path, ...] = ()
        self._asked: tuple[object, ...] = ()
        self._planned: Planned | None = None

    def refresh(self) -> View:
        """Print again, and return what there is to see."""
        start = time.perf_counter()
        version = self.view.version + 1
        try:
            pdf, notices = self._print_preview()
        except HandoutError as error:
            # The last good pages stay, under the error.
            self.view = replace(self.view, version=version, error=error)
        else:
            seconds = time.perf_counter() - start
            sizes = page_sizes(pdf)
            self.view = View(
                version, version, pdf, sizes, notices, seconds=round(seconds, 3)
            )
        return self.view

    def _print_preview(self) -> tuple[bytes, tuple[str, ...]]:
        options = self._ask()
        # Where a pack cannot be read, its own folder is still watched.
        self._folders += tuple(folders_of(options.template))
        self._folders += (Path(options.template),)
        order = order_for(options, default_pack=options.template)
        self._folders = order.pack.folders
        source = self._load(str(self._source))
        asked = (source, replace(options, paper="", choices=()), order.with_text)
        if self._asked != asked or self._planned is None:
            # A PDF is read with PDFium, which may just be drawing a page.
            with pdfium:
                self._planned = plan_source(source, order)
            self._asked = asked
        printed = print_for_screen(self._planned, order)
        notices = (*self._planned.notices, *printed.notices)
        return printed.pdf, tuple(dict.fromkeys(map(str, notices)))

    def stamps(self) -> Stamps:
        """The state of all files that the pages are made of."""
        paths = [self._source, Path(f"{self._source}{SIDECAR}"), Path(SETTINGS)]
        for folder in dict.fromkeys(self._folders):
            if files.is_file(folder / FILE):
                paths += [path for path in folder.rglob("*") if files.is_file(path)]
        found = set()
        for path in paths:
            try:
                state = path.stat()
            except OSError:
                continue
            found.add((str(path), state.st_mtime_ns, state.st_size))
        return frozenset(found)


def watch(
    preview: Preview, publish: Callable[[View], None], *, every: float = 0.1
) -> None:
    """Print and publish, then again after each change; ends with Ctrl-C."""
    known: Stamps = frozenset()
    while True:
        # The state from before it prints: a save while it prints is seen next time.
        now, start = preview.stamps(), time.time_ns()
        if now != known or not preview.view.version:
            with left_alone():
                publish(preview.refresh())
            # The first time, or with another parent, there are more files to see.
            names = {name for name, _, _ in now}
            more = (one for one in preview.stamps() if one[0] not in names)
            known = now | {one for one in more if one[1] < start}
        time.sleep(every)


@contextmanager
def left_alone() -> Iterator[None]:
    """Let Python look for garbage afterwards, when nobody waits for pages."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        if not gc.get_freeze_count():
            # What the first pages needed stays, and need not be looked through again.
            gc.freeze()
        if was_on:
            gc.enable()
