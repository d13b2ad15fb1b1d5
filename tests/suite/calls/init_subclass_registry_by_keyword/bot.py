"""Classes that register by a keyword of the class statement, in another module; the object is called."""

from base import Command
import cmds


async def on_command(name, args):
    cls = Command.commands.get(name)
    if cls is None:
        return None
    return cls()(args)  # CNC103
