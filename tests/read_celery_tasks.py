"""Imports projects with the real Celery, each in a process of its own, and prints what their tasks are like."""

from __future__ import annotations

import importlib
import json
import os
import shlex
import sys
import traceback
from pathlib import Path
from typing import Any

LIMITS = ("time_limit", "soft_time_limit")


def main() -> None:
    """Reads a JSON object from standard input: folders and options; prints an object by folder."""
    request = json.load(sys.stdin)
    # Once for all forks.
    library = importlib.import_module("celery")
    importlib.import_module("celery.bin.worker")
    importlib.import_module("kombu")
    found: dict[str, Any] = {"version": library.__version__}
    for folder in request["folders"]:
        found[folder] = _apart(folder, request["options"])
    print(json.dumps(found))


def _apart(folder: str, options: list[str]) -> Any:
    """What a fork of this process reads, so that no project meets another one's modules and apps."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            answer = _read(folder, options)
        except Exception:
            answer = {"error": traceback.format_exc()}
        with os.fdopen(writer, "w") as stream:
            json.dump(answer, stream)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as stream:
        text = stream.read()
    os.waitpid(child, 0)
    return json.loads(text)


def _read(folder: str, options: list[str]) -> dict[str, Any]:
    sys.path.insert(0, folder)
    app = importlib.import_module("shop.app").app
    tasks = importlib.import_module("shop.tasks")
    task = app.tasks[tasks.work.name]
    plain = _plain_task()
    limits = _command_line(folder)
    record = {}
    for option in options:
        record[option] = _effective(task, app, option, limits)
    return {"name": task.name, "options": record, "defaults": {o: _effective(plain, plain.app, o, {}) for o in options}}


def _plain_task() -> Any:
    app = importlib.import_module("celery").Celery("plain", set_as_current=False)

    def nothing() -> None: ...

    return app.tasks[app.task(nothing).name]


def _effective(task: Any, app: Any, option: str, limits: dict[str, Any]) -> Any:
    value = getattr(task, option, None)
    if option in LIMITS and value is None:
        value = limits.get(option) or app.conf[f"task_{option}"]
    return _plain(value)


def _command_line(folder: str) -> dict[str, Any]:
    """The limits that the worker's own parser reads off the command line."""
    procfile = Path(folder, "Procfile")
    if not procfile.exists():
        return {}
    worker = importlib.import_module("celery.bin.worker").worker
    line = next(line for line in procfile.read_text().splitlines() if line.startswith("worker:"))
    words = shlex.split(line)
    parameters = {name: parameter for parameter in worker.params for name in parameter.opts}
    found = {}
    for word in words[words.index("worker") + 1 :]:
        flag, _, value = word.partition("=")
        if flag in parameters and value:
            parameter = parameters[flag]
            found[parameter.name] = parameter.type.convert(value, parameter, None)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value.__name__ if isinstance(value, type) else value


if __name__ == "__main__":
    main()
