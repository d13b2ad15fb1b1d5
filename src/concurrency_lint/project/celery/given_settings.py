"""Settings as they are given: every key of every source, with what it sets, or what it was probably meant to set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.facts import model
from concurrency_lint.project.celery.expressions import Expression
from concurrency_lint.project.celery.misspellings import nearest_setting
from concurrency_lint.project.celery.option_values import Place
from concurrency_lint.project.celery.setting_names import SETTINGS, meanings, new_name

if TYPE_CHECKING:
    from concurrency_lint.project.celery.apps import App
    from concurrency_lint.project.celery.tasks import CeleryProject
    from concurrency_lint.project.modules import LinkedModule

_OWN_PREFIXES = ("CELERY_", "CELERYD_", "CELERYBEAT_", "CELERYMON_", "BROKER_")
NEVER = {
    "task_max_retries": "`max_retries` on the task",
    "task_default_max_retries": "`max_retries` on the task",
    "task_retry_backoff": "`retry_backoff` on the task",
    "task_retry_backoff_max": "`retry_backoff_max` on the task",
    "task_retry_jitter": "`retry_jitter` on the task",
    "task_autoretry_for": "`autoretry_for` on the task",
    "task_default_retry_delay": "`default_retry_delay` on the task",
    "task_retry_delay": "`default_retry_delay` on the task",
    "task_retry_kwargs": "`retry_kwargs` on the task",
    "task_default_time_limit": "`task_time_limit`",
    "task_default_soft_time_limit": "`task_soft_time_limit`",
    "worker_time_limit": "`task_time_limit`",
    "visibility_timeout": "`broker_transport_options`",
    "broker_visibility_timeout": "`broker_transport_options`",
}
"""Settings that people look for and no release has, and what there is instead."""


class GivenSetting(NamedTuple):
    """A fact for rules: one key that an app's configuration is given."""

    app: App
    key: str
    setting: str
    """The setting that it sets; empty where the library ignores it."""
    advice: str
    """What to write instead, of one that is ignored; empty where it is nobody's but the project's."""
    namespace: str
    value: Expression
    place: Place


class GivenSettings:
    """Collects them from constructors, `app.conf`, and the objects that configuration is read from."""

    def __init__(self, library: CeleryProject) -> None:
        self._library = library
        self._by_path: dict[str, list[GivenSetting]] | None = None
        self._read: frozenset[str] | None = None

    def of(self, module: LinkedModule) -> list[GivenSetting]:
        """The keys that stand in a module."""
        if self._by_path is None:
            self._by_path = {}
            for app in self._library.apps.all():
                for given in self._of_app(app):
                    known = self._by_path.setdefault(given.place.path, [])
                    if not any(each.place == given.place and each.key == given.key for each in known):
                        known.append(given)
        return self._by_path.get(module.path, [])

    def _of_app(self, app: App) -> Iterator[GivenSetting]:
        configuration = self._library.configurations.of(app)
        for name, (value, place) in configuration.constructor[0].items():
            yield self._given(app, name, "", value, place, own=True)
        writes, _ = self._library.writes.of(app)
        for write in writes:
            if write.name:
                yield self._given(app, write.name, "", write.value, write.place, own=True)
        for source in configuration.sources or ():
            held = {key.name: key.place for key in source.keys} if source is not None else {}
            for key in source.keys if source is not None else ():
                given = self._given(app, key.name, source.namespace if source else "", key.value, key.place, own=False)
                meant = _meant_key(key.name, given.namespace)
                # `CELERY_BROKER_URL = BROKER_URL`: the old name is read by the new one.
                yield given._replace(advice="") if self._is_alias(key.name, held.get(meant)) else given

    def _is_alias(self, old: str, place: Place | None) -> bool:
        """Whether what stands at a place reads a name."""
        if place is None:
            return False
        line = self._library.texts.of(place.path).line(place.line)
        return re.search(rf"=.*\b{re.escape(old)}\b", line) is not None

    def _given(self, app: App, key: str, namespace: str, value: Expression, place: Place, *, own: bool) -> GivenSetting:
        found = meanings(key, namespace)
        if found:
            return GivenSetting(app, key, found[0].setting, "", namespace, value, place)
        advice = self._advice(key, namespace, own=own)
        if advice and not own and (_is_definition(value) or self._is_read(key, value.module)):
            advice = ""
        return GivenSetting(app, key, "", advice, namespace, value, place)

    def _advice(self, key: str, namespace: str, *, own: bool) -> str:
        """What a key that is no setting was probably meant to be."""
        prefix = f"{namespace.upper().rstrip('_')}_" if namespace else ""
        plain = key.lower()
        if namespace and key.startswith(prefix):
            plain = key.removeprefix(prefix).lower()
        elif key.startswith("CELERY_"):
            plain = key.removeprefix("CELERY_").lower()
        if key.isupper() and not key.startswith(_OWN_PREFIXES) and not (prefix and key.startswith(prefix)):
            # Other upper-case names belong to whoever else reads this module.
            return _shown(plain, namespace) if own or (plain in SETTINGS and plain.startswith("task_")) else ""
        if namespace and not own and not key.isupper():
            return ""
        if plain in NEVER:
            return NEVER[plain]
        old = new_name(key)
        if old is not None:
            return _shown(old, namespace)
        if plain in SETTINGS:
            return _shown(plain, namespace)
        for beginning in ("task_", "worker_", "broker_", "result_"):
            if own and beginning + plain in SETTINGS:
                return _shown(beginning + plain, namespace)
        near = nearest_setting(plain)
        return _shown(near, namespace) if near else ""

    def _is_read(self, key: str, home: LinkedModule) -> bool:
        """Whether the project's own code reads a name: then it is not the library's."""
        if any(isinstance(each, model.Name) and each.name == key for each in home.facts.references):
            return True
        if self._read is None:
            names = set()
            for path in {*self._library.mentions.paths("library"), *self._library.mentions.paths("conf")}:
                module = self._library.evaluator.modules.at(path)
                for each in module.facts.references if module is not None else ():
                    if isinstance(each, (model.Attribute, model.Imported)):
                        names.add(each.name)
                    elif isinstance(each, model.Const) and isinstance(each.value, str) and each.value.isupper():
                        names.add(each.value)
            self._read = frozenset(names)
        return key in self._read


def _is_definition(value: Expression) -> bool:
    """Whether a name of a module is something imported or defined, and so no setting."""
    return isinstance(value.reference, (model.Imported, model.FunctionHere, model.ClassHere))


def _meant_key(key: str, namespace: str) -> str:
    """The key that sets, in a source with this namespace, what an old name meant."""
    old = new_name(key)
    if old is None:
        return key
    return f"{namespace.upper().rstrip('_')}_{old.upper()}" if namespace else old


def _shown(setting: str | None, namespace: str) -> str:
    if setting is None or setting not in SETTINGS:
        return ""
    return f"`{namespace.upper().rstrip('_')}_{setting.upper()}`" if namespace else f"`{setting}`"
