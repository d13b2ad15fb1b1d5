import importlib.util
import sys
from types import ModuleType


def lazy_import(name: str, *, hint: str = "") -> ModuleType:
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.find_spec(name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
