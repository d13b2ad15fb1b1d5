"""Checking in several processes: first every file is read by one of them, then each links a share of the modules."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import BinaryIO

from concurrency_lint.checking import Knowledge, check_known
from concurrency_lint.config import Settings
from concurrency_lint.findings import Report, Summary
from concurrency_lint.reading import ReadFile, Unparsable, collector_off, read_file

_BATCH_BYTES = 400_000


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
        with ProcessPoolExecutor(jobs) as readers, store.open("wb") as stream:
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
        # New processes, since what parsing leaves in the old ones' memory is of no more use.
        with ProcessPoolExecutor(jobs) as linkers:
            for report in linkers.map(
                _link_share,
                _shares(paths, places, jobs),
                [settings] * jobs,
                [store] * jobs,
                [places] * jobs,
                [Knowledge({}, bases, unparsable, dict(contents), marks)] * jobs,
            ):
                whole.findings += report.findings
                whole.errors += report.errors
                whole.summary.add(report.summary)
    whole.findings.sort(key=lambda finding: finding.sort_key)
    return whole


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
    with collector_off():
        return [read_file(path, contents.get(path)) for path in paths]


def _link_share(
    paths: Sequence[str],
    settings: Settings,
    store: Path,
    places: Mapping[str, tuple[int, int]],
    knowledge: Knowledge,
) -> Report:
    with store.open("rb") as stream, collector_off():
        knowledge.facts = StoredFacts(stream, places)
        return check_known(paths, settings, knowledge)


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


def _shares(paths: Sequence[str], places: Mapping[str, tuple[int, int]], jobs: int) -> list[list[str]]:
    """Neighbouring files together, since they use each other, in `jobs` shares with about as many bytes of facts."""
    total = sum(length for _, length in places.values()) / jobs
    shares: list[list[str]] = [[] for _ in range(jobs)]
    gathered = 0.0
    for path in paths:
        shares[min(int(gathered / total) if total else 0, jobs - 1)].append(path)
        gathered += places[path][1]
    return shares
