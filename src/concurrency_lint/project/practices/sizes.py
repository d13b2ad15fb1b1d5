"""How large a number is that an expression gives: literals, arithmetic, cores, settings and their defaults."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.catalogue.roles import Roles
from concurrency_lint.catalogue.roles_schema import Default, Number
from concurrency_lint.facts import model
from concurrency_lint.project.practices.origins import Origins, Place
from concurrency_lint.project.values import Bound, External

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator

_DEEPEST = 16


class Size(NamedTuple):
    """The least and the greatest that a number may be; infinite where nothing says."""

    least: float
    most: float

    @property
    def known(self) -> bool:
        return math.isfinite(self.least)


ANY_SIZE = Size(-math.inf, math.inf)


class Sizes:
    """Works numbers out, on a machine with so many `cores`."""

    def __init__(self, evaluator: Evaluator, roles: Roles, origins: Origins, cores: int) -> None:
        self._evaluator, self._roles, self._origins, self._cores = evaluator, roles, origins, cores

    def of(self, place: Place, depth: int = 0) -> Size:
        """How large the number is."""
        if depth > _DEEPEST:
            return ANY_SIZE
        sizes = [self._of_origin(origin, depth) for origin in self._options(place)]
        return Size(min(size.least for size in sizes), max(size.most for size in sizes))

    def _options(self, place: Place) -> list[Place]:
        """The possibilities; of `os.cpu_count() or 1` the first, since every machine has cores.

        Of `os.environ.get("THREADS") or 40` it is what counts where nobody sets the variable.
        """
        found = self._origins.of(place)
        cores = [origin for origin in found if self._counts_cores(origin)]
        return cores or [origin for origin in found if not self._reads_without_default(origin)] or found

    def _reads_without_default(self, place: Place) -> bool:
        if not isinstance(place.reference, model.Call):
            return False
        for value in self._origins.values(place.at(place.reference.function)):
            default = self._roles.of(Default, value.name) if isinstance(value, External) else None
            if default is not None and self._origins.argument(place, default.default) is None:
                return True
        return False

    def _counts_cores(self, place: Place) -> bool:
        reference = place.reference
        return isinstance(reference, model.Call) and self._number(place.at(reference.function)) == "cores"

    def _of_origin(self, place: Place, depth: int) -> Size:
        reference = place.reference
        if isinstance(reference, model.Const):
            return _literal(reference)
        if isinstance(reference, model.Binary):
            left = self.of(place.at(reference.left), depth + 1)
            return _combined(reference.method, left, self.of(place.at(reference.right), depth + 1))
        if isinstance(reference, model.Call):
            return self._of_call(place, reference, depth)
        number = self._number(place)
        return Size(number, number) if isinstance(number, int) else ANY_SIZE

    def _of_call(self, place: Place, call: model.Call, depth: int) -> Size:
        for value in self._evaluator.values(place.module, call.function, None):
            function = value.function if isinstance(value, Bound) else value
            if not isinstance(function, External):
                continue
            name = function.name
            number = self._roles.of(Number, name)
            if number is not None and number.value == "cores":
                return Size(self._cores, self._cores)
            default = self._roles.of(Default, name)
            if default is not None:
                given = self._origins.argument(place, default.default)
                return self.of(given, depth + 1) if isinstance(given, Place) else ANY_SIZE
            arguments = [self.of(place.at(index), depth + 1) for index in call.arguments]
            if name in ("builtins.min", "builtins.max") and len(arguments) > 1:
                choose = min if name == "builtins.min" else max
                return Size(choose(size.least for size in arguments), choose(size.most for size in arguments))
            if name in ("builtins.int", "builtins.round", "builtins.abs", "math.ceil", "math.floor") and arguments:
                return arguments[0]
            return ANY_SIZE
        returned = self._origins.returned(place)
        if returned is None:
            return ANY_SIZE
        sizes = [self.of(each, depth + 1) for each in returned]
        return Size(min(size.least for size in sizes), max(size.most for size in sizes))

    def _number(self, place: Place) -> int | str | None:
        for value in self._origins.values(place):
            if isinstance(value, External):
                number = self._roles.of(Number, value.name)
                if number is not None:
                    return number.value
        return None


def _literal(constant: model.Const) -> Size:
    value = constant.value
    if isinstance(value, str):
        try:
            value = int(value)
        except ValueError:
            return ANY_SIZE
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return ANY_SIZE
    return Size(value, value)


def _combined(method: str, left: Size, right: Size) -> Size:
    if not (left.known and right.known):
        return ANY_SIZE
    if method == "__add__":
        return Size(left.least + right.least, left.most + right.most)
    if method == "__sub__":
        return Size(left.least - right.most, left.most - right.least)
    if method == "__mul__" and left.least >= 0 and right.least >= 0:
        return Size(left.least * right.least, left.most * right.most)
    if method in ("__floordiv__", "__truediv__") and left.least >= 0 and right.least > 0:
        whole = math.floor if method == "__floordiv__" else float
        return Size(whole(left.least / right.most), whole(left.most / right.least))
    if method == "__pow__" and left.least >= 0 and right.least >= 0 and right.most <= 64:
        return Size(left.least**right.least, left.most**right.most)
    if method == "__lshift__" and left.least >= 0 and right.least >= 0 and right.most <= 64:
        return Size(left.least * 2**right.least, left.most * 2**right.most)
    return ANY_SIZE
