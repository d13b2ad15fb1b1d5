"""What the own resolver leaves undecided is put to astroid, where a rule would act on the answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from concurrency_lint.facts import model
from concurrency_lint.project.outlines import Outlines
from concurrency_lint.project.values import (
    UNKNOWN_VALUES,
    Class,
    Constant,
    External,
    ExternalInstance,
    Value,
    Values,
)

if TYPE_CHECKING:
    from concurrency_lint.catalogue.lookup import Catalogue
    from concurrency_lint.facts.model import Operation
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.text import Texts

MOST_QUESTIONS = 200
"""How many questions one module may ask."""
MOST_MODULES = 12
"""How many modules of the project may be read for one question."""
LARGEST_MODULE = 150_000
"""How many characters a module may have."""
MOST_ANSWERS = 8
MOST_KEPT = 60
"""How many trees are kept."""


class Settling:
    """Answers questions about calls, each once.

    astroid sees the text of the project's modules, and outlines of libraries that are made from the catalogue. It is
    kept from looking for anything else, so that it reads nothing outside the project and imports nothing. How far it
    may go is counted and not timed: a finding must not depend on how busy the machine is.
    """

    def __init__(self, evaluator: Evaluator, texts: Texts) -> None:
        self._evaluator, self._texts = evaluator, texts
        self._catalogue: Catalogue = evaluator.catalogue
        self._outlines = Outlines(evaluator.catalogue)
        self._trees: dict[str, Any] = {}
        self._answers: dict[tuple[int, int | str], Values] = {}
        self._asked: dict[LinkedModule, int] = {}
        self._worthwhile: dict[LinkedModule, frozenset[str]] = {}
        self._asking: LinkedModule | None = None
        self._read = 0
        self._cache: dict[str, Any] = {}

    def callees(self, module: LinkedModule, operation: Operation) -> Values:
        """The method that is called, where the catalogue has a blocking one of this name; empty if undecided."""
        call = module.facts.references[operation.reference]
        assert isinstance(call, model.Call)
        function = module.facts.references[call.function]
        if not isinstance(function, model.Attribute) or function.name.startswith("_"):
            return ()
        methods = self._methods(module)
        if function.name not in methods and "*" not in methods:
            return ()
        if not self._within_reach(module, function.base):
            return ()
        return self._evaluator.members.of_all(self._answer(module, operation, ""), function.name)

    def _within_reach(self, module: LinkedModule, index: int) -> bool:
        """Whether astroid can know more: it knows no caller, and nothing of libraries that nobody has described."""
        references = module.facts.references
        while True:
            reference = references[index]
            if isinstance(reference, (model.Attribute, model.Item, model.Element, model.Unpacked, model.Entered)):
                index = reference.base
            elif isinstance(reference, model.Awaited):
                return False
            elif isinstance(reference, model.Call):
                index = reference.function
            elif isinstance(reference, model.Parameter):
                return reference.position == 0 and module.facts.functions[reference.function].owner >= 0
            else:
                values = self._evaluator.values(module, index, None)
                return not any(_of_library(value) for value in values)

    def constants(self, module: LinkedModule, operation: Operation, position: int | None, name: str | None) -> Values:
        """The constants that an argument of a call may be; empty if undecided."""
        found: Values = ()
        if name is not None:
            found = self._answer(module, operation, name)
        if not found and position is not None:
            found = self._answer(module, operation, position)
        return found if all(isinstance(value, Constant) for value in found) else ()

    def _methods(self, module: LinkedModule) -> frozenset[str]:
        """Names of blocking methods of the libraries that a module, or a module that it imports, imports."""
        found = self._worthwhile.get(module)
        if found is None:
            roots: set[str] = set()
            for near in [module, *self._imported(module)]:
                roots |= {reference.module for reference in near.facts.references if type(reference) is model.Imported}
            names = [self._outlines.methods(name.partition(".")[0]) for name in sorted(roots)]
            found = self._worthwhile[module] = frozenset().union(*names)
        return found

    def _imported(self, module: LinkedModule) -> Iterator[LinkedModule]:
        for reference in module.facts.references:
            if type(reference) is model.Imported:
                value = self._evaluator.modules.imported(module, reference.level, reference.module)
                if value is not None and value.module is not None:
                    yield value.module

    def _answer(self, module: LinkedModule, operation: Operation, which: int | str) -> Values:
        key = (id(operation), which)
        known = self._answers.get(key)
        if known is None:
            known = self._answers[key] = self._worked_out(module, operation, which)
        return known

    def _worked_out(self, module: LinkedModule, operation: Operation, which: int | str) -> Values:
        asked = self._asked[module] = self._asked.get(module, 0) + 1
        if asked > MOST_QUESTIONS:
            return ()
        self._asking, self._read = module, 0
        with self._confined() as astroid:
            try:
                tree = self._tree(module, astroid)
                node = self._node(tree, operation, which)
                if node is None:
                    return ()
                found: list[Value] = []
                for inferred in node.infer():
                    value = self._value(inferred, astroid)
                    if value is None or len(found) == MOST_ANSWERS:
                        return ()
                    found.append(value)
            except Exception:
                # Where a library's module is not at hand, astroid's own plug-ins fail in ways of their own.
                return ()
        return tuple(dict.fromkeys(found))

    def _node(self, tree: Any, operation: Operation, which: int | str) -> Any:
        """The receiver of a call, or one of its arguments."""
        end = (operation.end_line, operation.end_column)
        calls = tree.calls_by_end.get(end, ())
        for call in calls:
            if (call.lineno, call.col_offset) != (operation.line, operation.column):
                continue
            if which == "":
                return getattr(call.func, "expr", None)
            if isinstance(which, int):
                return call.args[which] if which < len(call.args) else None
            return next((keyword.value for keyword in call.keywords if keyword.arg == which), None)
        return None

    def _tree(self, module: LinkedModule, astroid: Any) -> Any:
        tree = self._trees.get(module.path)
        if tree is None:
            text = self._texts.of(module.path).text
            if text is None or len(text) > LARGEST_MODULE or self._read >= MOST_MODULES:
                raise astroid.AstroidImportError("too large, or too far away")
            self._read += 1
            if len(self._trees) >= MOST_KEPT:
                self._trees.clear()
                self._cache = {"builtins": self._cache["builtins"]}
                astroid.manager.AstroidManager.brain["astroid_cache"] = self._cache
            name = f"{module.name}.__init__" if module.is_package else module.name
            tree = astroid.builder.AstroidBuilder(astroid.manager.AstroidManager()).string_build(
                text, name, module.path
            )
            tree.calls_by_end = {}
            for call in tree.nodes_of_class(astroid.nodes.Call):
                tree.calls_by_end.setdefault((call.end_lineno, call.end_col_offset), []).append(call)
            self._trees[module.path] = tree
        return tree

    @contextmanager
    def _confined(self) -> Iterator[Any]:
        """astroid, with its modules looked up here and nowhere else, and its memory apart from anybody else's."""
        import astroid
        import astroid.builder
        import astroid.manager

        manager = astroid.manager.AstroidManager
        if not self._cache:
            manager().bootstrap()
            self._cache = {"builtins": manager().builtins_module}
        kept, look_up = dict(manager.brain), manager.ast_from_module_name
        manager.brain["astroid_cache"] = self._cache
        manager.ast_from_module_name = self._found
        try:
            yield astroid
        finally:
            manager.ast_from_module_name = look_up
            manager.brain.update(kept)

    def _found(self, name: str | None, context_file: str | None = None, use_cache: bool = True) -> Any:
        """The module by this name, in place of astroid's own search."""
        import astroid
        import astroid.builder
        import astroid.manager

        assert self._asking is not None
        if not name:
            raise astroid.AstroidImportError("no name")
        if name == "builtins":
            return self._cache["builtins"]
        value = self._evaluator.modules.imported(self._asking, 0, name)
        if value is not None:
            if value.module is None:
                return astroid.builder.build_namespace_package_module(name, [value.folder])
            return self._tree(value.module, astroid)
        known = self._cache.get(name)
        if known is None:
            text = self._outlines.text(name)
            if text is None:
                raise astroid.AstroidImportError("not of the project, and not in the catalogue")
            known = astroid.builder.AstroidBuilder(astroid.manager.AstroidManager()).string_build(text, name)
            self._cache[name] = known
        return known

    def _value(self, inferred: Any, astroid: Any) -> Value | None:
        """What astroid found, as a value; None where that is nothing that can be told."""
        evaluator, nodes = self._evaluator, astroid.nodes
        if isinstance(inferred, nodes.Const):
            value = inferred.value
            if value is None or isinstance(value, (bool, int, float, str)):
                return evaluator.make.make(Constant, type(value).__name__, value)
            return None
        if isinstance(inferred, (nodes.Dict, nodes.List, nodes.Tuple, nodes.Set)):
            kind = type(inferred).__name__.lower()
            return evaluator.container(kind, UNKNOWN_VALUES, None, (UNKNOWN_VALUES,) if kind == "dict" else ())
        if isinstance(inferred, nodes.Module):
            return self._module(inferred)
        if isinstance(inferred, nodes.ClassDef):
            cls = self._class(inferred)
            return evaluator.external(inferred.qname()) if cls is None and self._is_outline(inferred) else cls
        if isinstance(inferred, astroid.Instance) and type(inferred) is astroid.Instance:
            definition = inferred._proxied
            cls = self._class(definition)
            if cls is not None:
                return evaluator.instance(cls, exact=True)
            return evaluator.external_instance(definition.qname()) if self._is_outline(definition) else None
        return None

    def _module(self, tree: Any) -> Value | None:
        if tree.file and tree.file in self._trees:
            module = self._evaluator.modules.at(tree.file)
            return self._evaluator.modules.imported(module, 0, module.name) if module is not None else None
        return self._evaluator.external(tree.name) if self._is_outline(tree) else None

    def _class(self, definition: Any) -> Class | None:
        file = definition.root().file
        module = self._evaluator.modules.at(file) if file in self._trees else None
        if module is None:
            return None
        for index, fact in enumerate(module.facts.classes):
            if fact.name == definition.name and fact.line == definition.lineno:
                return self._evaluator.make.make(Class, module, index, None)
        return None

    def _is_outline(self, node: Any) -> bool:
        return self._cache.get(node.root().name) is node.root() and node.root().name != "builtins"


def _of_library(value: Value) -> bool:
    return isinstance(value, (External, ExternalInstance)) and not value.name.startswith("builtins.")
