"""The arguments of a call, evaluated when somebody asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts.model import Call, Operation, Starred
from concurrency_lint.project.frames import Frame
from concurrency_lint.project.values import (
    UNKNOWN_VALUES,
    Constant,
    Container,
    Values,
)

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator
    from concurrency_lint.project.modules import LinkedModule


class Arguments:
    """Positional and keyword arguments. `first` stands before those of the call (`partial`, a decorated function)."""

    __slots__ = (
        *("_call", "_complete", "_evaluator", "_first", "_frame", "_known_plain", "_known_starred", "_more", "_skip"),
        *("module", "operation"),
    )

    def __init__(
        self,
        evaluator: Evaluator,
        module: LinkedModule | None = None,
        call: Call | None = None,
        frame: Frame | None = None,
        *,
        first: tuple[Values, ...] = (),
        more: tuple[tuple[str, Values], ...] = (),
        skip: int = 0,
        complete: bool = True,
    ) -> None:
        self._evaluator, self.module, self._call, self._frame = evaluator, module, call, frame
        self._first, self._more, self._skip = first, more, skip
        self._complete = complete
        self.operation: Operation | None = None
        """The operation whose arguments these are, just as they are written."""
        self._known_plain: bool | None = None
        self._known_starred: bool | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What tells these arguments from others; facts live as long as the project, so their identity is enough."""
        if self._complete and not (self._first or self._more or self._skip):
            # There are hundreds of thousands of these.
            return (id(self._call), self._frame)
        return (id(self._call), self._frame, self._first, self._more, self._skip, self._complete)

    def after(self, first: tuple[Values, ...], more: tuple[tuple[str, Values], ...] = ()) -> Arguments:
        """The same with `first` before its positional arguments and `more` among its keywords."""
        return Arguments(
            self._evaluator,
            self.module,
            self._call,
            self._frame,
            first=(*first, *self._first),
            more=(*self._more, *more),
            skip=self._skip,
            complete=self._complete,
        )

    def without_first(self, count: int) -> Arguments:
        """The arguments behind the first `count`: what `to_thread(f, *args)` gives to `f`."""
        if self._first:
            return Arguments(self._evaluator, complete=False)
        return Arguments(
            self._evaluator, self.module, self._call, self._frame, skip=self._skip + count, complete=self._complete
        )

    @property
    def starred(self) -> bool:
        """Whether `*args` or `**kwargs`, of which the contents are not known, make some arguments uncertain."""
        if self._known_starred is None:
            if self._call is None or self.module is None:
                self._known_starred = not self._complete
            else:
                self._known_starred = not (self._plain or None not in self._listed()) or self._unpacked() is None
        return self._known_starred

    def gives(self, position: int, name: str) -> bool:
        """Whether something is passed at `position` or as `name=`, without a look at what it is."""
        if any(word == name for word, _ in self._more):
            return True
        if self._call is None:
            return position < len(self._first)
        given = len(self._first) - self._skip + len(self._call.arguments if self._plain else self._listed())
        return position < given or any(word == name for word, _ in (*self._call.keywords, *(self._unpacked() or ())))

    def positional(self, position: int) -> Values | None:
        """The argument at `position`, or None where there is none."""
        if position < 0:
            return None
        if position < len(self._first):
            return self._first[position]
        position += self._skip - len(self._first)
        if self._call is None or self.module is None:
            return None
        if self._plain:
            given = self._call.arguments
            return self._value(given[position]) if position < len(given) else None
        listed = self._listed()
        if None in listed[: position + 1]:
            return UNKNOWN_VALUES
        return listed[position] if position < len(listed) else None

    def keyword(self, name: str) -> Values | None:
        """The argument given as `name=`, or None."""
        for word, values in self._more:
            if word == name:
                return values
        if self._call is not None:
            for word, index in self._call.keywords:
                if word == name:
                    return self._value(index)
            for word, values in self._unpacked() or ():
                if word == name:
                    return values
        return None

    def settled(self, position: int | None, name: str | None) -> Values:
        """The constants that astroid finds for an argument; empty where it finds none, or is not asked."""
        settling = self._evaluator.externals.settling
        if settling is None or self.operation is None or self.module is None:
            return ()
        return settling.constants(self.module, self.operation, position, name)

    @property
    def _plain(self) -> bool:
        """Whether no argument is unpacked."""
        if self._known_plain is None:
            assert self._call is not None
            assert self.module is not None
            references = self.module.facts.references
            self._known_plain = Starred not in [type(references[argument]) for argument in self._call.arguments]
        return self._known_plain

    def _value(self, index: int) -> Values:
        assert self.module is not None
        return self._evaluator.values(self.module, index, self._frame)

    def _listed(self) -> list[Values | None]:
        """The positional arguments, `*args` taken apart; None where nobody knows how many there are."""
        assert self._call is not None
        assert self.module is not None
        listed: list[Values | None] = []
        for index in self._call.arguments:
            reference = self.module.facts.references[index]
            if not isinstance(reference, Starred):
                listed.append(self._value(index))
                continue
            values = self._value(reference.base)
            if len(values) == 1 and isinstance(values[0], Container) and values[0].items is not None:
                listed.extend(values[0].items)
            else:
                listed.append(None)
        return listed

    def _unpacked(self) -> list[tuple[str, Values]] | None:
        """What `**kwargs` bring; None where nobody knows."""
        assert self._call is not None
        found: list[tuple[str, Values]] = []
        for word, index in self._call.keywords:
            if word != "**":
                continue
            values = self._value(index)
            if len(values) != 1 or not isinstance(values[0], Container) or values[0].items is None:
                return None
            for keys, value in zip(values[0].keys, values[0].items, strict=True):
                key = keys[0] if len(keys) == 1 else None
                if not isinstance(key, Constant) or not isinstance(key.value, str):
                    return None
                found.append((key.value, value))
        return found

    def get(self, position: int | None, name: str | None) -> Values | None:
        """The argument at `position` or by `name`: None where it is certainly absent, unknown where it may be there."""
        found = self.keyword(name) if name is not None else None
        if found is None and position is not None:
            found = self.positional(position)
        if found is None and self.starred:
            return UNKNOWN_VALUES
        return found

    def keywords(self) -> tuple[tuple[str, Values], ...]:
        """All arguments given by keyword."""
        own: list[tuple[str, Values]] = list(self._more)
        if self._call is not None and self.module is not None:
            for word, index in self._call.keywords:
                if word != "**":
                    own.append((word, self._value(index)))
            own += self._unpacked() or ()
        return tuple(own)

    def declared(self, position: int) -> Values | None:
        """An object of the type that the argument at `position` names: what `cast` gives."""
        if self._call is None or self.module is None or position >= len(self._call.arguments):
            return None
        return self._evaluator.annotations.instances(self.module, self._call.arguments[position])
