"""What could be done about a blocking call, as far as the project tells: which fixer, or why there can be none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation, RegionKind
from concurrency_lint.findings import FixRequest
from concurrency_lint.project.call_names import IN_ORDER, maybe_awaited, tells_a_log
from concurrency_lint.project.file_runs import why_one_run
from concurrency_lint.project.graph import Graph, Hop
from concurrency_lint.project.in_one_step import why_one_step
from concurrency_lint.project.interleaving import changed_by_both, keeps_in_module, made_once, read_and_set
from concurrency_lint.project.last_names import method_called
from concurrency_lint.project.locks import Locks
from concurrency_lint.project.obstacles import HOLDS_THE_LOCK, RUNS_A_LOOP, Obstacles, for_a_loop, thread_bound
from concurrency_lint.project.outside_changes import OutsideChanges
from concurrency_lint.project.overtaking import why_in_order
from concurrency_lint.project.regions import regions_around, stands_in
from concurrency_lint.project.roots import lock_around
from concurrency_lint.project.sharing import Sharing
from concurrency_lint.project.sites import Hit
from concurrency_lint.project.undoing import why_not_parted
from concurrency_lint.project.values import Bound, Class, Constant, External, ExternalInstance, Function, Instance

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

_NOT_IN_A_COROUTINE = "it stands in a plain function, which cannot await; make it a coroutine function"
_NO_CALL = (
    "it blocks in a `with`, a `for` or an attribute, not in a call; move the block into a function and offload that"
)
_AWAITED = "its result is awaited, so it needs the event loop's thread"
_NONE = "it belongs to its thread, or to what is done before and after it; offload all of that together"
_ENTERED = "it opens a `with`, whose end waits on the event loop, too; move the block into a function and offload that"
_HELD = "it runs while `{}` is held, which an `await` must not be; move it out of the `with`"
_ENTERED_ASYNC = "what it makes is entered on the event loop, and may have to be made there"
_BOTH_KINDS = "what is called may be a coroutine function, too, which belongs on the event loop"
_SHARED = "the coroutine changes `self.{}` itself, and other code would see that half done; do both in one function"
_BETWEEN = (
    "`{}` is read before it and set after it, and other code could set that between; do all of it in one function"
)
_ONCE = "it makes `self.{}` when first asked, and two coroutines could both be first; make that beforehand"
_KEPT = "`{}` keeps what it makes, so that a thread is mostly for nothing; call it as the program starts"
_EACH = "it is short, and done for each of many; move the loop into a function and offload that"
_RARELY = "only some of the functions that it may call block, and each call would take a thread; offload it there"
_CHOSEN = (
    "which function it calls is chosen from a table, and others may need the event loop's thread; offload it there"
)
_FEW = 2
_PLAIN = ("builtins.str", "builtins.bytes", "builtins.int", "builtins.float", "builtins.bool")


class Remedies:
    """Judges findings one by one; what functions do below a call is remembered."""

    def __init__(self, evaluator: Evaluator, graph: Graph, locks: Locks) -> None:
        self._evaluator, self._graph, self._locks = evaluator, graph, locks
        self._obstacles = Obstacles(evaluator, graph)
        self._sharing = Sharing(evaluator, graph)
        self._changes = OutsideChanges(graph)
        self._maybe_awaited: dict[LinkedModule, frozenset[int]] = {}

    def of(self, function: Function, operation: Operation, hops: list[Hop], hit: Hit) -> FixRequest:
        """The fix of a blocking call that `hops` lead to from `operation` in `function`."""
        direct = len(hops) == 1
        if not function.fact.asynchronous:
            return FixRequest(refusal=_NOT_IN_A_COROUTINE)
        if operation.deed is not Deed.CALL:
            return FixRequest(refusal=_NO_CALL)
        if operation.awaited:
            return FixRequest(refusal=_AWAITED)
        if between := read_and_set(function, operation):
            return FixRequest(refusal=_BETWEEN.format(between))
        if one_step := why_one_step(function, operation, of_library=direct):
            return FixRequest(refusal=one_step)
        if waits := self._why_not_wait(function, operation):
            return FixRequest(refusal=waits)
        if direct and (fix := self._in_place(function, operation, hit)):
            return fix
        refusal = self._refusal(function, operation, hops, hit) or self._kept(hops)
        refusal = refusal or ("" if direct else self._sharing.refusal(function, operation))
        if refusal:
            return FixRequest(refusal=refusal)
        where = "process" if hit.entry.possible_fix == "process" else "thread"
        return FixRequest(fixer="offload", data={"sink": hit.name, "where": where})

    def _why_not_wait(self, function: Function, operation: Operation) -> str:
        """Why a coroutine had better not wait there, whatever for: it may be cancelled then, or overtaken."""
        changes = self._changes.makes(function, operation)
        order = why_in_order(function, operation, self._evaluator) if changes else ""
        run = why_one_run(function, operation, self._graph) if changes and self._graph.knows(function) else ""
        return order or run or why_not_parted(function, operation, changes=changes)

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
            return RUNS_A_LOOP
        if hit.entry.possible_fix == "process" and not self._can_be_sent(function, operation, hops, hit):
            return HOLDS_THE_LOCK
        if isinstance(target, Hit):
            if target.entry.possible_fix not in ("thread", "process"):
                return _NONE
            if bound := thread_bound(target.name):
                return _belongs(bound)
        if tells_a_log(function, operation):
            return IN_ORDER
        brief = hit.entry.kind == "cpu" and hit.entry.cost != "long"
        each = stands_in(function.fact, operation.region, RegionKind.LOOP)
        if each and hit.entry.kind == "metadata" and isinstance(target, Hit):
            return _EACH
        if brief and each:
            return _EACH
        if brief and self._is_one_of_several(function, operation):
            return _RARELY
        if self._is_entered(function, operation):
            return _ENTERED
        if self._is_entered(function, operation, Deed.ENTER_ASYNC):
            return _ENTERED_ASYNC
        if made := self._makes_asynchronous(function, operation):
            return f"it makes a `{made}`, whose coroutines run on the event loop, and which may have to be made there"
        if held := self._held(function, operation):
            return _HELD.format(held)
        if bound := next(filter(None, map(thread_bound, self._given(function, operation))), ""):
            return _belongs(bound)
        return self._refusal_of(function, operation, target, hit) if isinstance(target, Function) else ""

    def _refusal_of(self, function: Function, operation: Operation, target: Function, hit: Hit) -> str:
        """Why a function of the project is not to run in another thread."""
        if self._may_be_coroutine(function, operation):
            return _BOTH_KINDS
        if self._seldom_blocks(function, operation, str(hit.entry.kind)):
            return _RARELY
        if self._is_one_of_several(function, operation) and _is_from_a_table(function, operation):
            return _CHOSEN
        if attribute := changed_by_both(function, operation, target):
            return _SHARED.format(attribute)
        if kept := made_once(target):
            return _ONCE.format(kept)
        return self._obstacles.of(target)

    def _is_one_of_several(self, function: Function, operation: Operation) -> bool:
        """Whether a call runs one of several functions of the project."""
        return any(
            len({(run.module.path, run.index) for run in site.effects.runs}) > 1
            for site in self._graph.at(function, operation)
        )

    def _seldom_blocks(self, function: Function, operation: Operation, kind: str) -> bool:
        """Whether most of the functions that a call may run never block with this kind."""
        for site in self._graph.at(function, operation):
            several = {(run.module.path, run.index): self._graph.node(run).distance for run in site.effects.runs}
            blocking = sum(kind in each for each in several.values())
            return len(several) > _FEW and 2 * blocking < len(several)
        return False

    def _kept(self, hops: list[Hop]) -> str:
        """Why what is called does its work the first time only."""
        for hop in hops:
            called = hop.target
            if isinstance(called, Function) and (keeps_in_module(called) or self._is_cached(called)):
                return _KEPT.format(called.fact.symbol)
        return ""

    def _is_cached(self, called: Function) -> bool:
        effect = self._evaluator.decorators.effect
        return any(effect(called.module, decorator) == "cached" for decorator in called.fact.decorators)

    def _may_be_coroutine(self, function: Function, operation: Operation) -> bool:
        """Whether what is called is a coroutine function for some of what it may be."""
        call = function.module.facts.references[operation.reference]
        if not isinstance(call, model.Call):
            return False
        called = self._evaluator.values(function.module, call.function, function.frame)
        inner = (value.function if isinstance(value, Bound) else value for value in called)
        if any(isinstance(value, Function) and value.fact.asynchronous for value in inner):
            return True
        module = function.module
        if module not in self._maybe_awaited:
            self._maybe_awaited[module] = maybe_awaited(module)
        return operation.reference in self._maybe_awaited[module]

    def _makes_asynchronous(self, function: Function, operation: Operation) -> str:
        """The class of the object that a call gives, where it has coroutine functions."""
        for value in self._evaluator.values(function.module, operation.reference, function.frame):
            if isinstance(value, Instance) and any(map(_has_coroutines, self._evaluator.ancestry.of(value.cls))):
                return str(value.cls.fact.name)
            if isinstance(value, ExternalInstance) and for_a_loop(value.name):
                return value.name
        return ""

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
        for index in regions_around(function.fact, operation.region):
            region = function.fact.regions[index]
            if region.kind is RegionKind.WITH:
                for name in self._names(function.module, region.subject, function):
                    entered = self._evaluator.catalogue.call(f"{name}.__enter__")
                    if thread_bound(name) or (entered is not None and entered[1].kind == "lock"):
                        return name
        for subject in self._locks.acquired_around(function.fact, function.module, operation):
            for name in self._names(function.module, subject, function):
                taken = self._evaluator.catalogue.call(f"{name}.acquire")
                if taken is not None and taken[1].kind == "lock":
                    return name
        return lock_around(function, operation)

    def _given(self, function: Function, operation: Operation) -> Iterator[str]:
        """The classes of what a call is made on and given."""
        references = function.module.facts.references
        call = references[operation.reference]
        if not isinstance(call, model.Call):
            return
        method = method_called(function.module, operation.reference)
        places = [*call.arguments, *(value for _, value in call.keywords)]
        if method is not None:
            places.append(method.base)
        for place in places:
            yield from self._names(function.module, place, function)

    def _names(self, module: LinkedModule, index: int, function: Function) -> Iterator[str]:
        for value in self._evaluator.values(module, index, function.frame):
            if isinstance(value, (ExternalInstance, External)):
                yield value.name


def _is_from_a_table(function: Function, operation: Operation) -> bool:
    """Whether what is called was looked up by a key, there or in the statement that names it."""
    references, scopes = function.module.facts.references, function.module.facts.scopes
    call = references[operation.reference]
    called = references[call.function] if isinstance(call, model.Call) else call
    if isinstance(called, model.Name):
        bound = scopes[called.scope].bindings.get(called.name, ())
        return any(isinstance(references[each], model.Item) for each in bound)
    return isinstance(called, model.Item)


def _has_coroutines(cls: Class | External) -> bool:
    """Whether the body of a class defines coroutine functions."""
    if not isinstance(cls, Class):
        return False
    return any(fact.asynchronous and fact.owner == cls.index for fact in cls.module.facts.functions)


def _is_plain(value: object) -> bool:
    """Whether a value is surely one that can be pickled; or is the class of such."""
    if isinstance(value, (External, ExternalInstance)):
        return value.name in _PLAIN
    return isinstance(value, Constant)


def _belongs(name: str) -> str:
    return f"`{name}` belongs to its thread, or to its transaction; use the asynchronous client"
