"""Where modules stand: source roots, imports to files, and files to linked modules."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cached_property

from concurrency_lint.catalogue.lookup import Catalogue
from concurrency_lint.config import Settings
from concurrency_lint.environments import site_packages
from concurrency_lint.facts.model import (
    ClassHere,
    Const,
    FunctionHere,
    Imported,
    ModuleFacts,
    Name,
    Parameter,
    Reference,
)
from concurrency_lint.project.frames import Frame, Unfinished
from concurrency_lint.project.values import ModuleValue, Values
from concurrency_lint.project.workspace import Workspace

Needs = frozenset[tuple[int, int]] | None
_NOT_YET: Needs = frozenset({(-1, -1)})
_TEST_FOLDERS = {"tests", "test", "testing"}


class LinkedModule:
    """One module's facts in their place, and what linking has worked out about its expressions so far."""

    def __init__(self, path: str, name: str, facts: ModuleFacts, root: str) -> None:
        self.path, self.name, self.facts = path, name, facts
        self._inside = os.path.relpath(path, root)
        self.folder = os.path.dirname(path)
        self.is_package = os.path.basename(path).startswith("__init__.py")
        self.values: list[Values | Unfinished | None] = [None] * len(facts.references)
        """What each reference may be, where that is the same in every call; frames know what it may be in theirs."""
        self.annotated: dict[int, Values] = {}
        """What something annotated with a reference may be."""
        self._needs: list[Needs] = [_NOT_YET] * len(facts.references)
        self._shared_needs: dict[frozenset[tuple[int, int]], frozenset[tuple[int, int]]] = {}

    def __repr__(self) -> str:
        return f"<module {self.name}>"

    @cached_property
    def is_test(self) -> bool:
        """Whether it holds tests or their doubles, by the names that test runners and people use."""
        parts = self._inside.split(os.sep)
        stem = parts[-1].removesuffix(".py")
        return (
            stem.startswith("test_")
            or stem.endswith(("_test", "_tests"))
            or stem in ("conftest", "test", "tests")
            or not _TEST_FOLDERS.isdisjoint(parts[:-1])
        )

    def symbol(self, function: int) -> str:
        """The dotted name of a function, or of the module for its body."""
        own: str = self.facts.functions[function].symbol
        return f"{self.name}.{own}" if own else self.name

    def narrowed(self, frame: Frame, index: int) -> Frame | None:
        """What of a frame a reference depends on: calls that differ only elsewhere share its values."""
        if frame.module is not self:
            return None
        needed = self._needs[index]
        if needed is _NOT_YET:
            needed = self._needed(index)
        if needed is None:
            return frame
        return frame.restricted(needed) if needed else None

    def needs(self, index: int) -> Needs:
        """The parameters (function and position) that a reference depends on; None where it may be any."""
        needed = self._needs[index]
        return self._needed(index) if needed is _NOT_YET else needed

    def _needed(self, index: int) -> Needs:
        self._needs[index] = frozenset()
        needed = self._needs[index] = self._worked_out(self.facts.references[index])
        return needed

    def _worked_out(self, reference: Reference) -> Needs:
        facts = self.facts
        if isinstance(reference, Parameter):
            return frozenset(((reference.function, reference.position),))
        if isinstance(reference, Name):
            if reference.scope > 0 and facts.scopes[reference.scope].kind == "function":
                return self._all_needed(function_bindings(facts, reference.scope, reference.name) or [])
            return frozenset()
        if isinstance(reference, FunctionHere):
            return None if facts.functions[reference.function].enclosing else frozenset()
        if isinstance(reference, ClassHere):
            return None if facts.classes[reference.class_].enclosing else frozenset()
        return self._all_needed(_children(reference))

    def _all_needed(self, indices: list[int]) -> Needs:
        needed: set[tuple[int, int]] = set()
        for index in indices:
            one = self._needs[index]
            if one is _NOT_YET:
                one = self._needed(index)
            if one is None:
                return None
            needed |= one
        found = frozenset(needed)
        return self._shared_needs.setdefault(found, found)


def function_bindings(facts: ModuleFacts, scope_index: int, name: str) -> list[int] | None:
    """The bindings of a name in the function and class scopes around it; None for a module-level name."""
    scopes = facts.scopes
    index = scope_index
    while index > 0:
        scope = scopes[index]
        if name in scope.global_names:
            return None
        if (scope.kind == "function" or index == scope_index) and name in scope.bindings:
            return scope.bindings[name]
        index = scope.parent
    return None


def _children(reference: Reference) -> list[int]:
    children: list[int] = []
    if isinstance(reference, (Const, Imported)):
        return children
    for field in reference.__struct_fields__:
        value = getattr(reference, field)
        if type(value) is int and field not in ("position", "level", "scope"):
            children.append(value)
        elif isinstance(value, tuple):
            children.extend(item if isinstance(item, int) else item[1] for item in value)
    return children


