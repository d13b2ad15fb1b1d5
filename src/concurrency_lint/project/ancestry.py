"""What classes derive from, and whether their objects can run anything worth following."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.facts.model import Deed, FunctionHere
from concurrency_lint.project.values import ANYTHING, Class, External, ExternalInstance, Instance, Value

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator

Ancestor = Class | External


class Ancestry:
    """Knows the line of every class that was asked about."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._lines: dict[Class, tuple[Ancestor, ...]] = {}
        self._acting: dict[Class, bool] = {}
        self._protocols: dict[Class, bool] = {}

    def of(self, cls: Class) -> tuple[Ancestor, ...]:
        """The class and everything it derives from, nearest first; library classes by name."""
        line = self._lines.get(cls)
        if line is None:
            self._lines[cls] = (cls,)
            found: list[Ancestor] = [cls]
            for base in cls.fact.bases:
                for value in self._evaluator.values(cls.module, base, cls.frame):
                    if isinstance(value, Class):
                        found.extend(self.of(value))
                    elif isinstance(value, External):
                        found.append(value)
            # A base shared by several branches stands behind all of them.
            line = self._lines[cls] = tuple(reversed(dict.fromkeys(reversed(found))))
        return line

    def is_protocol(self, cls: Class) -> bool:
        """Whether the class only describes what others have, without their deriving from it."""
        found = self._protocols.get(cls)
        if found is None:
            catalogue = self._evaluator.catalogue
            forms = [
                catalogue.form(value.name)
                for base in cls.fact.bases
                for value in self._evaluator.values(cls.module, base, cls.frame)
                if isinstance(value, External)
            ]
            found = self._protocols[cls] = any(form is not None and form.means == "protocol" for form in forms)
        return found

    def is_instance(self, value: Value, classes: list[Ancestor]) -> bool | None:
        """Whether an object is of one of some classes, or of what derives from one; None where that is not known."""
        if isinstance(value, Instance):
            line = self.of(value.cls)
            if any(cls in line for cls in classes):
                return True
            return False if value.exact else None
        if isinstance(value, ExternalInstance):
            names = {value.name, *self._evaluator.catalogue.ancestors(value.name)}
            return any(isinstance(cls, External) and cls.name in names for cls in classes)
        return None if value is ANYTHING else False

    def acts(self, cls: Class) -> bool:
        """Whether an object of the class can run code worth following: a plain record of data cannot."""
        acting = self._acting.get(cls)
        if acting is None:
            acting = self._acting[cls] = any(
                self._evaluator.catalogue.acts(ancestor.name)
                if isinstance(ancestor, External)
                else self._has_acting_methods(ancestor)
                or bool(ancestor.fact.attributes)
                or self._evaluator.annotations.type_arguments.given_by_bases(ancestor)
                for ancestor in self.of(cls)
            )
        return acting

    def _has_acting_methods(self, cls: Class) -> bool:
        facts = cls.module.facts
        for references in cls.fact.members.values():
            for index in references:
                reference = facts.references[index]
                if isinstance(reference, FunctionHere):
                    function = facts.functions[reference.function]
                    if not function.decorators and any(op.deed is Deed.CALL for op in function.operations):
                        return True
        return False
