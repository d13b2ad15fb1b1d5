"""Outlines of libraries, as Python: the classes and functions that the catalogue names, and what they return."""

from __future__ import annotations

import keyword
from collections.abc import Iterable

from concurrency_lint.catalogue.files import files_of, names_of, stem_for
from concurrency_lint.catalogue.lookup import Catalogue
from concurrency_lint.catalogue.schema import Attribute, Call
from concurrency_lint.catalogue.types import parse_type

_Members = dict[str, "Call | Attribute | None"]


class Outlines:
    """Writes the outlines of modules; nothing of a library itself is read."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._methods: dict[str, frozenset[str]] = {}
        self._members: dict[str, tuple[_Members, dict[str, str]]] = {}

    def methods(self, root: str) -> frozenset[str]:
        """The last names of the methods of a library that block."""
        found = self._methods.get(root)
        if found is None:
            found = self._methods[root] = frozenset(
                name.rpartition(".")[2]
                for name, entry in self._known(root)[0].items()
                if isinstance(entry, Call) and entry.kind is not None and _is_method(name)
            )
        return found

    def text(self, module: str) -> str | None:
        """The outline of a module by its dotted name; None where the catalogue has nothing of it."""
        members, aliases = self._known(module.partition(".")[0])
        below = f"{module}."
        own = {name[len(below) :]: entry for name, entry in members.items() if name.startswith(below)}
        renamed = {name[len(below) :]: of for name, of in aliases.items() if name.startswith(below)}
        if not own and not renamed and self._catalogue.canonical(module) == module:
            return None
        lines = []
        whole = self._catalogue.canonical(module)
        if whole != module:
            lines.append(f"from {whole} import *")
        for name, of in sorted(renamed.items()):
            package, _, last = of.rpartition(".")
            if "." not in name and package and _writable(name) and _writable(last):
                lines.append(f"from {package} import {last} as {name}")
        classes: dict[str, _Members] = {}
        decided: set[str] = set()
        for name, entry in sorted(own.items()):
            first, _, rest = name.partition(".")
            if not _writable(first) or not first.isidentifier():
                continue
            if isinstance(entry, Call) and entry.variants and not rest:
                # What it gives depends on how it is called, and outlines cannot say how.
                decided.add(first)
            if rest or _capital(first):
                if _capital(first):
                    inner = classes.setdefault(first, {})
                    if rest:
                        inner[rest] = entry
            elif isinstance(entry, Call):
                lines += _function(first, entry, "")
            elif isinstance(entry, Attribute):
                lines += _attribute(first, entry, "")
        for name, inner in classes.items():
            if name in decided:
                continue
            lines += self._class(module, name, inner)
        return "\n".join(lines) + "\n"

    def _class(self, module: str, name: str, members: _Members) -> Iterable[str]:
        bases = []
        for base in self._catalogue.bases(f"{module}.{name}"):
            package, _, last = self._catalogue.canonical(base).rpartition(".")
            if package == module:
                bases.append(last)
            elif package:
                yield f"from {package} import {last} as _{last}"
                bases.append(f"_{last}")
        yield f"class {name}({', '.join(bases)}):"
        yield "    pass"
        for member, entry in members.items():
            if "." in member or not member.isidentifier() or not _writable(member):
                continue
            if isinstance(entry, Call):
                yield from _function(member, entry, "    ")
            elif isinstance(entry, Attribute):
                yield from _attribute(member, entry, "    ")

    def _known(self, root: str) -> tuple[_Members, dict[str, str]]:
        """What the catalogue says of a library: its calls and attributes, classes, and other names for them."""
        known = self._members.get(root)
        if known is None:
            members: _Members = {}
            aliases: dict[str, str] = {}
            stem = stem_for(root)
            for file in files_of(stem) if stem is not None else ():
                for class_ in file.class_:
                    members.update(dict.fromkeys(names_of(class_)))
                members.update((entry.name, entry) for entry in file.attribute)
                members.update((name, entry) for entry in file.call for name in names_of(entry))
                aliases.update((entry.name, entry.of) for entry in file.alias)
            known = self._members[root] = (members, aliases)
        return known


def _is_method(name: str) -> bool:
    owner = name.rpartition(".")[0].rpartition(".")[2]
    return _capital(owner)


def _capital(name: str) -> bool:
    return name.lstrip("_")[:1].isupper()


def _writable(name: str) -> bool:
    return not keyword.iskeyword(name) and "*" not in name


def _function(name: str, entry: Call, indent: str) -> list[str]:
    given = "" if entry.returns is None or entry.variants else entry.returns
    signature = f"{indent}def {name}({'self, ' if indent else ''}*args, **kwargs):"
    return [signature, *(f"{indent}    {line}" for line in _made(given, method=bool(indent)))]


def _attribute(name: str, entry: Attribute, indent: str) -> list[str]:
    made = _made(entry.type, method=False)
    if len(made) < 2:
        return []
    return [f"{indent}{made[0]}", f"{indent}{name} = {made[1].removeprefix('return ')}"]


def _made(returns: str, *, method: bool) -> list[str]:
    """A body that returns what a type expression names; where that is not one object, nothing that can be told."""
    if returns:
        expression = parse_type(returns)
        package, _, last = expression.name.rpartition(".")
        if expression.name == "self" and method:
            return ["return self"]
        if package and not expression.arguments and package != "builtins" and _capital(last):
            return [f"from {package} import {last} as _made", "return _made()"]
    return ["return _untold"]
