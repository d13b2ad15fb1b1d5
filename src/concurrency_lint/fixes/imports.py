"""The one door for imports: what a dotted name is called in a module, what to import for it, and what is left over."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from concurrency_lint.findings import Edit
from concurrency_lint.fixes.source import Node, Source, is_a

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
        functions = [parent for parent, _ in self._source.parents(at) if is_a(parent, "FunctionDef")]
        root = dotted.partition(".")[0]
        for each in self.every:
            visible = each.function is None or (
                any(each.function is function for function in functions)
                and self._source.start(each.statement) < self._source.start(at)
            )
            if not each.at_head or not visible or each.bound in self._assigned:
                continue
            if any(other.bound == each.bound and other.target != each.target for other in self.every):
                continue
            reached = each.target.partition(".")[0] if each.whole and each.bound in each.target else each.target
            matches = dotted == reached or dotted.startswith(f"{reached}.")
            if matches and not self._hidden(each.bound, each, functions):
                return each.bound + dotted[len(reached) :], ""
        taken = root in self._assigned or any(each.bound == root and each.target != root for each in self.every)
        if taken or self._hidden(root, None, functions):
            raise NameTakenError(root)
        return dotted, root

    def _hidden(self, name: str, own: Import | None, functions: Sequence[Node]) -> bool:
        """Whether another import, local to a function around, makes the name a local there."""
        return any(
            each is not own and each.bound == name and any(each.function is function for function in functions)
            for each in self.every
        )

    def adding(self, roots: Iterable[str]) -> list[Edit]:
        """The edits that import these modules, in the order that isort gives."""
        lines: dict[int, list[str]] = {}
        for root in sorted(set(roots)):
            offset, before, after = self._place(root)
            lines.setdefault(offset, []).append(f"{before}import {root}\n{after}")
        return [self._source.edit(offset, offset, _joined(texts)) for offset, texts in lines.items()]

    def _place(self, root: str) -> tuple[int, str, str]:
        source = self._source
        head, after_docstring = self._head()
        own = _section(root)
        offset, before, after = after_docstring, "", "\n"
        if head:
            # Comments above the first import belong to the file rather than to it.
            offset = source.line_start(source.start(head[0][0]))
        for statement, section, order in head:
            start, end = source.start(statement), source.next_line(source.end(statement))
            if section < own:
                offset, before, after = end, "\n", ""
            elif section == own and order < (0, root):
                offset, before, after = end, "", ""
            elif section == own and (before or after or offset > start):
                offset, before, after = source.line_start(start), "", ""
                break
            elif section > own or section == own:
                break
        if offset == after_docstring and not head and source.text[after_docstring:].strip() and after_docstring:
            before = "\n"
            after = ""
        if offset == len(source.text) and source.text and not source.text.endswith(("\n", "\r")):
            before = "\n" + before
        return offset, before, after

    def _head(self) -> tuple[list[tuple[Node, int, tuple[int, str]]], int]:
        """The imports that the module begins with, each with its section and rank, and where a first one would go."""
        source = self._source
        found: list[tuple[Node, int, tuple[int, str]]] = []
        after_docstring = 0
        for number, line in enumerate(source.tree.body):
            small = line.body[0] if is_a(line, "SimpleStatementLine") else None
            if small is not None and is_a(small, "Import", "ImportFrom"):
                plain = is_a(small, "Import")
                if plain:
                    name = _dotted(small.names[0].name)
                else:
                    name = "." * len(small.relative) + (_dotted(small.module) if small.module else "")
                found.append((line, _section(name), (0 if plain else 1, name)))
            elif number == 0 and small is not None and is_a(small, "Expr") and is_a(small.value, *_STRINGS):
                after_docstring = source.next_line(source.end(line))
            else:
                if not found and number == 0:
                    after_docstring = source.line_start(source.start(line))
                break
        return found, after_docstring

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
                yield source.edit(
                    source.end(
                        every[number - 1].name if every[number - 1].asname is None else every[number - 1].asname.name
                    ),
                    self._alias_end(alias),
                    "",
                )

    def _alias_end(self, alias: Node) -> int:
        return self._source.end(alias.name if alias.asname is None else alias.asname.name)

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
            prefix = "." * len(statement.relative) + (_dotted(statement.module) + "." if statement.module else "")
        for alias in statement.names:
            target = prefix + _dotted(alias.name)
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
            parent = self._source.parent(node)
            if is_a(parent, "Attribute") and parent.attr is node:
                continue
            if is_a(parent, "Arg") and parent.keyword is node:
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


_STRINGS = ("SimpleString", "ConcatenatedString")


def _dotted(node: Node) -> str:
    return f"{_dotted(node.value)}.{node.attr.value}" if is_a(node, "Attribute") else node.value


def _section(module: str) -> int:
    """The place of a module's section among the imports: the future, Python's own, libraries, relative ones."""
    root = module.partition(".")[0]
    if root == "__future__":
        return 0
    if module.startswith("."):
        return 3
    return 1 if root in sys.stdlib_module_names else 2


def _joined(texts: Sequence[str]) -> str:
    """Several imports at one place, with one empty line before and after them."""
    before = "\n" if any(text.startswith("\n") for text in texts) else ""
    after = "\n" if any(text.endswith("\n\n") for text in texts) else ""
    return before + "".join(text.strip("\n") + "\n" for text in texts) + after
