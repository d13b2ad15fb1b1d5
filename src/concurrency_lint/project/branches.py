"""Branches that a call rules out: `if sync:` is dead where the call passes `sync=False`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts import model
from concurrency_lint.facts.model import Deed, FunctionFact, Region, RegionKind
from concurrency_lint.project.frames import Frame
from concurrency_lint.project.regions import regions_around
from concurrency_lint.project.values import ANYTHING, Bound, Constant, External, Function, Value, functions_in

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule

_DEEPEST = 2


class Branches:
    """Decides which branches of a function a call can take."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._switches: dict[tuple[int, int], list[Region] | None] = {}
        self._outcomes: dict[tuple[int, Frame], bool] = {}

    def reached(self, module: LinkedModule, fact: FunctionFact, region: int, frame: Frame | None) -> bool:
        """Whether a region of a function can be reached on a running loop, when it is called with `frame`."""
        if region < 0:
            return True
        # Facts live as long as the project, so that identity is enough to tell them apart.
        key = (id(fact), region)
        if key not in self._switches:
            possible = self._possible_on_loop(module, fact, region)
            around = (fact.regions[index] for index in regions_around(fact, region))
            self._switches[key] = [each for each in around if each.kind is RegionKind.SWITCH] if possible else None
        switches = self._switches[key]
        if switches is None:
            return False
        return frame is None or all(self._is_taken(module, switch, frame) for switch in switches)

    def _is_taken(self, module: LinkedModule, switch: Region, frame: Frame) -> bool:
        key = (id(switch), frame)
        taken = self._outcomes.get(key)
        if taken is None:
            taken = self._taken(module, switch, frame)
            if not self._evaluator.in_cycle:
                self._outcomes[key] = taken
        return taken

    def _possible_on_loop(self, module: LinkedModule, fact: FunctionFact, region: int) -> bool:
        """Not behind `if False`, nor where the code has just found out that no loop is running."""
        for index in regions_around(fact, region):
            entered = fact.regions[index]
            if entered.kind is RegionKind.HANDLER and self._asks_for_loop(module, fact, entered.other):
                return False
            if entered.kind is RegionKind.SWITCH and entered.test == "truthy":
                literal = module.facts.references[entered.subject]
                if isinstance(literal, model.Const) and bool(literal.value) is not entered.holds:
                    return False
            if entered.kind is RegionKind.SWITCH and entered.test in ("truthy", "none"):
                truth = self._truth_on_loop(module, entered.subject)
                if truth and (entered.test == "truthy") is not entered.holds:
                    return False
        return True

    def _asks_for_loop(self, module: LinkedModule, fact: FunctionFact, watched: int) -> bool:
        """Whether a `try` watches a call that fails just where no loop is running: never in a coroutine."""
        return not fact.asynchronous and any(
            operation.deed is Deed.CALL and self._tells(module, operation.reference) == "raises-outside"
            for operation in fact.operations
            if operation.region == watched
        )

    def _truth_on_loop(self, module: LinkedModule, index: int) -> bool:
        """Whether what is tested is certainly true, and not None, where a loop is running."""
        reference = module.facts.references[index]
        options = reference.options if isinstance(reference, model.OneOf) else (index,)
        return any(self._tells(module, option) is not None for option in options)

    def _tells(self, module: LinkedModule, index: int, depth: int = 0) -> str | None:
        """What a call tells of whether a loop is running: by the catalogue, or by what a function returns of that."""
        reference = module.facts.references[index]
        if not isinstance(reference, model.Call):
            return None
        for callee in self._evaluator.values(module, reference.function, None):
            name = callee.function if isinstance(callee, Bound) else callee
            found = self._evaluator.catalogue.call(name.name) if isinstance(name, External) else None
            if found is not None and found[1].tells_loop is not None:
                return found[1].tells_loop
            if not isinstance(name, Function) or name.fact.asynchronous or depth == _DEEPEST:
                continue
            if any(self._tells(name.module, returned, depth + 1) for returned in name.fact.returns):
                return "none-outside"
            if self._answers(name):
                return "true-inside"
        return None

    def _answers(self, function: Function) -> bool:
        """Whether a function gives false just where asking for a running loop has failed, and else true."""
        fact, references = function.fact, function.module.facts.references
        inside = False
        for index, region in zip(fact.returns, fact.return_regions, strict=True):
            answer = references[index]
            if not isinstance(answer, model.Const) or answer.kind != "bool":
                return False
            outside = any(
                fact.regions[each].kind is RegionKind.HANDLER
                and self._asks_for_loop(function.module, fact, fact.regions[each].other)
                for each in regions_around(fact, region)
            )
            if bool(answer.value) is outside:
                return False
            inside = inside or not outside
        return inside

    def _taken(self, module: LinkedModule, switch: Region, frame: Frame) -> bool:
        """Whether the branch may be taken: certainly not only where the call tells all that the test depends on."""
        needs = module.needs(switch.subject)
        if needs is None or any(frame.find(module, function, position) is None for function, position in needs):
            return True
        values = self._evaluator.values(module, switch.subject, frame)
        return not values or any(_may(module, switch, value) for value in values)


def _may(module: LinkedModule, switch: Region, value: Value) -> bool:
    """Whether the test can have this outcome for this value; objects count as true."""
    if value is ANYTHING:
        return True
    if switch.test == "coroutine":
        inner = functions_in(value)
        return not inner or inner[0].fact.asynchronous is switch.holds
    if not isinstance(value, Constant):
        outcomes = {"truthy": True, "none": False}
        return outcomes.get(switch.test, switch.holds) is switch.holds
    if value.value is None and value.kind != "NoneType":
        return True
    if switch.test == "truthy":
        return bool(value.value) is switch.holds
    if switch.test == "none":
        return (value.kind == "NoneType") is switch.holds
    others = _constants(module, switch.other)
    if others is None:
        return True
    if switch.test in ("startswith", "endswith"):
        text = value.value
        if not isinstance(text, str):
            return True
        prefixes = tuple(other.value for other in others if isinstance(other.value, str))
        fits = text.startswith(prefixes) if switch.test == "startswith" else text.endswith(prefixes)
        return fits is switch.holds
    return any(other.value == value.value for other in others) is switch.holds


def _constants(module: LinkedModule, index: int) -> list[model.Const] | None:
    """The literal, or the literals of a display, that a test compares with; None where one keeps no value."""
    reference = module.facts.references[index]
    indices = reference.items if isinstance(reference, model.Collection) else (index,)
    found = [module.facts.references[each] for each in indices]
    literals = [each for each in found if isinstance(each, model.Const) and each.value is not None]
    return literals if len(literals) == len(found) else None
