"""Results that only Python's own rules tell: of containers, literals, `partial`, `super`, `type` and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.forms import FORM, of_form
from concurrency_lint.project.subclasses import MOST_SUBCLASSES
from concurrency_lint.project.values import (
    ANYTHING,
    UNKNOWN_VALUES,
    Class,
    Constant,
    Container,
    Decorated,
    Instance,
    Partial,
    Super,
    Values,
    settled,
    union,
)

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator


def container_method(evaluator: Evaluator, receiver: Container, method: str, arguments: Arguments) -> Values:
    """What a method of a list, tuple, set or dict gives."""
    if method in ("get", "pop", "setdefault", "popleft") and (receiver.kind == "dict" or method in ("pop", "popleft")):
        if receiver.kind == "dict":
            key = arguments.positional(0) or UNKNOWN_VALUES
            found = evaluator.parts.item((receiver,), key)
            default = arguments.positional(1)
            return union(found, default) if default else found
        return receiver.elements or UNKNOWN_VALUES
    if method == "values":
        return (evaluator.container("list", receiver.elements),)
    if method == "keys":
        return (evaluator.container("list", union(*receiver.keys)),)
    if method == "items":
        pair = evaluator.container(
            "tuple", union(*receiver.keys, receiver.elements), (union(*receiver.keys), receiver.elements)
        )
        return (evaluator.container("list", (pair,)),)
    if method in ("copy", "union", "difference", "intersection"):
        return (receiver,)
    return UNKNOWN_VALUES


TEXT_METHODS = frozenset({"replace", "strip", "lstrip", "rstrip", "lower", "upper", "removeprefix", "removesuffix"})


def text_method(evaluator: Evaluator, text: str, method: str, arguments: Arguments) -> Values:
    """The literal that a method gives for a literal, where its arguments are literals, too."""
    given: list[str] = []
    while (values := arguments.positional(len(given))) is not None:
        if len(values) != 1 or not isinstance(values[0], Constant) or not isinstance(values[0].value, str):
            return UNKNOWN_VALUES
        given.append(values[0].value)
    if method not in TEXT_METHODS or len(given) != {"replace": 2, "removeprefix": 1, "removesuffix": 1}.get(method, 0):
        return UNKNOWN_VALUES
    return (evaluator.make.make(Constant, "str", getattr(text, method)(*given)),)


def _partial(evaluator: Evaluator, arguments: Arguments) -> Values:
    callees = arguments.positional(0) or UNKNOWN_VALUES
    rest = arguments.without_first(1)
    positional: list[Values] = []
    while (value := rest.positional(len(positional))) is not None and len(positional) < 16:
        positional.append(value)
    keywords = rest.keywords()
    return tuple(
        value if value is ANYTHING else evaluator.make.make(Partial, value, tuple(positional), keywords)
        for value in callees
    )


def _static(evaluator: Evaluator, arguments: Arguments) -> Values:
    return tuple(
        value if value is ANYTHING else evaluator.make.make(Decorated, "staticmethod", value, None)
        for value in arguments.positional(0) or UNKNOWN_VALUES
    )


def _property(evaluator: Evaluator, arguments: Arguments) -> Values:
    setters = arguments.get(1, "fset") or (None,)
    return tuple(
        getter if getter is ANYTHING else evaluator.make.make(Decorated, "property", getter, setters[0])
        for getter in arguments.get(0, "fget") or UNKNOWN_VALUES
    )


def _subclasses(evaluator: Evaluator, arguments: Arguments) -> Values:
    """Those of a class; nothing where they are too many to say anything."""
    found = [
        sub for cls in arguments.positional(0) or () if isinstance(cls, Class) for sub in evaluator.subclasses.of(cls)
    ]
    return (evaluator.container("list", tuple(found) if 0 < len(found) <= MOST_SUBCLASSES else UNKNOWN_VALUES),)


def _new(evaluator: Evaluator, arguments: Arguments) -> Values:
    return (
        tuple(evaluator.instance(cls) for cls in arguments.positional(0) or () if isinstance(cls, Class))
        or UNKNOWN_VALUES
    )


def _super(evaluator: Evaluator, arguments: Arguments) -> Values:
    classes, receivers = arguments.positional(0) or (), arguments.positional(1) or ()
    return (
        tuple(
            evaluator.make.make(Super, cls, receiver)
            for cls in classes
            if isinstance(cls, Class)
            for receiver in receivers
        )
        or UNKNOWN_VALUES
    )


def _type(evaluator: Evaluator, arguments: Arguments) -> Values:
    return evaluator.members.of_all(arguments.positional(0) or UNKNOWN_VALUES, "__class__")


def _getattr(evaluator: Evaluator, arguments: Arguments) -> Values:
    names = arguments.positional(1) or ()
    if len(names) == 1 and isinstance(names[0], Constant) and isinstance(names[0].value, str):
        found = evaluator.members.of_all(arguments.positional(0) or UNKNOWN_VALUES, names[0].value)
        default = arguments.positional(2)
        return union(found, default) if default else found
    if len(names) == 1 and isinstance(names[0], Constant) and names[0].kind.startswith(FORM):
        form = names[0].kind.removeprefix(FORM)
        found = of_form(evaluator, arguments.positional(0) or (), form)
        return union(found, arguments.positional(2) or (), UNKNOWN_VALUES)
    return UNKNOWN_VALUES


def _module(evaluator: Evaluator, arguments: Arguments) -> Values:
    """The module of a literal name: `import_module("redis")`."""
    names = arguments.positional(0) or ()
    name = names[0].value if len(names) == 1 and isinstance(names[0], Constant) else None
    if not isinstance(name, str) or not name or name.startswith(".") or arguments.module is None:
        return UNKNOWN_VALUES
    return (evaluator.modules.imported(arguments.module, 0, name) or evaluator.external(name),)


def _next(evaluator: Evaluator, arguments: Arguments) -> Values:
    return evaluator.parts.element(arguments.positional(0) or UNKNOWN_VALUES, asynchronous=False)


def _cast(evaluator: Evaluator, arguments: Arguments) -> Values:
    declared, given = arguments.declared(0), arguments.positional(1)
    if declared and given and settled(given):
        # What a protocol describes is less than what is known to be there.
        kept = tuple(v for v in declared if not (isinstance(v, Instance) and evaluator.ancestry.is_protocol(v.cls)))
        return declared if kept == declared else union(kept, given)
    return declared or given or UNKNOWN_VALUES


def _listed(evaluator: Evaluator, arguments: Arguments) -> Values:
    """What is taken apart once is a plain container afterwards: iterating it again runs nothing."""
    elements = evaluator.parts.element(arguments.positional(0) or UNKNOWN_VALUES, asynchronous=False)
    return (evaluator.container("list", elements or UNKNOWN_VALUES),)


def _enumerate(evaluator: Evaluator, arguments: Arguments) -> Values:
    elements = evaluator.parts.element(arguments.positional(0) or UNKNOWN_VALUES, asynchronous=False)
    pair = evaluator.container("tuple", elements, (UNKNOWN_VALUES, elements))
    return (evaluator.container("iterator", (pair,)),)


def _zip(evaluator: Evaluator, arguments: Arguments) -> Values:
    columns: list[Values] = []
    while (value := arguments.positional(len(columns))) is not None and len(columns) < 8:
        columns.append(evaluator.parts.element(value, asynchronous=False))
    row = evaluator.container("tuple", union(*columns), tuple(columns))
    return (evaluator.container("iterator", (row,)),)


def _map(evaluator: Evaluator, arguments: Arguments) -> Values:
    given = arguments.positional(1)
    first = evaluator.parts.element(given, asynchronous=False) if given else UNKNOWN_VALUES
    passed = Arguments(evaluator, first=(first,))
    results = [evaluator.invocation.result(callee, passed) for callee in arguments.positional(0) or ()]
    return (evaluator.container("iterator", union(*results) or UNKNOWN_VALUES),)


RESULTS = {
    "functools.partial": _partial,
    "functools.partialmethod": _partial,
    **dict.fromkeys(("builtins.list", "builtins.tuple", "builtins.set", "builtins.sorted"), _listed),
    "builtins.staticmethod": _static,
    "builtins.property": _property,
    "builtins.object.__new__": _new,
    "builtins.type.__subclasses__": _subclasses,
    "builtins.super": _super,
    "builtins.type": _type,
    "builtins.getattr": _getattr,
    "importlib.import_module": _module,
    "builtins.next": _next,
    "builtins.anext": lambda evaluator, arguments: UNKNOWN_VALUES,
    "builtins.enumerate": _enumerate,
    "builtins.zip": _zip,
    "builtins.map": _map,
    "typing.cast": _cast,
}
