"""A function that stores callables, called by other modules when they are imported."""

HOOKS = []


def add_hook(hook):
    HOOKS.append(hook)


async def run_hooks():
    for hook in HOOKS:
        hook()  # CNC101 CNC103
