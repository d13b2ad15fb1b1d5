"""Worker command lines, as compose files, Procfiles, Dockerfiles, systemd units and shell scripts have them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from concurrency_lint.project.celery.literals import UNKNOWN
from concurrency_lint.project.celery.option_values import UNSET, Effective, Place, Possibility

if TYPE_CHECKING:
    from concurrency_lint.project.celery.apps import App

_COMMAND = re.compile(r"""(?<![\w./-])(?:[\w./-]*/)?celery["',\s]""")
_FLAGS = {
    "time_limit": ("--time-limit", "--hard-time-limit"),
    "soft_time_limit": ("--soft-time-limit",),
    "worker_pool": ("-P", "--pool"),
    "events": ("-E", "--task-events", "--events"),
    "queues": ("-Q", "--queues"),
    "app": ("-A", "--app"),
    "beat": ("-B", "--beat"),
}
_TAKES_NO_VALUE = ("events", "beat")
_VARIABLE = re.compile(r"\$\{\w+:?-([^}]*)\}")
_DOCUMENT = re.compile(
    r"(docker-)?compose[\w.-]*\.ya?ml|Procfile[\w.-]*|Dockerfile[\w.-]*|[\w.-]*\.Dockerfile|[\w.@-]+\.service|[\w.-]+\.sh"
    r"|supervisord?[\w.-]*\.(conf|ini)|circus[\w.-]*\.ini",
    re.IGNORECASE,
)


class Command(NamedTuple):
    """A command line of the library: its subcommand, its options by their meaning, and where it stands."""

    subcommand: str
    options: dict[str, str]
    path: str
    line: int

    @property
    def app(self) -> str:
        """The value of `-A`."""
        return self.options.get("app", "")


def is_document(name: str) -> bool:
    """Whether a file of this name may hold command lines."""
    return _DOCUMENT.fullmatch(name) is not None


def commands_in(path: str, text: str) -> list[Command]:
    """The command lines in a file, continued lines joined, shell and JSON and YAML lists alike."""
    found = []
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        first = number
        line = lines[number]
        while line.rstrip().endswith("\\") and number + 1 < len(lines):
            number += 1
            line = line.rstrip()[:-1] + " " + lines[number].strip()
        number += 1
        if line.lstrip().startswith("#") or "celery" not in line:
            continue
        line = _with_list_below(line, lines, number)
        match = _COMMAND.search(line + " ")
        if match is not None:
            command = parsed(line[match.start() :], path, first + 1)
            if command is not None:
                found.append(command)
    return found


def _with_list_below(line: str, lines: list[str], number: int) -> str:
    """A YAML list with one word a line is one command."""
    if not re.fullmatch(r"\s*-\s*[\"']?celery[\"']?\s*", line):
        # Folded text goes on in lines that are indented as far.
        indent = len(line) - len(line.lstrip())
        while number < len(lines) and lines[number].strip().startswith("-") and not line.lstrip().startswith("- "):
            if len(lines[number]) - len(lines[number].lstrip()) != indent:
                break
            line += " " + lines[number].strip()
            number += 1
        return line
    indent = len(line) - len(line.lstrip())
    while number < len(lines):
        following = lines[number]
        if len(following) - len(following.lstrip()) != indent or not following.lstrip().startswith("- "):
            break
        line += " " + following.strip()[2:]
        number += 1
    return line


def parsed(text: str, path: str, line: int) -> Command | None:
    """A command line taken apart; None where it is none of the library's."""
    cleaned = _VARIABLE.sub(r"\1", text)
    if re.search(r'["\']\s*,', cleaned) or cleaned.rstrip().endswith("]"):
        cleaned = re.sub(r"[\[\],]", " ", cleaned)
    cleaned = re.split(r"&&|\|\||[;|]", cleaned)[0]
    try:
        words = shlex.split(cleaned, comments=True)
    except ValueError:
        words = cleaned.replace('"', " ").replace("'", " ").split()
    return from_words(words, path, line)


def from_words(words: list[str], path: str, line: int) -> Command | None:
    """A command from its words, the program's name first."""
    options: dict[str, str] = {}
    subcommand = ""
    position = 1
    while position < len(words):
        word = words[position]
        position += 1
        flag, given, value = word.partition("=")
        meaning = next((name for name, flags in _FLAGS.items() if flag in flags), None)
        if meaning is None and len(word) > 2 and word[:2] in ("-P", "-Q", "-A") and not word.startswith("--"):
            meaning = next(name for name, flags in _FLAGS.items() if word[:2] in flags)
            given, value = "=", word[2:]
        if meaning is not None and meaning in _TAKES_NO_VALUE:
            options[meaning] = "1"
        elif meaning is not None:
            if not given and position < len(words):
                value = words[position]
                position += 1
            options[meaning] = value
        elif not word.startswith("-") and not subcommand and word in _SUBCOMMANDS:
            subcommand = word
        elif re.fullmatch(r"-[A-Za-z]*E[A-Za-z]*", word):
            options["events"] = "1"
    return Command(subcommand, options, path, line) if subcommand else None


_SUBCOMMANDS = ("worker", "beat", "flower", "events", "multi", "inspect", "control", "shell", "call", "purge", "status")


class WorkerCommands:
    """The command lines of a project."""

    def __init__(self, documents: Callable[[], Iterable[tuple[str, str]]]) -> None:
        self._documents = documents
        self._found: list[Command] | None = None

    def all(self) -> list[Command]:
        """Every command line, by file and line."""
        if self._found is None:
            self._found = [
                command for path, text in self._documents() if "celery" in text for command in commands_in(path, text)
            ]
        return self._found

    def of(self, apps: list[App]) -> list[Command]:
        """The workers' command lines of these apps, as far as `-A` tells; those without it belong to all."""
        workers = [command for command in self.all() if command.subcommand in ("worker", "multi")]
        return [command for command in workers if not command.app or any(_names(command, app) for app in apps)]

    def option(self, apps: list[App], option: str) -> Effective | None:
        """What the workers' command lines say about an option; None where there is none, or none says anything."""
        found: list[Possibility] = []
        for command in self.of(apps):
            given = command.options.get(option)
            if given is None:
                found.append(Possibility(UNSET))
            else:
                value = float(given) if re.fullmatch(r"\d+(\.\d+)?", given) else UNKNOWN
                number = int(value) if isinstance(value, float) and value == int(value) else value
                found.append(Possibility(number, Place(command.path, command.line, "worker command line")))
        if all(possibility.value is UNSET for possibility in found):
            return None
        return Effective(tuple(found), ("worker command line",))


def _names(command: Command, app: App) -> bool:
    """Whether `-A` may name the module of an app: by the whole dotted name, a package around it, or its end."""
    named = command.app.partition(":")[0]
    module = app.module.name
    candidates = {module, module.rpartition(".")[0], f"{module.rpartition('.')[0]}.{named.rpartition('.')[2]}"}
    return (
        named in candidates
        or module.endswith(f".{named}")
        or named.startswith(f"{module}.")
        or (module.startswith(f"{named}."))
    )
