"""The name of a method is put together; all methods of that form may be meant, others are not."""

import time

import requests


class Hooks:
    def on_push(self, event):
        return requests.post("https://ci.example.com", json=event, timeout=5)

    def on_tag(self, event):
        return None

    def stop(self):
        time.sleep(1)

    async def receive(self, event):
        method = getattr(self, f"on_{event['type']}", None)
        if method is not None:
            method(event)  # CNC102


class Machine:
    def state_idle(self):
        time.sleep(0.1)

    def state_busy(self):
        return 1

    def restate(self):
        time.sleep(1)

    async def step(self, state: str):
        name = "state_" + state
        getattr(self, name)()  # CNC101

    async def step_by_percent(self, state: str):
        getattr(self, "state_%s" % state)()  # CNC101


class Robot:
    def do_walk(self):
        return 1

    def do_talk(self):
        return 2

    def undo_walk(self):
        time.sleep(1)

    async def act(self, verb: str):
        return getattr(self, f"do_{verb}")()


class Reader:
    async def read(self, kind: str, path: str):
        return getattr(self, f"{kind}_read")(path)  # CNC103


class FileReader(Reader):
    def text_read(self, path: str):
        with open(path) as file:
            return file.read()


class Visitor:
    def visit_a(self):
        time.sleep(1)

    def visit_b(self): ...
    def visit_c(self): ...
    def visit_d(self): ...
    def visit_e(self): ...
    def visit_f(self): ...
    def visit_g(self): ...
    def visit_h(self): ...
    def visit_i(self): ...

    async def visit(self, kind: str):
        """Too many to say which is meant."""
        getattr(self, f"visit_{kind}")()
