"""Where a callable runs: as it sees for itself, and as the catalogue says."""

from __future__ import annotations

import asyncio
import fnmatch

from concurrency_lint.catalogue.lookup import Catalogue


def on_the_loop() -> bool:
    """Whether the calling thread is one that runs an event loop just now."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


class Witness:
    """Remembers where the handlers of a running framework found themselves."""

    def __init__(self) -> None:
        self.places: dict[str, set[str]] = {}

    def sees(self, handler: str) -> None:
        """To be called in a handler."""
        self.places.setdefault(handler, set()).add("loop" if on_the_loop() else "thread")


class Claims:
    """What the catalogue says of where a plain function runs."""

    def __init__(self) -> None:
        self.catalogue = Catalogue()

    def decorator(self, name: str) -> str:
        """Where a function decorated with `name` runs."""
        entry = self.catalogue.decorator(self.catalogue.canonical(name))
        assert entry is not None, name
        return "loop" if entry.effect == "loop" else "thread"

    def offload(self, name: str) -> str:
        """Where a callable given to `name` runs."""
        entry = self.catalogue.offload(self.catalogue.canonical(name))
        if entry is None:
            call = self.catalogue.call(self.catalogue.canonical(name))
            assert call is not None, name
            assert any(each.operation == "call" for each in call[1].performs), name
            return "loop"
        return "loop" if entry.runs in ("loop", "inline", "greenlet") else "thread"

    def method(self, base: str, name: str) -> str:
        """Where a plain method of a class deriving from `base` runs."""
        for entry in self.catalogue.subclass_methods(self.catalogue.canonical(base)):
            if any(fnmatch.fnmatchcase(name, pattern) for pattern in entry.methods):
                return "loop" if entry.runs == "loop" else "thread"
        raise AssertionError(f"{base}.{name}")
