"""Which files are checked, and what text they hold."""

from __future__ import annotations

import io
import os
import tokenize
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from concurrency_lint.config import Settings
from concurrency_lint.gitignore import IgnoreChain, chain_above, entering
from concurrency_lint.globs import PathPatterns


class SourceError(Exception):
    """A file's bytes are not the text that they claim to be; `line` is 1-based, `column` 0-based in code points."""

    def __init__(self, message: str, line: int = 1, column: int = 0) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line, column


class UnreadablePathError(Exception):
    """A path that was asked for cannot be read."""


def absolute_path(path: Path) -> Path:
    """The path from the file system's root, without `..`, links left as they are."""
    return Path(os.path.abspath(path))


def discover(paths: Iterable[Path], settings: Settings) -> list[Path]:
    """The files to check, absolute and sorted: those named, and the `.py` files below the folders named.

    A named file counts even if it is excluded, unless `settings.force_exclude`. Raises `UnreadablePathError`.
    """
    excluded = excluded_paths(settings)
    root = str(settings.root)
    found: set[str] = set()
    for path in paths:
        absolute = os.path.abspath(path)
        try:
            is_folder = _is_folder(absolute)
        except OSError as error:
            raise UnreadablePathError(f"{path}: {_reason(error)}; name a file or folder that exists") from error
        if settings.force_exclude and excluded.match_below(absolute, root):
            continue
        if not is_folder:
            if not absolute.endswith(".pyi"):
                found.add(absolute)
        else:
            found.update(_walk(absolute, excluded, named=path))
    return [Path(name) for name in sorted(found)]


def project_files(root: Path, settings: Settings) -> list[Path]:
    """Every `.py` file below `root` that is neither ignored nor excluded nor out of reach, absolute and sorted."""
    return [Path(name) for name in sorted(_walk(os.path.abspath(root), excluded_paths(settings), named=None))]


def named_files(root: Path, settings: Settings, wanted: Callable[[str], bool]) -> list[Path]:
    """Every file below `root` whose name is `wanted`, as `project_files` lists the `.py` files."""
    found = _walk(os.path.abspath(root), excluded_paths(settings), named=None, wanted=wanted)
    return [Path(name) for name in sorted(found)]


def excluded_paths(settings: Settings) -> PathPatterns:
    """What `exclude` and `extend-exclude` leave out."""
    return PathPatterns((*settings.exclude, *settings.extend_exclude), str(settings.root))


def decode(data: bytes) -> str:
    """The text of a Python file by PEP 263, without its byte order mark. Raises `SourceError`."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(error) from error
    except SyntaxError as error:
        if error.msg.startswith("invalid or missing encoding"):
            raise _first_invalid_byte(data, error.msg) from error
        raise SourceError(f"{error.msg}; correct the coding comment") from error


def encode(text: str) -> bytes:
    """The bytes that `decode` would read as `text`, in the encoding that the text itself declares."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(text.encode("utf-8", "replace")).readline)
        return text.encode(encoding)
    except (SyntaxError, UnicodeEncodeError):
        return text.encode("utf-8", "replace")


def _is_folder(path: str) -> bool:
    if os.path.isdir(path):
        return True
    with open(path, "rb"):
        return False


def _is_python(name: str) -> bool:
    return name.endswith(".py")


def _walk(
    top: str, excluded: PathPatterns, *, named: Path | None, wanted: Callable[[str], bool] = _is_python
) -> Iterator[str]:
    """The `.py` files, or what else is `wanted`, below `top`.

    Ignored and excluded folders are not entered, links to folders not followed.

    Where the user has `named` the folder, raises `UnreadablePathError` for one that cannot be listed.
    """
    parent = os.path.dirname(top)
    pending: list[tuple[str, IgnoreChain | None]] = [(top, chain_above(parent) if parent != top else None)]
    while pending:
        folder, outer = pending.pop()
        try:
            with os.scandir(folder) as listing:
                entries = list(listing)
        except OSError as error:
            if named is None:
                continue
            if folder == top:
                raise UnreadablePathError(f"{named}: {_reason(error)}") from error
            raise UnreadablePathError(f"{folder}: {_reason(error)}; exclude the folder or make it readable") from error
        chain = entering(folder, outer, frozenset(entry.name for entry in entries))
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if not is_folder and not (wanted(entry.name) and entry.is_file()):
                continue
            path = entry.path
            if (chain is not None and chain.ignores(path, is_dir=is_folder)) or excluded.match(path):
                continue
            if is_folder:
                pending.append((path, chain))
            else:
                yield path


def _reason(error: OSError) -> str:
    return (error.strerror or "cannot be read").lower()


def _undecodable(error: UnicodeDecodeError) -> SourceError:
    data = bytes(error.object)
    before = data[: error.start].decode(error.encoding, "replace")
    return _at_end_of(before, f"byte 0x{data[error.start]:02x} is not {error.encoding} text")


def _first_invalid_byte(data: bytes, message: str) -> SourceError:
    """`detect_encoding` says only that one of the first two lines is not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(error)
    return SourceError(message)


def _at_end_of(before: str, what: str) -> SourceError:
    before = before.removeprefix("\ufeff")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1)
    return SourceError(f"{what}; save the file as UTF-8 or declare its encoding", line, column)
