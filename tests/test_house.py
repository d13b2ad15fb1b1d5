"""The house's habits, a test for each: imports, sizes, names, and what has to be in step."""

from __future__ import annotations

import ast
import fnmatch
import importlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jsonschema
import pytest

import concurrency_lint
from concurrency_lint.catalogue.files import load_file
from concurrency_lint.rules import registry
from concurrency_lint.rules.documentation import example
from concurrency_lint.rules.registry import Rule, all_rules
from documents import ROOT, first_command, page, test_command

SOURCE = ROOT / "src" / "concurrency_lint"
MODULES = sorted(SOURCE.rglob("*.py"))
SCRIPTS = sorted([*(ROOT / "scripts").glob("*.py"), *(ROOT / "benchmarks").glob("*.py")])
TESTS = sorted((ROOT / "tests").glob("*.py"))
RULE_FILES = [path for path in MODULES if path.parent.parent.name == "rules" and not path.name.startswith("_")]
OWN = "concurrency_lint"

LONGEST_RULE, LONGEST_MODULE, LONGEST_FUNCTION = 150, 300, 60
TOO_LONG: set[str] = set()
"""Modules that are still to be split."""
TOO_WORDY: set[str] = set()
"""Modules whose docstring is still to become one sentence."""

per_module = pytest.mark.parametrize("path", MODULES, ids=[path.relative_to(SOURCE).as_posix() for path in MODULES])
per_rule_file = pytest.mark.parametrize("path", RULE_FILES, ids=[path.stem for path in RULE_FILES])


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def still_wrong(request: pytest.FixtureRequest, known: bool) -> None:
    """A known breach: the test fails as soon as it is none any more, and its name is to be taken off the list."""
    if known:
        request.applymarker(pytest.mark.xfail(strict=True))


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(tree(path))


# --- Imports ---

LAYERS = {
    "findings": 0,
    "catalogue": 1,
    "facts": 1,
    "config": 2,
    "project": 3,
    "rules": 4,
    "engine": 5,
    "adapters": 6,
}
"""Who may import whom: a module imports from its own layer and from those below."""

_LAYER_OF_FILE = {
    "findings": "findings",
    "globs": "findings",
    "toml_lines": "findings",
    "gitignore": "findings",
    "environments": "findings",
    "option": "config",
    "options": "config",
    "policy": "config",
    "config": "config",
    "config_*": "config",
    "selection": "config",
    "sources": "config",
    "reading": "engine",
    "suppressions": "engine",
    "checking": "engine",
    "unused_*": "engine",
    "m2m_*": "engine",
    "document_*": "engine",
    "parallel": "engine",
    "engine": "engine",
    "inventory": "engine",
    "flake8_*": "adapters",
    "__main__": "adapters",
    "__init__": "findings",
}
_LAYER_OF_FOLDER = {"reporters": "engine", "cli": "adapters", "fixes": "engine", "lsp": "adapters"}
# The names of the rules are the values of the options `select` and `ignore`.
_ALLOWED = {("config", "rules.registry"), ("selection", "rules.registry")}
_TYPING_ONLY = "TYPE_CHECKING"


def layer(dotted: str) -> str:
    """The layer of a module, by its name below the package."""
    first = dotted.split(".")[0] or "__init__"
    folders = {**_LAYER_OF_FOLDER, **{name: name for name in ("catalogue", "facts", "project", "rules")}}
    if first in folders:
        return folders[first]
    return next(found for pattern, found in _LAYER_OF_FILE.items() if fnmatch.fnmatchcase(first, pattern))


def imported(path: Path) -> set[str]:
    """The modules of this package that a module imports when it runs, by their names below the package."""
    found = set()
    skipped = {
        inner
        for node in nodes(path)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == _TYPING_ONLY
        for inner in ast.walk(node)
    }
    for node in nodes(path):
        if node in skipped:
            continue
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path.name}: imports are absolute"
            if node.module == OWN:
                found |= {alias.name for alias in node.names}
            elif (node.module or "").startswith(f"{OWN}."):
                found.add((node.module or "").removeprefix(f"{OWN}."))
        elif isinstance(node, ast.Import):
            found |= {a.name.removeprefix(f"{OWN}.") for a in node.names if a.name.startswith(f"{OWN}.")}
    return {name for name in found if not name.startswith("__")}


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


@per_module
def test_imports_point_one_way(path: Path) -> None:
    own = dotted(path)
    wrong = [
        name for name in imported(path) if LAYERS[layer(name)] > LAYERS[layer(own)] and (own, name) not in _ALLOWED
    ]
    assert not wrong, f"{own} ({layer(own)}) imports {wrong}"


def test_facts_and_catalogue_know_nothing_of_each_other() -> None:
    for path in MODULES:
        for name in imported(path):
            assert {layer(dotted(path)), layer(name)} != {"facts", "catalogue"}, f"{dotted(path)} imports {name}"


_FORBIDDEN = ("libcst", "astroid")
_RUN_FLAKE8 = """\
import sys
from flake8.main.cli import main
code = main(sys.argv[1:])
print("exit", code)
print("loaded", *[name for name in {names} if name in sys.modules])
"""


