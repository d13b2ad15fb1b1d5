"""What a class says of itself is added to its body: all that findings on the class ask for, in one go."""

from __future__ import annotations

from collections.abc import Hashable

from concurrency_lint.findings import Edit
from concurrency_lint.fixes.drafts import Draft, RefusedError, Site
from concurrency_lint.fixes.fixers.add_keywords import ordered, spelt
from concurrency_lint.fixes.source import Node, Source, is_a

name = "attributes"

_CLASS = "class"


def together(site: Site) -> Hashable:
    """What is added to one class is added at once."""
    return site.data[_CLASS]


def draft(site: Site) -> Draft:
    """`class Sync(Task):` gets `acks_late = True` in its body. Raises `RefusedError`."""
    source, title = site.source, site.data[_CLASS]
    classes = [node for node in source.nodes("ClassDef") if node.name.value == title]
    if len(classes) != 1:
        raise RefusedError(f"there are several classes `{title}`")
    block = classes[0].body
    if not is_a(block, "IndentedBlock"):
        raise RefusedError("the body of the class stands on its first line")
    requests = [finding.fix for finding in site.findings if finding.fix is not None]
    given = ordered(requests)
    given.pop(_CLASS)
    for line in block.body:
        if is_a(line, "SimpleStatementLine") and any(_assigns(line, word) for word in given):
            raise RefusedError(f"`{source.written(line)}` stands there, which somebody has decided")
    given, imports = spelt(site, given, classes[0])
    reasons = dict.fromkeys(request.data["because"] for request in requests)
    return Draft(
        applicability="unsafe",
        title=f"Add {', '.join(f'`{word} = {text}`' for word, text in given.items())}; {'; '.join(reasons)}",
        edits=(_inserted(source, block, _head(block), given),),
        imports=imports,
    )


def _head(block: Node) -> list[Node]:
    """The docstring and the assignments that a class begins with."""
    head: list[Node] = []
    for line in block.body:
        if not is_a(line, "SimpleStatementLine") or not all(
            is_a(each, "Assign", "AnnAssign") or (is_a(each, "Expr") and is_a(each.value, "SimpleString"))
            for each in line.body
        ):
            break
        head.append(line)
    return head


def _assigns(line: Node, word: str) -> bool:
    for statement in line.body:
        targets = [each.target for each in statement.targets] if is_a(statement, "Assign") else []
        if is_a(statement, "AnnAssign"):
            targets = [statement.target]
        if any(is_a(each, "Name") and each.value == word for each in targets):
            return True
    return False


def _inserted(source: Source, block: Node, head: list[Node], given: dict[str, str]) -> Edit:
    first = source.start(block.body[0])
    indentation = source.indentation(first)
    lines = "".join(f"{indentation}{word} = {text}\n" for word, text in given.items())
    if head:
        at = source.next_line(source.end(head[-1]))
        documented = is_a(head[-1].body[-1], "Expr")
        gap = "\n" if documented else ""
        last = len(head) == len(block.body) or not source.text[at : source.next_line(at)].strip()
        return source.edit(at, at, f"{gap}{lines}" + ("" if last else "\n"))
    at = source.line_start(first)
    return source.edit(at, at, f"{lines}\n")
