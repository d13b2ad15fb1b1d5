"""The catalogue's files: valid, complete, in style, and true of the standard library."""

from __future__ import annotations

import fnmatch
import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from concurrency_lint import catalogue as catalogue_package
from concurrency_lint.catalogue.schema import Attribute, Call, CatalogueFile, Condition, Decorator, Offload

FOLDER = Path(catalogue_package.__file__).parent
FILES = sorted(FOLDER.glob("*.toml"))


def _load_script() -> ModuleType:
    path = FOLDER.parents[2] / "scripts" / "verify_catalogue.py"
    spec = importlib.util.spec_from_file_location("verify_catalogue", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


verify_catalogue = _load_script()
CATALOGUES: dict[str, CatalogueFile] = {path.stem: verify_catalogue.load(path) for path in FILES}
STANDARD_LIBRARY = [stem for stem, catalogue in CATALOGUES.items() if catalogue.library == "Python"]


def _names(entry: Call) -> tuple[str, ...]:
    names: tuple[str, ...] = verify_catalogue.spelled_out(entry.name, entry.of, entry.names)
    return names


def _claims(catalogue: CatalogueFile) -> Iterator[Call | Attribute]:
    yield from catalogue.call
    yield from catalogue.attribute


def _conditions(catalogue: CatalogueFile) -> Iterator[tuple[str, Condition]]:
    for call in catalogue.call:
        for condition in (*call.when, *call.unless):
            yield str(_names(call)), condition
    for offload in catalogue.offload:
        yield from ((str(offload), condition) for condition in offload.when)
    for decorator in catalogue.decorator:
        yield from ((str(decorator), condition) for condition in decorator.when)


@pytest.fixture(params=sorted(CATALOGUES))
def catalogue(request: pytest.FixtureRequest) -> CatalogueFile:
    return CATALOGUES[request.param]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_lines_are_short_and_end_clean(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert [line for line in text.splitlines() if len(line) > 120 or line != line.rstrip()] == []


def test_no_exact_name_twice(catalogue: CatalogueFile) -> None:
    names = Counter(name for call in catalogue.call for name in _names(call))
    names.update(attribute.name for attribute in catalogue.attribute)
    assert [name for name, count in names.items() if count > 1] == []
    aliases = Counter(alias.name for alias in catalogue.alias)
    assert [name for name, count in aliases.items() if count > 1] == []


def test_an_entry_has_one_way_to_name_itself(catalogue: CatalogueFile) -> None:
    entries: list[Call | Offload | Decorator] = [*catalogue.call, *catalogue.offload, *catalogue.decorator]
    for entry in entries:
        assert (entry.name is None) == bool(entry.of and entry.names), entry


def test_patterns_stand_for_a_last_segment(catalogue: CatalogueFile) -> None:
    for exact in verify_catalogue.exact_names(catalogue):
        assert "*" not in exact.name.removesuffix(".*"), exact
    for call in catalogue.call:
        assert not call.excluding or all(name.endswith("*") for name in _names(call)), call


def test_what_blocks_says_so_and_says_what_to_do(catalogue: CatalogueFile) -> None:
    for entry in _claims(catalogue):
        assert bool(entry.kind) == bool(entry.blocks) == bool(entry.instead), entry


def test_words_are_in_style(catalogue: CatalogueFile) -> None:
    for entry in _claims(catalogue):
        for words in filter(None, (entry.blocks, entry.instead)):
            assert not words.endswith((".", " ")), words
            assert words[0].islower() or words[0] == "`", words
            assert words.count("`") % 2 == 0, words
        assert re.fullmatch(r"(\w+s\b.*)?", entry.blocks), f"not in the third person: {entry.blocks}"
        assert entry.cost != "cheap" or entry.kind == "metadata", entry


def test_what_computes_says_whether_it_holds_the_gil(catalogue: CatalogueFile) -> None:
    for entry in _claims(catalogue):
        assert entry.kind != "cpu" or entry.cpu != "none", entry


def test_advice_names_the_call(catalogue: CatalogueFile) -> None:
    for entry in _claims(catalogue):
        assert "{" not in entry.advice("library.call"), entry.instead


def test_conditions_have_one_test_and_an_argument(catalogue: CatalogueFile) -> None:
    for names, condition in _conditions(catalogue):
        tests = [condition.equals, condition.contains, condition.present, condition.instance, condition.named or None]
        assert sum(test is not None for test in tests) == 1, names
        assert condition.argument is not None or condition.position is not None, names


def test_a_callable_taken_has_a_place(catalogue: CatalogueFile) -> None:
    for offload in catalogue.offload:
        assert offload.position is not None or offload.argument is not None, offload
    for call in catalogue.call:
        for performs in call.performs:
            assert performs.position is not None or performs.argument is not None, call


@pytest.mark.parametrize("stem", sorted(CATALOGUES))
def test_names_start_with_the_files_root(stem: str) -> None:
    for exact in verify_catalogue.exact_names(CATALOGUES[stem]):
        assert exact.name == stem or exact.name.startswith(f"{stem}."), exact


_OPERATORS = {"type", "list", "dict", "tuple", "iterator", "awaitable", "context", "content"}
# Types that the built-in ones of a literal have, and types that nothing is said about.
_PLAIN_TYPES = {"builtins.str", "builtins.int", "builtins.bool", "builtins.tuple", "builtins.object"}


def _type_names(expression: str) -> Iterator[str]:
    if re.fullmatch(
        r"self|instance|unknown|content|assigned|(?:argument|content|declared|element) \d+|(?:result|assigned) \w+",
        expression,
    ):
        return
    head, bracket, rest = expression.partition("[")
    if not bracket:
        assert re.fullmatch(r"[\w.]+\.[\w.]+", expression), expression
        yield expression
        return
    if "." in head:
        yield head
    else:
        assert head in _OPERATORS, expression
    assert rest.endswith("]"), expression
    depth, start, inner = 0, 0, rest.removesuffix("]") + ","
    for at, character in enumerate(inner):
        depth += (character == "[") - (character == "]")
        if character == "," and depth == 0:
            yield from _type_names(inner[start:at].strip())
            start = at + 1


def test_types_are_ones_that_the_catalogue_knows(catalogue: CatalogueFile) -> None:
    known = _PLAIN_TYPES | {
        ".".join(parts[:length])
        for each in CATALOGUES.values()
        for exact in verify_catalogue.exact_names(each)
        for parts in [exact.name.split(".")]
        for length in range(2, len(parts) + 1)
    }
    expressions = [call.returns for call in catalogue.call if call.returns]
    expressions += [offload.returns for offload in catalogue.offload if offload.returns]
    expressions += [attribute.type for attribute in catalogue.attribute]
    named = {name for expression in expressions for name in _type_names(expression)}
    named |= {base for class_ in catalogue.class_ for base in class_.bases}
    assert named - known == set()


def test_aliases_end_at_what_is_not_an_alias(catalogue: CatalogueFile) -> None:
    aliases = {alias.name for each in CATALOGUES.values() for alias in each.alias}
    for alias in catalogue.alias:
        assert not any(alias.of == name or alias.of.startswith(f"{name}.") for name in aliases), alias


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("stem", STANDARD_LIBRARY)
def test_names_of_the_standard_library_exist(stem: str) -> None:
    if reason := verify_catalogue.obstacle(stem):
        assert verify_catalogue.reason_not_to_look(stem), reason
        pytest.skip(reason)
    exact_names = [exact for exact in verify_catalogue.exact_names(CATALOGUES[stem]) if not exact.name.endswith("*")]
    if sys.platform == "win32":
        pytest.skip("the names of POSIX are absent")
    assert [(exact.name, problem) for exact in exact_names if (problem := verify_catalogue.mismatch(exact))] == []


def test_every_excuse_names_something() -> None:
    names = {exact.name for each in CATALOGUES.values() for exact in verify_catalogue.exact_names(each)}
    excuses = verify_catalogue.NOT_INTROSPECTABLE
    assert [pattern for pattern in excuses if not fnmatch.filter(names, pattern)] == []
