"""Files are replaced in one step, so that each is the old or the new one whenever the run is broken off."""

from __future__ import annotations

import os
import re
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_LEFT_OVER = re.compile(r"\.concurrency-lint-(\d+)-[0-9a-f]{8}\.tmp")


def replaced(path: Path, data: bytes, expected: bytes) -> bool:
    """Make `data` the content of a file that holds `expected`; where it holds something else it is left alone.

    A symbolic link goes on pointing to it. Raises `OSError`.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".concurrency-lint-{os.getpid()}-{secrets.token_hex(4)}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        status = target.stat()
        temporary.chmod(stat.S_IMODE(status.st_mode))
        if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (os.geteuid(), os.getegid()):
            with suppress(PermissionError):
                os.chown(temporary, status.st_uid, status.st_gid)
        if target.read_bytes() != expected:
            temporary.unlink()
            return False
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    return True


def remove_leftovers(files: Iterable[Path]) -> None:
    """Take away temporary files that a run that was killed left beside these files."""
    for folder in {os.path.dirname(os.path.realpath(file)) for file in files}:
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                name = _LEFT_OVER.fullmatch(entry.name)
                if name and not _runs(int(name[1])):
                    os.unlink(entry.path)


def _runs(process: int) -> bool:
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk, where the system can be asked for that."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
