"""Obstacles: what the functions below a call do that keeps it from being made in another thread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from concurrency_lint.catalogue.files import file_for
from concurrency_lint.facts import model
from concurrency_lint.facts.model import UNKNOWN, Deed
from concurrency_lint.project.below import below
from concurrency_lint.project.graph import Graph
from concurrency_lint.project.values import Bound, Class, External, ExternalInstance, Function

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

_MOST_NAMES = 8
_LOCAL = "local"
_NAMED = (model.Attribute, model.Imported, model.Name)
RUNS_A_LOOP = "it runs an event loop of its own; make what it calls awaitable"
HOLDS_THE_LOCK = "it holds the interpreter lock, so that a thread would not help; send it to another process"


class Obstacles:
    """Judges functions; what is found out about each is remembered."""

    def __init__(self, evaluator: Evaluator, graph: Graph) -> None:
        self._evaluator, self._graph = evaluator, graph
        self._obstacles: dict[Function, str] = {}
        self._own: dict[Function, str] = {}
        self._loop_modules: dict[str, bool] = {}
        self._local_modules: dict[str, bool] = {}
        self._interrupted: dict[str, bool] = {}

    def of(self, start: Function) -> str:
        """What the functions below a call do that they can do in the event loop's thread only."""
        if start not in self._obstacles:
            self._obstacles[start] = next(filter(None, map(self._known_obstacle, below(self._graph, start))), "")
        return self._obstacles[start]

    def _known_obstacle(self, function: Function) -> str:
        if function not in self._own:
            self._own[function] = self._own_obstacle(function)
        return self._own[function]

    def _own_obstacle(self, function: Function) -> str:
        symbol = function.fact.symbol
        if self._catches_interrupts(function):
            return f"`{symbol}` waits for Ctrl-C, which Python tells its main thread of only"
        if self._graph.knows(function):
            for site in self._graph.node(function).sites:
                for hit in site.effects.hits:
                    bound = thread_bound(hit.name)
                    if bound and not self._made_here(function, site.operation.reference):
                        return f"`{symbol}` uses `{bound}`, which belongs to its thread; give it one of its own"
                    if hit.entry.kind == "event-loop":
                        return RUNS_A_LOOP
                    if hit.entry.possible_fix == "process" and hit.entry.cost == "long":
                        return HOLDS_THE_LOCK
        if self._mentions_locals(function.module) and (bound := self._reads_local(function)):
            return f"`{symbol}` uses `{bound}`, which is another one in each thread"
        if not self._knows_a_loop(function.module):
            return ""
        references = function.module.facts.references
        for operation in function.fact.operations:
            call = references[operation.reference]
            if operation.deed is Deed.CALL and isinstance(call, model.Call):
                for value in self._evaluator.values(function.module, call.function, function.frame):
                    called = value.function if isinstance(value, Bound) else value
                    line = self._evaluator.ancestry.of(called) if isinstance(called, Class) else (called,)
                    name = next(
                        (each.name for each in line if isinstance(each, External) and _needs_task(each.name)), ""
                    )
                    if name:
                        return f"`{symbol}` calls `{name}`, which needs the event loop's thread"
        return ""

    def _reads_local(self, function: Function) -> str:
        """The class of an object that a function reads and that has other attributes in each thread."""
        references = function.module.facts.references
        for operation in function.fact.operations:
            reference = references[operation.reference]
            if operation.deed in (Deed.READ, Deed.WRITE) and isinstance(reference, model.Attribute):
                for name in self._names(function, reference.base):
                    file = file_for(name)
                    if file is not None and name in file.thread_bound:
                        return name
        return ""

    def _made_here(self, function: Function, index: int, depth: int = 0) -> bool:
        """Whether the object that is used is made in the function, and so in the thread that uses it."""
        module = function.module
        references = module.facts.references
        called = False
        for _ in range(len(references)):
            reference = references[index]
            if isinstance(reference, model.Call):
                index, called = reference.function, True
            elif isinstance(reference, (model.Attribute, model.Entered, model.Item, model.Awaited, model.Declared)):
                entered = isinstance(reference, (model.Entered, model.Awaited))
                index = reference.value if isinstance(reference, model.Declared) else reference.base
                called = called and entered
            else:
                break
            if index == UNKNOWN:
                return False
        reference = references[index]
        if isinstance(reference, model.Name):
            scope = module.facts.scopes[reference.scope]
            if scope.kind != "function" or depth > _MOST_NAMES:
                return False
            bound = scope.bindings.get(reference.name, ())
            return bool(bound) and all(self._made_here(function, each, depth + 1) for each in bound)
        if not isinstance(reference, (model.Imported, model.ClassHere)):
            return False
        # An object of another module is shared, but what it gives when it is called is new.
        shared = any(isinstance(value, ExternalInstance) for value in self._evaluator.values(module, index, None))
        return called or not shared

    def _knows_a_loop(self, module: LinkedModule) -> bool:
        if module.path not in self._loop_modules:
            self._loop_modules[module.path] = any(
                isinstance(reference, model.Imported) and _needs_task(reference.module or reference.name, begins=True)
                for reference in module.facts.references
            )
        return self._loop_modules[module.path]

    def _catches_interrupts(self, function: Function) -> bool:
        """Whether a function has a handler, in a module that names the exception of Ctrl-C."""
        if not any(region.kind is model.RegionKind.HANDLER for region in function.fact.regions):
            return False
        module = function.module
        if module.path not in self._interrupted:
            self._interrupted[module.path] = any(
                isinstance(reference, model.Name) and reference.name == "KeyboardInterrupt"
                for reference in module.facts.references
            )
        return self._interrupted[module.path]

    def _mentions_locals(self, module: LinkedModule) -> bool:
        """Whether a module is likely to use objects that belong to threads: none of its names says so otherwise."""
        if module.path not in self._local_modules:
            self._local_modules[module.path] = any(
                isinstance(reference, _NAMED) and _LOCAL in reference.name.lower()
                for reference in module.facts.references
            )
        return self._local_modules[module.path]

    def _names(self, function: Function, index: int) -> Iterator[str]:
        """The classes of the library objects that an expression may be."""
        for value in self._evaluator.values(function.module, index, function.frame):
            if isinstance(value, ExternalInstance):
                yield value.name


def _needs_task(name: str, *, begins: bool = False) -> bool:
    """Whether a call does something with the running loop or task; or whether such names can begin with `name`."""
    file = file_for(name)
    if file is None:
        return False
    return file.runtime is not None or (bool(file.task_bound) if begins else name in file.task_bound)


def thread_bound(name: str) -> str:
    """`name`, where it is of a class whose objects do not leave their thread."""
    file = file_for(name)
    return name if file is not None and name.startswith(file.thread_bound) else ""


def for_a_loop(name: str) -> bool:
    """Whether a library's class is of the part of it that is named after a library with an event loop."""
    inner = (file_for(part) for part in name.split(".")[1:-1])
    return any(file is not None and file.runtime is not None for file in inner)
