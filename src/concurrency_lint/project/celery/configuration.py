"""Configuration: what an app's settings are, whatever form they are given in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from concurrency_lint.project.celery.app_writes import AppWrites, ObjectRead, keyword_places
from concurrency_lint.project.celery.django_settings import is_settings_object, setting_of
from concurrency_lint.project.celery.expressions import Expression, Library, Origin, ProjectModule
from concurrency_lint.project.celery.literals import UNKNOWN
from concurrency_lint.project.celery.option_values import (
    NOT_KNOWN,
    NOT_SET,
    UNSET,
    Effective,
    Place,
    Possibility,
)
from concurrency_lint.project.celery.setting_names import CONSTRUCTOR, CONSTRUCTOR_OWN, meanings
from concurrency_lint.project.celery.setting_sources import Source, SourceReader

if TYPE_CHECKING:
    from concurrency_lint.project.celery.apps import App
    from concurrency_lint.project.celery.django_settings import DjangoSettings
    from concurrency_lint.project.celery.literals import Literals
    from concurrency_lint.project.celery.origins import Origins


class Configurations:
    """The configuration of every app that is asked about."""

    def __init__(
        self, origins: Origins, literals: Literals, writes: AppWrites, django: DjangoSettings, root: str
    ) -> None:
        self.origins, self.literals, self.writes, self.django = origins, literals, writes, django
        self.reader = SourceReader(origins, root)
        self._known: dict[App, Configuration] = {}

    def of(self, app: App) -> Configuration:
        """The configuration of an app."""
        if app not in self._known:
            self._known[app] = Configuration(app, self)
        return self._known[app]


class Configuration:
    """What one app's settings are."""

    def __init__(self, app: App, context: Configurations) -> None:
        self.app, self._context = app, context
        self._known: dict[str, Effective] = {}

    def get(self, setting: str) -> Effective:
        """What a setting may be, by its new name."""
        if setting not in self._known:
            found = self._written(setting).or_else(self._constructed(setting)).or_else(self._read(setting))
            self._known[setting] = self._followed(found.or_else(self._defaults(setting)))
        return self._known[setting]

    @cached_property
    def sources(self) -> list[Source | None] | None:
        """The objects that it may be read from, each as an alternative (None: unknown); None where there are none."""
        _, reads = self._context.writes.of(self.app)
        found: list[Source | None] = []
        certain = False
        for read in reversed([*self._in_constructor(), *reads]):
            found += self._of_read(read)
            if read.certain:
                certain = True
                break
        if not found:
            return None
        return found if certain else [*found, Source("", [], True)]

    def _of_read(self, read: ObjectRead) -> list[Source | None]:
        arguments = self._context.origins.arguments
        if read.call is None or read.method != "config_from_object":
            return [None]
        positional = arguments.positional(read.call)
        keywords = dict(arguments.keywords(read.call)[0])
        target = positional[0] if positional else keywords.get("obj")
        named = keywords.get("namespace") or (positional[3] if len(positional) > 3 else None)
        namespace = "" if named is None else self._context.literals.one(named)
        if target is None or (namespace is not None and not isinstance(namespace, str)):
            return [None]
        return self.objects(target, namespace or "")

    def objects(self, target: Expression, namespace: str) -> list[Source | None]:
        """The sources that an argument of `config_from_object` may stand for."""
        context = self._context
        found: list[Source | None] = []
        for origin in context.origins.of(target):
            value = context.literals.one(origin) if isinstance(origin, Expression) else None
            name = value if isinstance(value, str) else getattr(origin, "name", "")
            if isinstance(name, str) and is_settings_object(name):
                modules = context.django.modules()
                found += [context.reader.of_module(module, namespace) for module in modules] or [None]
                continue
            for each in self._imported(value) if isinstance(value, str) else (origin,):
                found.append(context.reader.of_origin(each, namespace))
        return found or [None]

    def _imported(self, dotted: str) -> Iterator[Origin]:
        """What `package.module`, `package.module:name` or `package.module.name` stands for."""
        origins = self._context.origins
        module, _, name = dotted.partition(":")
        target = origins.evaluator.modules.imported(self.app.module, 0, module)
        if target is None and not name:
            module, _, name = dotted.rpartition(".")
            target = origins.evaluator.modules.imported(self.app.module, 0, module) if module else None
        if target is None or target.module is None:
            yield Library(dotted)
        elif not name:
            yield ProjectModule(target)
        else:
            yield from origins.named(target.module, name) or (Library(dotted),)

    def _read(self, setting: str) -> Effective:
        if self.sources is None:
            return NOT_SET
        possibilities: list[Possibility] = []
        titles: list[str] = []
        for source in self.sources:
            one = NOT_KNOWN if source is None else source.effective(setting, self._context.literals)
            possibilities += one.possibilities
            titles += one.looked_at
        return Effective(
            tuple(dict.fromkeys(possibilities)) if _plain(possibilities) else tuple(possibilities), tuple(titles)
        )

    def _written(self, setting: str) -> Effective:
        """What `app.conf` is given in place: the last one that surely runs wins."""
        writes, _ = self._context.writes.of(self.app)
        found: list[Possibility] = []
        for write in reversed(writes):
            if write.method == "add_defaults":
                continue
            if not write.name:
                found.append(Possibility(UNKNOWN, write.place))
                continue
            if not any(meaning.setting == setting for meaning in meanings(write.name, "")):
                continue
            found += [Possibility(value, write.place) for value in self._context.literals.possible(write.value)]
            if write.certain and write.method != "setdefault":
                return Effective(tuple(found), ("app.conf",))
        return Effective((*found, Possibility(UNSET)), ("app.conf",))

    def _defaults(self, setting: str) -> Effective:
        writes, _ = self._context.writes.of(self.app)
        for write in reversed(writes):
            if write.method == "add_defaults" and (not write.name or write.name == setting):
                values = self._context.literals.possible(write.value) if write.name else (UNKNOWN,)
                return Effective(tuple(Possibility(value, write.place) for value in values), ("app.add_defaults",))
        return NOT_SET

    def _in_constructor(self) -> list[ObjectRead]:
        """`Celery(config_source=...)`, as far as it is there."""
        keywords, _ = self._context.origins.arguments.keywords(self.app.expression)
        if "config_source" not in dict(keywords):
            return []
        operation = self.app.operation
        place = Place(self.app.module.path, operation.line, "config_source", operation.column)
        return [ObjectRead(None, place, True, "config_source")]

    @cached_property
    def constructor(self) -> tuple[dict[str, tuple[Expression, Place]], bool]:
        """The settings that the app's constructor is given, and whether these are all."""
        app = self.app
        arguments = self._context.origins.arguments
        keywords, complete = arguments.keywords(app.expression)
        layer = f"{app.cls.fact.name if app.cls is not None else 'Celery'}(...)"
        whole = Place(app.module.path, app.operation.line, layer, app.operation.column)
        places = keyword_places(app.expression, app.operation, layer)
        found: dict[str, tuple[Expression, Place]] = {}
        for name, value in keywords:
            if name == "changes":
                entries, whole_changes = arguments.entries(value)
                complete = complete and whole_changes
                found.update({key: (held, whole) for key, held in entries})
            elif name not in CONSTRUCTOR_OWN:
                found[CONSTRUCTOR.get(name, name)] = (value, places.get(name, whole))
        return found, complete

    def _constructed(self, setting: str) -> Effective:
        given, complete = self.constructor
        layer = "Celery(...)"
        for name, (value, place) in given.items():
            if any(meaning.setting == setting for meaning in meanings(name, "")):
                values = self._context.literals.possible(value)
                # `broker=None` is as good as no broker.
                held = [
                    Possibility(UNSET if each is None and name in CONSTRUCTOR.values() else each, place)
                    for each in values
                ]
                return Effective(tuple(held), (layer,))
        own = self.app.cls
        if not complete or (own is not None and "__init__" in own.fact.members):
            return Effective(NOT_KNOWN.possibilities, (layer,))
        return Effective(NOT_SET.possibilities, (layer,))

    def _followed(self, effective: Effective) -> Effective:
        """`settings.NAME` of Django's, where the value is read from there."""
        found: list[Possibility] = []
        for possibility in effective.possibilities:
            name = setting_of(possibility.value) if possibility.value is not UNKNOWN else None
            held = self._context.django.values(name) if name else []
            if not held:
                found.append(Possibility(UNKNOWN, possibility.place) if name else possibility)
            for each in held:
                found += [Possibility(value, possibility.place) for value in self._context.literals.possible(each)]
        return Effective(tuple(found), effective.looked_at)


def _plain(possibilities: list[Possibility]) -> bool:
    """Whether all values can be told apart by hashing."""
    return all(isinstance(p.value, (bool, int, float, str, type(None))) for p in possibilities)
