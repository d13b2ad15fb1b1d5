"""Only the setter writes a file; reading the property returns an attribute."""
from pathlib import Path


class Volume:
    def __init__(self) -> None:
        self._level = 3

    @property
    def level(self) -> int:
        return self._level

    @level.setter
    def level(self, value: int) -> None:
        Path("/etc/speaker/volume").write_text(str(value))
        self._level = value


async def show_level(volume: Volume) -> str:
    return "#" * volume.level
