"""The JSON Schema of `[tool.concurrency-lint]`, from the options table and the catalogue's schema."""

from __future__ import annotations

from typing import Any

import msgspec

from concurrency_lint.catalogue.schema import CatalogueFile
from concurrency_lint.config_values import CATALOGUE_TABLES
from concurrency_lint.options import Kind, Option, options_of

_STRINGS = {"type": "array", "items": {"type": "string"}}
_CODES = {"type": "array", "items": {"type": "string", "pattern": "^(ALL|CNC[0-9]{0,3})$"}}
_TYPES: dict[Kind, dict[str, Any]] = {
    "codes": _CODES,
    "patterns": _STRINGS,
    "names": _STRINGS,
    "folders": _STRINGS,
    "environment": {"type": "string"},
    "runtime": {"type": "string"},
    "flag": {"type": "boolean"},
    "number": {"type": "integer"},
    "choice": {"type": "string"},
    "severity": {"enum": ["advice", "warning", "error"]},
    "ignores-by-path": {"type": "object", "additionalProperties": _CODES},
}


def config_schema() -> dict[str, Any]:
    """What `[tool.concurrency-lint]` in pyproject.toml may hold."""
    catalogue, components = msgspec.json.schema_components([CatalogueFile], ref_template="#/$defs/{name}")
    del catalogue
    tables = components.pop("CatalogueFile")["properties"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "concurrency-lint in pyproject.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **{option.name: _property(option) for option in options_of("pyproject")},
            **{name: tables[name] for name in CATALOGUE_TABLES},
        },
        "$defs": components,
    }


def _property(option: Option) -> dict[str, Any]:
    default = {} if option.kind == "ignores-by-path" else option.default
    return {
        **_TYPES[option.kind],
        **({"minimum": option.least} if option.kind == "number" else {}),
        **({"enum": list(option.choices)} if option.choices else {}),
        "description": option.help,
        "default": list(default) if isinstance(default, tuple) else default,
    }
