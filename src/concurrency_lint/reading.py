"""One file read: its facts, what its classes derive from by name, or why it cannot be parsed."""

from __future__ import annotations

import ast
import gc
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sys import intern

import msgspec
from msgspec.structs import force_setattr

from concurrency_lint.facts.collect import collect
from concurrency_lint.facts.model import Attribute, Call, ModuleFacts, Name
from concurrency_lint.project.mentions import marks_of
from concurrency_lint.project.subclasses import base_names
from concurrency_lint.sources import SourceError, decode

_ENCODER = msgspec.msgpack.Encoder()
_OFTEN_EMPTY = ("parameters", "decorators", "returns", "return_regions", "yields", "operations", "regions")
_EMPTY: list[int] = []
_NUMBERS: list[int] = []
_SINGLE: list[list[int]] = []
_NO_BINDINGS: dict[str, list[int]] = {}
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
    marks: frozenset[str]
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
        return ReadFile(path, _ENCODER.encode(facts), base_names(source), marks_of(source))
    return ReadFile(path, b"", frozenset(), frozenset(), reason)


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
    """Facts from their encoded form. Equal names, numbers and empty lists are shared: there are millions of them."""
    module: ModuleFacts = _DECODER.decode(facts)
    while len(_NUMBERS) < len(module.references):
        _NUMBERS.append(len(_NUMBERS))
        _SINGLE.append([_NUMBERS[-1]])
    for reference in module.references:
        if type(reference) is Name:
            force_setattr(reference, "name", intern(reference.name))
        elif type(reference) is Attribute:
            force_setattr(reference, "name", intern(reference.name))
            force_setattr(reference, "base", _NUMBERS[reference.base])
        elif type(reference) is Call:
            force_setattr(reference, "function", _NUMBERS[reference.function])
            if reference.arguments:
                force_setattr(reference, "arguments", tuple([_NUMBERS[index] for index in reference.arguments]))
    for function in module.functions:
        _share_empty(function, _OFTEN_EMPTY)
        for parameter in function.parameters:
            parameter.name = intern(parameter.name)
            parameter.annotation = _NUMBERS[parameter.annotation]
            parameter.default = _NUMBERS[parameter.default]
        for operation in function.operations:
            operation.reference = _NUMBERS[operation.reference]
            if operation.line < len(_NUMBERS):
                operation.line = _NUMBERS[operation.line]
    for scope in module.scopes:
        _share_empty(scope, ("global_names",))
        scope.bindings = scope.bindings or _NO_BINDINGS
        _share_single(scope.bindings)
    for cls in module.classes:
        _share_single(cls.members)
        _share_single(cls.attributes)
    return module


def _share_empty(fact: msgspec.Struct, fields: tuple[str, ...]) -> None:
    for field in fields:
        if not getattr(fact, field):
            setattr(fact, field, _EMPTY)


def _share_single(bindings: dict[str, list[int]]) -> None:
    for name, indices in bindings.items():
        if len(indices) == 1:
            bindings[name] = _SINGLE[indices[0]]


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
