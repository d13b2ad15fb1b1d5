"""Frames: what the parameters of one call hold; and the interner that makes values and frames, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from concurrency_lint.project.values import Value, Values, deepest

if TYPE_CHECKING:
    from concurrency_lint.project.modules import LinkedModule

Made = TypeVar("Made", bound=Value)


class Frame:
    """What the parameters of one call hold: pairs of parameter position and values; `outer` is the enclosing call."""

    __slots__ = ("_restricted", "bindings", "depth", "function", "interner", "module", "outer", "values")

    def __init__(
        self,
        interner: Interner,
        module: LinkedModule,
        function: int,
        bindings: tuple[tuple[int, Values], ...],
        outer: Frame | None,
    ) -> None:
        self.interner = interner
        self.module, self.function, self.bindings, self.outer = module, function, bindings, outer
        self.values: dict[int, Values | Unfinished | None] = {}
        """What references of the module may be in this call, as far as it has been worked out."""
        self._restricted: dict[frozenset[tuple[int, int]], Frame | None] = {}
        inner = deepest(*[values for _, values in bindings])
        self.depth: int = max(inner + 1 if bindings else 0, outer.depth if outer else 0)

    def restricted(self, needed: frozenset[tuple[int, int]]) -> Frame | None:
        """This frame with the bindings of the parameters in `needed` (function and position) only."""
        known = self._restricted.get(needed, self)
        if known is not self or needed in self._restricted:
            return known
        outer = None if self.outer is None else self.outer.restricted(needed)
        bindings = tuple(pair for pair in self.bindings if (self.function, pair[0]) in needed)
        if bindings == self.bindings and outer is self.outer:
            found: Frame | None = self
        else:
            found = self.interner.frame(self.module, self.function, bindings, outer)
        self._restricted[needed] = found
        return found

    def find(self, module: LinkedModule, function: int, position: int) -> Values | None:
        """What a parameter of this call, or of an enclosing one, holds."""
        frame: Frame | None = self
        while frame is not None:
            if frame.function == function and frame.module is module:
                for bound, values in frame.bindings:
                    if bound == position:
                        return values
                return None
            frame = frame.outer
        return None


class Unfinished:
    """Stands for the values of a reference while they are worked out, and until the cycle that they lean on is done.

    `lowest` is the depth at which the outermost reference of that cycle is being worked out.
    """

    __slots__ = ("lowest", "values")

    def __init__(self, lowest: int) -> None:
        self.lowest = lowest
        self.values: Values = ()


class Interner:
    """Makes values and frames, each once."""

    def __init__(self) -> None:
        self._made: dict[tuple[Any, ...], Any] = {}

    def make(self, kind: type[Made], *fields: Any) -> Made:
        """The one value of this kind with these fields."""
        key = (kind, *fields)
        value = self._made.get(key)
        if value is None:
            value = self._made[key] = kind(*fields)
        made: Made = value
        return made

    def frame(
        self, module: LinkedModule, function: int, bindings: tuple[tuple[int, Values], ...], outer: Frame | None
    ) -> Frame | None:
        """The frame with these bindings; one that says nothing is its enclosing frame's, or None."""
        if not bindings:
            return outer
        key = (Frame, module, function, bindings, outer)
        frame: Frame | None = self._made.get(key)
        if frame is None:
            frame = self._made[key] = Frame(self, module, function, bindings, outer)
        return frame


def captured(module: LinkedModule, enclosing: int, frame: Frame | None) -> Frame | None:
    """The frame of the function around a definition, or of one further out: what its body can see."""
    around = set()
    while enclosing:
        around.add(enclosing)
        enclosing = module.facts.functions[enclosing].enclosing
    while frame is not None and not (frame.module is module and frame.function in around):
        frame = frame.outer
    return frame