@pytest.mark.parametrize("names", [(*_FORBIDDEN, "click", "concurrency_lint.cli", "concurrency_lint.reporters")])
def test_a_plain_flake8_run_loads_what_it_needs_only(names: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("import time\n\n\nasync def f():\n    time.sleep(1)\n", encoding="utf-8")
    # Other plugins import what they like: flake8-async imports libcst.
    done = subprocess.run(
        [sys.executable, "-c", _hiding_other_plugins(names), "--isolated", "--select", "CNC", "-j1", "app.py"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "app.py:5:5: CNC101" in done.stdout, done.stderr
    assert done.stdout.splitlines()[-2:] == ["exit 1", "loaded"], done.stdout


def _hiding_other_plugins(names: tuple[str, ...]) -> str:
    """A program that runs flake8 as it would be without any other third-party plugin installed."""
    hide = """\
import importlib.metadata
every = importlib.metadata.distributions
ours = ("flake8", "concurrency-lint", "pyflakes", "pycodestyle", "mccabe")
importlib.metadata.distributions = lambda: [d for d in every() if (d.metadata["Name"] or "").lower() in ours]
"""
    return hide + _RUN_FLAKE8.format(names=names)


def test_nothing_imports_libcst_or_astroid_at_its_head() -> None:
    for path in MODULES:
        for node in tree(path).body:
            heads = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            heads += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in heads if name.split(".")[0] in _FORBIDDEN], path


# --- Libraries stand in the catalogue ---

# Libraries whose name is a word, or a part of Python's own that the linter itself uses.
_WORDS = {
    "attr",
    "attrs",
    "rq",
    "channels",
    "huey",
    "quart",
    "mcp",
    "types",
    "git",
    "github",
    "gitlab",
    "docker",
    "dns",
}
# What the linter is made of, and what it hooks into.
_OURS = {"click", "flake8", "msgspec", "pathspec", "tomli", "pytest"}
LIBRARIES = (
    {path.stem for path in (SOURCE / "catalogue").glob("*.toml") if load_file(path.stem).library != "Python"}
    - _WORDS
    - _OURS
)
assert {"requests", "httpx", "redis", "fastapi", "celery", "django", "sqlalchemy"} <= LIBRARIES

# A folder of rules.
_FAMILIES = {path.parent.name for path in RULE_FILES} | {"celery"}
_RULE_NAMES = {rule.name for rule in all_rules().values()}
# Rule files speak to people: their words name libraries, their code does not.
_SPEAKING = {"name", "summary", "help", "fix_note", "explanation"}
_NAMES = re.compile(rf"(?<![\w.])({'|'.join(sorted(LIBRARIES))})(?![\w])", re.IGNORECASE)


def deciding_strings(path: Path) -> Iterator[ast.Constant]:
    """The strings of a module that are neither docstrings nor a rule's words to people."""
    spoken: set[ast.AST] = set()
    for node in nodes(path):
        body = getattr(node, "body", None)
        for statement in body if isinstance(body, list) else ():
            # Docstrings, of attributes too.
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                spoken.add(statement.value)
        if isinstance(node, ast.keyword) and node.arg in _SPEAKING:
            spoken.update(ast.walk(node.value))
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in spoken:
            yield node


# What a library makes of its own settings is no data: it stands here, and a house's policy on brokers there.
_SEMANTICS = ("project/celery/", "project/mentions.py", "policy.py")


@per_module
def test_library_names_stand_in_the_catalogue_only(path: Path) -> None:
    if path.relative_to(SOURCE).as_posix().startswith(_SEMANTICS):
        return
    found = [
        f"line {node.lineno}: {node.value!r}"
        for node in deciding_strings(path)
        if _NAMES.search(str(node.value)) and node.value not in _FAMILIES | _RULE_NAMES
    ]
    names = [node for node in nodes(path) if isinstance(node, (ast.Import, ast.ImportFrom))]
    for node in names:
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
        found += [f"imports {name}" for name in modules if name.split(".")[0] in LIBRARIES]
    assert not found, found


# --- Rules ---


@per_rule_file
def test_a_rule_file_is_a_rule(path: Path) -> None:
    rule = importlib.import_module(f"{OWN}.{dotted(path)}").rule
    assert path.stem == rule.name.replace("-", "_")
    assert path.parent.name == rule.family
    assigned = [
        node
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Rule"
    ]
    assert len(assigned) == 1


def test_every_rule_file_is_found_once() -> None:
    assert len(all_rules()) == len(RULE_FILES)
    assert len({rule.name for rule in all_rules().values()}) == len(RULE_FILES)


def test_a_code_used_twice_and_a_file_without_a_rule_are_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    module = f"{OWN}.{dotted(RULE_FILES[0])}"
    for modules, says in (([module, module], "is registered twice"), ([f"{OWN}.findings"], "registers no rule")):
        monkeypatch.setattr(registry, "_rule_modules", lambda modules=modules: iter(modules))
        registry.all_rules.cache_clear()
        with pytest.raises(ValueError, match=says):
            registry.all_rules()
    monkeypatch.undo()
    registry.all_rules.cache_clear()


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_a_rule_is_complete(rule: Rule) -> None:
    assert (ROOT / "tests" / "fixtures" / rule.code).is_dir()
    assert example(rule, "Bad")
    assert example(rule, "Good")
    assert rule.fix in ("safe", "unsafe", "-")
    assert bool(rule.fix_note) == (rule.fix != "-")
    assert rule.severity.value == "advice" or not rule.opt_in


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_messages_are_in_style(rule: Rule) -> None:
    for text in (rule.summary, rule.help):
        assert not text.endswith("."), text
        assert text[0].islower() or text[0] == "`", text
    assert "; " in rule.summary, "what goes wrong; the way out"
    assert not re.search(r"\{(\d*|[^}]*[^a-z_}][^}]*)\}", rule.summary), "keyword placeholders only"


def test_no_fixture_is_without_its_rule() -> None:
    folders = {path.name for path in (ROOT / "tests" / "fixtures").iterdir() if path.is_dir()}
    assert folders == set(all_rules())


def test_rules_see_no_ast() -> None:
    for path in RULE_FILES:
        heads = {alias.name for node in nodes(path) if isinstance(node, ast.Import) for alias in node.names}
        assert "ast" not in heads, path


# --- Sizes and words ---


@per_module
def test_modules_are_small(path: Path, request: pytest.FixtureRequest) -> None:
    still_wrong(request, path.relative_to(SOURCE).as_posix() in TOO_LONG)
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= (LONGEST_RULE if path in RULE_FILES else LONGEST_MODULE)


@per_module
def test_functions_fit_on_a_screen(path: Path) -> None:
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in nodes(path)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long, long


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS, *TESTS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_says_in_one_sentence_what_it_is(path: Path, request: pytest.FixtureRequest) -> None:
    still_wrong(request, path.relative_to(ROOT).as_posix() in TOO_WORDY)
    if not path.read_bytes():
        assert path.name == "__init__.py"
        return
    if path.name == "__init__.py" and path.parent == SOURCE:
        assert path.read_text(encoding="utf-8").count("\n") < 10
    text = ast.get_docstring(tree(path))
    assert text, "no docstring"
    # A script's docstring goes on to say how it is called.
    first, _, rest = text.partition("\n")
    assert first.endswith("."), first
    assert not re.search(r"\. [A-Z]", first), f"one sentence: {first}"
    assert not rest or path in SCRIPTS, "one sentence on one line"


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS, *TESTS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_names_say_what_is_inside(path: Path) -> None:
    empty_words = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}
    parts = [part for name in path.relative_to(ROOT).with_suffix("").parts for part in name.split("_")]
    assert not empty_words.intersection(parts)


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS, *TESTS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_errors_are_not_swallowed(path: Path) -> None:
    for node in nodes(path):
        if isinstance(node, ast.ExceptHandler):
            broad = node.type is None or (
                isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")
            )
            silent = all(isinstance(statement, (ast.Pass, ast.Continue)) for statement in node.body)
            assert not (broad and silent), f"line {node.lineno}"


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS, *TESTS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_ignored_types_name_their_code(path: Path) -> None:
    bare = re.compile(r"#\s*type:\s*ignore(?!\[)")
    lines = path.read_text(encoding="utf-8").splitlines()
    marked = [number for number, line in enumerate(lines, start=1) if bare.search(line)]
    # A test may hold such a comment in a string, as data.
    strings = {
        line
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    assert not [number for number in marked if number not in strings]


@per_module
def test_nothing_is_evaluated_or_unpickled(path: Path) -> None:
    for node in nodes(path):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("eval", "exec"), f"line {node.lineno}"
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module]
            assert not {"pickle", "marshal", "shelve"}.intersection(names), f"line {node.lineno}"


def test_one_walk_over_the_ast() -> None:
    visitors = [
        path.name
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.ClassDef)
        for parent in node.bases
        if "NodeVisitor" in ast.unparse(parent) or "NodeTransformer" in ast.unparse(parent)
    ]
    assert not visitors


# --- In step ---


def test_the_schemas_are_valid_and_in_the_package() -> None:
    shipped = json.loads((SOURCE / "reporters" / "findings.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(shipped)
    assert (SOURCE / "py.typed").exists()


def test_the_changelog_has_this_version() -> None:
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", page("CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == concurrency_lint.__version__


def test_ci_runs_what_the_readme_says() -> None:
    script = [line.strip() for line in page(".ci/run").splitlines()]
    tests = test_command().split(" && ", 2)
    assert tests[:2] == ["python3 -m venv .venv-test", ". .venv-test/bin/activate"]
    assert tests[2] in script, "the README's test command, in an environment of its own"
    assert first_command() in script
    assert test_command() == (
        "python3 -m venv .venv-test && . .venv-test/bin/activate && pip install -e '.[test]' && pytest"
    )
