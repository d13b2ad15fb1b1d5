"""The one door for imports: what a dotted name is called in a module, what to import for it, and what is left over."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from concurrency_lint.findings import Edit
from concurrency_lint.fixes.source import Node, Source, dotted_name, is_a

_WORD = re.compile(r"(?<![\w.])\w+")


class Import(NamedTuple):
    """One name that an import binds: `import target as bound`, `from x import y` (target `x.y`)."""

    statement: Node
    alias: Node
    bound: str
    target: str
    whole: bool
    """Whether it binds a module by `import`, so that `target` may be longer than what is bound."""
    function: Node | None
    at_head: bool
    """Whether it stands directly in the body of the module, or of its function."""


class NameTakenError(Exception):
    """The module uses the name that would have to be imported for something else."""


class Imports:
    """The imports of one module."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @cached_property
    def every(self) -> list[Import]:
        """Every name bound by an import statement, in order; star imports bind none that is known."""
        return [found for node in self._source.nodes("Import", "ImportFrom") for found in self._bound_by(node)]

    @property
    def roots(self) -> set[str]:
        """The first parts of the modules that are imported anywhere."""
        return {each.target.partition(".")[0] for each in self.every}

    def name(self, dotted: str, at: Node) -> tuple[str, str]:
        """How to write `dotted` at a node, and the module to import for it, if any. Raises `NameTakenError`."""
        root = dotted.partition(".")[0]
        for each in self.every:
            if not self._shows(each, at):
                continue
            reached = each.target.partition(".")[0] if each.whole and each.bound in each.target else each.target
            if dotted == reached or dotted.startswith(f"{reached}."):
                return each.bound + dotted[len(reached) :], ""
        taken = root in self._assigned or any(each.bound == root and each.target != root for each in self.every)
        if taken or self._hidden(root, None, self._functions(at)):
            raise NameTakenError(root)
        return dotted, root

    def member(self, dotted: str, at: Node) -> tuple[str, str]:
        """How to write a member of a module, and the `module:name` to import, if any. Raises `NameTakenError`."""
        module, _, name = dotted.rpartition(".")
        for each in self.every:
            if each.target in (dotted, module) and not (each.whole and "." in module) and self._shows(each, at):
                return each.bound + ("" if each.target == dotted else f".{name}"), ""
        if name in self._assigned or any(each.bound == name for each in self.every):
            raise NameTakenError(name)
        return name, f"{module}:{name}"

    def _shows(self, each: Import, at: Node) -> bool:
        """Whether what an import binds can be read at a node, and is nothing else there."""
        functions = self._functions(at)
        before = self._source.start(each.statement) < self._source.start(at)
        if each.function is None:
            visible = before or bool(functions)
        else:
            visible = before and any(each.function is function for function in functions)
        if not each.at_head or not visible or each.bound in self._assigned:
            return False
        if any(other.bound == each.bound and other.target != each.target for other in self.every):
            return False
        return not self._hidden(each.bound, each, functions)

    def _functions(self, at: Node) -> list[Node]:
        return [parent for parent, _ in self._source.parents(at) if is_a(parent, "FunctionDef")]

    def _hidden(self, name: str, own: Import | None, functions: Sequence[Node]) -> bool:
        """Whether another import, local to a function around, makes the name a local there."""
        return any(
            each is not own and each.bound == name and any(each.function is function for function in functions)
            for each in self.every
        )

    def unneeded(self, edits: Sequence[Edit]) -> list[Edit]:
        """The edits that take away imports whose every use the given edits take away."""
        if os.path.basename(self._source.path) == "__init__.py":
            return []
        source = self._source
        removed = [source.offsets(edit) for edit in edits]
        written = {word for edit in edits for word in _WORD.findall(edit.content)}
        gone: list[Import] = []
        for each in self.every:
            uses = self._uses.get(each.bound, [])
            if not uses or each.bound in written or each.bound in self._quoted or not each.at_head:
                continue
            if all(any(start <= use < end for start, end in removed) for use in uses):
                gone.append(each)
        return [
            edit
            for statement in {id(e.statement): e.statement for e in gone}.values()
            for edit in self._without(statement, [e.alias for e in gone if e.statement is statement])
        ]

    def _without(self, statement: Node, aliases: list[Node]) -> Iterator[Edit]:
        source = self._source
        every = list(statement.names)
        line = source.parent(statement)
        comment = line.trailing_whitespace.comment
        if comment is not None and "noqa" in comment.value:
            return
        if len(aliases) == len(every):
            if len(line.body) == 1:
                start = source.line_start(source.start(line))
                yield source.edit(start, source.next_line(source.end(line)), "")
            return
        kept = [number for number, alias in enumerate(every) if not any(alias is other for other in aliases)]
        for number, alias in enumerate(every):
            if number in kept:
                continue
            if number < kept[-1]:
                yield source.edit(source.start(alias), source.start(every[number + 1]), "")
            else:
                yield source.edit(source.end_of_alias(every[number - 1]), source.end_of_alias(alias), "")

    def _bound_by(self, statement: Node) -> Iterator[Import]:
        if not isinstance(statement.names, (list, tuple)):
            return
        around = [parent for parent, _ in self._source.parents(statement)]
        function = next((parent for parent in around if is_a(parent, "FunctionDef")), None)
        # A line, in the module or in the block of a function.
        holder = around[1] if is_a(around[1], "Module") else around[2]
        whole = is_a(statement, "Import")
        prefix = ""
        if not whole:
            prefix = "." * len(statement.relative) + (dotted_name(statement.module) + "." if statement.module else "")
        for alias in statement.names:
            target = prefix + dotted_name(alias.name)
            bound = alias.asname.name.value if alias.asname else target.partition(".")[0] if whole else alias.name.value
            yield Import(statement, alias, bound, target, whole, function, is_a(holder, "Module") or holder is function)

    @cached_property
    def _assigned(self) -> set[str]:
        """Names that something other than an import binds, anywhere in the module."""
        found = set()
        for node in self._source.nodes("Name"):
            for parent, child in self._source.parents(node):
                if is_a(parent, "Tuple", "List", "Element", "StarredElement"):
                    continue
                if (
                    is_a(parent, "AssignTarget", "Del", "AugAssign", "NameItem")
                    or (is_a(parent, "AsName") and not self._in_import(parent))
                    or (is_a(parent, "Param", "FunctionDef", "ClassDef") and child is parent.name)
                    or (is_a(parent, "For", "CompFor", "NamedExpr", "AnnAssign") and child is parent.target)
                ):
                    found.add(node.value)
                break
        return found

    def _in_import(self, node: Node) -> bool:
        return is_a(self._source.parent(node), "ImportAlias")

    @cached_property
    def _uses(self) -> dict[str, list[int]]:
        """The offsets at which names stand that are not attributes, keywords or parts of imports."""
        found: dict[str, list[int]] = {}
        for node in self._source.nodes("Name"):
            if self._source.is_label(node):
                continue
            if any(is_a(around, "ImportAlias", "ImportFrom") for around, _ in self._source.parents(node)):
                continue
            found.setdefault(node.value, []).append(self._source.start(node))
        return found

    @cached_property
    def _quoted(self) -> set[str]:
        """Words of strings that may be annotations, or the list of what the module exports."""
        return {
            word
            for node in self._source.nodes("SimpleString")
            if any(
                is_a(parent, "Annotation", "Subscript") or (is_a(parent, "Assign") and len(node.value) < 60)
                for parent, _ in self._source.parents(node)
            )
            for word in _WORD.findall(node.value)
        }
