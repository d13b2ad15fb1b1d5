"""What a terminal does to text: the width of characters, tabs, control characters and colour."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import IO

import click

_TAB = 4
_COLOURS = {"error": "red", "warning": "yellow", "advice": "cyan"}
# Characters that reorder what follows them on the screen: https://trojansource.codes
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def wants_colour(stream: IO[str], environment: Mapping[str, str]) -> bool:
    """Should `stream` get colour? `NO_COLOR` wins, then `FORCE_COLOR`; else only a terminal that is not dumb."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return environment.get("TERM") != "dumb" and stream.isatty()


class Palette:
    """Colours the parts of a report, or leaves them as they are."""

    def __init__(self, *, enabled: bool) -> None:
        self._enabled = enabled

    def path(self, text: str) -> str:
        return self._style(text, bold=True)

    def gutter(self, text: str) -> str:
        return self._style(text, fg="blue", bold=True)

    def label(self, text: str) -> str:
        return self._style(text, bold=True)

    def severity(self, text: str, severity: str) -> str:
        return self._style(text, fg=_COLOURS[severity], bold=True)

    def _style(self, text: str, **how: str | bool) -> str:
        return click.style(text, **how) if self._enabled and text else text  # type: ignore[arg-type]


def visible(text: str) -> str:
    """`text` on one line, with tabs as spaces and control characters (a repository may hold escapes) as symbols."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible_character(character) for character in text)


def one_line(text: str) -> str:
    """`text` with every stretch of white space as one blank, and visible."""
    return visible(" ".join(text.split()))


def width(text: str) -> int:
    """How many terminal cells `visible(text)` takes."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if character == "\t":
        return _TAB
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0 if character not in _BIDI else 1
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _visible_character(character: str) -> str:
    if character == "\t":
        return " " * _TAB
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0x80 <= code < 0xA0 or character in _BIDI or 0xD800 <= code < 0xE000:
        return "\ufffd"
    return character
