"""Classes that a decorator puts into a dictionary of another module."""

import exporters
from registry import EXPORTERS


async def export(fmt, rows):
    EXPORTERS[fmt]().export(rows, "/tmp/x")  # CNC103
