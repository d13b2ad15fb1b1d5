"""Which codes are enabled, when several layers of configuration each have their say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from concurrency_lint.rules.registry import all_rules


class Layer(msgspec.Struct, frozen=True, kw_only=True):
    """The selections of one source: a file, a command line, flake8."""

    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()


def resolve(layers: Iterable[Layer]) -> frozenset[str]:
    """The enabled codes: a layer with `select` starts afresh, any other changes what the layers before it enabled.

    Within a layer the longest prefix that names a code decides, and on a tie ignoring wins, as in ruff and flake8.
    """
    rules = all_rules()
    enabled = {code for code, rule in rules.items() if not rule.opt_in}
    for layer in layers:
        before = enabled
        enabled = set()
        for code in rules:
            on = 0 if code in before and not layer.select else -1
            on = max(on, _specificity(layer.select, code), _specificity(layer.extend_select, code))
            if on >= 0 and on > _specificity(layer.ignore, code):
                enabled.add(code)
    return frozenset(enabled).union(code for code, rule in rules.items() if rule.always_on)


def enabled_codes(select: Sequence[str], extend_select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """The enabled codes under one selection; without `select`, every rule that is not opt-in."""
    return resolve([Layer(select=select, extend_select=extend_select, ignore=ignore)])


def unknown_code(code: str) -> str | None:
    """What is wrong with a code or prefix that names no rule, with the nearest that does; None when it names one."""
    codes = list(all_rules())
    if code == "ALL" or (code and any(each.startswith(code) for each in codes)):
        return None
    import difflib

    near = difflib.get_close_matches(code, codes, n=1, cutoff=0.6)
    hint = f"did you mean `{near[0]}`?" if near else "`concurrency-lint rules` lists the codes"
    return f"no rule has the code or prefix `{code}`; {hint}"


def _specificity(prefixes: Iterable[str], code: str) -> int:
    return max((0 if p == "ALL" else len(p) for p in prefixes if p == "ALL" or code.startswith(p)), default=-1)
