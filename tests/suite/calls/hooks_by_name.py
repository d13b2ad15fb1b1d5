"""Functions kept in lists, by name: `setdefault(name, []).append`, and a `defaultdict`."""

from collections import defaultdict

import requests


class Bus:
    def __init__(self):
        self._hooks = {}
        self._quick = defaultdict(list)

    def on(self, name):
        def register(function):
            self._hooks.setdefault(name, []).append(function)
            return function

        return register

    def on_quick(self, name):
        def register(function):
            self._quick[name].append(function)
            return function

        return register

    def emit(self, name, *args):
        for hook in self._hooks.get(name, []):
            hook(*args)

    async def emit_quick(self, name):
        for hook in self._quick[name]:
            hook()


bus = Bus()


@bus.on("paid")
def notify(order):
    requests.post("https://hook.example.com", json=order, timeout=5)


@bus.on_quick("paid")
def count():
    return 1


async def pay(order):
    bus.emit("paid", order)  # CNC102
