"""Small projects with one Celery task each: every pair of form, layer, option, configuration and framework."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from commands import write

VALUES: dict[str, list[str]] = {
    "acks_late": ["True", "False"],
    "max_retries": ["7", "None", "0"],
    "time_limit": ["120", "30"],
    "soft_time_limit": ["100", "20"],
    "autoretry_for": ["(OSError,)", "(ValueError, KeyError)"],
    "retry_backoff": ["True", "5"],
    "retry_jitter": ["False"],
    "ignore_result": ["True"],
    "reject_on_worker_lost": ["True"],
    "rate_limit": ['"10/m"'],
    "serializer": ['"yaml"'],
    "track_started": ["True"],
    "default_retry_delay": ["42"],
    "acks_on_failure_or_timeout": ["False"],
}
SETTING = {
    "acks_late": "task_acks_late",
    "time_limit": "task_time_limit",
    "soft_time_limit": "task_soft_time_limit",
    "ignore_result": "task_ignore_result",
    "reject_on_worker_lost": "task_reject_on_worker_lost",
    "rate_limit": "task_default_rate_limit",
    "serializer": "task_serializer",
    "track_started": "task_track_started",
    "acks_on_failure_or_timeout": "task_acks_on_failure_or_timeout",
    # Nothing reads these two.
    "max_retries": "task_max_retries",
    "default_retry_delay": "task_default_retry_delay",
}
OLD = {
    "acks_late": "CELERY_ACKS_LATE",
    "time_limit": "CELERYD_TASK_TIME_LIMIT",
    "soft_time_limit": "CELERYD_TASK_SOFT_TIME_LIMIT",
    "ignore_result": "CELERY_IGNORE_RESULT",
    "reject_on_worker_lost": "CELERY_REJECT_ON_WORKER_LOST",
    "rate_limit": "CELERY_DEFAULT_RATE_LIMIT",
    "serializer": "CELERY_TASK_SERIALIZER",
    "track_started": "CELERY_TRACK_STARTED",
    "acks_on_failure_or_timeout": "CELERY_ACKS_ON_FAILURE_OR_TIMEOUT",
    "max_retries": "CELERY_MAX_RETRIES",
    "default_retry_delay": "CELERY_DEFAULT_RETRY_DELAY",
}
FORMS = (
    "decorator",
    "shared",
    "call",
    "class",
    "base",
    "task_cls",
    "wrapper",
    "decorating-wrapper",
    "inner-wrapper",
    "partial",
    "stacked",
    "app-subclass",
    "factory",
    "aliased",
)
LAYERS = (
    "declaration",
    "options-mapping",
    "base",
    "far-base",
    "annotation",
    "annotation-for-all",
    "configuration",
    "declaration-and-configuration",
    "annotation-over-declaration",
    "none-in-declaration",
    "command-line",
    "nothing",
)
CONFIGURATIONS = (
    "constructor",
    "changes",
    "attribute",
    "item",
    "update-keywords",
    "update-mapping",
    "defaults",
    "module",
    "module-old-names",
    "module-name",
    "class",
    "instance",
    "mapping",
    "namespace",
    "wrong-namespace",
    "star-import",
    "over-object",
    "environment-default",
)
FRAMEWORKS = ("none", "django", "django-package")
DIMENSIONS: dict[str, tuple[str, ...]] = {
    "form": FORMS,
    "layer": LAYERS,
    "option": tuple(VALUES),
    "configuration": CONFIGURATIONS,
    "framework": FRAMEWORKS,
}


class Project(NamedTuple):
    """One choice along every dimension; `seed` varies the values."""

    form: str
    layer: str
    option: str
    configuration: str
    framework: str
    seed: int

    @property
    def title(self) -> str:
        return "/".join(self[:5])

    @property
    def value(self) -> str:
        return random.Random(self.seed).choice(VALUES[self.option])

    @property
    def other(self) -> str:
        """Another value for a layer that loses."""
        others = [value for value in VALUES[self.option] if value != self.value]
        return others[0] if others else {"True": "False", "False": "True"}.get(self.value, self.value)

    @property
    def in_declaration(self) -> str:
        """The value in the declaration, or nothing."""
        if self.layer == "none-in-declaration":
            return "None" if self.option in SETTING and self.option not in ("max_retries", "autoretry_for") else ""
        if self.layer == "annotation-over-declaration":
            return self.other
        return self.value if self.layer in ("declaration", "options-mapping", "declaration-and-configuration") else ""

    @property
    def configured(self) -> str:
        """The value that configuration gives, or nothing."""
        if self.option not in SETTING:
            return ""
        if self.layer == "declaration-and-configuration":
            return self.other
        return self.value if self.layer in ("configuration", "none-in-declaration") else ""


def projects() -> list[Project]:
    """Projects that between them hold every pair of choices along any two dimensions."""
    names = list(DIMENSIONS)
    wanted = {
        ((first, one), (second, two))
        for first, second in itertools.combinations(names, 2)
        for one in DIMENSIONS[first]
        for two in DIMENSIONS[second]
    }
    chooser = random.Random(20)
    found: list[Project] = []
    while wanted:
        best: dict[str, str] = {}
        most = -1
        (first, one), (second, two) = min(wanted)
        for _ in range(40):
            choice = {name: chooser.choice(options) for name, options in DIMENSIONS.items()}
            choice[first], choice[second] = one, two
            covered = len(_pairs(choice, names) & wanted)
            if covered > most:
                best, most = choice, covered
        wanted -= _pairs(best, names)
        found.append(Project(**best, seed=len(found)))
    return found


def _pairs(choice: dict[str, str], names: list[str]) -> set[tuple[tuple[str, str], tuple[str, str]]]:
    return {((a, choice[a]), (b, choice[b])) for a, b in itertools.combinations(names, 2)}


def write_project(project: Project, root: Path) -> Path:
    """Write a project below `root`; the task is `work` (or the class `Work`) of the module `shop.tasks`."""
    files = {"shop/__init__.py": "", "shop/app.py": _app(project), "shop/tasks.py": _tasks(project)}
    files.update(_configuration_files(project))
    if project.layer == "command-line" and project.option in ("time_limit", "soft_time_limit"):
        flag = "--" + project.option.replace("_", "-")
        files["Procfile"] = f"web: gunicorn shop\nworker: celery -A shop.app worker -l info {flag}={project.value}\n"
    return write(root, files)


def _annotations(project: Project) -> str:
    name = "shop.tasks.Work" if project.form == "class" else "shop.tasks.work"
    held = f'{{"{project.option}": {project.value}}}'
    if project.layer in ("annotation", "annotation-over-declaration"):
        return f'{{"{name}": {held}}}'
    if project.layer == "annotation-for-all":
        lost = f'{{"{project.option}": {project.other}}}'
        return f'{{"*": {held}, "{name}": {lost}}}'
    return ""


def _entries(project: Project, *, style: str = "new") -> list[tuple[str, str]]:
    """The settings of a project, under the names of a style."""
    found = []
    annotations = _annotations(project)
    if annotations:
        found.append(({"old": "CELERY_ANNOTATIONS"}.get(style, "task_annotations"), annotations))
    if project.configured:
        names = {"old": OLD[project.option], "new": SETTING[project.option]}
        found.append((names["old" if style == "old" else "new"], project.configured))
    if style in ("namespace", "wrong"):
        prefix = "CELERY_" if style == "namespace" else "QUEUE_"
        return [(prefix + name.upper(), value) for name, value in found]
    return found


def _style(project: Project) -> str:
    return {
        "module-old-names": "old",
        "namespace": "namespace",
        "wrong-namespace": "wrong",
        "star-import": "namespace",
    }.get(project.configuration, "namespace" if project.framework != "none" else "new")


_IN_OBJECT = ("module", "module-old-names", "module-name", "class", "instance", "mapping", "namespace",
              "wrong-namespace", "star-import", "over-object", "environment-default")  # fmt: skip


def _app(project: Project) -> str:
    """The module that makes the app."""
    lines = ["from celery import Celery, Task", "import os", ""]
    if project.framework != "none":
        lines.append('os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")')
    cls = "Celery"
    if project.form == "app-subclass":
        lines += ["class ShopCelery(Celery):", "    pass", ""]
        cls = "ShopCelery"
    arguments = ['"shop"', 'broker="memory://"']
    entries = _entries(project)
    kind = project.configuration
    if project.form == "task_cls" and project.layer in ("base", "far-base"):
        lines += [*_base(project, "Task"), ""]
        arguments.append("task_cls=Reliable" if project.layer == "base" else 'task_cls="shop.app:Closer"')
    if kind == "constructor":
        arguments += [f"{name}={value}" for name, value in entries]
    if kind == "changes" and entries:
        arguments.append(f"changes={_display(entries)}")
    making = f"app = {cls}({', '.join(arguments)})"
    if project.form == "factory":
        lines += ["def make():", f"    {making}", "    return app", "", "", "app = make()"]
    else:
        lines.append(making)
    lines += _configuring(project, entries)
    return "\n".join(lines) + "\n"


def _display(entries: list[tuple[str, str]]) -> str:
    return "{" + ", ".join(f'"{name}": {value}' for name, value in entries) + "}"


def _configuring(project: Project, entries: list[tuple[str, str]]) -> list[str]:
    kind = project.configuration
    if kind == "attribute":
        return [f"app.conf.{name} = {value}" for name, value in entries]
    if kind == "item":
        return [f'app.conf["{name}"] = {value}' for name, value in entries]
    if kind == "update-keywords":
        return [f"app.conf.update({', '.join(f'{name}={value}' for name, value in entries)})"]
    if kind == "update-mapping":
        return [f"app.conf.update({_display(entries)})"]
    if kind == "defaults":
        return [f"app.add_defaults({_display(entries)})"] if entries else []
    if kind not in _IN_OBJECT:
        return []
    if project.framework != "none":
        named = {"namespace": ', namespace="CELERY"', "star-import": ', namespace="CELERY"'}
        namespace = named.get(kind, ', namespace="CELERY"' if _style(project) in ("namespace", "wrong") else "")
        return [f'app.config_from_object("django.conf:settings"{namespace})']
    return _from_object(project, entries)


def _from_object(project: Project, entries: list[tuple[str, str]]) -> list[str]:
    kind = project.configuration
    if kind == "module":
        return ["from shop import settings", "app.config_from_object(settings)"]
    if kind in ("class", "instance"):
        name = "Settings" if kind == "class" else "Settings()"
        return ["from shop.settings import Settings", f"app.config_from_object({name})"]
    if kind == "mapping":
        return [f"app.config_from_object({_display(entries)})"]
    if kind in ("namespace", "star-import"):
        return ['app.config_from_object("shop.settings", namespace="CELERY")']
    if kind == "wrong-namespace":
        return ['app.config_from_object("shop.settings", namespace="CELERY")']
    if kind == "over-object":
        # What is given in place beats what is read from an object.
        lines = [f"app.conf.{name} = {value}" for name, value in entries]
        return [*lines, 'app.config_from_object("shop.settings")']
    return ['app.config_from_object("shop.settings")']


def _configuration_files(project: Project) -> dict[str, str]:
    if project.framework == "none" and project.configuration not in _IN_OBJECT:
        return {}
    in_object = project.configuration in _IN_OBJECT
    entries = _entries(project, style=_style(project)) if in_object else []
    if project.configuration == "over-object":
        entries = [(name, "None") for name, _ in entries if "annotations" not in name.lower()]
    if project.configuration == "environment-default":
        entries = [(name, f'os.environ.get("NO_SUCH_VARIABLE", {value})') for name, value in entries]
    lines = ["import os", *[f"{name} = {value}" for name, value in entries]]
    if project.framework == "none" and project.configuration in ("class", "instance"):
        body = [f"    {line}" for line in lines] or ["    pass"]
        return {"shop/settings.py": "\n".join(["class Settings:", *body, ""])}
    django = ['SECRET_KEY = "x"', "USE_TZ = True", "INSTALLED_APPS = []"] if project.framework != "none" else []
    if project.framework == "django-package" or project.configuration == "star-import":
        return {
            "shop/settings/__init__.py": "from shop.settings.local import *\n",
            "shop/settings/base.py": "\n".join([*django, *lines, ""]),
            "shop/settings/local.py": "from shop.settings.base import *\n\nDEBUG = True\n",
        }
    return {"shop/settings.py": "\n".join([*django, *lines, ""])}


def _base(project: Project, parent: str) -> list[str]:
    """`Reliable` sets the option itself; `Closer` derives from it and says nothing."""
    return [
        f"class Reliable({parent}):",
        "    abstract = True",
        f"    {project.option} = {project.value}",
        "",
        "",
        "class Closer(Reliable):",
        "    abstract = True",
        "",
    ]


def _tasks(project: Project) -> str:
    """The module with the task."""
    lines = ["import functools", "", "from celery import Celery, Task, shared_task", "from shop.app import app", ""]
    options: list[str] = []
    declared = project.in_declaration
    if project.layer == "options-mapping" and declared:
        lines += [f'OPTIONS = {{"{project.option}": {declared}}}', ""]
        options.append("**OPTIONS")
    elif declared:
        options.append(f"{project.option}={declared}")
    if project.layer in ("base", "far-base") and project.form not in ("task_cls", "class"):
        lines += _base(project, "app.Task" if project.seed % 2 else "Task")
        options.append("base=Reliable" if project.layer == "base" else "base=Closer")
    return "\n".join([*lines, *_declared(project, options), ""])


def _declared(project: Project, options: list[str]) -> list[str]:
    given = ", ".join(options)
    call = f"({given})" if given else ""
    body = ["def work(number):", "    return number"]
    if project.form == "shared":
        return [f"@shared_task{call}", *body]
    if project.form == "call":
        return [
            "def _work(number):",
            "    return number",
            "",
            "",
            f'work = app.task(name="shop.tasks.work"{", " if given else ""}{given})(_work)',
        ]
    if project.form == "class":
        return _class_task(project, options)
    if project.form == "wrapper":
        return ["def job(**options):", "    return app.task(**options)", "", "", f"@job({given})", *body]
    if project.form == "decorating-wrapper":
        return ["def job(function):", f"    return app.task({given})(function)", "", "", "@job", *body]
    if project.form == "inner-wrapper":
        return [
            "def job(**options):",
            "    def decorate(function):",
            "        return app.task(**options)(function)",
            "",
            "    return decorate",
            "",
            "",
            f"@job({given})",
            *body,
        ]
    if project.form == "partial":
        return [f"job = functools.partial(app.task{', ' if given else ''}{given})", "", "", "@job()", *body]
    if project.form == "stacked":
        return [
            "def logged(function):",
            "    @functools.wraps(function)",
            "    def wrapper(*args, **kwargs):",
            "        return function(*args, **kwargs)",
            "",
            "    return wrapper",
            "",
            "",
            f"@app.task{call}",
            "@logged",
            *body,
        ]
    if project.form == "aliased":
        return ["task = app.task", "", "", f"@task{call}", *body]
    return [f"@app.task{call}", *body]


def _class_task(project: Project, options: list[str]) -> list[str]:
    lines: list[str] = []
    parent = "Task"
    if project.layer in ("base", "far-base"):
        lines += _base(project, "Task")
        parent = "Reliable" if project.layer == "base" else "Closer"
    attributes = [f"    {project.option} = {project.in_declaration}"] if project.in_declaration else []
    register = "app.register_task(Work())" if project.seed % 2 else "app.register_task(Work)"
    return [
        *lines,
        f"class Work({parent}):",
        '    name = "shop.tasks.Work"',
        *attributes,
        "",
        "    def run(self, number):",
        "        return number",
        "",
        "",
        f"work = {register}",
    ]


def all_pairs_held(found: list[Project]) -> Iterator[tuple[str, str]]:
    """Pairs of choices that none of the projects holds."""
    names = list(DIMENSIONS)
    held = set().union(*[_pairs(dict(zip(names, project[:5], strict=True)), names) for project in found])
    for first, second in itertools.combinations(names, 2):
        for one in DIMENSIONS[first]:
            for two in DIMENSIONS[second]:
                if ((first, one), (second, two)) not in held:
                    yield f"{first}={one}", f"{second}={two}"
