"""What a library with an event loop offers to code that must not block it."""

from __future__ import annotations

import msgspec


class Runtime(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How code for this library's event loop sleeps, and sends work elsewhere: what fixes write, by dotted name."""

    sleep: str
    thread: str
    since: str = ""
    """The release of Python in which `thread` came, where it is Python's own: `3.9`."""
    keywords: bool = False
    """Whether `thread` passes keyword arguments on to what it runs."""
    wraps: bool = False
    """Whether `thread` is given the function only, and what it gives is called: `await thread(f)(x)`."""
    path: str = ""
    """A class like `pathlib.Path` whose methods are to be awaited."""
    open_file: str = ""
    """A function like `open` that is to be awaited, for a file whose methods are."""
    run_process: str = ""
    """A coroutine function like `subprocess.run`, which captures both outputs and checks the status by default."""
    process: str = ""
    """Like `thread`, for processes."""
    portable: bool = False
    """Whether it works on any event loop, so that having it installed is reason enough to use it."""
