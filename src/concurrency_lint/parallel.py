"""Checking in several processes: first every file is read by one of them, then each links modules, batch by batch."""

from __future__ import annotations

import gc
import multiprocessing
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import BinaryIO

from concurrency_lint.checking import Checker, Knowledge
from concurrency_lint.config import Settings
from concurrency_lint.findings import Report, Summary
from concurrency_lint.reading import ReadFile, Unparsable, read_file

_BATCH_BYTES = 400_000
_BATCHES = 6
"""Into how many batches each share is divided: what a process can take over from another."""


def check_in_processes(paths: Sequence[str], settings: Settings, jobs: int, contents: Mapping[str, bytes]) -> Report:
    """The findings of `paths`, worked out by `jobs` processes. Raises `OSError` when a file cannot be read."""
    places: dict[str, tuple[int, int]] = {}
    bases: dict[str, frozenset[str]] = {}
    marks: dict[str, frozenset[str]] = {}
    unparsable: dict[str, Unparsable] = {}
    end = 0
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "facts")
        batches = _batches(paths)
        with ProcessPoolExecutor(jobs, initializer=gc.disable) as readers, store.open("wb") as stream:
            for batch in readers.map(_read_batch, batches, [dict(contents)] * len(batches)):
                for read in batch:
                    stream.write(read.facts)
                    places[read.path] = (end, len(read.facts))
                    end += len(read.facts)
                    bases[read.path] = read.bases
                    marks[read.path] = read.marks
                    if read.unparsable is not None:
                        unparsable[read.path] = read.unparsable
        whole = Report(findings=[], summary=Summary())
        shares = _shares(paths, places, jobs)
        turns = _Turns([len(share) for share in shares])
        # New processes, since what parsing leaves in the old ones' memory is of no more use.
        with ProcessPoolExecutor(jobs, initializer=_take_turns, initargs=(turns,)) as linkers:
            for report in linkers.map(
                _link,
                range(jobs),
                [shares] * jobs,
                [settings] * jobs,
                [store] * jobs,
                [places] * jobs,
                [Knowledge({}, bases, unparsable, dict(contents), marks)] * jobs,
            ):
                whole.add(report)
    whole.findings.sort(key=lambda finding: finding.sort_key)
    return whole


class _Turns:
    """Which batch is next: of a process's own share in order, then the last one of the share that has most left.

    How long a batch takes shows only when it is linked.
    """

    def __init__(self, lengths: list[int]) -> None:
        self._shares = len(lengths)
        self._left = multiprocessing.Array("i", [each for length in lengths for each in (0, length)])

    def next(self, own: int) -> tuple[int, int] | None:
        """The share and the number of the batch, or None where all are taken."""
        with self._left.get_lock():
            begin, end = self._left[2 * own], self._left[2 * own + 1]
            if begin < end:
                self._left[2 * own] = begin + 1
                return own, begin
            remaining = [self._left[2 * share + 1] - self._left[2 * share] for share in range(self._shares)]
            other = max(range(self._shares), key=remaining.__getitem__)
            if not remaining[other]:
                return None
            self._left[2 * other + 1] -= 1
            return other, self._left[2 * other + 1]


class StoredFacts(Mapping[str, bytes]):
    """Encoded facts in a file that the processes share; each is read when it is asked for, and not kept."""

    def __init__(self, store: BinaryIO, places: Mapping[str, tuple[int, int]]) -> None:
        self._store, self._places = store, places

    def __getitem__(self, path: str) -> bytes:
        start, length = self._places[path]
        self._store.seek(start)
        return self._store.read(length)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _read_batch(paths: Sequence[str], contents: Mapping[str, bytes]) -> list[ReadFile]:
    return [read_file(path, contents.get(path)) for path in paths]


def _link(
    own: int,
    shares: list[list[list[str]]],
    settings: Settings,
    store: Path,
    places: Mapping[str, tuple[int, int]],
    knowledge: Knowledge,
) -> Report:
    whole = Report(findings=[], summary=Summary())
    with store.open("rb") as stream:
        knowledge.facts = StoredFacts(stream, places)
        checker = Checker(settings, knowledge)
        while turn := _turns[0].next(own):
            share, batch = turn
            whole.add(checker.check(shares[share][batch]))
    return whole


_turns: list[_Turns] = []
"""What the processes of a pool share; a list, since it reaches them when they start, not with their work."""


def _take_turns(turns: _Turns) -> None:
    # For good: turned on again it would go once through all that was linked, only for the process to end.
    gc.disable()
    _turns[:] = [turns]


def _batches(paths: Sequence[str]) -> list[list[str]]:
    """Files in batches of about the same size, large enough that passing them costs little."""
    batches: list[list[str]] = [[]]
    filled = 0
    for path in paths:
        if filled > _BATCH_BYTES:
            batches.append([])
            filled = 0
        batches[-1].append(path)
        filled += os.stat(path).st_size
    return batches


def _shares(paths: Sequence[str], places: Mapping[str, tuple[int, int]], jobs: int) -> list[list[list[str]]]:
    """Neighbouring files together, since they use each other: a share for each job, in batches of like size."""
    total = sum(length for _, length in places.values()) / (jobs * _BATCHES)
    batches: list[list[str]] = [[] for _ in range(jobs * _BATCHES)]
    gathered = 0.0
    for path in paths:
        batches[min(int(gathered / total) if total else 0, len(batches) - 1)].append(path)
        gathered += places[path][1]
    return [batches[first : first + _BATCHES] for first in range(0, len(batches), _BATCHES)]
