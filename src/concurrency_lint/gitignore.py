"""Git's ignore files, as git itself applies them while descending: the last rule that matches an entry decides."""

from __future__ import annotations

import os
import re

from concurrency_lint.globs import character_class, character_class_end


class IgnoreFile:
    """The rules of one `.gitignore` (or `info/exclude`), for paths relative to the folder it governs."""

    def __init__(self, text: str) -> None:
        self._rules = [rule for line in text.splitlines() if (rule := _parse(line))]
        self._any_name = re.compile("|".join(f"(?:{r.regex})" for r in self._rules if r.by_name) or r"(?!)", re.DOTALL)
        self._any_path = re.compile(
            "|".join(f"(?:{r.regex})" for r in self._rules if not r.by_name) or r"(?!)", re.DOTALL
        )

    def verdict(self, relative: str, *, is_dir: bool) -> bool | None:
        """True: ignored; False: taken back in by a `!` rule; None: not mentioned."""
        name = relative[relative.rfind("/") + 1 :]
        if not self._any_name.fullmatch(name) and not self._any_path.fullmatch(relative):
            return None
        for rule in reversed(self._rules):
            if (is_dir or not rule.only_folders) and rule.pattern.fullmatch(name if rule.by_name else relative):
                return not rule.negated
        return None


class IgnoreChain:
    """The ignore files in force in one folder, nearest first; `None` ends the chain."""

    __slots__ = ("_base", "_file", "_parent")

    def __init__(self, base: str, file: IgnoreFile, parent: IgnoreChain | None) -> None:
        self._base, self._file, self._parent = base, file, parent

    def ignores(self, path: str, *, is_dir: bool) -> bool:
        """Is the entry at this absolute path ignored? The nearest file with an opinion decides."""
        chain: IgnoreChain | None = self
        while chain is not None:
            verdict = chain._file.verdict(path[len(chain._base) :], is_dir=is_dir)
            if verdict is not None:
                return verdict
            chain = chain._parent
        return False


def entering(folder: str, outer: IgnoreChain | None, names: frozenset[str] | None = None) -> IgnoreChain | None:
    """The chain in force in `folder`, given that of its parent; a repository's root starts afresh.

    `names` are the entries of the folder, where the caller has listed them already.
    """
    chain = outer
    base = folder.rstrip("/") + "/"
    if ".git" in names if names is not None else os.path.lexists(base + ".git"):
        chain = _with_file(base, base + ".git/info/exclude", None) or IgnoreChain(base, IgnoreFile(""), None)
    if chain is not None and (names is None or ".gitignore" in names):
        chain = _with_file(base, base + ".gitignore", chain)
    return chain


def chain_above(folder: str) -> IgnoreChain | None:
    """The chain in force in `folder`, read from its repository's root downwards; None outside of a repository."""
    folders = [folder]
    while not os.path.lexists(os.path.join(folders[-1], ".git")):
        parent = os.path.dirname(folders[-1])
        if parent == folders[-1]:
            return None
        folders.append(parent)
    chain: IgnoreChain | None = None
    for each in reversed(folders):
        chain = entering(each, chain)
    return chain


def _with_file(base: str, ignore_file: str, outer: IgnoreChain | None) -> IgnoreChain | None:
    try:
        with open(ignore_file, encoding="utf-8", errors="replace") as stream:
            return IgnoreChain(base, IgnoreFile(stream.read()), outer)
    except OSError:
        return outer


class _Rule:
    __slots__ = ("by_name", "negated", "only_folders", "pattern", "regex")

    def __init__(self, regex: str, *, by_name: bool, negated: bool, only_folders: bool) -> None:
        self.regex, self.by_name, self.negated, self.only_folders = regex, by_name, negated, only_folders
        self.pattern = re.compile(regex, re.DOTALL)


def _parse(line: str) -> _Rule | None:
    while line.endswith(" ") and not line.endswith("\\ "):
        line = line[:-1]
    negated = line.startswith("!")
    glob = line[1:] if negated else line
    if not glob or line.startswith("#"):
        return None
    only_folders = glob.endswith("/")
    glob = glob.removesuffix("/")
    by_name = "/" not in glob
    if not (glob := glob.removeprefix("/")):
        return None
    regex = _translate(glob)
    if regex is None:
        return None
    return _Rule(regex, by_name=by_name, negated=negated, only_folders=only_folders)


def _translate(glob: str) -> str | None:
    """The regular expression of a git glob; None where git would never match it."""
    out: list[str] = []
    glob = re.sub(r"\*{3,}", "**", glob)
    at = 0
    while at < len(glob):
        if glob.startswith("**/", at) and (at == 0 or glob[at - 1] == "/"):
            out.append("(?:.*/)?")
            at += 3
            continue
        if glob[at:] == "**" and at and glob[at - 1] == "/":
            out.append("[^/].*")
            break
        char = glob[at]
        at += 1
        if char == "*":
            out.append("[^/]*")
        elif char == "?":
            out.append("[^/]")
        elif char == "[":
            if not (end := character_class_end(glob, at)):
                return None
            out.append(character_class(glob[at:end]))
            at = end + 1
        elif char == "\\":
            if at == len(glob):
                return None
            out.append(re.escape(glob[at]))
            at += 1
        else:
            out.append(re.escape(char))
    return "".join(out)
