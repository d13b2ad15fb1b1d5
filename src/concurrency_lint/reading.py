"""One file read: its facts, what its classes derive from by name, or why it cannot be parsed."""

from __future__ import annotations

import ast
import gc
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from concurrency_lint.facts.collect import collect
from concurrency_lint.facts.model import ModuleFacts
from concurrency_lint.project.subclasses import base_names
from concurrency_lint.sources import SourceError, decode

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(ModuleFacts)


class Unparsable(msgspec.Struct, frozen=True):
    """Why a file is not Python: the parser's words, 1-based line and 0-based column in code points."""

    reason: str
    line: int
    column: int


class ReadFile(msgspec.Struct):
    """What one reading of a file gave. `facts` are encoded, since they travel between processes."""

    path: str
    facts: bytes
    bases: frozenset[str]
    unparsable: Unparsable | None = None


def read_file(path: str, source: bytes | None = None) -> ReadFile:
    """Read, parse and walk one file; `source` stands in for what is on disk. Raises `OSError`."""
    if source is None:
        source = Path(path).read_bytes()
    try:
        facts = facts_of(source)
    except SyntaxError as error:
        reason = _undecodable(source) or Unparsable(
            error.msg or "invalid syntax", error.lineno or 1, max((error.offset or 1) - 1, 0)
        )
    except (ValueError, RecursionError, MemoryError) as error:
        reason = Unparsable(str(error) or type(error).__name__, 1, 0)
    else:
        return ReadFile(path, _ENCODER.encode(facts), base_names(source))
    return ReadFile(path, b"", frozenset(), reason)


def _undecodable(source: bytes) -> Unparsable | None:
    """Where the bytes are not the text that they claim to be; the parser says so without the place."""
    try:
        decode(source)
    except SourceError as error:
        return Unparsable(error.message, error.line, error.column)
    return None


def facts_of(source: bytes, tree: ast.Module | None = None) -> ModuleFacts:
    """Parse (unless the tree is at hand) and walk one module. Raises `SyntaxError` or `ValueError` where not Python."""
    with collector_off():
        if tree is None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = ast.parse(source)
        return collect(tree, source)


def decoded(facts: bytes) -> ModuleFacts:
    """Facts from their encoded form."""
    return _DECODER.decode(facts)


@contextmanager
def collector_off() -> Iterator[None]:
    """Without the cyclic garbage collector: trees and facts are many objects and no garbage cycles."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
