"""What a page may load: data in itself, and files of its pack. Nothing else."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

MOST_BYTES = 20_000_000


def fetcher(folders: tuple[Path, ...]) -> Any:
    """A WeasyPrint fetcher that stays inside the folders of a pack.

    A relative address is looked up in the pack's own folder, then in its parents'.
    """
    # It has no types.
    from weasyprint.urls import (  # type: ignore[import-untyped]
        URLFetcher,
        URLFetcherResponse,
    )

    class PackFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            path = pack_file(url, folders)
            if path is None:
                raise ValueError(_why_not(url, folders))
            if path.stat().st_size > MOST_BYTES:
                raise ValueError("larger than 20 MB")
            return URLFetcherResponse(url, path.read_bytes())

    return PackFetcher(allowed_protocols=["data", "file"])


def _why_not(url: str, folders: tuple[Path, ...]) -> str:
    """Distinguish a file that is not there from one that must not be loaded."""
    asked = _file_of(url)
    if asked is None or not asked.is_relative_to(folders[0]) or asked.is_symlink():
        return "outside the template pack, so it is not loaded"
    return "there is no such file in the template pack"


def pack_file(url: str, folders: tuple[Path, ...]) -> Path | None:
    """The file of a pack that an address names; None if it names none."""
    asked = _file_of(url)
    if asked is None or not asked.is_relative_to(folders[0]):
        return None
    relative = asked.relative_to(folders[0])
    for folder in folders:
        path = (folder / relative).resolve()
        if path.is_file() and path.is_relative_to(folder.resolve()):
            return path
    return None


def _file_of(url: str) -> Path | None:
    """The file that an address names; None if it names none on this machine."""
    parts = urlsplit(url)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        return None
    return Path(url2pathname(unquote(parts.path)))
