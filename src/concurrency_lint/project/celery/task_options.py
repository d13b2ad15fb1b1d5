"""Options of tasks as a worker sees them: annotations, the declaration, base classes, configuration, command lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from concurrency_lint.facts import model
from concurrency_lint.project.celery.expressions import Expression, Library
from concurrency_lint.project.celery.literals import UNKNOWN, Named
from concurrency_lint.project.celery.option_values import (
    NOT_KNOWN,
    NOT_SET,
    UNSET,
    Effective,
    Place,
    Possibility,
)
from concurrency_lint.project.celery.registrations import TASK_CLASSES
from concurrency_lint.project.celery.setting_names import FROM_SETTING, LIMITS, NEWER_FROM_SETTING
from concurrency_lint.project.values import Class, External

if TYPE_CHECKING:
    from concurrency_lint.project.celery.apps import App, Apps
    from concurrency_lint.project.celery.configuration import Configurations
    from concurrency_lint.project.celery.declarations import Declaration
    from concurrency_lint.project.celery.literals import Literals
    from concurrency_lint.project.celery.origins import Origins
    from concurrency_lint.project.celery.worker_commands import WorkerCommands

_ONLY_DECLARED = ("bind", "base", "name")


class TaskOptions:
    """Works out effective options."""

    def __init__(
        self,
        origins: Origins,
        literals: Literals,
        apps: Apps,
        configurations: Configurations,
        workers: WorkerCommands,
    ) -> None:
        self._origins, self._literals, self._apps = origins, literals, apps
        self._configurations, self._workers = configurations, workers
        self._known: dict[tuple[int, str], Effective] = {}

    def get(self, task: Declaration, option: str) -> Effective:
        """What an option of a task may be."""
        key = (id(task), option)
        if key not in self._known:
            self._known[key] = self._worked_out(task, option)
        return self._known[key]

    def apps_of(self, task: Declaration) -> list[App]:
        """The apps that may run a task; empty where none can be found."""
        return list(task.apps) if task.apps is not None else self._apps.discovering(task.module)

    def name(self, task: Declaration) -> Effective:
        """The name under which a task is registered."""
        found = self.declared(task, "name")
        default = Possibility(task.name, task.place)
        if found.is_set and found.value is not None:
            return found
        if not found.unknown and task.cls is None and any(self._names_itself(app) for app in self.apps_of(task)):
            return NOT_KNOWN
        return found.or_else(Effective((default,))) if found.value is not None else Effective((default,))

    def _names_itself(self, app: App) -> bool:
        """Whether an app's own class decides on the names of its tasks."""
        line = () if app.cls is None else self._origins.evaluator.ancestry.of(app.cls)
        return any(isinstance(each, Class) and "gen_task_name" in each.fact.members for each in line)

    def declared(self, task: Declaration, option: str) -> Effective:
        """What the declaration and the base classes say."""
        given = task.options.get(option)
        if given is not None:
            values = self._literals.possible(given.value)
            return Effective(tuple(Possibility(value, given.place) for value in values), ("decorator",))
        if not task.complete:
            return NOT_KNOWN
        if option in ("bind", "base"):
            return NOT_SET
        found = self._of_bases(task, option)
        return Effective(found.possibilities, ("decorator", *found.looked_at) if task.cls is None else found.looked_at)

    def bases(self, task: Declaration) -> list[Class | External] | None:
        """The line of classes that a task derives from, nearest first; None where it is unknown."""
        line: list[Class | External] = []
        for start in self._starts(task):
            if start is None:
                return None
            line += [start] if isinstance(start, External) else self._origins.evaluator.ancestry.of(start)
            if isinstance(start, Class) and not self._resolved(start):
                return None
        return line

    def sends_at_once(self, task: Declaration) -> bool:
        """Whether `delay` sends a task there and then: no class of the project's own may put it off."""
        line = self.bases(task)
        if line is None:
            return False
        own = [each for each in line if isinstance(each, Class)]
        return not any({"apply_async", "delay"}.intersection(each.fact.members) for each in own)

    def has_methods_of(self, task: Declaration, environment: str) -> bool:
        """Whether a task is of the library's own class, by an app that is made where `environment` is set."""
        apps = self.apps_of(task)
        if not apps or not all(isinstance(each, External) and each.name in TASK_CLASSES for each in self._starts(task)):
            return False
        return all(
            any(isinstance(each, model.Const) and each.value == environment for each in app.module.facts.references)
            for app in apps
        )

    def _resolved(self, cls: Class) -> bool:
        """Whether every base of a class, at any depth, is known."""
        for each in self._origins.evaluator.ancestry.of(cls):
            if isinstance(each, Class):
                for base in each.fact.bases:
                    values = self._origins.evaluator.values(each.module, base, None)
                    if not values or not all(isinstance(value, (Class, External)) for value in values):
                        return False
        return True

    def _starts(self, task: Declaration) -> list[Class | External | None]:
        if task.cls is not None:
            return [task.cls]
        given = task.options.get("base")
        if given is not None:
            return [self._class(given.value)]
        if not task.complete:
            return [None]
        found = [self._task_class(app) for app in self.apps_of(task)]
        # Where no app is in sight, tasks derive from the library's class, as those of most apps do.
        return list(dict.fromkeys(found))

    def _task_class(self, app: App) -> Class | External | None:
        """The class that an app's tasks derive from where they do not say."""
        make = self._origins.evaluator.make.make
        keywords, complete = self._origins.arguments.keywords(app.expression)
        given = dict(keywords).get("task_cls")
        if given is None and not complete:
            return None
        if given is None and app.cls is not None:
            for ancestor in self._origins.evaluator.ancestry.of(app.cls):
                references = ancestor.fact.members.get("task_cls") if isinstance(ancestor, Class) else None
                if isinstance(ancestor, Class) and references:
                    given = Expression(ancestor.module, references[0])
                    break
        for written in app.module.facts.layout.written if app.module.facts.layout is not None else ():
            if written.name in ("Task", "task_cls") and self._apps.of(Expression(app.module, written.base)) == [app]:
                given = Expression(app.module, written.value)
        return make(External, TASK_CLASSES[0]) if given is None else self._class(given)

    def _class(self, expression: Expression) -> Class | External | None:
        """The class that an expression stands for, which may be written as a string "module:Class"."""
        written = expression.reference
        if isinstance(written, model.Attribute):
            holder = expression.module.facts.references[written.base]
            if isinstance(holder, model.Parameter) and holder.position == 0:
                # `cls.task_base`: a subclass may have another.
                return None
        origins = self._origins.of(expression)
        if len(origins) != 1:
            return None
        origin = origins[0]
        if isinstance(origin, Library):
            return self._origins.evaluator.make.make(External, origin.name)
        if not isinstance(origin, Expression):
            return None
        reference = origin.reference
        if isinstance(reference, model.Const) and isinstance(reference.value, str):
            module, _, name = reference.value.replace(":", ".").rpartition(".")
            target = self._origins.evaluator.modules.imported(origin.module, 0, module)
            if target is None or target.module is None:
                return None
            found = self._origins.named(target.module, name)
            return self._origins.as_class(found[0]) if found and isinstance(found[0], Expression) else None
        if isinstance(reference, model.Attribute) and reference.name == "Task":
            apps = self._apps.of(Expression(origin.module, reference.base, origin.bindings))
            if apps:
                return self._task_class(apps[0])
        return self._origins.as_class(origin)

    def _of_bases(self, task: Declaration, option: str) -> Effective:
        line = self.bases(task)
        looked: list[str] = []
        for each in line or ():
            if isinstance(each, External):
                if each.name in TASK_CLASSES:
                    break
                if each.name in ("builtins.object", "abc.ABC", "typing.Generic"):
                    continue
                return NOT_KNOWN
            looked.append(f"base {each.fact.name}" if each is not task.cls else f"class {each.fact.name}")
            references = each.fact.members.get(option)
            if references:
                found = self._in_class(each, option, references)
                return Effective(found, tuple(looked))
        return NOT_KNOWN if line is None else Effective(NOT_SET.possibilities, tuple(looked))

    def _in_class(self, cls: Class, option: str, references: list[int]) -> tuple[Possibility, ...]:
        layout = cls.module.facts.layout
        line = cls.fact.line
        for assigned in layout.assigned if layout is not None else ():
            if assigned.scope == cls.fact.scope and assigned.name == option:
                line = assigned.line
        place = Place(cls.module.path, line, f"class {cls.fact.name}")
        return tuple(
            Possibility(value, place)
            for reference in references
            for value in self._literals.possible(Expression(cls.module, reference))
        )

    def _worked_out(self, task: Declaration, option: str) -> Effective:
        if option in _ONLY_DECLARED:
            return self.declared(task, option)
        found = self._annotated(task, option).or_else(self.declared(task, option))
        setting = FROM_SETTING.get(option) or NEWER_FROM_SETTING.get(option)
        if setting is not None:
            # Given as None it falls back to the setting as if it were not given.
            found = _without_none(found).or_else(self.configured(task, setting))
        elif option in LIMITS:
            found = _without_none(found).or_else(self._pool_limit(task, LIMITS[option], option))
        return found

    def configured(self, task: Declaration, setting: str) -> Effective:
        """What the configuration of the task's apps says about a setting."""
        apps = self.apps_of(task)
        if not apps:
            return NOT_KNOWN
        found = [self._configurations.of(app).get(setting) for app in apps]
        return _together(found)

    def _pool_limit(self, task: Declaration, setting: str, option: str) -> Effective:
        """The limit of the worker's pool, where the task has none: by the settings, or by every command line."""
        configured = self.configured(task, setting)
        commands = self._workers.option(self.apps_of(task), option)
        if commands is None:
            return configured
        if configured.value is UNSET:
            return commands
        # Which of the two wins differs between releases.
        if configured.value == commands.value:
            return configured
        return Effective((*configured.possibilities, *commands.possibilities, Possibility(UNKNOWN)))

    def _annotated(self, task: Declaration, option: str) -> Effective:
        """What `task_annotations` say; those of `*` win over the task's own."""
        annotations = self.configured(task, "task_annotations")
        if not self.apps_of(task):
            return NOT_SET
        if annotations.unknown:
            return NOT_KNOWN
        found: list[Possibility] = []
        for value, place in annotations.possibilities:
            found.append(self._of_annotations(task, option, value, place))
        return Effective(tuple(found), ("task_annotations",))

    def _of_annotations(self, task: Declaration, option: str, value: Any, place: Place | None) -> Possibility:
        if value is UNSET or value is None:
            return Possibility(UNSET)
        if not isinstance(value, dict) or UNKNOWN in value:
            return Possibility(UNKNOWN, place)
        name = self.name(task).value
        if name is UNKNOWN and any(key != "*" for key in value):
            return Possibility(UNKNOWN, place)
        for key in ("*", name):
            entry = value.get(key, {})
            if not isinstance(entry, dict) or UNKNOWN in entry:
                return Possibility(UNKNOWN, place)
            if option in entry:
                layer = "task_annotations" if place is None else f"task_annotations in {place.layer}"
                return Possibility(entry[option], None if place is None else place._replace(layer=layer))
        return Possibility(UNSET)


def _without_none(effective: Effective) -> Effective:
    kept = [p._replace(value=UNSET, place=None) if p.value is None else p for p in effective.possibilities]
    return Effective(tuple(kept), effective.looked_at)


def _together(several: list[Effective]) -> Effective:
    """What holds under any of several apps: all that each of them may give."""
    if len(several) == 1:
        return several[0]
    looked = tuple(dict.fromkeys(layer for one in several for layer in one.looked_at))
    first = several[0].value
    if first is not UNKNOWN and all(one.value == first and type(one.value) is type(first) for one in several):
        return Effective(several[0].possibilities, looked)
    return Effective(tuple(p for one in several for p in one.possibilities), looked)


def is_named(value: Any, *names: str) -> bool:
    """Whether a value is one of the classes of these names."""
    return isinstance(value, Named) and value.name in names
