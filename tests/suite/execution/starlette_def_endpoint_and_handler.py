"""Starlette runs `def` endpoints and `def` exception handlers in its thread pool."""
from pathlib import Path

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route


def changelog(request):
    return PlainTextResponse(Path("CHANGELOG.md").read_text())


def not_found(request, exc):
    return PlainTextResponse(Path("404.txt").read_text(), status_code=404)


app = Starlette(routes=[Route("/changelog", changelog)], exception_handlers={404: not_found})