class Modules:
    """The modules of one project, found by import name or path, each read once."""

    def __init__(self, settings: Settings, catalogue: Catalogue, read: Callable[[str], ModuleFacts | None]) -> None:
        self._root = str(settings.root)
        self._roots = source_roots(settings)
        self._workspace = Workspace(self._root, self._listing)
        self._environment = site_packages(settings.python) if settings.python else []
        self._catalogue = catalogue
        self._read = read
        self._by_path: dict[str, LinkedModule | None] = {}
        self._folders: dict[str, frozenset[str]] = {}
        self._found: dict[tuple[str, str], ModuleValue | None] = {}
        self._values: dict[tuple[LinkedModule | None, str], ModuleValue] = {}

    def at(self, path: str) -> LinkedModule | None:
        """The module in this file, or None where the file cannot be read or parsed."""
        if path not in self._by_path:
            facts = self._read(path)
            self._by_path[path] = None if facts is None else self.add(path, facts)
        return self._by_path[path]

    def add(self, path: str, facts: ModuleFacts) -> LinkedModule:
        """Put facts at hand into the project, in place of what is on disk."""
        module = self._by_path[path] = LinkedModule(path, self.name_of(path), facts, self._root)
        return module

    def imported(self, importer: LinkedModule, level: int, dotted: str) -> ModuleValue | None:
        """The project's module that an import names, or None for a library's."""
        if level:
            folder = importer.folder
            for _ in range(level - 1):
                folder = os.path.dirname(folder)
            return self._below(folder, dotted) if dotted else self._folder_value(folder)
        key = (importer.folder, dotted)
        if key not in self._found:
            self._found[key] = self._search(importer.folder, dotted)
        return self._found[key]

    def submodule(self, package: ModuleValue, name: str) -> ModuleValue | None:
        """A module inside a package or a namespace folder."""
        if package.module is not None and not package.module.is_package:
            return None
        return self._below(package.folder, name)

    def name_of(self, path: str) -> str:
        """The dotted name that a file's module is known by."""
        folder = os.path.dirname(path)
        base = folder
        while self._has(base, "__init__.py") and base != os.path.dirname(base):
            base = os.path.dirname(base)
        if base == folder:
            containing = [root for root in self._roots if folder == root or folder.startswith(root + os.sep)]
            base = max(containing, key=len, default=folder)
        relative = os.path.relpath(path, base)
        parts = relative.rsplit(".", 1)[0].split(os.sep)
        if parts[-1] == "__init__" and len(parts) > 1:
            parts.pop()
        return ".".join(parts)

    def _search(self, folder: str, dotted: str) -> ModuleValue | None:
        top = dotted.partition(".")[0]
        shadowable = top in sys.stdlib_module_names or self._catalogue.knows_library(top)
        for root in self._roots_for(folder):
            if shadowable and root not in self._roots:
                continue
            found = self._below(root, dotted)
            if found is not None and (found.module is not None or self._holds_modules(found.folder)):
                return found
        if not shadowable and (beside := self._workspace.find(dotted, self._below)) is not None:
            return beside
        for folder in () if shadowable else self._environment:
            found = self._below(folder, dotted)
            if found is not None and found.module is not None:
                return found
        return None

    def _roots_for(self, folder: str) -> list[str]:
        """Folders from which absolute imports of a module in `folder` are found, nearest first."""
        roots = []
        while len(folder) >= len(self._root) and folder.startswith(self._root):
            if not self._has(folder, "__init__.py"):
                roots.append(folder)
            if folder == self._root:
                break
            folder = os.path.dirname(folder)
        if not roots:
            while self._has(folder, "__init__.py") and folder != os.path.dirname(folder):
                folder = os.path.dirname(folder)
            roots.append(folder)
        return list(dict.fromkeys([*roots, *self._roots]))

    def _below(self, folder: str, dotted: str) -> ModuleValue | None:
        *parents, last = dotted.split(".")
        for part in parents:
            if part not in self._listing(folder):
                return None
            folder = os.path.join(folder, part)
        listing = self._listing(folder)
        if last in listing:
            package = os.path.join(folder, last)
            inner = self._listing(package)
            if "__init__.py" in inner:
                return self._value(os.path.join(package, "__init__.py"), package)
        for ending in (".py", ".pyi"):
            if last + ending in listing:
                return self._value(os.path.join(folder, last + ending), folder)
        if last in listing:
            package = os.path.join(folder, last)
            if "__init__.pyi" in self._listing(package):
                return self._value(os.path.join(package, "__init__.pyi"), package)
            if self._listing(package):
                return self._folder_value(package)
        return None

    def _value(self, path: str, folder: str) -> ModuleValue | None:
        module = self.at(path)
        if module is None:
            return None
        return self._made(module, folder)

    def _folder_value(self, folder: str) -> ModuleValue:
        initial = os.path.join(folder, "__init__.py")
        module = self.at(initial) if self._has(folder, "__init__.py") else None
        return self._made(module, folder)

    def _made(self, module: LinkedModule | None, folder: str) -> ModuleValue:
        key = (module, folder)
        value = self._values.get(key)
        if value is None:
            value = self._values[key] = ModuleValue(module, folder)
        return value

    def _holds_modules(self, folder: str) -> bool:
        return any(
            name.endswith((".py", ".pyi"))
            or ("." not in name and any(inner.endswith(".py") for inner in self._listing(os.path.join(folder, name))))
            for name in self._listing(folder)
        )

    def _has(self, folder: str, name: str) -> bool:
        return name in self._listing(folder)

    def _listing(self, folder: str) -> frozenset[str]:
        listing = self._folders.get(folder)
        if listing is None:
            try:
                listing = frozenset(os.listdir(folder))
            except OSError:
                listing = frozenset()
            self._folders[folder] = listing
        return listing


def source_roots(settings: Settings) -> list[str]:
    """The folders of the `src` setting that exist, absolute."""
    found = [os.path.normpath(os.path.join(settings.root, entry)) for entry in settings.src]
    return [folder for folder in dict.fromkeys(found) if os.path.isdir(folder)]
