"""Sources of settings: modules, classes, objects and mappings, asked for what they say about one setting."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.project.celery.expressions import Expression, Library, Origin, ProjectModule
from concurrency_lint.project.celery.literals import UNKNOWN
from concurrency_lint.project.celery.option_values import NOT_KNOWN, NOT_SET, UNSET, Effective, Place, Possibility
from concurrency_lint.project.celery.setting_names import OLD_NAMES
from concurrency_lint.project.values import External

if TYPE_CHECKING:
    from concurrency_lint.project.celery.literals import Literals
    from concurrency_lint.project.celery.origins import Origins
    from concurrency_lint.project.modules import LinkedModule


class Key(NamedTuple):
    """A key of a source: its value and place; not `certain` where it stands below a choice."""

    name: str
    value: Expression
    place: Place
    certain: bool


class Source:
    """Keys and values. Not `complete` where there may be others that nobody can know."""

    def __init__(self, title: str, keys: list[Key], complete: bool, namespace: str = "") -> None:
        self.title, self.keys, self.complete, self.namespace = title, keys, complete, namespace
        self._by_name: dict[str, list[Key]] = {}
        for key in keys:
            self._by_name.setdefault(key.name, []).append(key)

    def effective(self, setting: str, literals: Literals) -> Effective:
        """What the source says about a setting."""
        for name in _names(setting, self.namespace):
            found: list[Possibility] = []
            certain = False
            for key in reversed(self._by_name.get(name, [])):
                found += [Possibility(value, key.place) for value in literals.possible(key.value)]
                if key.certain:
                    certain = True
                    break
            if found:
                rest = () if certain else (Possibility(UNSET if self.complete else UNKNOWN),)
                return Effective((*found, *rest), (self.title,))
        return Effective(NOT_SET.possibilities if self.complete else NOT_KNOWN.possibilities, (self.title,))


def _names(setting: str, namespace: str) -> tuple[str, ...]:
    if namespace:
        prefix = namespace.upper() if namespace.endswith("_") else f"{namespace.upper()}_"
        return (prefix + setting.upper(), setting)
    return (setting, OLD_NAMES[setting])


class SourceReader:
    """Reads sources from what expressions stand for."""

    def __init__(self, origins: Origins, relative: str) -> None:
        self._origins, self._root = origins, relative

    def of_origin(self, origin: Origin, namespace: str) -> Source | None:
        """The source that a module, class, object or mapping is; None where it is unknown."""
        if isinstance(origin, ProjectModule):
            return None if origin.value.module is None else self.of_module(origin.value.module, namespace)
        if isinstance(origin, Library):
            return None
        reference = origin.reference
        if isinstance(reference, model.ClassHere):
            return self._of_class(origin, namespace)
        if isinstance(reference, model.Mapping):
            return self.of_mapping(origin, namespace, self._title(origin.module))
        if isinstance(reference, model.Call):
            return self._of_call(origin, reference, namespace)
        return None

    def of_module(self, module: LinkedModule, namespace: str) -> Source:
        """What a module binds, its star imports included."""
        keys: list[Key] = []
        complete = self._collect(module, keys, [])
        return Source(self._title(module), keys, complete, namespace)

    def of_mapping(self, origin: Expression, namespace: str, title: str) -> Source:
        """What a mapping holds."""
        entries, complete = self._origins.arguments.entries(origin)
        keys = [Key(name, value, self.key_place(origin, name, title), True) for name, value in entries]
        return Source(title, keys, complete, namespace)

    def key_place(self, origin: Expression, name: str, title: str) -> Place:
        """The place of a key in a display, else of the module."""
        layout = origin.module.facts.layout
        reference = origin.reference
        if layout is not None and isinstance(reference, model.Mapping) and origin.index in layout.keys:
            for key, place in zip(reference.keys, layout.keys[origin.index], strict=True):
                held = origin.module.facts.references[key]
                if isinstance(held, model.Const) and held.value == name:
                    return Place(origin.module.path, place.line, title, place.column)
        return Place(origin.module.path, 1, title)

    def _title(self, module: LinkedModule) -> str:
        return module.path.removeprefix(self._root).lstrip("/\\").replace("\\", "/")

    def _collect(self, module: LinkedModule, keys: list[Key], seen: list[LinkedModule]) -> bool:
        """Add what a module binds behind what its star imports bind; whether nothing else can be in it."""
        if module in seen:
            return True
        seen.append(module)
        complete = True
        for level, dotted in module.facts.star_imports:
            target = self._origins.evaluator.modules.imported(module, level, dotted)
            if target is not None and target.module is not None:
                complete = self._collect(target.module, keys, seen) and complete
            elif target is None:
                complete = False
        keys += self._assigned(module, 0, module.facts.scopes[0].bindings)
        return complete

    def _assigned(self, module: LinkedModule, scope: int, bindings: dict[str, list[int]]) -> list[Key]:
        """The bindings of a module or class, in order of the source where that is known."""
        layout = module.facts.layout
        title = self._title(module)
        found: list[Key] = []
        placed = set()
        for assigned in layout.assigned if layout is not None else ():
            if assigned.scope == scope:
                placed.add(assigned.name)
                place = Place(module.path, assigned.line, title, assigned.column)
                value = Expression(module, assigned.reference)
                found.append(Key(assigned.name, value, place, not assigned.chosen))
        for name, references in bindings.items():
            if name not in placed:
                found += [
                    Key(name, Expression(module, each), Place(module.path, 1, title), True) for each in references
                ]
        return found

    def _of_class(self, origin: Expression, namespace: str) -> Source | None:
        cls = self._origins.as_class(origin)
        assert cls is not None
        keys: list[Key] = []
        for ancestor in reversed(self._origins.evaluator.ancestry.of(cls)):
            if isinstance(ancestor, External):
                if ancestor.name != "builtins.object":
                    return None
                continue
            keys += self._assigned(ancestor.module, ancestor.fact.scope, ancestor.fact.members)
        return Source(f"class {cls.fact.name}", keys, True, namespace)

    def _of_call(self, origin: Expression, reference: model.Call, namespace: str) -> Source | None:
        """An object: of a project class, a `SimpleNamespace`, or a dict."""
        for callee in self._origins.of(Expression(origin.module, reference.function, origin.bindings)):
            if isinstance(callee, Library) and callee.name in ("types.SimpleNamespace", "builtins.dict"):
                entries, complete = self._origins.arguments.keywords(origin)
                title = self._title(origin.module)
                place = Place(origin.module.path, 1, title)
                return Source(title, [Key(name, value, place, True) for name, value in entries], complete, namespace)
            if isinstance(callee, Expression) and isinstance(callee.reference, model.ClassHere):
                return self._of_class(callee, namespace)
        return None
