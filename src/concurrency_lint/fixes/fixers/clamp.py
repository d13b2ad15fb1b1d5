"""The size of a pool is bounded by the number of cores."""

from __future__ import annotations

from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.source import Node, Source, is_a

name = "clamp"


def draft(site: Site) -> Draft:
    """`ThreadPoolExecutor(64)` gets `min(64, (os.cpu_count() or 1) * 2)`. Raises `RefusedError`."""
    source, factor = site.source, site.data["factor"]
    size = _size(site.call(), site.data["keyword"], int(site.data["position"]))
    written = source.written(size)
    because = "fewer of its threads then work at the same time"
    if "cpu_count" in written:
        if not is_a(size, "BinaryOperation") or not is_a(size.operator, "Multiply") or not is_a(size.right, "Integer"):
            raise RefusedError(f"`{written}` counts the cores already; take at most {factor} times as many")
        edit = source.edit(source.start(size.right), source.end(size.right), factor)
        return Draft(applicability="unsafe", title=f"Make it {factor} for each core; {because}", edits=(edit,))
    if is_a(size, "Name") and written.isupper() and _is_used_elsewhere(source, size):
        raise RefusedError(f"other code may count on `{written}`, too; make that smaller where it is given its value")
    cores, needed = site.imports.name("os.cpu_count", size)
    bound = f"({cores}() or 1) * {factor}"
    start, end = source.start(size), source.end(size)
    return Draft(
        applicability="unsafe",
        title=f"Take at most `{bound}`; {because}",
        edits=(source.edit(start, start, "min("), source.edit(end, end, f", {bound})")),
        imports=frozenset(filter(None, [needed])),
    )


def _is_used_elsewhere(source: Source, constant: Node) -> bool:
    """Whether a constant is another module's, or used at a second place in this one."""
    named = [node for node in source.nodes("Name") if node.value == constant.value]
    made = [node for node in named if is_a(source.parent(node), "AssignTarget", "AnnAssign")]
    return len(made) != 1 or len(named) > len(made) + 1


def _size(call: Node, keyword: str, position: int) -> Node:
    """What is given for the size. Raises `RefusedError`."""
    if any(argument.star for argument in call.args):
        raise RefusedError("its arguments are spread from elsewhere")
    for number, argument in enumerate(call.args):
        word = argument.keyword.value if argument.keyword is not None else ""
        if (word and word == keyword) or (not word and number == position):
            if argument.value.lpar:
                break
            return argument.value
    raise RefusedError("its size is not written where it is made")
