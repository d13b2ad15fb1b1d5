"""Programs that show a defect: run as they are, fixed, and run again."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from concurrency_lint.selection import enabled_codes
from fixing import fixed

PROGRAMS = Path(__file__).parent / "fixed_programs"
_BESIDE = ("served.py", "working.py", "data.txt")
_WORD = re.compile(r"^# (select|settings|offload|path|before|after|needs): (.+)$", re.MULTILINE)
_SETTING = re.compile(r"(\w+)=(\d+)")

# In turn: with nothing watching, under blockbuster, or beside a task that wants to run every few milliseconds.
_RUN = """\
import asyncio, contextlib, os, runpy, sys, time
os.cpu_count = lambda: 2

async def ticking(gaps):
    last = time.monotonic()
    while True:
        await asyncio.sleep(0.005)
        last, before = time.monotonic(), last
        gaps.append(last - before)

async def beside(coroutine):
    gaps = []
    ticks = asyncio.create_task(ticking(gaps))
    await asyncio.sleep(0.02)
    try:
        said = await coroutine
        await asyncio.sleep(0.02)
    finally:
        ticks.cancel()
    print(max(gaps), file=sys.stderr)
    return said

def watched(how):
    if how != "blockbuster":
        return contextlib.nullcontext()
    from blockbuster import blockbuster_ctx
    return blockbuster_ctx()

try:
    with watched(sys.argv[2]):
        said = runpy.run_path(sys.argv[1], run_name="program")["main"]()
        if asyncio.iscoroutine(said):
            said = asyncio.run(beside(said) if sys.argv[2] == "ticks" else said)
        print(said)
except Exception as error:
    print(type(error).__name__)
"""


class Program(NamedTuple):
    """A program in a file, or in a folder with modules of its own; comments say what it is run with and shows."""

    path: Path
    library: str
    words: dict[str, str]

    def copied(self, folder: Path) -> Path:
        """The program in a folder of its own, with what programs find beside them."""
        for name in _BESIDE:
            shutil.copyfile(PROGRAMS / name, folder / name)
        if self.path.is_dir():
            shutil.copytree(self.path, folder, dirs_exist_ok=True)
        else:
            shutil.copyfile(self.path, folder / "program.py")
        return folder / "program.py"

    def fixed(self, folder: Path, codes: str = "CNC1") -> Path:
        """The program in a folder, with all fixes in it or in the file that it names."""
        name = self.words.get("path", "program.py")
        text = (folder / name).read_text(encoding="utf-8")
        wanted = enabled_codes(self.words.get("select", codes).split(), (), ())
        options = {word: int(value) for word, value in _SETTING.findall(self.words.get("settings", ""))}
        fixed(folder, text, *wanted, path=name, offload=self.library, **options)
        return folder / "program.py"

    def needs(self) -> None:
        """Skip the test where a library is missing."""
        for name in self.words.get("needs", "").split():
            pytest.importorskip(name)


def programs(*folders: str) -> list[object]:
    """The programs of some folders, once for each library that they are fixed with."""
    return [
        pytest.param(program, id=f"{folder}-{program.path.stem}{program.library and '-'}{program.library}")
        for folder in folders
        for program in _programs(PROGRAMS / folder)
    ]


def _programs(folder: Path) -> Iterator[Program]:
    for path in sorted(folder.iterdir()):
        if path.suffix == ".py" or (path / "program.py").is_file():
            text = (path if path.is_file() else path / "program.py").read_text(encoding="utf-8")
            words = dict(_WORD.findall(text))
            for library in words.get("offload", "").split() or [""]:
                yield Program(path, library, words)


def said(path: Path, how: str = "nothing") -> tuple[str, str]:
    """What a program prints, and what it complains of; or what it raises, where that is what ends it."""
    # Unbuffered: what blockbuster has taken apart cannot flush at the end, and takes the interpreter down.
    done = subprocess.run(
        [sys.executable, "-u", "-W", "ignore", "-c", _RUN, path, how],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
        cwd=path.parent,
    )
    return done.stdout.removesuffix("\n"), done.stderr
