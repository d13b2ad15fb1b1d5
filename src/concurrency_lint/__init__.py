"""Finds code that blocks the event loop, and other concurrency defects of Python services."""

__version__ = "0.1.0"
