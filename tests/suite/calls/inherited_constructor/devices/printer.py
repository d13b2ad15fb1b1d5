"""The subclass has no constructor of its own, so building it runs the parent's, which connects a socket."""
from devices.base import Device


class LabelPrinter(Device):
    dpi = 300


async def setup(host: str) -> int:
    printer = LabelPrinter(host)  # CNC107
    return printer.dpi
