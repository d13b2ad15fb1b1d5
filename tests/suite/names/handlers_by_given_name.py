"""Of several tables of handlers, the one that has the name is asked."""
import time


class Sleeping:
    def run(self):
        time.sleep(1)


class Quick:
    def run(self):
        return 1


class Runner:
    def __init__(self):
        self.slow = {"sleep": Sleeping().run, "nap": Sleeping().run}
        self.quick = {"quick": Quick().run}

    def start(self, name, options):
        if name in self.slow:
            self.slow[name]()
            print(options.get("a"), options.get("b"), options.get("c"), options.get("d"))
        elif name in self.quick:
            self.quick[name]()


async def slow():
    Runner().start("sleep", {})  # CNC101


async def quick():
    Runner().start("quick", {})


async def whichever(name):
    Runner().start(name, {})  # CNC101
