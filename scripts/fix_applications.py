"""Apply every fix, unsafe ones too, to copies of applications, and say what came of it, rule by rule.

    python scripts/fix_applications.py APPLICATION... [--diffs 60] [--seed 1] [--json out.json] > report.md

For each application: changed files compile; pyflakes finds no new undefined or unused name; what was fixed is no longer
reported, and nothing new is; fixing again changes nothing. `--diffs` draws so many fixes, over all applications, rules
and kinds of fix, and prints each as a diff, to be judged by a reader. A wheel that was unpacked is taken to need what
its metadata say.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import json
import random
import re
import shutil
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import msgspec
from pyflakes.checker import Checker

from concurrency_lint.config import Settings
from concurrency_lint.engine import check_files
from concurrency_lint.findings import Finding, Fix
from concurrency_lint.fixes.apply import Fixed, fix_all
from concurrency_lint.fixes.making import FileFixes
from concurrency_lint.fixes.runtimes import Runtimes
from concurrency_lint.rules.registry import all_rules
from concurrency_lint.selection import enabled_codes
from concurrency_lint.sources import project_files
from concurrency_lint.suppressions import shown

_KEPT = (".py", ".toml", ".cfg", ".ini", ".yml", ".yaml", ".txt", ".md")
_CONTEXT = 5


class Drawn(msgspec.Struct):
    """A fix that a reader could be shown."""

    application: str
    place: str
    code: str
    title: str
    diff: str


class Outcome(msgspec.Struct):
    """What fixing one application came to."""

    application: str
    seconds: float
    files: int
    changed: int
    found: dict[str, int]
    offered: dict[str, int]
    refused: dict[str, dict[str, int]]
    applied: dict[str, int]
    broken: list[str]
    names: list[str]
    left: list[str]
    new: list[str]
    unstable: list[str]
    fixes: list[Drawn]


def main() -> int:
    """Print the report as Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("applications", nargs="+", type=Path, metavar="APPLICATION", help="a folder to fix a copy of")
    parser.add_argument("--diffs", type=int, default=0, help="how many fixes to print (default none)")
    parser.add_argument("--seed", type=int, default=1, help="of the random numbers (default 1)")
    parser.add_argument("--select", default="", help="codes or prefixes (default: all that are on, or have fixes)")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes check (default 1)")
    parser.add_argument("--json", type=Path, help="where to keep the outcome")
    parser.add_argument("--keep", type=Path, help="where to keep the fixed copies")
    options = parser.parse_args()

    outcomes = []
    for application in options.applications:
        with tempfile.TemporaryDirectory() as scratch:
            copy = _copied(application, (options.keep or Path(scratch)).resolve())
            outcomes.append(_fixed(copy, options.select.split(","), options.jobs))
            print(_line(outcomes[-1]), file=sys.stderr, flush=True)
    print("\n".join(_rendered(outcomes, options.diffs, random.Random(options.seed))))
    if options.json:
        options.json.write_bytes(msgspec.json.format(msgspec.json.encode(outcomes)))
    return int(any(each.broken or each.names or each.unstable for each in outcomes))


def _copied(application: Path, below: Path) -> Path:
    copy = below / application.name
    for path in sorted(application.rglob("*")):
        if path.suffix in _KEPT and path.is_file() and not path.is_symlink():
            target = copy / path.relative_to(application)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    metadata = sorted(application.glob("*.dist-info/METADATA"))
    if metadata and not (copy / "pyproject.toml").exists():
        text = metadata[0].read_text(encoding="utf-8")
        needed = [line for line in re.findall(r"^Requires-Dist: (.+)$", text, re.MULTILINE) if "extra ==" not in line]
        listed = json.dumps([line.partition(";")[0].strip() for line in needed])
        python = json.dumps("".join(re.findall(r"^Requires-Python: (.+)$", text, re.MULTILINE)))
        (copy / "pyproject.toml").write_text(
            f'[project]\nname = "x"\nrequires-python = {python}\ndependencies = {listed}\n', encoding="utf-8"
        )
    return copy


class _Look:
    """What is reported of an application."""

    def __init__(self, settings: Settings, jobs: int) -> None:
        self.settings, self.jobs = settings, jobs

    def __call__(self, files: Collection[Path], contents: Mapping[Path, bytes]) -> list[Finding]:
        report = check_files(sorted(files), self.settings, jobs=self.jobs, contents=contents)
        texts = {str(path): data.decode("utf-8", "replace") for path, data in contents.items()}

        def read(path: str) -> str:
            return texts[path] if path in texts else Path(path).read_text(encoding="utf-8", errors="replace")

        return shown(report.findings, self.settings, read)


def _fixed(copy: Path, select: list[str], jobs: int) -> Outcome:
    started = time.perf_counter()
    fixing = [code for code, rule in all_rules().items() if rule.fix != "-"]
    codes = enabled_codes([code for code in select if code], () if any(select) else fixing, ())
    look = _Look(Settings(root=copy, enabled=codes, every_call=True), jobs)
    files = project_files(copy, look.settings)
    before = look(files, {})
    drawn, offered, refused = _offered(before, copy, look.settings)
    fixed = fix_all(before, look.settings, look, Path.read_bytes, unsafe=True, every=files)
    for path, data in fixed.after.items():
        path.write_bytes(data)
    after = look(files, {})
    again = fix_all(after, look.settings, look, Path.read_bytes, unsafe=True)
    left = [f"{each.path} {each.code}" for each in again.applied]
    new = _new(before, after, copy)
    return Outcome(
        application=copy.name,
        seconds=round(time.perf_counter() - started, 1),
        files=len(files),
        changed=len(fixed.after),
        found=dict(Counter(finding.code for finding in before)),
        offered=dict(offered),
        refused={code: dict(reasons) for code, reasons in refused.items()},
        applied=dict(Counter(each.code for each in fixed.applied)),
        broken=[str(path.relative_to(copy)) for path, data in fixed.after.items() if not _compiles(data)],
        names=list(_new_names(fixed, copy)),
        left=left,
        new=new,
        unstable=[str(path.relative_to(copy)) for path in again.after],
        fixes=drawn,
    )


