"""What is not given is None further in, too, where the function between only passes it on."""
import time


def load(name, folder=None):
    if name.startswith("remote:"):
        if folder is None:
            raise ValueError("only from a configuration")
        time.sleep(1)
    return name


def route(name, title, folder=None, note=None):
    print(title)
    print(note)
    print(name)
    print(title, name)
    return load(name, folder=folder)


async def without(name):
    route(name, "a")


async def given(name, folder):
    route(name, "a", folder)  # CNC101


async def by_keyword(name, options):
    route(name, "a", **options)  # CNC101
