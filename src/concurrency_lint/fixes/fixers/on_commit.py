"""What is sent while a transaction is open is sent when it is committed."""

from __future__ import annotations

from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.moving import moved
from concurrency_lint.fixes.source import Node, is_a

name = "on_commit"


def draft(site: Site) -> Draft:
    """`send.delay(pk)` becomes `transaction.on_commit(functools.partial(send.delay, pk))`. Raises `RefusedError`.

    Where the task surely has the method, `send.delay_on_commit(pk)`.
    """
    source, call = site.source, site.call()
    if not is_a(source.parent(call), "Expr"):
        raise RefusedError("its result is used, and there is none before the commit")
    if any(
        _names_database(item, site.data["opener"]) for parent, _ in source.parents(call) for item in _openers(parent)
    ):
        raise RefusedError("the transaction is of a database by name, which `on_commit` has to be told")
    if "suffix" in site.data and is_a(call.func, "Attribute") and _is_new_enough(site):
        end = source.end(call.func)
        method = call.func.attr.value + site.data["suffix"]
        return Draft(
            applicability="unsafe",
            title=f"Send it on commit, with `{method}`; after a rollback it is not sent at all",
            edits=(source.edit(end, end, site.data["suffix"]),),
        )
    module, _, function = site.data["hook"].rpartition(".")
    written, needed = site.imports.member(module, call)
    imports = {needed}
    opening, closing = f"{written}.{function}(", ")"
    if call.args:
        partial, needed = site.imports.name("functools.partial", call)
        imports.add(needed)
        opening, closing = f"{opening}{partial}(", "))"
    return Draft(
        applicability="unsafe",
        title=f"Send it on commit, with `{written}.{function}`; after a rollback it is not sent at all",
        edits=moved(source, call, opening, closing, site.width),
        imports=frozenset(imports - {""}),
    )


def _is_new_enough(site: Site) -> bool:
    """Whether the project's requirements rule out releases without the method."""
    return site.runtimes.least(site.data["library"]) >= tuple(map(int, site.data["since"].split(".")))


def _openers(node: Node) -> list[Node]:
    """The expressions that may open a transaction around what is inside a node."""
    if is_a(node, "With"):
        return [each.item for each in node.items]
    return [each.decorator for each in node.decorators] if is_a(node, "FunctionDef") else []


def _names_database(opener: Node, name: str) -> bool:
    if not is_a(opener, "Call") or not opener.args:
        return False
    callee = opener.func
    called = callee.attr.value if is_a(callee, "Attribute") else getattr(callee, "value", "")
    if called != name:
        return False
    return any(each.keyword is None or each.keyword.value == "using" for each in opener.args)
