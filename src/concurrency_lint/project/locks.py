"""Thread locks: which lock an operation takes, who else holds it, and how slow the slowest holder is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.facts.double_checks import AGAIN
from concurrency_lint.facts.model import Deed, FunctionFact, Operation
from concurrency_lint.project.frames import Frame
from concurrency_lint.project.last_names import method_called
from concurrency_lint.project.modules import function_bindings
from concurrency_lint.project.regions import blocks_of, inside
from concurrency_lint.project.sequence import SUSPENDING, after, before
from concurrency_lint.project.values import Function, Instance, ModuleValue

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.graph import Graph
    from concurrency_lint.project.modules import LinkedModule


class Lock(NamedTuple):
    """A lock by where it is kept: an attribute of a class (`owner` its index), or a module-level name (`owner` -1)."""

    module: LinkedModule
    owner: int
    name: str


_ACQUIRE, _RELEASE = "acquire", "release"


class Locks:
    """Knows locks by their places."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._slow: dict[Lock, bool] = {}

    def taken(self, module: LinkedModule, operation: Operation, frame: Frame | None) -> Lock | None:
        """The lock that an operation takes or gives back, where its place is known."""
        return self._place(module, self._subject(module, operation), frame)

    def is_fresh(self, fact: FunctionFact, module: LinkedModule, operation: Operation) -> bool:
        """Whether `lock.acquire()` is the first that the function does with a lock which it has just made."""
        if operation.deed is not Deed.CALL:
            return False
        subject = self._subject(module, operation)
        made = False
        for other in fact.operations:
            if other is operation:
                return made
            if other.deed is Deed.CALL and other.reference == subject:
                made = True
            elif made and self._subject(module, other) == subject:
                return False
        return False

    def held_across_await(self, fact: FunctionFact, module: LinkedModule, operation: Operation) -> bool:
        """Whether the function awaits while it holds the lock that this operation takes."""
        if operation.deed is Deed.ENTER:
            return any(fact.regions[each].awaits for each in blocks_of(fact, operation))
        return any(other.deed in SUSPENDING for other in self.held(fact, module, operation))

    def taken_once(self, fact: FunctionFact, operation: Operation) -> bool:
        """Whether the lock is taken only by who comes first: the function looks before, and once more inside."""
        return operation.deed is Deed.ENTER and any(
            fact.regions[each].test == AGAIN for each in blocks_of(fact, operation)
        )

    def holders(self, lock: Lock) -> list[tuple[Function, list[Operation], bool]]:
        """Functions of the lock's module that hold it: what they do meanwhile, and whether they await."""
        found = []
        for index, fact in enumerate(lock.module.facts.functions):
            function = self._evaluator.make.make(Function, lock.module, index, None)
            for operation in fact.operations:
                takes = operation.deed is Deed.ENTER or self._method(lock.module, operation) == _ACQUIRE
                if takes and self.taken(lock.module, operation, None) == lock:
                    held = self.held(fact, lock.module, operation)
                    awaits = self.held_across_await(fact, lock.module, operation)
                    found.append((function, held, awaits))
        return found

    def is_slow(self, lock: Lock, graph: Graph) -> bool:
        """Whether some holder blocks or awaits while it holds the lock, or takes another lock of which that is true.

        Needs the graph settled for other kinds.
        """
        if lock not in self._slow:
            met, waiting = {lock}, [lock]
            while waiting:
                for function, operations, awaits in self.holders(waiting.pop()):
                    if awaits or graph.blocks(function, operations):
                        self._slow[lock] = True
                        return True
                    for operation in graph.taking(function, operations):
                        inner = self.taken(function.module, operation, None)
                        if inner is not None and inner not in met:
                            met.add(inner)
                            waiting.append(inner)
            self._slow[lock] = False
        return self._slow[lock]

    def held(self, fact: FunctionFact, module: LinkedModule, operation: Operation) -> list[Operation]:
        """The operations between taking the lock and giving it back."""
        if operation.deed is Deed.ENTER:
            return inside(fact, blocks_of(fact, operation))
        subject = self._subject(module, operation)
        held: list[Operation] = []
        for other in after(fact, operation):
            if self._method(module, other) == _RELEASE and self._subject(module, other) == subject:
                break
            held.append(other)
        return held

    def acquired_around(self, fact: FunctionFact, module: LinkedModule, operation: Operation) -> Iterator[int]:
        """The locks (references) that the function has acquired, and not released, when it comes to an operation."""
        for other in before(fact, operation):
            if self._method(module, other) == _ACQUIRE and any(
                each is operation for each in self.held(fact, module, other)
            ):
                yield self._subject(module, other)

    def _subject(self, module: LinkedModule, operation: Operation) -> int:
        """The reference of the lock itself."""
        if operation.deed is not Deed.CALL:
            return operation.reference
        call = module.facts.references[operation.reference]
        assert isinstance(call, model.Call)
        function = module.facts.references[call.function]
        return function.base if isinstance(function, model.Attribute) else call.function

    def _method(self, module: LinkedModule, operation: Operation) -> str:
        if operation.deed is not Deed.CALL:
            return ""
        method = method_called(module, operation.reference)
        return method.name if method is not None else ""

    def _place(self, module: LinkedModule, index: int, frame: Frame | None) -> Lock | None:
        evaluator = self._evaluator
        reference = module.facts.references[index]
        if isinstance(reference, model.Attribute):
            for base in evaluator.values(module, reference.base, frame):
                if isinstance(base, Instance):
                    for ancestor in evaluator.ancestry.of(base.cls):
                        fact = getattr(ancestor, "fact", None)
                        if fact is not None and (reference.name in fact.attributes or reference.name in fact.members):
                            return Lock(ancestor.module, ancestor.index, reference.name)  # type: ignore[union-attr]
                if isinstance(base, ModuleValue) and base.module is not None:
                    return Lock(base.module, -1, reference.name)
        elif isinstance(reference, model.Name):
            if function_bindings(module.facts, reference.scope, reference.name) is None:
                return self._global(module, reference.name)
        elif isinstance(reference, model.Imported) and reference.name:
            target = evaluator.modules.imported(module, reference.level, reference.module)
            if target is not None and target.module is not None:
                return self._global(target.module, reference.name)
        return None

    def _global(self, module: LinkedModule, name: str) -> Lock | None:
        """The module-level name, followed through imports to where the lock is made."""
        for index in module.facts.scopes[0].bindings.get(name, ()):
            if isinstance(module.facts.references[index], model.Imported):
                return self._place(module, index, None)
            return Lock(module, -1, name)
        return None
