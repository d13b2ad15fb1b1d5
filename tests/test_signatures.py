"""The messaging roles of the catalogue against the real clients: names, keywords and positions of arguments."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest

from concurrency_lint.catalogue.files import load_roles, roles_stems
from concurrency_lint.catalogue.lookup import Catalogue
from concurrency_lint.catalogue.roles import role_names
from concurrency_lint.catalogue.roles_schema import Consume, Publish, Slot

pytestmark = pytest.mark.oracle
CATALOGUE = Catalogue()
BUILT_AT_RUN_TIME = ("botocore.", "faststream.redis", "redis.asyncio")
"""Methods made from a service's model, or that take whatever comes: nothing to introspect."""


class Claim(NamedTuple):
    """An argument of a call, as the catalogue has it."""

    name: str
    what: str
    slot: Slot


def claims() -> Iterator[Claim]:
    for stem in sorted(roles_stems()):
        file = load_roles(stem)
        roles: list[Publish | Consume] = [*file.publish, *file.consume]
        for role in roles:
            for name in role_names(role):
                for what, slot in slots(role):
                    if (slot.argument or slot.position is not None) and not name.startswith(BUILT_AT_RUN_TIME):
                        yield Claim(name, what, slot)


def slots(role: Publish | Consume) -> Iterator[tuple[str, Slot]]:
    yield "topic", role.topic
    if isinstance(role, Publish):
        yield "payload", role.payload
        for number, slot in enumerate(role.headers):
            yield f"headers{number or ''}", slot
    elif role.callback is not None:
        yield "callback", role.callback


CLAIMS = list(claims())


@pytest.mark.parametrize("claim", CLAIMS, ids=[f"{claim.name}-{claim.what}" for claim in CLAIMS])
def test_the_client_has_the_argument_there(claim: Claim) -> None:
    parameters = parameters_of(claim.name)
    names = [parameter.name for parameter in parameters]
    takes_keywords = any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters)
    if claim.slot.argument is not None and not takes_keywords:
        assert claim.slot.argument in names
    if claim.slot.position is not None:
        positional = [p for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
        varied = any(p.kind is p.VAR_POSITIONAL for p in parameters)
        assert claim.slot.position < len(positional) or varied
        if claim.slot.argument in names and not varied:
            assert positional[claim.slot.position].name == claim.slot.argument


@pytest.mark.parametrize("stem", ["google.cloud.pubsub_v1"])
def test_every_other_keyword_is_an_attribute(stem: str) -> None:
    for role in load_roles(stem).publish:
        for name in role_names(role):
            parameters = parameters_of(name)
            assert any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters)
            named = {p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD}
            assert named == set(role.keywords or ())


@cache
def parameters_of(name: str) -> list[inspect.Parameter]:
    """The parameters of a callable, its receiver left out."""
    found = resolved(name)
    try:
        signature = inspect.signature(found)
    except (TypeError, ValueError):
        pytest.skip(f"{name} is written in C and has no signature")
    parameters = list(signature.parameters.values())
    return parameters[1:] if parameters and parameters[0].name == "self" else parameters


def resolved(name: str) -> Any:
    """The object of a canonical name; skips where the library is missing."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: Any = importlib.import_module(".".join(parts[:length]))
        except ImportError:
            continue
        for part in parts[length:]:
            found = getattr(found, part)
        return found
    pytest.skip(f"{parts[0]} is not installed")
