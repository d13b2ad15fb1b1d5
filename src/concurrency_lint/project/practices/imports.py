"""Imports of clients that wait on their thread, in modules that have coroutines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from concurrency_lint.catalogue.roles_schema import SyncClient
from concurrency_lint.facts import model
from concurrency_lint.findings import Span
from concurrency_lint.project.modules import LinkedModule
from concurrency_lint.project.practices.places import Placed

if TYPE_CHECKING:
    from concurrency_lint.project.practices import Practices

_TYPES_ONLY = re.compile(r"\s*if\s+(?:\w+\.)?TYPE_CHECKING\s*:")


class SyncImport(Placed, frozen=True, kw_only=True):
    """An import of a client for which there is one that can be awaited."""

    name: str
    instead: str


def sync_imports(practices: Practices, modules: list[LinkedModule]) -> Iterator[SyncImport]:
    """Clients that modules with coroutines import, once for each library."""
    for module in modules:
        if not any(fact.asynchronous for fact in module.facts.functions):
            continue
        seen = set()
        for reference in module.facts.references:
            if not isinstance(reference, model.Imported) or reference.level:
                continue
            found = _client(practices, module, reference)
            if found is None or found[0] in seen:
                continue
            name, client = found
            span = _import_span(practices, module, reference)
            if span is not None:
                seen.add(name)
                yield SyncImport(
                    path=module.path, span=span, symbol=module.name, name=name, instead=client.instead.strip("`")
                )


def _client(practices: Practices, module: LinkedModule, reference: model.Imported) -> tuple[str, SyncClient] | None:
    dotted = f"{reference.module}.{reference.name}" if reference.name else reference.module
    canonical = practices.evaluator.catalogue.canonical(dotted)
    if practices.evaluator.modules.imported(module, 0, reference.module) is not None:
        return None
    if reference.name:
        client = practices.sync_client(f"{canonical}.*") if not _is_harmless(reference.name) else None
        return None if client is None else (canonical, client)
    bound = {
        name
        for name, indices in module.facts.scopes[0].bindings.items()
        if any(module.facts.references[index] == reference for index in indices)
    }
    used, harmless = [], False
    for attribute in module.facts.references:
        base = module.facts.references[attribute.base] if isinstance(attribute, model.Attribute) else None
        if isinstance(attribute, model.Attribute) and (
            base == reference or (isinstance(base, model.Name) and base.name in bound)
        ):
            harmless = harmless or _is_harmless(attribute.name)
            used += [] if _is_harmless(attribute.name) else [f"{canonical}.{attribute.name}"]
    if not used and not harmless:
        used = [f"{canonical}.*"]
    clients = [client for name in used if (client := practices.sync_client(name)) is not None]
    # Whoever uses the sister, too, needs the import.
    if not clients or clients[0].instead.strip("`") in used:
        return None
    # `import http.client` binds the package alone.
    return used[0] if used[0] == clients[0].of else canonical, clients[0]


def _is_harmless(name: str) -> bool:
    """Whether a name of a client is an exception, or says which release it is."""
    return name.endswith(("Error", "Exception", "Warning", "Timeout", "exceptions")) or "version" in name


def _import_span(practices: Practices, module: LinkedModule, reference: model.Imported) -> Span | None:
    """The statement, found by its words: facts do not say where imports stand."""
    dotted = re.escape(reference.module)
    pattern = rf"\s*from\s+{dotted}\s+import\b" if reference.name else rf"\s*import\s+(.*,\s*)?{dotted}\b"
    lines = practices.spots.lines(module)

    def named(line: str) -> bool:
        """Whether the name may be imported by the statement on a line, which may go on below."""
        goes_on = line.rstrip().endswith(("(", "\\", ","))
        return goes_on or not reference.name or re.search(rf"\b{re.escape(reference.name)}\b", line) is not None

    for number, line in enumerate(lines, start=1):
        if re.match(pattern, line) and named(line) and not _for_types_only(lines, number):
            text = line.strip()
            start = line.index(text)
            return Span(number, start, number, start + len(text))
    return None


def _for_types_only(lines: Sequence[str], number: int) -> bool:
    """Whether an import stands below `if TYPE_CHECKING:`: nothing runs it."""
    indent = len(lines[number - 1]) - len(lines[number - 1].lstrip())
    for line in reversed(lines[: number - 1]) if indent else ():
        if line.strip() and len(line) - len(line.lstrip()) < indent:
            return _TYPES_ONLY.match(line) is not None
    return False
