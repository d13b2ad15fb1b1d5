"""Where an `await` may stand, and where it needs parentheses around it."""

from __future__ import annotations

from concurrency_lint.fixes.source import Node, Source, is_a

_CANCELLING = ("BaseException", "CancelledError", "Cancelled", "GeneratorExit")
_COMPREHENSIONS = ("ListComp", "SetComp", "DictComp")
_ENDING = ("__aexit__", "aclose", "close", "disconnect", "shutdown", "stop")


def obstacle(source: Source, node: Node) -> str:
    """Why the expression `node` cannot be awaited where it stands; empty where it can."""
    in_comprehension = from_outside = False
    for parent, child in source.parents(node):
        if is_a(parent, "CompFor"):
            # The first iterable of a comprehension is worked out where the comprehension stands.
            from_outside = child is parent.iter and not is_a(source.parent(parent), "CompFor")
        elif is_a(parent, "GeneratorExp") and not from_outside:
            return "it stands in a generator expression, which an `await` would make asynchronous"
        elif is_a(parent, *_COMPREHENSIONS):
            if not from_outside:
                if in_comprehension:
                    return "it stands in a comprehension within a comprehension"
                in_comprehension = True
            from_outside = False
        elif is_a(parent, "GeneratorExp"):
            from_outside = False
        elif is_a(parent, "FormattedStringExpression") and parent.equal is not None:
            return "an f-string shows it as it is written"
        elif is_a(parent, "Lambda"):
            return "it stands in a lambda, which cannot await"
        elif is_a(parent, "ClassDef"):
            return "it stands in the body of a class, which cannot await"
        elif is_a(parent, "FunctionDef"):
            if child is not parent.body:
                return "it runs when the function is defined: a default, a decorator or an annotation"
            return "" if parent.asynchronous is not None else "it stands in a plain function, which cannot await"
    return "it stands outside of any function"


def cleans_up(source: Source, node: Node) -> str:
    """Why work that must be done whatever happens is not sent elsewhere; empty where it is no such work."""
    for parent, _ in source.parents(node):
        if is_a(parent, "FunctionDef", "Lambda"):
            return ""
        caught = source.written(parent.type) if is_a(parent, "ExceptHandler") and parent.type is not None else ""
        bare = is_a(parent, "ExceptHandler") and parent.type is None
        if is_a(parent, "Finally") or bare or any(name in caught for name in _CANCELLING):
            return "it cleans up, and an `await` there may be cancelled before it has begun"
    return ""


def is_not_begun(source: Source, node: Node) -> str:
    """Why work that ends something is not given to a library that begins nothing in a task that is cancelled."""
    if reason := cleans_up(source, node):
        return reason
    function = next((parent for parent, _ in source.parents(node) if is_a(parent, "FunctionDef")), None)
    if function is None or function.name.value not in _ENDING:
        return ""
    return f"`{function.name.value}` is called of a cancelled task, too, where it would not be begun; shield it"


def needs_parentheses(source: Source, node: Node) -> bool:
    """Whether `await` before `node` would take in more than `node`."""
    parent = source.parent(node)
    if node.lpar or parent is None:
        return False
    if is_a(parent, "Attribute", "Subscript"):
        return bool(parent.value is node)
    if is_a(parent, "Call"):
        return bool(parent.func is node)
    return is_a(parent, "Await")


def parentheses(source: Source, node: Node) -> tuple[str, str]:
    """What stands before and after `await node`, so that it takes in no more than `node`."""
    return ("(", ")") if needs_parentheses(source, node) else ("", "")
