"""Which files of the project mention what: questions against the import direction start from a search of the bytes."""

from __future__ import annotations

import re
from functools import cache

from concurrency_lint.catalogue.roles import publishing_libraries

# One search for each word takes a quarter of the time of one for a regular expression of them all.
_ANY = (
    b"eler",
    b"ELER",
    b".conf",
    b"SETTINGS_MODULE",
    b".task",
    b"task_",
    b"ATOMIC_REQUESTS",
    b"prometheus",
    b"sentry_sdk",
    b"__await__()",
)
_MESSAGING = frozenset({"messaging"})
_NAMESPACES = (b".state.", b".ctx.")
_NAMESPACE_NAME = re.compile(rb"\.(?:state|ctx)\.\w+")
_NAMESPACE_WRITTEN = re.compile(_NAMESPACE_NAME.pattern + rb"[ \t]*(?::[^=\n]*)?=(?!=)")
_ITEM_WRITTEN = re.compile(rb"\bapp\[[^\]\n]+\][ \t]*=(?!=)")
_MARKS: dict[str, tuple[tuple[bytes, ...], re.Pattern[bytes] | None]] = {
    "library": ((b"celery",), re.compile(rb"^[ \t]*(?:import|from)[ \t]+celery\b", re.MULTILINE)),
    "app": ((b"Celery",), re.compile(rb"Celery\b")),
    "conf": (
        (b".conf", b"config_from", b"add_defaults", b"autodiscover"),
        re.compile(rb"\.conf\b|config_from|add_defaults|autodiscover"),
    ),
    "task": ((b"task",), re.compile(rb"\btask\b|register_task|tasks\.register|periodic_task")),
    "django-settings": ((b"SETTINGS_MODULE",), None),
    "register": ((b"register_task", b"tasks.register"), None),
    "result": (
        (
            b"AsyncResult",
            b"GroupResult",
            b"ResultSet",
            b"chord",
            b".get()",
            b".get(timeout",
            b".ready()",
            b"allow_join",
        ),
        re.compile(rb"AsyncResult|GroupResult|ResultSet|\bchord\b|\.get\(\)|\.get\(timeout|\.ready\(\)|allow_join"),
    ),
    "errback": ((b"link_error", b".on_error(", b".add_errback("), None),
    "instrumentation": (
        (
            *(b"Instrumentor", b"prometheus", b"sentry_sdk", b"flower", b"CeleryIntegration", b"datadog", b"ddtrace"),
            *(b"newrelic", b"elasticapm", b"logfire"),
        ),
        None,
    ),
    "atomic-requests": ((b"ATOMIC_REQUESTS",), None),
    "driver": ((b"__await__()",), re.compile(rb"^[ \t]*\w+[ \t]*=(?!.*\byield\b).*\.__await__\(\)", re.MULTILINE)),
}
"""For each mark the words of which it needs one, and the pattern that it needs then."""


def marks_of(source: bytes) -> frozenset[str]:
    """The marks of one source; the attributes of namespaces of libraries that it may fill, as `.state.name`."""
    found = _MESSAGING if _imports_client(source) else frozenset()
    if any(word in source for word in _NAMESPACES) and _NAMESPACE_WRITTEN.search(source):
        # Whatever a file that assigns to one of them names, since it may also put something into another.
        found = found.union(name.decode() for name in _NAMESPACE_NAME.findall(source))
    if b"app[" in source and _ITEM_WRITTEN.search(source):
        found |= {"items"}
    if not any(word in source for word in _ANY):
        return found
    return found.union(
        mark
        for mark, (words, pattern) in _MARKS.items()
        if any(word in source for word in words) and (pattern is None or pattern.search(source))
    )


def _imports_client(source: bytes) -> bool:
    """Whether it imports a library that sends messages."""
    words, pattern = _clients()
    return any(word in source for word in words) and pattern.search(source) is not None


@cache
def _clients() -> tuple[tuple[bytes, ...], re.Pattern[bytes]]:
    roots = sorted(root.encode() for root in publishing_libraries())
    return tuple(roots), re.compile(rb"^[ \t]*(?:import|from)[ \t]+(?:" + b"|".join(roots) + rb")\b", re.MULTILINE)
