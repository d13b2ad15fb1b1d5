"""The one table of options, from which flake8, pyproject.toml, the command line and the docs take theirs."""

from __future__ import annotations

from concurrency_lint.option import ALL_ADAPTERS as ALL_ADAPTERS, Adapter, Kind as Kind, Option as Option
from concurrency_lint.policy import POLICY

DEFAULT_EXCLUDE = (
    ".bzr",
    ".direnv",
    ".eggs",
    ".git",
    ".git-rewrite",
    ".hg",
    ".ipynb_checkpoints",
    ".mypy_cache",
    ".nox",
    ".pants.d",
    ".pyenv",
    ".pytest_cache",
    ".pytype",
    ".ruff_cache",
    ".svn",
    ".tox",
    ".venv",
    ".vscode",
    "__pypackages__",
    "_build",
    "buck-out",
    "dist",
    "node_modules",
    "site-packages",
    "venv",
)


OPTIONS: tuple[Option, ...] = (
    Option(
        name="select",
        kind="codes",
        default=(),
        help="codes or prefixes to report, instead of every rule that is on by default; ALL means all",
        adapters=frozenset({"pyproject", "cli"}),
    ),
    Option(
        name="extend-select",
        kind="codes",
        default=(),
        help="codes or prefixes to report in addition, such as opt-in rules",
    ),
    Option(
        name="ignore",
        kind="codes",
        default=(),
        help="codes or prefixes not to report",
        adapters=frozenset({"pyproject", "cli"}),
    ),
    Option(
        name="per-file-ignores",
        kind="ignores-by-path",
        default=(),
        help="codes or prefixes not to report in the files that match a pattern",
        adapters=frozenset({"pyproject", "cli"}),
    ),
    Option(
        name="min-severity",
        kind="severity",
        default="advice",
        help="report findings of this severity and above: advice, warning or error",
    ),
    Option(
        name="exclude",
        kind="patterns",
        default=DEFAULT_EXCLUDE,
        help="files and folders to leave out, by name or by path; replaces the default list",
        adapters=frozenset({"pyproject", "cli"}),
    ),
    Option(
        name="extend-exclude",
        kind="patterns",
        default=(),
        help="files and folders to leave out in addition to `exclude`",
        adapters=frozenset({"pyproject", "cli"}),
    ),
    Option(
        name="force-exclude",
        kind="flag",
        default=False,
        help="leave out excluded files even where they are named",
        adapters=frozenset({"pyproject", "cli"}),
    ),
    Option(
        name="src",
        kind="folders",
        default=("src", "."),
        help="folders, relative to the project's root, from which the project's modules are imported",
        adapters=frozenset({"pyproject", "flake8"}),
    ),
    Option(
        name="python",
        kind="environment",
        default="",
        help="a virtual environment, or its interpreter, whose packages are read to follow calls into libraries",
    ),
    Option(
        name="settle",
        kind="flag",
        default=False,
        help="ask astroid about receivers and constants that are left undecided (needs `concurrency-lint[settle]`)",
    ),
    Option(
        name="every-call",
        kind="flag",
        default=False,
        help="report each of the calls in a module that lead to one far place, or often by the same way; left out, the "
        "nearest stands for them (fixing sees them all)",
    ),
    Option(
        name="nonblocking",
        kind="names",
        default=(),
        help="dotted names of functions that are trusted not to block",
        adapters=frozenset({"pyproject", "flake8"}),
    ),
    Option(
        name="cores",
        kind="number",
        least=1,
        default=8,
        help="processor cores where the service runs: a thread pool has at most twice as many threads",
    ),
    Option(
        name="request-limit",
        kind="choice",
        choices=("long", "short"),
        default="long",
        help="the least cost of work that CNC120 keeps out of requests: long (over 200 ms) or short",
        adapters=frozenset({"pyproject", "flake8"}),
    ),
    Option(
        name="subscribers",
        kind="folders",
        default=("app/subscribers",),
        help="folders, at any depth, in which consumers of messages belong",
        adapters=frozenset({"pyproject", "flake8"}),
    ),
    Option(
        name="messages-document",
        kind="folders",
        default=("m2m/README.md",),
        help="the document, in the project's root or above a module, that describes tasks, queues and topics",
        adapters=frozenset({"pyproject", "flake8"}),
    ),
    Option(
        name="schemas",
        kind="names",
        default=(),
        help="dotted names of further base classes and functions that give a message a schema",
        adapters=frozenset({"pyproject", "flake8"}),
    ),
    Option(
        name="offload",
        kind="runtime",
        default="",
        help="the library whose threads fixes send blocking calls to; left out, the one that the project uses",
        adapters=frozenset({"pyproject", "cli"}),
    ),
    *POLICY,
)

OPTION_BY_NAME = {option.name: option for option in OPTIONS}


def options_of(adapter: Adapter) -> tuple[Option, ...]:
    """The options that can be given through `adapter`, in order."""
    return tuple(option for option in OPTIONS if adapter in option.adapters)


def markdown_table() -> str:
    """The options as a table for the docs: name, where it can be given, default, help."""
    rows = ["| option | pyproject.toml | command line | flake8 | default | |", "| --- | --- | --- | --- | --- | --- |"]
    for option in OPTIONS:
        places = (
            f"`{option.name}`" if "pyproject" in option.adapters else "-",
            f"`--{option.name}`" if "cli" in option.adapters else "-",
            f"`concurrency-lint-{option.name}`" if "flake8" in option.adapters else _without_flake8(option),
        )
        rows.append(f"| {option.name} | {' | '.join(places)} | {_shown_default(option)} | {option.help} |")
    return "\n".join(rows) + "\n"


def _without_flake8(option: Option) -> str:
    return "-" if option in POLICY or option.kind == "runtime" else "flake8's own"


def _shown_default(option: Option) -> str:
    if option.default == DEFAULT_EXCLUDE:
        return "as ruff's"
    if isinstance(option.default, tuple):
        return ", ".join(f"`{item}`" for item in option.default) or "none"
    if option.default == "":
        return "none"
    return {True: "on", False: "off"}.get(option.default) or f"`{option.default}`"
