"""Attributes: what `value.name` may be, along the classes that the value derives from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concurrency_lint.project.arguments import Arguments
from concurrency_lint.project.builtin_results import TEXT_METHODS
from concurrency_lint.project.values import (
    ANYTHING,
    UNKNOWN_VALUES,
    Anything,
    Bound,
    Class,
    Constant,
    Container,
    Decorated,
    External,
    ExternalInstance,
    Function,
    Instance,
    ModuleValue,
    Partial,
    Pending,
    Super,
    Value,
    Values,
    known,
    settled,
    telling,
    union,
)

if TYPE_CHECKING:
    from concurrency_lint.project.evaluate import Evaluator

_METHODS = (Function, Decorated, Bound, Partial)


class Members:
    """Attribute lookup, as Python does it, over what is known."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._class_level: dict[tuple[Class, str], Values] = {}
        self._attributes: dict[tuple[Value, str], Values] = {}

    def of_all(self, values: Values, name: str) -> Values:
        """`value.name` for any of `values`."""
        if len(values) == 1:
            return self.of(values[0], name)
        return union(*[self.of(value, name) for value in values])

    def of(self, value: Value, name: str) -> Values:
        """`value.name`."""
        evaluator = self._evaluator
        if isinstance(value, Anything):
            return UNKNOWN_VALUES
        if isinstance(value, External):
            return evaluator.externals.attribute(f"{value.name}.{name}") or (
                evaluator.external(f"{value.name}.{name}"),
            )
        if isinstance(value, ExternalInstance):
            return self._of_library(value.name, name, value)
        if isinstance(value, Instance):
            return self._of_instance(value, name)
        if isinstance(value, ModuleValue):
            return evaluator.names.member(value, name)
        if isinstance(value, Class):
            return self._of_class(value, name)
        if isinstance(value, Constant) and value.kind == "str" and name in TEXT_METHODS:
            return (evaluator.make.make(Bound, evaluator.external(f"builtins.str.{name}"), value),)
        if isinstance(value, Super):
            return self._of_super(value, name)
        if isinstance(value, Container):
            return (evaluator.make.make(Bound, evaluator.external(f"builtins.{value.kind}.{name}"), value),)
        if isinstance(value, (Decorated, Function)):
            return evaluator.decorators.attribute(value, name)
        return self.of_all(value.values, name) if isinstance(value, Pending) else UNKNOWN_VALUES

    def special(self, value: Value, method: str) -> Values:
        """The special method that an operation on `value` calls, bound to it; empty where there is none."""
        if isinstance(value, Instance):
            return self._methods(value, method)
        if isinstance(value, ExternalInstance):
            bound = self._library_method(value.name, method, value)
            return () if bound is None else (bound,)
        return ()

    def class_level(self, value: Instance, name: str) -> Values:
        """What the class of `value` itself says `name` is, unbound: properties and descriptors show here."""
        key = (value.cls, name)
        found = self._class_level.get(key)
        if found is None:
            found = ()
            for ancestor in self._evaluator.ancestry.of(value.cls):
                if isinstance(ancestor, Class):
                    found = self._own(ancestor, name)
                    if found:
                        break
            if not self._evaluator.in_cycle:
                self._class_level[key] = found
        return found

    def _of_instance(self, value: Instance, name: str) -> Values:
        if name == "__class__":
            return (value.cls,)
        key = (value, name)
        found = self._attributes.get(key)
        if found is None:
            found = self._look_up(value, name)
            if not self._evaluator.in_cycle:
                self._attributes[key] = found
        return found

    def _look_up(self, value: Instance, name: str) -> Values:
        evaluator = self._evaluator
        assigned: list[Values] = []
        declared: Values = ()
        library: Values = ()
        for ancestor in evaluator.ancestry.of(value.cls):
            if isinstance(ancestor, External):
                if not library:
                    library = self._of_library_base(ancestor.name, name, value)
                continue
            references = ancestor.fact.attributes.get(name)
            if references:
                assigned.append(evaluator.all_values(ancestor.module, references, value.frame or ancestor.frame))
            if not declared:
                declared = self._own(ancestor, name)
        held = union(*assigned)
        if declared and not telling(declared) and not known(held):
            argued = evaluator.invocation.records.field(value, name)
            argued = argued or evaluator.annotations.type_arguments.attribute(value, name)
            declared = union(declared, argued, evaluator.outside.to_class(value.cls, name))
        if declared:
            bound = union(self._bind(declared, value), self._overrides(value, name))
            return bound if not known(held) else union(known(held), bound)
        if held and not known(held):
            held = union(held, evaluator.outside.to_class(value.cls, name))
        if held:
            return held if settled(held) or not library else union(known(held), library)
        if library:
            return library
        written = evaluator.outside.to_class(value.cls, name)
        if written:
            return written
        overridden = self._overrides(value, name)
        return overridden or self._dynamic(value, name) or UNKNOWN_VALUES

    def _methods(self, value: Instance, name: str) -> Values:
        """Methods only, bound; nothing made up where there is none."""
        for ancestor in self._evaluator.ancestry.of(value.cls):
            if isinstance(ancestor, Class):
                found = self._own(ancestor, name)
                if found:
                    return union(self._bind(found, value), self._overrides(value, name))
            else:
                bound = self._library_method(ancestor.name, name, value)
                if bound is not None:
                    return (bound,)
        return self._overrides(value, name)

    def _own(self, cls: Class, name: str) -> Values:
        """What the body of this very class binds."""
        references = cls.fact.members.get(name)
        if not references:
            return ()
        return self._evaluator.all_values(cls.module, references, cls.frame)

    def _bind(self, values: Values, receiver: Instance) -> Values:
        return union(*[self._bound(value, receiver) for value in values])

    def _bound(self, value: Value, receiver: Instance) -> Values:
        evaluator, make = self._evaluator, self._evaluator.make.make
        if isinstance(value, (Function, Partial)):
            return (make(Bound, value, receiver),)
        if isinstance(value, Decorated):
            if value.effect == "property":
                getter = make(Bound, value.function, receiver)
                return evaluator.invocation.result(getter, Arguments(evaluator))
            if value.effect == "staticmethod":
                return (value.function,)
            if value.effect == "classmethod":
                return (make(Bound, value.function, receiver.cls),)
            return (make(Bound, value, receiver),)
        if isinstance(value, Instance):
            getters = self._methods(value, "__get__")
            if getters:
                first = Arguments(evaluator, first=((receiver,), (receiver.cls,)))
                return union(*[evaluator.invocation.result(getter, first) for getter in getters])
        return (value,)

    def _overrides(self, value: Instance, name: str) -> Values:
        """The same method in classes that derive from the receiver's declared class."""
        if value.exact:
            return ()
        evaluator = self._evaluator
        found = []
        for cls in evaluator.subclasses.of(value.cls):
            own = tuple(v for v in self._own(cls, name) if isinstance(v, _METHODS))
            if own:
                found.append(self._bind(own, evaluator.instance(cls)))
        return union(*found)

    def _dynamic(self, value: Instance, name: str) -> Values:
        """What `__getattr__` gives for a name that nothing else defines."""
        evaluator = self._evaluator
        asked = Arguments(evaluator, first=((evaluator.make.make(Constant, "str", name),),))
        for ancestor in evaluator.ancestry.of(value.cls):
            if isinstance(ancestor, Class) and "__getattr__" in ancestor.fact.members:
                getters = self._bind(self._own(ancestor, "__getattr__"), value)
                return union(*[evaluator.invocation.result(getter, asked) for getter in getters])
        return ()

    def _of_class(self, cls: Class, name: str) -> Values:
        evaluator = self._evaluator
        make = evaluator.make.make
        library: Values = ()
        for ancestor in evaluator.ancestry.of(cls):
            if isinstance(ancestor, External):
                if not library:
                    attribute = evaluator.externals.attribute(f"{ancestor.name}.{name}")
                    if attribute:
                        library = attribute
                    elif evaluator.catalogue.call(f"{ancestor.name}.{name}") is not None:
                        library = (make(Bound, evaluator.external(f"{ancestor.name}.{name}"), cls),)
                continue
            found: list[Values] = []
            for value in self._own(ancestor, name):
                if isinstance(value, Decorated) and value.effect == "classmethod":
                    found.append((make(Bound, value.function, cls),))
                elif isinstance(value, Decorated) and value.effect == "staticmethod":
                    found.append((value.function,))
                else:
                    found.append((value,))
            bound = union(*found)
            if telling(bound) or (known(bound) and ANYTHING not in bound and isinstance(bound[0], Constant)):
                return bound
            # Set later: by a method, as an object's attributes are, or by the module's functions.
            set_later = evaluator.all_values(ancestor.module, ancestor.fact.attributes.get(name, []), None)
            if bound or set_later:
                return union(bound, set_later, evaluator.outside.to_class(ancestor, name))
        if name == "__subclasses__":
            return (make(Partial, evaluator.external("builtins.type.__subclasses__"), ((cls,),), ()),)
        return library or UNKNOWN_VALUES

    def _of_super(self, value: Super, name: str) -> Values:
        evaluator = self._evaluator
        receiver = value.receiver
        start = receiver.cls if isinstance(receiver, Instance) else receiver
        line = evaluator.ancestry.of(start) if isinstance(start, Class) else ()
        behind = line[line.index(value.cls) + 1 :] if value.cls in line else evaluator.ancestry.of(value.cls)[1:]
        for ancestor in behind:
            if isinstance(ancestor, External):
                holder = receiver if isinstance(receiver, Instance) else ANYTHING
                bound = self._library_method(ancestor.name, name, holder)
                if bound is not None:
                    return (bound,)
                continue
            found = self._own(ancestor, name)
            if found:
                if isinstance(receiver, Instance):
                    return self._bind(found, receiver)
                if isinstance(receiver, Class):
                    inner = [v.function if isinstance(v, Decorated) else v for v in found]
                    return tuple(evaluator.make.make(Bound, v, receiver) for v in inner)
                return found
        return (evaluator.external(f"builtins.object.{name}"),) if name == "__new__" else UNKNOWN_VALUES

    def _of_library(self, class_name: str, name: str, receiver: Value) -> Values:
        evaluator = self._evaluator
        attribute = evaluator.externals.attribute(f"{class_name}.{name}", receiver)
        if attribute:
            return attribute
        return (
            self._library_method(class_name, name, receiver)
            or evaluator.make.make(Bound, evaluator.external(f"{class_name}.{name}"), receiver),
        )

    def _of_library_base(self, class_name: str, name: str, receiver: Value) -> Values:
        attribute = self._evaluator.externals.attribute(f"{class_name}.{name}", receiver)
        if attribute:
            return attribute
        bound = self._library_method(class_name, name, receiver)
        return () if bound is None else (bound,)

    def _library_method(self, class_name: str, name: str, receiver: Value) -> Bound | None:
        """A method of a library class that the catalogue knows, under the name of its entry."""
        evaluator = self._evaluator
        full = f"{class_name}.{name}"
        found = evaluator.catalogue.call(full)
        if found is None and evaluator.catalogue.offload(full) is None:
            return None
        return evaluator.make.make(Bound, evaluator.external(full), receiver)
