"""Whose sleep, and whose threads, fixes in a module use; and how long its lines may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from concurrency_lint.catalogue.files import file_for, load_file
from concurrency_lint.catalogue.runtime import Runtime
from concurrency_lint.config import Settings
from concurrency_lint.fixes.habits import Habits
from concurrency_lint.fixes.line_lengths import line_length
from concurrency_lint.fixes.requirements import of_any_kind, oldest, oldest_python, to_run

_DEFAULT = "asyncio"


class NoRuntimeError(Exception):
    """It is not known whose loop runs a module's coroutines; the text says why, in a clause."""


class Runtimes:
    """What one project offers."""

    def __init__(self, settings: Settings) -> None:
        self._wanted, self.root = settings.offload, settings.root
        self._told = line_length(settings.root)
        needed = to_run(settings.root)
        self._installed = set(_portable(needed))
        self._others = sorted(file.library for root in needed if (file := file_for(root)) and file.loop_of_its_own)
        self._habits = Habits(settings)

    @cached_property
    def developed_with(self) -> set[str]:
        """The libraries that those have who work on the project."""
        return of_any_kind(self.root)

    def least(self, library: str) -> tuple[int, ...]:
        """The oldest release of a library that the project's requirements allow; empty where they do not say."""
        return oldest(self.root, library)

    def missing(self, runtime: Runtime) -> str:
        """Why the project cannot use a runtime's threads; empty where it can, as far as it says."""
        since = tuple(map(int, runtime.since.split("."))) if runtime.since else ()
        if not since or not self._python or self._python >= since:
            return ""
        written = ".".join(map(str, self._python[:2]))
        return (
            f"the project runs on Python {written}, too, which has no `{runtime.thread}`; use an executor of the loop"
        )

    @cached_property
    def _python(self) -> tuple[int, ...]:
        return oldest_python(self.root)

    @property
    def width(self) -> int:
        """How long a line may be."""
        return self._told or self._habits.line_length

    @property
    def gives_loop_an_executor(self) -> bool:
        """Whether a file of the project sets the executor that the loop uses where it is given none."""
        return self._habits.gives_loop_an_executor

    def own_way(self, text: str) -> str:
        """A function of the project by which it, or a module of this text, sends work elsewhere; empty for none."""
        return "" if self._wanted else self._habits.own_way or self._habits.way_in(text)

    def sleeping(self, roots: Iterable[str]) -> Runtime:
        """For a sleep in a module that imports from `roots`. Raises `NoRuntimeError`."""
        return self._checked(next(_own(roots), _DEFAULT), roots)

    def sending(self, roots: Iterable[str], *, files: bool = False) -> Runtime:
        """For sending work elsewhere from a module that imports from `roots`, or for `files`, which not all have.

        Raises `NoRuntimeError`.
        """
        if self._wanted:
            return _runtime(self._wanted)
        own = next(_own(roots), "")
        installed = sorted({*_portable(roots), *self._installed})
        if own or not installed or self.gives_loop_an_executor:
            return self._checked(own or _DEFAULT, roots)
        usual, offered = _runtime(_DEFAULT), _runtime(installed[0])
        # What a library calls `to_thread.run_sync` is imported in more than one way.
        habit = not files and self._habits.prefers(usual.thread, offered.thread.partition(".")[2])
        return usual if habit else offered

    def _checked(self, library: str, roots: Iterable[str]) -> Runtime:
        if library == _DEFAULT and self._others and _DEFAULT not in roots:
            other = self._others[0]
            raise NoRuntimeError(f"the project uses {other}, whose loop may be the one that runs this; use its threads")
        return _runtime(library)


def _own(roots: Iterable[str]) -> Iterator[str]:
    """The libraries with an event loop, other than Python's own, that a module imports."""
    return (root for root in sorted(roots) if root != _DEFAULT and _has_runtime(root))


def _portable(roots: Iterable[str]) -> Iterator[str]:
    """The libraries that work on any loop and that are installed where these are."""
    for root in roots:
        file = file_for(root)
        for brought in (root, *(file.brings if file is not None else ())):
            if _has_runtime(brought) and _runtime(brought).portable:
                yield brought


def _has_runtime(root: str) -> bool:
    file = file_for(root)
    return file is not None and file.runtime is not None


def _runtime(root: str) -> Runtime:
    found = load_file(root).runtime
    assert found is not None
    return found
