"""Path patterns as ruff reads them in `exclude` and `per-file-ignores`: a glob of the name, or of the whole path."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import lru_cache

_NAMED_CLASS = re.compile(r"\[:(\w+):\]")
_POSIX_CLASSES = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": r" \t",
    "digit": "0-9",
    "lower": "a-z",
    "punct": r"!-.:-@\[-`{-~",
    "space": r"\s",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}


class PathPatterns:
    """Patterns that match a path by its last name, or as a whole when joined to `root`."""

    def __init__(self, patterns: Iterable[str], root: str) -> None:
        names, paths = [], []
        for pattern in patterns:
            if "/" not in pattern:
                names.append(glob_regex(pattern))
            whole = pattern if os.path.isabs(pattern) else os.path.join(glob_escape(root), pattern.removeprefix("./"))
            paths.append(glob_regex(whole.rstrip("/")))
        self._name = re.compile("|".join(names) or r"(?!)", re.DOTALL)
        self._path = re.compile("|".join(paths) or r"(?!)", re.DOTALL)

    def match(self, path: str) -> bool:
        """Does a pattern match this absolute path itself (not one of the folders above it)?"""
        return bool(self._name.fullmatch(os.path.basename(path)) or self._path.fullmatch(path))

    def match_below(self, path: str, root: str) -> bool:
        """Does a pattern match this absolute path, or a folder above it that lies below `root`?"""
        while len(path) > len(root) and path != os.path.dirname(path):
            if self.match(path):
                return True
            path = os.path.dirname(path)
        return False


def glob_escape(text: str) -> str:
    """A glob that matches exactly `text`."""
    return re.sub(r"([\[\]*?{}\\])", r"[\1]", text).replace("[\\]", r"\\")


@lru_cache(maxsize=512)
def glob_regex(pattern: str) -> str:
    """The regular expression of a glob in which `*` crosses `/`, `**/` may be empty and `{a,b}` is a choice."""
    out: list[str] = []
    choices = 0
    at = 0
    while at < len(pattern):
        if pattern.startswith("**/", at) and (at == 0 or pattern[at - 1] == "/"):
            out.append("(?:.*/)?")
            at += 3
            continue
        char = pattern[at]
        at += 1
        if char == "*":
            out.append(".*")
        elif char == "?":
            out.append(".")
        elif char == "[" and (end := character_class_end(pattern, at)):
            out.append(character_class(pattern[at:end]))
            at = end + 1
        elif char == "{" and "}" in pattern[at:]:
            out.append("(?:")
            choices += 1
        elif char == "}" and choices:
            out.append(")")
            choices -= 1
        elif char == "," and choices:
            out.append("|")
        elif char == "\\" and at < len(pattern):
            out.append(re.escape(pattern[at]))
            at += 1
        else:
            out.append(re.escape(char))
    return "".join(out) if not choices else re.escape(pattern)


def character_class_end(pattern: str, start: int) -> int:
    """Where the `]` stands that closes the class whose content begins at `start`; 0 when there is none."""
    at = start + 1 if pattern[start : start + 1] in ("!", "^") else start
    at += pattern[at : at + 1] == "]"
    while at < len(pattern) and pattern[at] != "]":
        named = _NAMED_CLASS.match(pattern, at)
        at = named.end() if named else at + 1
    return at if at < len(pattern) else 0


def character_class(content: str) -> str:
    """The regular expression of a glob's `[content]`, which never matches a `/`."""
    negated = content[:1] in ("!", "^")
    members, last = "", 0
    content = content[1:] if negated else content
    for named in _NAMED_CLASS.finditer(content):
        members += _escape_members(content[last : named.start()]) + _POSIX_CLASSES.get(named[1], "")
        last = named.end()
    members += _escape_members(content[last:])
    return f"[^/{members}]" if negated else f"(?!/)[{members}]" if members else "(?!)"


def _escape_members(members: str) -> str:
    return re.sub(r"([\[\]\\&~|^])", r"\\\1", members)
