"""What the catalogue says of the standard library, seen on a loop by blockbuster, which watches the real calls."""

from __future__ import annotations

import asyncio
import fnmatch
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from concurrency_lint.catalogue.files import load_file, names_of, stems
from stdlib_calls import CALLS, UNSEEN, Workbench

blockbuster = pytest.importorskip("blockbuster")

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="sockets, links and permissions of POSIX"),
    pytest.mark.filterwarnings("ignore"),
]

CLAIMED = {
    name
    for stem in stems()
    for file in [load_file(stem)]
    if file.library == "Python"
    for call in file.call
    if call.kind is not None
    for name in names_of(call)
}


async def _on_a_loop(action: object) -> None:
    assert callable(action)
    action()


@pytest.mark.parametrize("name", sorted(CALLS))
def test_it_blocks_a_loop(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.version_info < (3, 11) and name.startswith("pathlib.Path."):
        pytest.skip("it keeps references of its own to the system calls, which are not watched")
    monkeypatch.chdir(tmp_path)
    with ExitStack() as stack:
        # Prepared under the watch, so that the call is the watched one; nothing is reported off the loop.
        stack.enter_context(blockbuster.blockbuster_ctx())
        try:
            action = CALLS[name](Workbench(tmp_path, stack))
        except AttributeError as error:
            pytest.skip(f"not in this version of Python: {error}")
        with pytest.raises(blockbuster.BlockingError):
            asyncio.run(_on_a_loop(action))


def test_every_claim_is_called_or_excused() -> None:
    assert set(CALLS) <= CLAIMED
    uncalled = CLAIMED - set(CALLS)
    assert [name for name in uncalled if not any(fnmatch.fnmatchcase(name, glob) for glob in UNSEEN)] == []
    assert [glob for glob in UNSEEN if not fnmatch.filter(uncalled, glob)] == []
