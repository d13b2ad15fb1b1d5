"""Git's ignore files: the patterns as pathspec reads them, applied while descending as git does."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator


class IgnoreFile:
    """The rules of one `.gitignore` (or `info/exclude`), for paths relative to the folder it governs."""

    def __init__(self, text: str) -> None:
        self._last_first = list(_rules(text))[::-1]

    def verdict(self, relative: str, *, is_dir: bool) -> bool | None:
        """True: ignored; False: taken back in by a `!` rule; None: not mentioned."""
        for regex, ignored in self._last_first:
            if _names(regex, relative) or (is_dir and _names_folder(regex, relative + "/")):
                return ignored
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
        with open(ignore_file, encoding="utf-8-sig", errors="surrogateescape") as stream:
            return IgnoreChain(base, IgnoreFile(stream.read()), outer)
    except OSError:
        return outer


def _rules(text: str) -> Iterator[tuple[re.Pattern[str], bool]]:
    """Each line's pattern, and whether it ignores; git passes over lines that are no patterns."""
    # Imported where a repository has rules: flake8 on one file does without.
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        # pathspec 1.1 takes `[[:digit:]]`, which git knows and ruff does not, for a set within a set.
        warnings.simplefilter("ignore", FutureWarning)
        for line in text.split("\n"):
            try:
                patterns = GitIgnoreSpec.from_lines([line]).patterns
            except ValueError:
                continue
            for pattern in patterns:
                if pattern.regex is not None and pattern.include is not None:
                    yield pattern.regex, pattern.include


# pathspec's expressions also match what lies below an entry, with the slash behind the entry's name as their only
# group. `GitIgnoreSpec.check_file` ranks such matches below those of whole paths, so it takes `*` and `!*/` to ignore
# every folder; git asks of each entry in turn which is the last pattern that means itself.


def _names(regex: re.Pattern[str], path: str) -> bool:
    found = regex.search(path)
    return found is not None and found.lastindex is None


def _names_folder(regex: re.Pattern[str], path: str) -> bool:
    return any(found.lastindex and found.end(found.lastindex) == len(path) for found in regex.finditer(path))
