"""A `defaultdict` makes what is missing; a read-only mapping holds what it was given."""

import shutil
from collections import defaultdict
from types import MappingProxyType

import redis

clients = defaultdict(redis.Redis)
counts = defaultdict(int)


def copy(path: str):
    shutil.copytree(path, path + ".bak")


def skip(path: str):
    return path


ACTIONS = MappingProxyType({"copy": copy, "skip": skip})


async def hit(name: str, path: str):
    counts[name] += 1
    clients[name].incr("hits")  # CNC105
    ACTIONS["copy"](path)  # CNC103
    ACTIONS["skip"](path)
