"""A registry that `__init_subclass__` fills: any of the classes in it may be made and run."""

import subprocess


class Plugin:
    registry: dict[str, type["Plugin"]] = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.registry[cls.__name__.lower()] = cls

    def run(self, arg):
        raise NotImplementedError


class Convert(Plugin):
    def run(self, arg):
        return subprocess.run(["convert", arg], check=True)


class Noop(Plugin):
    def run(self, arg):
        return arg


async def dispatch(name: str, arg: str):
    plugin = Plugin.registry[name]()
    return plugin.run(arg)  # CNC104
