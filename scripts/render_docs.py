"""Write what the docs take from the source: docs/rules.md, the options tables and the report's JSON Schema.

    python scripts/render_docs.py [--check]

`--check` writes nothing and exits with 1 where a file is not as it would be written.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from concurrency_lint.options import markdown_table
from concurrency_lint.reporters.json import schema as findings_schema
from concurrency_lint.rules.documentation import rules_page
from concurrency_lint.rules.registry import all_rules

ROOT = Path(__file__).parents[1]
WITH_OPTIONS = ("README.md", "docs/configuration.md")

_BEGIN = "<!-- options: written by scripts/render_docs.py -->\n"
_END = "<!-- end of options -->\n"


def rendered() -> dict[str, str]:
    """The text of every file that is generated, wholly or in part, by its path in the repository."""
    texts = {name: with_options((ROOT / name).read_text(encoding="utf-8")) for name in WITH_OPTIONS}
    texts["docs/rules.md"] = rules_page(all_rules().values())
    texts["src/concurrency_lint/reporters/findings.schema.json"] = json.dumps(findings_schema(), indent=2) + "\n"
    return texts


def with_options(page: str) -> str:
    """The page with today's table of options between its two markers. Raises ValueError where it has none."""
    block = re.compile(f"{re.escape(_BEGIN)}.*?{re.escape(_END)}", re.DOTALL)
    if len(block.findall(page)) != 1:
        raise ValueError(f"the page must have {_BEGIN.strip()} and {_END.strip()} once")
    return block.sub(lambda _: f"{_BEGIN}\n{markdown_table()}\n{_END}", page)


def main(arguments: list[str]) -> int:
    """Write the files, or compare them."""
    stale = []
    for name, text in rendered().items():
        path = ROOT / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{'stale' if '--check' in arguments else 'written'}: {name}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
