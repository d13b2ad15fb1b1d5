"""A proxy hands what it does not have on to its target."""

import requests


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        return getattr(self._target, name)


class Users:
    def all(self):
        return requests.get("https://users").json()


proxy = Proxy(Users())


async def users():
    return proxy.all()  # CNC102
