"""`concurrency-lint catalogue [LIBRARY]`: what the linter knows of libraries."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator

import click

from concurrency_lint.catalogue.files import load_file, names_of, stems
from concurrency_lint.catalogue.schema import Attribute, Call, Condition
from concurrency_lint.cli.failure import Failure
from concurrency_lint.cli.output import aligned

_MOMENTS = {"call": "", "iterate": "when iterated", "enter": "when entered"}


@click.command()
@click.argument("library", required=False)
@click.option(
    "--output-format",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="as a table, or for machines",
)
def catalogue(library: str | None, output_format: str) -> None:
    """List the libraries that the linter knows, or what of LIBRARY (`redis`, `Pillow`) blocks, and the way out."""
    records = _libraries() if library is None else [each for stem in _meant(library) for each in _entries(stem)]
    if output_format == "json":
        click.echo(json.dumps(records, indent=2, ensure_ascii=False))
        return
    if not records:
        click.echo(f"nothing of {library} blocks, as far as the catalogue knows")
        return
    columns = list(records[0])
    rows = [[column.upper() for column in columns]]
    rows += [[_cell(record[column]) for column in columns] for record in records]
    for line in aligned(rows):
        click.echo(line)


def _libraries() -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for stem in sorted(stems(), key=str.lower):
        file = load_file(stem)
        entries: list[Call | Attribute] = [*file.call, *file.attribute]
        blocking = sum(len(_names(entry)) for entry in entries if entry.kind is not None)
        found.append(
            {
                "import": stem,
                "library": file.library,
                "blocks": blocking,
                "other": sum(len(_names(entry)) for entry in entries) - blocking,
                "async": file.async_library,
                "verified": file.verified,
            }
        )
    return found


def _meant(library: str) -> list[str]:
    """The files that a user means by an import root, a part of a name space, or what people call a library."""
    wanted = library.lower()
    every = {stem: load_file(stem).library.lower() for stem in sorted(stems(), key=str.lower)}
    found = [stem for stem in every if stem.lower() == wanted]
    found = found or [stem for stem in every if stem.lower().startswith(f"{wanted}.")]
    found = found or [stem for stem, people in every.items() if people == wanted]
    if not found:
        near = difflib.get_close_matches(wanted, [*every, *every.values()], n=1)
        hint = f"did you mean `{near[0]}`?" if near else "`concurrency-lint catalogue` lists the libraries"
        raise Failure(f"no library `{library}` in the catalogue; {hint}")
    return found


def _entries(stem: str) -> Iterator[dict[str, object]]:
    file = load_file(stem)
    entries: list[Call | Attribute] = [*file.call, *file.attribute]
    for entry in entries:
        if entry.kind is None:
            continue
        for name in _names(entry):
            yield {
                "name": name,
                "kind": entry.kind,
                "cost": entry.cost,
                "cpu": entry.cpu,
                "condition": _condition(entry),
                "blocks": entry.blocks,
                "instead": entry.instead if name.endswith("*") else entry.advice(name),
                "fix": entry.possible_fix,
                "verified": file.verified and not (isinstance(entry, Call) and not entry.verified),
            }


def _names(entry: Call | Attribute) -> tuple[str, ...]:
    return tuple(names_of(entry)) if isinstance(entry, Call) else (entry.name,)


def _condition(entry: Call | Attribute) -> str:
    if isinstance(entry, Attribute):
        return "when read"
    said = [_MOMENTS[entry.on]]
    said += [f"if {_test(each)}" for each in entry.when]
    said += [f"unless {_test(each)}" for each in entry.unless]
    if entry.excluding:
        said.append(f"but for {', '.join(entry.excluding)}")
    return "; ".join(filter(None, said))


def _test(condition: Condition) -> str:
    which = condition.argument or f"argument {condition.position}"
    if condition.present is not None:
        return f"{which} is {'given' if condition.present else 'left out'}"
    if condition.instance is not None:
        return f"{which} is a {condition.instance}"
    if condition.named:
        return f"{which} is {' or '.join(condition.named)}"
    if condition.contains is not None:
        return f"{which} contains {condition.contains!r}"
    return f"{which} is {condition.equals!r}"


def _cell(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
