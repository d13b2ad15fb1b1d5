"""What the functions below a call change of objects that other code has, too: it may not be left to a thread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, Operation
from concurrency_lint.project.gone_through import GoneThrough
from concurrency_lint.project.interleaving import CHANGING, CHANGING_SPECIALS
from concurrency_lint.project.registered import calls_registered
from concurrency_lint.project.roots import Root, arguments_at, is_guarded, roots, written
from concurrency_lint.project.sequence import before
from concurrency_lint.project.values import Bound, External, ExternalInstance, Function, ModuleValue, Partial

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.graph import Graph
    from concurrency_lint.project.site_finder import Site

_DEEPEST = 6
_DEEPEST_RESULT = 3
_MOST_FUNCTIONS = 300
_CHANGED = (
    "`{}` changes `{}`, which other code may use meanwhile; do that on the event loop, with what a thread returns"
)
_GONE_THROUGH = "`{}` goes through `{}`, which other code changes meanwhile; copy that on the event loop first"
_CALLED_BACK = (
    "`{}` calls what others have registered, which may need the event loop's thread; offload what blocks there"
)
_OF_THE_PROCESS = ("chdir", "setlocale", "setrecursionlimit", "setswitchinterval", "umask")
"""Functions that set what every thread has."""
_CONTAINERS = ("builtins.", "collections.")


class Change(NamedTuple):
    """In the function `symbol`, what is written as `what` is changed; or what `said` says of the two."""

    symbol: str
    what: str
    said: str = _CHANGED


class Call(NamedTuple):
    """A function runs another."""

    caller: Function
    site: Site
    called: Function


class Sharing:
    """Judges calls one by one; what each function changes in its own body is remembered."""

    def __init__(self, evaluator: Evaluator, graph: Graph) -> None:
        self._evaluator, self._graph = evaluator, graph
        self._gone_through = GoneThrough()
        self._own: dict[Function, dict[Root, Change]] = {}
        self._below: dict[Function, dict[Root, Change]] = {}

    def refusal(self, caller: Function, operation: Operation) -> str:
        """Why what an operation of a coroutine runs is not to run in a thread: what it changes is shared."""
        for site in self._graph.at(caller, operation):
            for called in site.effects.runs:
                for root, change in self._changes(called).items():
                    call = Call(caller, site, called)
                    if next(self._handed_up(call, root), None) is not None or _is_known_elsewhere(call, root):
                        return change.said.format(change.symbol, change.what)
                if symbol := self._calls_back(called):
                    return _CALLED_BACK.format(symbol)
        return ""

    def _calls_back(self, start: Function) -> str:
        """The function, that or one that it runs, that calls what others have registered."""
        near = [start]
        if self._graph.knows(start):
            near += [run for site in self._graph.node(start).sites for run in site.effects.runs]
        return next((each.fact.symbol for each in near if calls_registered(each)), "")

    def _changes(self, start: Function) -> dict[Root, Change]:
        """What a function and those below it change of what it is given, or of what modules hold."""
        if start not in self._below:
            self._below[start] = self._worked_out(start)
        return self._below[start]

    def _worked_out(self, start: Function) -> dict[Root, Change]:
        calls: dict[Function, list[Call]] = {start: []}
        frontier = [start]
        for _ in range(_DEEPEST):
            following: list[Function] = []
            for function in frontier:
                for site in self._graph.node(function).sites if self._graph.knows(function) else ():
                    for called in site.effects.runs:
                        if called not in calls:
                            calls[called] = []
                            following.append(called)
                        calls[called].append(Call(function, site, called))
            frontier = following
            if len(calls) > _MOST_FUNCTIONS:
                break
        changes = {function: dict(self._own_changes(function)) for function in calls}
        waiting = [function for function, own in changes.items() if own]
        while waiting:
            function = waiting.pop()
            for call in calls[function]:
                known = changes[call.caller]
                for root, change in list(changes[function].items()):
                    new = [each for each in self._handed_up(call, root) if each not in known]
                    if new:
                        known.update(dict.fromkeys(new, change))
                        waiting.append(call.caller)
        return changes[start]

    def _handed_up(self, call: Call, root: Root) -> Iterator[Root]:
        """What the caller knows something as that the function it calls changes; nothing for what it has made."""
        caller, called = call.caller, call.called
        if is_guarded(caller, call.site.operation):
            return
        if not root.is_of(called):
            yield root
            return
        operation = call.site.operation
        if self._is_given_before(caller, operation):
            yield Root(caller.module, -1, 0, root.name)
            return
        for place in arguments_at(caller, operation.deed, operation.reference, called, root.position):
            yield from self._roots(caller, place)

    def _is_given_before(self, caller: Function, operation: Operation) -> bool:
        """Whether what is called was given arguments before, by `functools.partial`."""
        call = caller.module.facts.references[operation.reference]
        if not isinstance(call, model.Call):
            return False
        return any(
            isinstance(each, Partial) for each in self._evaluator.values(caller.module, call.function, caller.frame)
        )

    def _roots(self, function: Function, index: int, depth: int = 0) -> list[Root]:
        return roots(function.module, index, lambda call: self._given_back(function, call, depth))

    def _given_back(self, function: Function, index: int, depth: int) -> Iterator[Root]:
        """What a call gives that is not made for it: what the functions of the project that it may run give back."""
        call = function.module.facts.references[index]
        if depth >= _DEEPEST_RESULT or not isinstance(call, model.Call):
            return
        for value in self._evaluator.values(function.module, call.function, function.frame):
            called = value.function if isinstance(value, Bound) else value
            if not isinstance(called, Function) or called.fact.generator:
                continue
            for returned in called.fact.returns:
                for root in self._roots(called, returned, depth + 1):
                    if not root.is_of(called):
                        yield root
                        continue
                    for place in arguments_at(function, Deed.CALL, index, called, root.position):
                        yield from self._roots(function, place, depth + 1)

    def _own_changes(self, function: Function) -> dict[Root, Change]:
        if function not in self._own:
            found: dict[Root, Change] = {}
            for operation in function.fact.operations:
                if is_guarded(function, operation):
                    continue
                place, what = self._changed(function, operation)
                if place:
                    text = written(function.module, what)
                    for root in self._roots(function, place):
                        found.setdefault(root, Change(function.fact.symbol, text or root.name))
                for place in self._gone_through.by(function, operation):
                    change = Change(function.fact.symbol, written(function.module, place), _GONE_THROUGH)
                    for root in self._roots(function, place):
                        found.setdefault(root, change)
            for scope in function.module.facts.scopes:
                if scope.function == function.index:
                    for name in scope.global_names:
                        found.setdefault(Root(function.module, -1, 0, name), Change(function.fact.symbol, name))
            self._own[function] = found
        return self._own[function]

    def _changed(self, function: Function, operation: Operation) -> tuple[int, int]:
        """The object that an operation changes, and what of it, as references; zeros where it changes nothing."""
        references = function.module.facts.references
        reference = references[operation.reference]
        if operation.deed is Deed.WRITE and isinstance(reference, model.Attribute):
            return reference.base, operation.reference
        if operation.deed is Deed.SPECIAL and operation.method in CHANGING_SPECIALS:
            return operation.reference, operation.reference
        if operation.deed is not Deed.CALL or not isinstance(reference, model.Call):
            return 0, 0
        method = references[reference.function]
        if isinstance(method, (model.Attribute, model.Imported)) and method.name in _OF_THE_PROCESS:
            return reference.function, reference.function
        if isinstance(method, model.Name) and method.name == "setattr" and reference.arguments:
            return reference.arguments[0], reference.arguments[0]
        if isinstance(method, model.Attribute) and method.name in CHANGING and self._holds(function, method.base):
            return method.base, method.base
        return 0, 0

    def _holds(self, function: Function, index: int) -> bool:
        """Whether an object may be a list, a dictionary or a set: of no class that is known to be something else."""
        values = self._evaluator.values(function.module, index, function.frame)
        return not any(
            isinstance(each, (External, ModuleValue))
            or (isinstance(each, ExternalInstance) and not each.name.startswith(_CONTAINERS))
            for each in values
        )


def _is_known_elsewhere(call: Call, root: Root) -> bool:
    """Whether an object that the caller made, and that is changed, was given to another call before."""
    if not root.is_of(call.called):
        return False
    caller, operation = call.caller, call.site.operation
    places = set(arguments_at(caller, operation.deed, operation.reference, call.called, root.position))
    for each in before(caller.fact, operation):
        given = caller.module.facts.references[each.reference]
        passed = (*given.arguments, *(place for _, place in given.keywords)) if isinstance(given, model.Call) else ()
        if each.deed is Deed.CALL and not places.isdisjoint(passed):
            return True
    return False
