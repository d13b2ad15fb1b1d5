"""What the rules on single settings share."""

from __future__ import annotations

from concurrency_lint.findings import Finding, FixRequest
from concurrency_lint.project import Project
from concurrency_lint.project.celery.django_settings import setting_of
from concurrency_lint.project.celery.given_settings import GivenSetting
from concurrency_lint.rules.registry import Rule


def known_texts(given: GivenSetting, project: Project) -> list[str]:
    """The texts that a setting may be; none where it may be anything else."""
    found: list[str] = []
    for value in project.celery.literals.possible(given.value):
        if setting_of(value) is not None or not isinstance(value, (str, list, tuple)):
            return []
        found += [value] if isinstance(value, str) else [each for each in value if isinstance(each, str)]
    return found


def other_values(given: GivenSetting, project: Project) -> list[str | None]:
    """What else the same file may give the setting, below conditions; None for what is not known."""
    effective = project.celery.configurations.of(given.app).get(given.setting)
    own = known_texts(given, project)
    others = [p.value for p in effective.possibilities if p.place is not None and p.place.path == given.place.path]
    return [value if isinstance(value, str) else None for value in others if value not in own]


def on_setting(
    rule: Rule, given: GivenSetting, project: Project, *, fix: FixRequest | None = None, **words: str
) -> Finding:
    """A finding on the key of a setting."""
    place = given.place
    span = project.texts.of(place.path).word(place.line, place.column)
    return rule.at(
        place.path, span, given.value.module.name, severity=None, help=None, sink="", chain=(), fix=fix, **words
    )
