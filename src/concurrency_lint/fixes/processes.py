"""`subprocess.run` by a coroutine function that is like it, where each of the arguments has an equal."""

from __future__ import annotations

from concurrency_lint.findings import Edit
from concurrency_lint.fixes.source import Node, Source, is_a

_SAME = ("cwd", "env", "input", "stdout", "stderr", "start_new_session")
_RUN, _CHECK_OUTPUT = "subprocess.run", "subprocess.check_output"
_NOT_CAPTURED = ("stdout", "stderr")


def as_coroutine(source: Source, call: Node, sink: str, written: str) -> tuple[Edit, ...]:
    """The edits that call `written` in place of `subprocess.run` or `check_output`; none where that is not the same.

    It captures both outputs and checks the status unless it is told otherwise; a text is for the shell, a list is not.
    """
    given = {each.keyword.value: each for each in call.args if each.keyword is not None}
    plain = [each for each in call.args if each.keyword is None]
    if sink not in (_RUN, _CHECK_OUTPUT) or len(plain) != 1 or plain[0] is not call.args[0]:
        return ()
    if any(each.star for each in call.args) or set(given) - {*_SAME, "check", "capture_output", "shell"}:
        return ()
    shell = _truth(given.get("shell"))
    command = is_a(plain[0].value, "List", "Tuple") if shell is False else is_a(plain[0].value, *_TEXTS)
    captured = _truth(given.get("capture_output"))
    if not command or shell is None or captured is None or (captured and set(_NOT_CAPTURED) & set(given)):
        return ()
    outputs = _outputs(sink, given, captured=captured)
    dropped = [given[word] for word in ("shell", "capture_output") if word in given]
    if sink == _RUN and "check" not in given:
        outputs.append("check=False")
    if sink == _CHECK_OUTPUT and ({"stdout", "check", "capture_output"} & set(given)):
        return ()
    if dropped and "#" in source.text[source.start(call) : source.end(call)]:
        return ()
    tail = "".join(f", {text}" for text in outputs)
    kept = [each for each in call.args if not any(each is other for other in dropped)]
    closing = ").stdout" if sink == _CHECK_OUTPUT else ""
    opening = "(" if closing else ""
    edits = [source.edit(source.start(call), source.end(call.func), f"{opening}await {written}")]
    for each in dropped:
        position = next(number for number, other in enumerate(call.args) if other is each)
        edits.append(source.edit(source.end(call.args[position - 1]), source.end(each), ""))
    if tail:
        last = source.end(kept[-1])
        edits.append(source.edit(last, last, tail))
    if closing:
        edits.append(source.edit(source.end(call), source.end(call), closing))
    return tuple(edits)


_TEXTS = ("SimpleString", "FormattedString", "ConcatenatedString")


def _outputs(sink: str, given: dict[str, Node], *, captured: bool) -> list[str]:
    """What to add so that the outputs go where they went."""
    if captured:
        return []
    if sink == _CHECK_OUTPUT:
        return [] if "stderr" in given else ["stderr=None"]
    return [f"{word}=None" for word in _NOT_CAPTURED if word not in given]


def _truth(argument: Node | None) -> bool | None:
    """Whether a flag is on; None where that is not written out."""
    if argument is None:
        return False
    return {"True": True, "False": False}.get(getattr(argument.value, "value", ""))
