"""Draw findings at random, over several applications, and print them with their source, to be judged by a reader.

    python scripts/sample_findings.py APPLICATION... [--count 120] [--seed 1] [--select CNC1] > sample.md

The sample is stratified: every combination of application, code, and direct or transitive gives one finding before any
gives a second. The same trees, seed and version of the linter give the same sample.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_AROUND = 4
Finding = dict[str, Any]


def main() -> int:
    """Print the sample as Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("applications", nargs="+", type=Path, metavar="APPLICATION", help="a folder to check")
    parser.add_argument("--count", type=int, default=120, help="how many findings to draw (default 120)")
    parser.add_argument("--seed", type=int, default=1, help="of the random numbers (default 1)")
    parser.add_argument("--select", default="", help="codes to draw from (default: all that are on)")
    options = parser.parse_args()

    strata: dict[tuple[str, str, bool], list[tuple[Path, Finding]]] = {}
    for application in options.applications:
        for finding in _findings(application, options.select):
            key = (application.name, finding["code"], len(finding["chain"]) > 1)
            strata.setdefault(key, []).append((application, finding))
    drawn = sorted(_drawn(strata, options.count, random.Random(options.seed)), key=_place)
    for number, (application, finding) in enumerate(drawn, start=1):
        print("\n".join(_rendered(number, application, finding)))
    return 0


def _findings(application: Path, select: str) -> list[Finding]:
    command = [sys.executable, "-m", "concurrency_lint", "check", "--jobs", "2", "--output-format", "json", "."]
    if select:
        command += ["--select", select]
    done = subprocess.run(command, cwd=application, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{application}: the linter ended with {done.returncode}:\n{done.stderr}")
    findings: list[Finding] = json.loads(done.stdout)["findings"]
    return findings


def _drawn(
    strata: dict[tuple[str, str, bool], list[tuple[Path, Finding]]], count: int, chance: random.Random
) -> list[tuple[Path, Finding]]:
    """One from each stratum in a random order of strata, then a second from each, until there are enough."""
    piles = [chance.sample(found, len(found)) for _, found in sorted(strata.items())]
    drawn: list[tuple[Path, Finding]] = []
    while piles and len(drawn) < count:
        chance.shuffle(piles)
        drawn += [pile.pop() for pile in piles[: count - len(drawn)]]
        piles = [pile for pile in piles if pile]
    return drawn


def _place(drawn: tuple[Path, Finding]) -> tuple[str, str, int]:
    application, finding = drawn
    return application.name, finding["path"], finding["line"]


def _rendered(number: int, application: Path, finding: Finding) -> Iterator[str]:
    yield f"## {number}. {application.name} {finding['path']}:{finding['line']} {finding['code']} {finding['severity']}"
    yield ""
    yield finding["message"]
    steps = finding["chain"] or [{"path": finding["path"], "line": finding["line"], "text": ""}]
    for step in steps:
        yield ""
        yield f"{step['path']}:{step['line']}  {step['text']}"
        yield "```python"
        yield from _excerpt(application / step["path"], step["line"])
        yield "```"
    yield ""


def _excerpt(path: Path, line: int) -> Iterator[str]:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    for number in range(max(line - _AROUND, 1), min(line + _AROUND, len(lines)) + 1):
        yield f"{number:>5} {'>' if number == line else ' '} {lines[number - 1]}"


if __name__ == "__main__":
    sys.exit(main())
