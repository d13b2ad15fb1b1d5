"""Begin a rule: its file, and its fixture folder.

python scripts/new_rule.py CNC199 kebab-name
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from concurrency_lint import __version__
from concurrency_lint.rules.registry import Rule, all_rules

ROOT = Path(__file__).parents[1]

_RULE = '''\
"""WHAT: a noun phrase, such as: A task that nothing will ever interrupt."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.blocking import BlockingCall
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="{code}",
    name="{name}",
    summary="`{{sink}}` WHAT GOES WRONG; WHAT TO DO",
    help="THE WAY OUT",
    since="{since}",
    severity=Severity.WARNING,
    explanation="""
    WHY IT MATTERS, in two or three sentences.

    Bad:

        async def handler():
            WRONG()

    Good:

        async def handler():
            await RIGHT()

    Limits: WHAT IS NOT REPORTED, and why.
    """,
)


@rule.on(BlockingCall)
def check(call: BlockingCall, project: Project) -> Iterator[Finding]:
    if call.kind != "KIND":
        return
    yield rule.at(call.path, call.span, call.symbol, sink=call.sink, chain=call.chain)
'''

_FIXTURES = {
    "bad.py": '"""What is reported; every finding is marked by hand at the end of its line: # {code}."""\n',
    "ok.py": '"""Near misses: nothing here is reported; longer than bad.py."""\n',
    "limits.py": ('"""Where the rule is wrong, and why: false_alarm_* are reported, missed_alarm_* are not."""\n'),
}


def begin(code: str, name: str) -> list[Path]:
    """Write the files of a new rule. Raises ValueError where code or name cannot be used."""
    if not re.fullmatch(r"CNC\d{3}", code):
        raise ValueError(f"{code}: a code is CNC and three digits")
    if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", name):
        raise ValueError(f"{name}: a name is words in lower case with dashes between, such as blocking-sleep")
    for rule in all_rules().values():
        if code == rule.code or name == rule.name:
            raise ValueError(f"{rule.code} {rule.name} exists")
    return [*_write(_rule_file(code, name), _RULE.format(code=code, name=name, since=_since())), *_fixtures(code)]


def _rule_file(code: str, name: str) -> Path:
    rule = Rule(code=code, name=name, summary="", help="", since="", explanation="")
    try:
        family = rule.family
    except KeyError:
        raise ValueError(f"{code}: no family of rules begins with CNC{code[3]}") from None
    return ROOT / "src" / "concurrency_lint" / "rules" / family / f"{name.replace('-', '_')}.py"


def _since() -> str:
    return ".".join(__version__.split(".")[:2])


def _fixtures(code: str) -> list[Path]:
    folder = ROOT / "tests" / "fixtures" / code
    return [path for name, text in _FIXTURES.items() for path in _write(folder / name, text.format(code=code))]


def _write(path: Path, text: str) -> list[Path]:
    if path.exists():
        raise ValueError(f"{path} exists")
    path.parent.mkdir(parents=True, exist_ok=True)
    package = path.parent / "__init__.py"
    written = [path]
    if "rules" in path.parts and not package.exists():
        package.write_text(f'"""The rules of the family {path.parent.name}."""\n', encoding="utf-8")
        written.append(package)
    path.write_text(text, encoding="utf-8")
    return written


def main(arguments: list[str]) -> int:
    """Write the files and name them."""
    if len(arguments) != 2:
        print(__doc__.strip() if __doc__ else "", file=sys.stderr)
        return 2
    try:
        written = begin(*arguments)
    except ValueError as error:
        print(f"new_rule: {error}", file=sys.stderr)
        return 2
    for path in written:
        print(path.relative_to(ROOT))
    print("next: fill in the words in capitals, mark the fixtures, `pytest tests/test_fixtures.py --bless`")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
