"""The only module that writes files: each one whole, or not at all."""

import errno
import os
import re
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from handout.errors import ReadError, TemplateError, WriteError

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\ufeff]+')
# 255 bytes is the limit of common file systems; a suffix and a number must still fit.
_NAME_BYTES = 180
# What a file system says that has no files without a name.
_NO_SUCH = {errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL}


def safe_name(text: str, *, fallback: str = "handout") -> str:
    """Turn any text into a file name that every common system takes (no suffix)."""
    name = _UNSAFE.sub(" ", text.encode("utf-8", "ignore").decode()).strip(" .")
    short = name.encode()[:_NAME_BYTES].decode("utf-8", "ignore").strip(" .")
    return re.sub(r"\s+", " ", short) or fallback


def write_whole(path: Path, content: bytes) -> Path:
    """Write beside the target and rename, so that readers see the old or the new.

    Raises WriteError if the folder cannot be made or the disk takes no more.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not _write_unnamed(path, content):
            _write_beside(path, content)
    except OSError as error:
        raise WriteError(
            f"cannot be written ({error.strerror or error})",
            where=str(path),
            hint="choose another folder with -o, or make room on the disk",
        ) from error
    return path


def _write_unnamed(path: Path, content: bytes) -> bool:
    """Write a file that gets its name when it is whole; False where none can be.

    Whoever ends this process while it writes finds nothing that was left behind.
    """
    if not hasattr(os, "O_TMPFILE"):
        return False
    try:
        handle = os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, 0o666)
    except OSError as error:
        if error.errno in _NO_SUCH:
            return False
        raise
    with os.fdopen(handle, "wb") as file:
        _fill(file, content)
        if not os.path.lexists(path):
            with suppress(FileExistsError):
                return _name(file.fileno(), path)
        temporary = path.with_name(f".{path.stem[:20]}-{os.urandom(4).hex()}")
        try:
            return _name(file.fileno(), temporary) and bool(temporary.replace(path))
        finally:
            temporary.unlink(missing_ok=True)


def _name(handle: int, path: Path) -> bool:
    """Link an unnamed file to a free name; False where the system cannot."""
    try:
        # With a folder to start from, Python lets the link in /proc be followed.
        os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=handle)
    except FileNotFoundError:
        return False
    return True


def _write_beside(path: Path, content: bytes) -> None:
    """Write a file beside its place, and give it its name when it is whole."""
    handle, name = tempfile.mkstemp(prefix=f".{path.stem[:20]}-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _fill(file, content)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    finally:
        # Also runs on Ctrl-C: nothing half-written stays behind.
        temporary.unlink(missing_ok=True)


def _fill(file: BinaryIO, content: bytes) -> None:
    file.write(content)
    file.flush()
    os.fsync(file.fileno())


def _umask() -> int:
    """Read the process's mask; the system offers no way but to set it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def user_folder() -> Path:
    """The folder of the user's own settings; it need not be there."""
    import platformdirs

    return Path(platformdirs.user_config_dir("handout", appauthor=False))


def private_cache(name: str) -> Path:
    """Make a folder for a cache that nobody else may write."""
    import platformdirs

    kept = Path(platformdirs.user_cache_dir("handout", appauthor=False)) / name
    # A machine without a home still prints.
    shared = Path(tempfile.gettempdir()) / f"handout-{_user()}" / name
    for folder in (kept, shared):
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_private(folder):
                return folder
    return Path(tempfile.mkdtemp(prefix="handout-"))


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0


def _is_private(folder: Path) -> bool:
    """Whether this user may write a folder, and nobody else."""
    state = folder.lstat()
    open_to_others = state.st_mode & 0o022 or state.st_uid != _user()
    if os.name == "posix" and (open_to_others or not stat.S_ISDIR(state.st_mode)):
        return False
    with tempfile.TemporaryFile(dir=folder) as file:
        # A full disk takes the name of a file, and nothing in it.
        file.write(b"x" * 4_096)
    return True


def is_folder(path: Path) -> bool:
    """Whether there is a folder; not where a name is too long."""
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False


# A larger file is refused by every reader.
_MOST = 100_000_000


def is_file(path: Path) -> bool:
    """Whether there is such a file; False for a name that no file can have, too."""
    with suppress(OSError, ValueError):
        return path.is_file()
    return False


def load(path: Path) -> bytes:
    """Read a file that the user named. Raises ReadError if it cannot be."""
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise ReadError("is a folder", where=str(path), hint="give a file in it")
        if not stat.S_ISREG(state.st_mode):
            raise ReadError(
                "is a pipe or a device, not a file",
                where=str(path),
                hint="give - and send its content to standard input",
            )
        with path.open("rb") as file:
            return read_no_more(file, str(path))
    except FileNotFoundError as error:
        raise ReadError(
            "there is no such file",
            where=str(path),
            hint="check the name and the current folder",
        ) from error
    except (OSError, ValueError) as error:
        raise ReadError(
            f"cannot be read ({getattr(error, 'strerror', '') or error})",
            where=str(path),
            hint="look at its name and its permissions",
        ) from error


def read_no_more(file: BinaryIO, name: str) -> bytes:
    """Read a file to its end. Raises ReadError if it is larger than anything read."""
    content = file.read(_MOST + 1)
    if len(content) > _MOST:
        raise ReadError(
            f"is larger than {_MOST // 1_000_000} MB",
            where=name,
            hint="split it into parts and give each its own file",
        )
    return content


_MOST_OF_A_PACK = 2_000_000


def load_of_pack(
    folder: Path, name: str, *, most: int = _MOST_OF_A_PACK
) -> bytes | None:
    """Read a file of a pack; None if it has none of this name.

    Raises TemplateError for a link that leads out of the pack, or for a file of more
    than `most` bytes.
    """
    path = folder / name
    if not is_file(path):
        return None
    if not path.resolve().is_relative_to(folder.resolve()):
        raise TemplateError(
            "leads out of the pack, so it is not read",
            where=str(path),
            hint="put the file itself into the pack",
        )
    try:
        if path.stat().st_size > most:
            raise TemplateError(
                f"is larger than {most // 1_000_000} MB",
                where=str(path),
                hint="keep pictures and fonts in files of their own",
            )
        return path.read_bytes()
    except OSError as error:
        raise TemplateError(
            f"cannot be read ({error.strerror or error})",
            where=str(path),
            hint="look at its permissions",
        ) from error


def text_of_pack(folder: Path, name: str) -> str | None:
    """Read a file of a pack as UTF-8 text; None if it has none of this name."""
    content = load_of_pack(folder, name)
    if content is None:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateError(
            "is not UTF-8 text", where=str(folder / name), hint="save it as UTF-8"
        ) from error
