"""Begin a catalogue file for a library, with its public callables as comments where it is installed.

    python scripts/new_library.py NAME

NAME is the name that one imports: `yaml`, not PyYAML.
"""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "src" / "concurrency_lint" / "catalogue"

_HEAD = """\
# The library's name, as people say it.
library = "{name}"
# What to use instead on an event loop, if there is one: "httpx", "redis.asyncio".
# async_library = ""

# A call that blocks. Or `name = "{name}.f"` for one alone, or `name = "{name}.Client.*"` with `excluding = ["close"]`.
# [[call]]
# of = "{name}.Client"
# names = ["get", "put"]
# sleep, http, file, subprocess, database, wait, lock, network, cpu, input, metadata or event-loop
# kind = "network"
# cheap (under 20 ms, local), short or long (over 200 ms as a rule)
# cost = "short"
# Does it compute, and hold the GIL meanwhile? none, held or released
# cpu = "none"
# In the third person.
# blocks = "waits for the server's answer"
# As an imperative.
# instead = "use `{name}.aio.Client`"
# Harmless when any of these holds; `when` lists what must hold for it to block.
# unless = [{{ argument = "block", position = 0, equals = false }}]

# What a call returns, so that the calls on its result are known.
# [[call]]
# name = "{name}.connect"
# returns = "{name}.Client"

# A name that is known not to block needs an entry only where a pattern would cover it.

# Another path of the same object.
# [[alias]]
# name = "{name}.client.Client"
# of = "{name}.Client"

# A library class and the bases that it inherits entries from.
# [[class]]
# name = "{name}.Client"
# bases = ["{name}.Api"]

# A callable that runs another one elsewhere: thread, process, loop or inline.
# [[offload]]
# name = "{name}.submit"
# position = 0
# runs = "thread"
"""


def skeleton(name: str) -> str:
    """The text of the new file."""
    listed = "\n".join(f"# {line}" for line in public_callables(name))
    return _HEAD.format(name=name) + (f"\n# Public callables of the installed library:\n{listed}\n" if listed else "")


def public_callables(name: str) -> Iterator[str]:
    """Dotted names of the library's functions and of its classes' methods; none where it is not installed."""
    if importlib.util.find_spec(name) is None:
        return
    library = importlib.import_module(name)
    for attribute in sorted(getattr(library, "__all__", None) or vars(library)):
        value = getattr(library, attribute, None)
        # A module's other names are what it imports.
        if attribute.startswith("_") or not _belongs(value, name):
            continue
        if inspect.isclass(value):
            yield f"{name}.{attribute}{_signature(value)}"
            yield from (f"{name}.{attribute}.{method}" for method in _methods(value))
        elif callable(value):
            yield f"{name}.{attribute}{_signature(value)}{_flavour(value)}"


def _belongs(value: object, name: str) -> bool:
    return (getattr(value, "__module__", None) or name).split(".")[0] in (name, f"_{name}")


def _methods(cls: type) -> Iterator[str]:
    for name, method in sorted(vars(cls).items()):
        if not name.startswith("_") and callable(getattr(cls, name)):
            yield f"{name}{_signature(getattr(cls, name))}{_flavour(method)}"


def _signature(value: object) -> str:
    try:
        signature = inspect.signature(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return "(...)"
    return f"({', '.join(name for name in signature.parameters if name != 'self')})"


def _flavour(value: object) -> str:
    return "  (coroutine function)" if inspect.iscoroutinefunction(value) else ""


def main(arguments: list[str]) -> int:
    """Write the file and name it."""
    if len(arguments) != 1 or not arguments[0].isidentifier():
        print(__doc__.strip() if __doc__ else "", file=sys.stderr)
        return 2
    path = FOLDER / f"{arguments[0]}.toml"
    if path.exists():
        print(f"new_library: {path.relative_to(ROOT)} exists; add to it", file=sys.stderr)
        return 2
    path.write_text(skeleton(arguments[0]), encoding="utf-8")
    print(path.relative_to(ROOT))
    print("next: keep what blocks or returns what blocks, `python scripts/verify_catalogue.py` checks the names")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
