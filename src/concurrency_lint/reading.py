"""One file read: its facts, what its classes derive from by name, or why it cannot be parsed."""

from __future__ import annotations

import ast
import gc
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sys import intern
from typing import Any

import msgspec
from msgspec.structs import force_setattr

from concurrency_lint.facts.collect import collect
from concurrency_lint.facts.model import (
    Attribute,
    Call,
    Collection,
    Const,
    Declared,
    Imported,
    ModuleFacts,
    Name,
    OneOf,
)
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
        share = _SHARING.get(type(reference))
        if share is not None:
            share(reference)
    for function in module.functions:
        _share_empty(function, _OFTEN_EMPTY)
        function.name = intern(function.name)
        for parameter in function.parameters:
            parameter.name = intern(parameter.name)
            parameter.annotation = _NUMBERS[parameter.annotation]
            parameter.default = _NUMBERS[parameter.default]
        for operation in function.operations:
            operation.reference = _NUMBERS[operation.reference]
            if operation.method:
                operation.method = intern(operation.method)
            if operation.line < len(_NUMBERS):
                operation.line = _NUMBERS[operation.line]
    for scope in module.scopes:
        _share_empty(scope, ("global_names",))
        scope.bindings = _shared(scope.bindings) if scope.bindings else _NO_BINDINGS
    for cls in module.classes:
        cls.members = _shared(cls.members)
        cls.attributes = _shared(cls.attributes)
    return module


def _share_name(name: Name) -> None:
    force_setattr(name, "name", intern(name.name))


def _share_attribute(attribute: Attribute) -> None:
    force_setattr(attribute, "name", intern(attribute.name))
    force_setattr(attribute, "base", _NUMBERS[attribute.base])


def _share_call(call: Call) -> None:
    force_setattr(call, "function", _NUMBERS[call.function])
    if call.arguments:
        force_setattr(call, "arguments", _same_numbers(call.arguments))
    if call.keywords:
        force_setattr(call, "keywords", tuple([(intern(word), _NUMBERS[index]) for word, index in call.keywords]))


def _share_constant(constant: Const) -> None:
    force_setattr(constant, "kind", intern(constant.kind))


def _share_import(imported: Imported) -> None:
    force_setattr(imported, "module", intern(imported.module))
    force_setattr(imported, "name", intern(imported.name))


def _share_options(several: OneOf) -> None:
    force_setattr(several, "options", _same_numbers(several.options))


def _share_items(collection: Collection) -> None:
    force_setattr(collection, "kind", intern(collection.kind))
    force_setattr(collection, "items", _same_numbers(collection.items))


def _share_declaration(declared: Declared) -> None:
    force_setattr(declared, "annotation", _NUMBERS[declared.annotation])
    force_setattr(declared, "value", _NUMBERS[declared.value])


def _same_numbers(indices: tuple[int, ...]) -> tuple[int, ...]:
    return tuple([_NUMBERS[index] for index in indices])


_SHARING: dict[type, Callable[[Any], None]] = {
    Attribute: _share_attribute,
    Call: _share_call,
    Collection: _share_items,
    Const: _share_constant,
    Declared: _share_declaration,
    Imported: _share_import,
    Name: _share_name,
    OneOf: _share_options,
}


def _share_empty(fact: msgspec.Struct, fields: tuple[str, ...]) -> None:
    for field in fields:
        if not getattr(fact, field):
            setattr(fact, field, _EMPTY)


def _shared(bindings: dict[str, list[int]]) -> dict[str, list[int]]:
    return {intern(name): _SINGLE[indices[0]] if len(indices) == 1 else indices for name, indices in bindings.items()}


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
