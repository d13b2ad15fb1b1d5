"""Compare a cold run of the linter with the time that one process needs to parse the same files.

    python benchmarks/cold.py TREE [--jobs 2] [--repeat 5]

Both are run in turn, as processes of their own, so that what else the machine does meets both alike. Memory is measured
in one more run, which is not timed.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

_PARSE = """\
import ast, sys, warnings
warnings.simplefilter("ignore")
for name in sys.stdin.read().splitlines():
    with open(name, "rb") as stream:
        source = stream.read()
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        pass
"""
_LINTER = (sys.executable, "-m", "concurrency_lint", "check")
_BETWEEN_SAMPLES = 0.02
_MIB = 1024 * 1024


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("tree", type=Path, help="the folder whose files are read")
    parser.add_argument("--jobs", type=int, default=2, help="processes of the linter (default 2)")
    parser.add_argument("--repeat", type=int, default=5, help="runs of each (default 5)")
    options = parser.parse_args()

    files = _run([*_LINTER, "--show-files", str(options.tree)]).stdout
    size = sum(Path(name).stat().st_size for name in files.splitlines())
    print(f"{len(files.splitlines())} files, {size / 1e6:.1f} MB, Python {sys.version.split()[0]}")
    command = [
        *_LINTER,
        "--jobs",
        str(options.jobs),
        "--no-cache",
        "-q",
        "--output-format",
        "concise",
        str(options.tree),
    ]

    _run([sys.executable, "-c", _PARSE], files)  # so that the files are in memory for both
    parsing, linting = [], []
    for number in range(1, options.repeat + 1):
        parsing.append(_seconds([sys.executable, "-c", _PARSE], files))
        linting.append(_seconds(command))
        print(f"{number:>3}  parse {parsing[-1]:6.2f} s  check {linting[-1]:6.2f} s  {linting[-1] / parsing[-1]:5.2f}")
    ratio = statistics.median(linting) / statistics.median(parsing)
    print(
        f"median  parse {statistics.median(parsing):.2f} s, check {statistics.median(linting):.2f} s, ratio {ratio:.2f}"
    )
    resident, proportional = _peak(command)
    print(
        f"peak memory of all processes: {proportional / _MIB:.0f} MiB (sum of resident sizes {resident / _MIB:.0f} MiB)"
    )
    return 0


def _run(command: list[str], given: str = "") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1) or "internal error" in done.stderr:
        raise SystemExit(f"{' '.join(command[:4])} ... ended with {done.returncode}:\n{done.stderr}")
    return done


def _seconds(command: list[str], given: str = "") -> float:
    started = time.perf_counter()
    _run(command, given)
    return time.perf_counter() - started


def _peak(command: list[str]) -> tuple[int, int]:
    """The largest sums of resident and of proportional sizes met over a process and its children, in bytes."""
    resident = proportional = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            sizes = [_sizes(number) for number in _family(process.pid)]
            resident = max(resident, sum(size for size, _ in sizes))
            proportional = max(proportional, sum(size for _, size in sizes))
            time.sleep(_BETWEEN_SAMPLES)
    return resident, proportional


def _family(process: int) -> list[int]:
    """The process and all its descendants."""
    found, waiting = [], [process]
    while waiting:
        number = waiting.pop()
        found.append(number)
        for children in Path(f"/proc/{number}/task").glob("*/children"):
            waiting += [int(word) for word in _text(children).split()]
    return found


def _sizes(process: int) -> tuple[int, int]:
    """Resident and proportional size (shared pages divided among their users) in bytes; zeros once it has ended."""
    fields = dict(
        line.split(":", 1) for line in _text(Path(f"/proc/{process}/smaps_rollup")).splitlines() if ":" in line
    )
    return _bytes(fields.get("Rss", "0 kB")), _bytes(fields.get("Pss", "0 kB"))


def _bytes(text: str) -> int:
    return int(text.split()[0]) * 1024


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
