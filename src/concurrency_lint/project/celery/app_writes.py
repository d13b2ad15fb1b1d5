"""What code does to an app's configuration: assignments to `conf`, updates, and the objects that it is read from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.facts.model import DecoratorPlace, Deed, Operation
from concurrency_lint.project.celery.expressions import Expression
from concurrency_lint.project.celery.option_values import Place
from concurrency_lint.project.last_names import method_called

if TYPE_CHECKING:
    from concurrency_lint.project.celery.apps import App, Apps
    from concurrency_lint.project.celery.origins import Origins
    from concurrency_lint.project.modules import LinkedModule
    from concurrency_lint.project.subclasses import FileIndex

_METHODS = ("update", "setdefault", "config_from_object", "config_from_envvar", "add_defaults", "config_from_cmdline")


class Write(NamedTuple):
    """One setting given to `app.conf`; an empty `name` stands for settings that nobody can know."""

    name: str
    value: Expression
    place: Place
    certain: bool
    method: str


class ObjectRead(NamedTuple):
    """`config_from_object` and its like: the call, its place, and whether it surely runs."""

    call: Expression | None
    place: Place
    certain: bool
    method: str


class AppWrites:
    """Finds them, for every app, once."""

    def __init__(self, origins: Origins, apps: Apps, mentions: FileIndex) -> None:
        self._origins, self._apps, self._mentions = origins, apps, mentions
        self._writes: dict[App, list[Write]] | None = None
        self._reads: dict[App, list[ObjectRead]] = {}

    def of(self, app: App) -> tuple[list[Write], list[ObjectRead]]:
        """Writes and reads of an app, those of its own module last and in order."""
        if self._writes is None:
            self._writes = {}
            self._look()
        return self._writes.get(app, []), self._reads.get(app, [])

    def _look(self) -> None:
        homes = {app.module for app in self._apps.all()}
        modules = []
        for path in self._mentions.paths("conf"):
            module = self._origins.evaluator.modules.at(path)
            if module is not None and (not module.is_test or module in homes):
                modules.append(module)
        for module in sorted(modules, key=lambda each: each in homes):
            self._calls(module)
            self._assignments(module)
        assert self._writes is not None
        for writes in self._writes.values():
            writes.sort(key=lambda write: (write.place.path in {home.path for home in homes}, write.place.line))

    def _calls(self, module: LinkedModule) -> None:
        for number, function in enumerate(module.facts.functions):
            for operation in function.operations:
                method = method_called(module, operation.reference) if operation.deed is Deed.CALL else None
                if method is None or method.name not in _METHODS:
                    continue
                on_conf = method.name in ("update", "setdefault")
                base = Expression(module, method.base)
                apps = self.of_conf(base) if on_conf else self._apps.of(base)
                for app in apps or ():
                    self._note_call(app, module, operation, method.name, self._certain(app, module, number, operation))

    def _note_call(self, app: App, module: LinkedModule, operation: Operation, method: str, certain: bool) -> None:
        assert self._writes is not None
        call = Expression(module, operation.reference)
        if method not in ("update", "add_defaults", "setdefault"):
            place = Place(module.path, operation.line, method, operation.column)
            self._reads.setdefault(app, []).append(ObjectRead(call, place, certain, method))
            return
        writes = self._writes.setdefault(app, [])
        for name, value, place in self._entries(call, operation, "app.conf"):
            writes.append(Write(name, value, place, certain, method))

    def _entries(self, call: Expression, operation: Operation, layer: str) -> Iterator[tuple[str, Expression, Place]]:
        """The settings that a call names: keywords, `**options` and mappings; an empty name for what is unknown."""
        arguments = self._origins.arguments
        whole = Place(call.module.path, operation.line, layer, operation.column)
        places = keyword_places(call, operation, layer)
        keywords, complete = arguments.keywords(call)
        for argument in arguments.positional(call):
            more, all_known = arguments.entries(argument)
            origins = self._origins.of(argument)
            display = origins[0] if origins and isinstance(origins[0], Expression) else argument
            for name, value in more:
                yield name, value, self._key_place(display, name, layer) or whole
            complete = complete and all_known
        if not complete:
            yield "", Expression(call.module, model.UNKNOWN), whole
        for name, value in keywords:
            yield name, value, places.get(name, whole)

    def _key_place(self, display: Expression, name: str, layer: str) -> Place | None:
        layout = display.module.facts.layout
        reference = display.reference
        if layout is None or not isinstance(reference, model.Mapping) or display.index not in layout.keys:
            return None
        for key, place in zip(reference.keys, layout.keys[display.index], strict=True):
            held = display.module.facts.references[key]
            if isinstance(held, model.Const) and held.value == name:
                return Place(display.module.path, place.line, layer, place.column)
        return None

    def _assignments(self, module: LinkedModule) -> None:
        """`app.conf.name = value`, `app.conf["name"] = value`."""
        assert self._writes is not None
        for written in module.facts.layout.written if module.facts.layout is not None else ():
            key = module.facts.references[written.key]
            name = written.name or (str(key.value) if isinstance(key, model.Const) else "")
            for app in self.of_conf(Expression(module, written.base)) or ():
                certain = not written.chosen and self._runs(app, module, written.function)
                place = Place(module.path, written.line, "app.conf", written.column)
                write = Write(name, Expression(module, written.value), place, certain, "conf")
                self._writes.setdefault(app, []).append(write)

    def of_conf(self, expression: Expression) -> list[App] | None:
        """The apps whose `conf` an expression is."""
        found: list[App] = []
        for origin in self._origins.of(expression):
            reference = origin.reference if isinstance(origin, Expression) else None
            if not isinstance(origin, Expression) or not isinstance(reference, model.Attribute):
                return None
            if reference.name != "conf":
                return None
            found += self._apps.of(Expression(origin.module, reference.base, origin.bindings)) or ()
        return found or None

    def _certain(self, app: App, module: LinkedModule, function: int, operation: Operation) -> bool:
        layout = module.facts.layout
        chosen = layout is None or f"{operation.end_line}:{operation.end_column}" in layout.chosen
        return not chosen and self._runs(app, module, function)

    def _runs(self, app: App, module: LinkedModule, function: int) -> bool:
        """Whether what stands in a function surely runs: at module level, or where the app is made."""
        return function == 0 or (module is app.module and function == app.function)


def keyword_places(call: Expression, operation: Operation | DecoratorPlace, layer: str) -> dict[str, Place]:
    """The places of a call's keywords."""
    reference = call.reference
    assert isinstance(reference, model.Call)
    layout = call.module.facts.layout
    places = layout.keywords.get(f"{operation.end_line}:{operation.end_column}") if layout is not None else None
    found = {}
    for position, (name, _) in enumerate(reference.keywords):
        line, column = (operation.line, operation.column)
        if places is not None and position < len(places):
            line, column = places[position].line, places[position].column
        found[name] = Place(call.module.path, line, layer, column)
    return found