def _offered(
    findings: list[Finding], copy: Path, settings: Settings
) -> tuple[list[Drawn], Counter[str], dict[str, Counter[str]]]:
    """Each fix by itself, as `--show-fixes` has it, and why there is none for the others."""
    drawn: list[Drawn] = []
    offered: Counter[str] = Counter()
    refused: dict[str, Counter[str]] = {}
    runtimes = Runtimes(settings)
    made: dict[str, FileFixes] = {}
    for finding in findings:
        if finding.path not in made:
            made = {finding.path: FileFixes(finding.path, Path(finding.path).read_bytes(), runtimes)}
        fix = made[finding.path].fix(finding)
        if fix is None:
            continue
        if not fix.edits:
            reason = re.sub(r"`[^`]*`", "`...`", fix.title.removeprefix("No fix: "))
            refused.setdefault(finding.code, Counter())[reason] += 1
            continue
        offered[finding.code] += 1
        place = f"{Path(finding.path).relative_to(copy)}:{finding.span.line}"
        diff = _diff(made[finding.path], fix)
        drawn.append(Drawn(copy.name, place, finding.code, f"{fix.applicability}: {fix.title}", diff))
    return drawn, offered, refused


def _diff(made: FileFixes, fix: Fix) -> str:
    old, new = made.source.data, made.source.edited(fix.edits)
    before, after = (data.decode("utf-8", "replace").split("\n") for data in (old, new))
    return "\n".join(list(difflib.unified_diff(before, after, lineterm="", n=_CONTEXT))[2:])


def _compiles(data: bytes) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(data, "changed.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


def _new_names(fixed: Fixed, copy: Path) -> Iterator[str]:
    """What pyflakes says of the names of changed files that it did not say before."""
    for path, data in fixed.after.items():
        more = Counter(_flaws(data)) - Counter(_flaws(fixed.before[path]))
        yield from (f"{path.relative_to(copy)}: {flaw}" for flaw in more)


def _flaws(data: bytes) -> list[str]:
    messages = Checker(ast.parse(data)).messages
    return [f"{type(each).__name__} {each.message_args[0]}" for each in messages if each.message_args]


def _new(before: list[Finding], after: list[Finding], copy: Path) -> list[str]:
    """What was not reported before, wherever in its function it stands."""

    def shape(finding: Finding) -> str:
        return f"{Path(finding.path).relative_to(copy)} {finding.code} {finding.symbol} {finding.sink}"

    return sorted((Counter(map(shape, after)) - Counter(map(shape, before))).elements())


def _line(outcome: Outcome) -> str:
    return (
        f"{outcome.application}: {outcome.files} files in {outcome.seconds} s, {sum(outcome.found.values())} findings, "
        f"{sum(outcome.applied.values())} fixed in {outcome.changed} files; broken {len(outcome.broken)}, names "
        f"{len(outcome.names)}, left {len(outcome.left)}, new {len(outcome.new)}, unstable {len(outcome.unstable)}"
    )


def _rendered(outcomes: list[Outcome], count: int, chance: random.Random) -> Iterator[str]:
    yield "# Fixes on applications\n"
    yield from (f"- {_line(outcome)}" for outcome in outcomes)
    yield "\n| code | findings | offered | applied | refused, and why |\n| --- | --- | --- | --- | --- |"
    found, offered, applied = (
        sum((Counter(getattr(each, name)) for each in outcomes), Counter()) for name in ("found", "offered", "applied")
    )
    for code in sorted(found):
        refused: Counter[str] = sum((Counter(each.refused.get(code, {})) for each in outcomes), Counter())
        if all_rules()[code].fix != "-":
            reasons = "; ".join(f"{number} {reason}" for reason, number in refused.most_common())
            yield f"| {code} | {found[code]} | {offered[code]} | {applied[code]} | {reasons} |"
    for name in ("broken", "names", "left", "new", "unstable"):
        listed = [f"- {each.application}: {line}" for each in outcomes for line in getattr(each, name)]
        yield f"\n## {name}: {len(listed)}\n"
        yield from listed
    for number, each in enumerate(_sample(outcomes, count, chance), start=1):
        yield f"\n## {number}. {each.application} {each.place} {each.code}\n\n{each.title}\n\n```diff\n{each.diff}\n```"


def _sample(outcomes: list[Outcome], count: int, chance: random.Random) -> list[Drawn]:
    """One fix of each application and rule in random order, then a second of each, until there are enough."""
    piles: dict[tuple[str, str], list[Drawn]] = {}
    for outcome in outcomes:
        for each in outcome.fixes:
            piles.setdefault((each.application, each.code), []).append(each)
    shuffled = [chance.sample(pile, len(pile)) for _, pile in sorted(piles.items())]
    drawn: list[Drawn] = []
    while len(drawn) < count and any(shuffled):
        chance.shuffle(shuffled)
        for pile in shuffled:
            if pile and len(drawn) < count:
                drawn.append(pile.pop())
    return drawn


if __name__ == "__main__":
    raise SystemExit(main())
