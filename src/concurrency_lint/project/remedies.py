"""What could be done about a blocking call, as far as the project tells: which fixer, or why there can be none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from concurrency_lint.catalogue.files import load_file, stem_for
from concurrency_lint.facts import model
from concurrency_lint.facts.model import UNKNOWN, Deed, Operation, RegionKind
from concurrency_lint.findings import FixRequest
from concurrency_lint.project.graph import Graph, Hop
from concurrency_lint.project.sites import Hit
from concurrency_lint.project.values import Bound, Constant, External, ExternalInstance, Function

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

_MOST_FUNCTIONS = 300
"""Beyond so many functions below a call, what it does is taken to be unknown."""
_MOST_NAMES = 8
_NOT_IN_A_COROUTINE = "it stands in a plain function, which cannot await; make it a coroutine function"
_NO_CALL = (
    "it blocks in a `with`, a `for` or an attribute, not in a call; move the block into a function and offload that"
)
_AWAITED = "its result is awaited, so it needs the event loop's thread"
_PROCESS = "it holds the interpreter lock, so that a thread would not help; send it to another process"
_NONE = "it belongs to its thread, or to what is done before and after it; offload all of that together"
_ENTERED = "it opens a `with`, whose end waits on the event loop, too; move the block into a function and offload that"
_HELD = "it runs while `{}` is held, which an `await` must not be; move it out of the `with`"
_ENTERED_ASYNC = "what it makes is entered on the event loop, and may have to be made there"
_LOOP = "it runs an event loop of its own; make what it calls awaitable"


_PLAIN = ("builtins.str", "builtins.bytes", "builtins.int", "builtins.float", "builtins.bool")


class Remedies:
    """Judges findings one by one; what functions do below a call is remembered."""

    def __init__(self, evaluator: Evaluator, graph: Graph) -> None:
        self._evaluator, self._graph = evaluator, graph
        self._obstacles: dict[Function, str] = {}
        self._loop_modules: dict[str, bool] = {}

    def of(self, function: Function, operation: Operation, hops: list[Hop], hit: Hit) -> FixRequest:
        """The fix of a blocking call that `hops` lead to from `operation` in `function`."""
        direct = len(hops) == 1
        if not function.fact.asynchronous:
            return FixRequest(refusal=_NOT_IN_A_COROUTINE)
        if operation.deed is not Deed.CALL:
            return FixRequest(refusal=_NO_CALL)
        if operation.awaited:
            return FixRequest(refusal=_AWAITED)
        if direct and (fix := self._in_place(function, operation, hit)):
            return fix
        refusal = self._refusal(function, operation, hops, hit)
        if refusal:
            return FixRequest(refusal=refusal)
        where = "process" if hit.entry.possible_fix == "process" else "thread"
        return FixRequest(fixer="offload", data={"sink": hit.name, "where": where})

    def _in_place(self, function: Function, operation: Operation, hit: Hit) -> FixRequest | None:
        """The fix that awaits something else on the loop; None where there is no such thing."""
        possible = hit.entry.possible_fix
        if possible not in ("await", "argument", "file"):
            return None
        if held := self._held(function, operation):
            return FixRequest(refusal=_HELD.format(held))
        if possible == "await":
            return FixRequest(fixer="await", data={"awaitable": hit.entry.awaitable, "kind": str(hit.entry.kind)})
        if possible == "file" and not self._is_used_in_place(function, operation):
            return FixRequest(refusal=_NONE)
        return FixRequest(fixer=possible)

    def _is_used_in_place(self, function: Function, operation: Operation) -> bool:
        """Whether a file is opened in a `with`, or read where it is opened."""
        reads = any(
            isinstance(reference, model.Attribute) and reference.base == operation.reference
            for reference in function.module.facts.references
        )
        return reads or self._is_entered(function, operation)

    def _is_entered(self, function: Function, operation: Operation, deed: Deed = Deed.ENTER) -> bool:
        return any(each.deed is deed and each.reference == operation.reference for each in function.fact.operations)

    def _refusal(self, function: Function, operation: Operation, hops: list[Hop], hit: Hit) -> str:
        target = hops[0].target
        if hit.entry.kind == "event-loop":
            return _LOOP
        if hit.entry.possible_fix == "process" and not self._can_be_sent(function, operation, hops, hit):
            return _PROCESS
        if isinstance(target, Hit):
            if target.entry.possible_fix not in ("thread", "process"):
                return _NONE
            if bound := _thread_bound(target.name):
                return _belongs(bound)
        if self._is_entered(function, operation):
            return _ENTERED
        if self._is_entered(function, operation, Deed.ENTER_ASYNC):
            return _ENTERED_ASYNC
        if held := self._held(function, operation):
            return _HELD.format(held)
        if bound := next(filter(None, map(_thread_bound, self._given(function, operation))), ""):
            return _belongs(bound)
        return self._obstacle(target) if isinstance(target, Function) else ""

    def _can_be_sent(self, function: Function, operation: Operation, hops: list[Hop], hit: Hit) -> bool:
        """Whether a library's function, its arguments and its result can go to another process and back."""
        call = function.module.facts.references[operation.reference]
        if len(hops) > 1 or hit.entry.fix != "process" or not isinstance(call, model.Call):
            return False
        for place in (*call.arguments, *(value for _, value in call.keywords)):
            values = self._evaluator.values(function.module, self._annotation(function.module, place), function.frame)
            if not values or not all(_is_plain(value) for value in values):
                return False
        return True

    def _annotation(self, module: LinkedModule, place: int) -> int:
        """What a parameter is said to be; anything else itself."""
        reference = module.facts.references[place]
        if isinstance(reference, model.Parameter):
            held = module.facts.functions[reference.function].parameters[reference.position]
            return held.annotation or place
        return place

    def _held(self, function: Function, operation: Operation) -> str:
        """The lock, session or transaction in whose `with` an operation stands."""
        index = operation.region
        while index >= 0:
            region = function.fact.regions[index]
            if region.kind is RegionKind.WITH:
                for name in self._names(function.module, region.subject, function):
                    entered = self._evaluator.catalogue.call(f"{name}.__enter__")
                    if _thread_bound(name) or (entered is not None and entered[1].kind == "lock"):
                        return name
            index = region.parent
        return ""

    def _given(self, function: Function, operation: Operation) -> Iterator[str]:
        """The classes of what a call is made on and given."""
        references = function.module.facts.references
        call = references[operation.reference]
        if not isinstance(call, model.Call):
            return
        called = references[call.function]
        places = [*call.arguments, *(value for _, value in call.keywords)]
        if isinstance(called, model.Attribute):
            places.append(called.base)
        for place in places:
            yield from self._names(function.module, place, function)

    def _names(self, module: LinkedModule, index: int, function: Function) -> Iterator[str]:
        for value in self._evaluator.values(module, index, function.frame):
            if isinstance(value, (ExternalInstance, External)):
                yield value.name

    def _obstacle(self, start: Function) -> str:
        """What the functions below a call do that they can do in the event loop's thread only."""
        if start not in self._obstacles:
            self._obstacles[start] = next(filter(None, map(self._own_obstacle, self._below(start))), "")
        return self._obstacles[start]

    def _below(self, start: Function) -> Iterable[Function]:
        found = {start: None}
        waiting = [start]
        while waiting and len(found) <= _MOST_FUNCTIONS:
            here = waiting.pop()
            for site in self._graph.node(here).sites if self._graph.knows(here) else ():
                for function in site.effects.runs:
                    if function not in found:
                        found[function] = None
                        waiting.append(function)
        return found

    def _own_obstacle(self, function: Function) -> str:
        symbol = function.fact.symbol
        if self._graph.knows(function):
            for site in self._graph.node(function).sites:
                for hit in site.effects.hits:
                    bound = _thread_bound(hit.name)
                    if bound and not self._made_here(function, site.operation.reference):
                        return f"`{symbol}` uses `{bound}`, which belongs to its thread; give it one of its own"
                    if hit.entry.kind == "event-loop":
                        return _LOOP
                    if hit.entry.possible_fix == "process" and hit.entry.cost == "long":
                        return _PROCESS
        if not self._knows_a_loop(function.module):
            return ""
        references = function.module.facts.references
        for operation in function.fact.operations:
            call = references[operation.reference]
            if operation.deed is Deed.CALL and isinstance(call, model.Call):
                for value in self._evaluator.values(function.module, call.function, function.frame):
                    called = value.function if isinstance(value, Bound) else value
                    name = getattr(called, "name", "")
                    if isinstance(name, str) and _needs_task(name):
                        return f"`{symbol}` calls `{name}`, which needs the event loop's thread"
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


def _needs_task(name: str, *, begins: bool = False) -> bool:
    """Whether a call does something with the running loop or task; or whether such names can begin with `name`."""
    stem = stem_for(name)
    if stem is None:
        return False
    file = load_file(stem)
    return file.runtime is not None or (bool(file.task_bound) if begins else name in file.task_bound)


def _thread_bound(name: str) -> str:
    """`name`, where it is of a class whose objects do not leave their thread."""
    stem = stem_for(name)
    return name if stem is not None and name.startswith(load_file(stem).thread_bound or ("\0",)) else ""


def _is_plain(value: object) -> bool:
    """Whether a value is surely one that can be pickled; or is the class of such."""
    if isinstance(value, (External, ExternalInstance)):
        return value.name in _PLAIN
    return isinstance(value, Constant)


def _belongs(name: str) -> str:
    return f"`{name}` belongs to its thread, or to its transaction; use the asynchronous client"
