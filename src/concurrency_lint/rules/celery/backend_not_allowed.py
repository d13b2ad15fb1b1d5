"""A result backend that the policy has no place for."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.celery.given_settings import GivenSetting
from concurrency_lint.rules.celery._settings import known_texts, on_setting, other_values
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC211",
    name="backend-not-allowed",
    summary="result backend `{scheme}` is not allowed by the policy; use one of {allowed}, or none",
    help="keep results in Redis or PostgreSQL, or do without them",
    since="0.1",
    explanation="""
    Some backends lose results (`rpc://` keeps them for one reader), some cannot expire them, some
    cannot do chords.

    Bad:

        from celery import Celery

        app = Celery("shop", backend="rpc://")

    Good:

        from celery import Celery

        app = Celery("shop", backend="redis://redis:6379/1")

    Limits: a URL that is put together at run time is not judged.
    """,
)


@rule.on(GivenSetting)
def check(given: GivenSetting, project: Project) -> Iterator[Finding]:
    if given.setting != "result_backend":
        return
    allowed = project.settings.result_backends
    schemes = [text.partition("://")[0].removesuffix(":").lower() for text in known_texts(given, project) if text]
    if not schemes or any(_is_one_of(scheme, allowed) for scheme in schemes):
        return
    if any(
        other is None or _is_one_of(other.partition("://")[0].lower(), allowed)
        for other in other_values(given, project)
    ):
        return
    yield on_setting(rule, given, project, scheme=schemes[0], allowed=", ".join(allowed))


def _is_one_of(scheme: str, allowed: tuple[str, ...]) -> bool:
    return any(scheme == each or scheme.startswith(f"{each}+") for each in allowed)
