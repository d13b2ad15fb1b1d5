"""Objects of generic classes, with what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.project.values import ExternalInstance, Instance, Values, deepest

if TYPE_CHECKING:
    from concurrency_lint.project.frames import Frame
    from concurrency_lint.project.values import Class


class GenericInstance(Instance):
    """An object of a generic class of the project; `arguments` are what its type variables stand for."""

    __slots__ = ("arguments",)

    def __init__(self, cls: Class, exact: bool, frame: Frame | None, arguments: tuple[Values, ...]) -> None:
        super().__init__(cls, exact, frame)
        self.arguments = arguments
        self.depth = max(self.depth, deepest(*arguments) + 1)


class Filled(ExternalInstance):
    """An object of a library's generic class, and what it holds: a query of one class, a future of one result."""

    __slots__ = ("content",)

    def __init__(self, name: str, content: Values) -> None:
        super().__init__(name)
        self.content = content
        self.depth = deepest(content) + 1
