"""A module that is imported by a literal name, a library's or the project's."""

import importlib

requests = importlib.import_module("requests")


async def fetch(url: str, name: str):
    plugin = importlib.import_module(name)
    return requests.get(url), plugin.get(url)  # CNC102
