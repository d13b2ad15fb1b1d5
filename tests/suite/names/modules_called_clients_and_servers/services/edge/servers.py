"""Modules beside this one, in a folder that is no source root, are not taken for libraries by their names."""

from clients import make


async def hits(url: str) -> object:
    return make(url).get("hits")  # CNC105
