"""Where a report goes: standard output, or a file that is replaced in one step."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from concurrency_lint.cli.failure import Failure

_NARROWEST = 24


def fitted(rows: Sequence[Sequence[str]], width: int, names: int, places: int) -> list[list[str]]:
    """The rows of a table, with long cells in the columns of names and places shortened until a line fits.

    Of a name the end is kept, of a place the file's name and the line; the heads stay as they are.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    excess = sum(widths) + 2 * (len(widths) - 1) - width
    found = [list(row) for row in rows]
    for column in (places, names):
        if excess <= 0:
            break
        room = max(widths[column] - excess, _NARROWEST)
        excess -= widths[column] - room
        for row in found[1:]:
            if len(row[column]) > room:
                row[column] = "…" + row[column][len(row[column]) - room + 1 :]
    return found


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table: columns as wide as their widest cell, two spaces apart."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()


def write_report(text: str, output_file: Path | None, *, data: bytes | None = None) -> None:
    """Write the report. Raises `Failure` where the file cannot be written, and then leaves it as it was."""
    data = text.encode("utf-8", "backslashreplace") if data is None else data
    if output_file is None:
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            drop_output()
        return
    try:
        replace_file(output_file, data)
    except OSError as error:
        reason = (error.strerror or "cannot be written").lower()
        raise Failure(f"{output_file}: {reason}; name a file in a folder that exists and can be written") from error


def drop_output() -> None:
    """Whoever read standard output is gone: let the interpreter's own flush at exit go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def replace_file(path: Path, data: bytes) -> None:
    """Make `data` the content of a file in one step; a device or pipe is written to. Raises `OSError`."""
    import tempfile

    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions that the file has, or that a new one would get."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
