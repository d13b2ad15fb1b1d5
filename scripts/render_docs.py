"""Write what the docs take from the source: rules, options, the JSON Schema, and the README's example of a finding.

    python scripts/render_docs.py [--check]

`--check` writes nothing and exits with 1 where a file is not as it would be written.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from concurrency_lint.options import markdown_table
from concurrency_lint.reporters.json import schema as findings_schema
from concurrency_lint.rules.documentation import rules_page
from concurrency_lint.rules.registry import all_rules

ROOT = Path(__file__).parents[1]

_OPTIONS = re.compile(r"(<!-- options: .*? -->\n).*?(<!-- end of options -->\n)", re.DOTALL)
_OUTPUT = re.compile(r"(<!-- output: (CNC\d{3}) (\S+) -->\n).*?(<!-- end of output -->\n)", re.DOTALL)


def rendered() -> dict[str, str]:
    """The text of every file that is generated, wholly or in part, by its path in the repository."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    configuration = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    return {
        "README.md": with_output(with_options(readme)),
        "docs/configuration.md": with_options(configuration),
        "docs/rules.md": rules_page(all_rules().values()),
        "src/concurrency_lint/reporters/findings.schema.json": json.dumps(findings_schema(), indent=2) + "\n",
    }


def with_options(page: str) -> str:
    """The page with today's table of options between its markers. Raises ValueError where it has none."""
    return _replaced(_OPTIONS, page, lambda block: f"{block[1]}\n{markdown_table()}\n{block[2]}")


def with_output(page: str) -> str:
    """The page with what `check` prints of one rule in one file between its markers."""
    return _replaced(
        _OUTPUT, page, lambda block: f"{block[1]}\n```text\n{_output(block[2], block[3])}```\n\n{block[4]}"
    )


def _replaced(block: re.Pattern[str], page: str, write: Callable[[re.Match[str]], str]) -> str:
    if len(block.findall(page)) != 1:
        raise ValueError(f"the page must have one block that matches {block.pattern}")
    return block.sub(write, page)


def _output(code: str, path: str) -> str:
    command = [sys.executable, "-m", "concurrency_lint", "check", "--quiet", "--select", code, path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 1:
        raise ValueError(f"`check --select {code} {path}` finds nothing to show: {done.stderr}")
    return done.stdout.rstrip("\n") + "\n"


def main(arguments: list[str]) -> int:
    """Write the files, or compare them."""
    only_check = "--check" in arguments
    stale = []
    for name, text in rendered().items():
        path = ROOT / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not only_check:
                path.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{'stale' if only_check else 'written'}: {name}")
    return 1 if stale and only_check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
