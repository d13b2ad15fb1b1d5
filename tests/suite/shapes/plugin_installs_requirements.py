"""Loading a plugin installs its requirements with pip, several calls below the coroutine."""
import importlib.util
import subprocess
import sys
import types


def install(requirements: str) -> None:
    packages = [each.strip() for each in requirements.split(",")]
    if packages:
        subprocess.check_call([sys.executable, "-m", "pip", "install", *packages])


def load(name: str, source: str) -> types.ModuleType:
    install(source.partition("requirements:")[2])
    module = types.ModuleType(name)
    exec(source, module.__dict__)
    return module


class Plugins:
    def __init__(self) -> None:
        self.loaded: dict[str, types.ModuleType] = {}

    def get(self, name: str, source: str) -> types.ModuleType:
        if name not in self.loaded:
            self.loaded[name] = load(name, source)
        return self.loaded[name]


plugins = Plugins()


async def add(name: str, source: str) -> list[str]:
    return dir(plugins.get(name, source))  # CNC104
