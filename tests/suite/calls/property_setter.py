"""Assigning to the attribute runs the property's setter, which writes a file."""
from pathlib import Path


class Thermostat:
    def __init__(self, state_file: Path) -> None:
        self._state_file = state_file
        self._target = 20.0

    @property
    def target(self) -> float:
        return self._target

    @target.setter
    def target(self, value: float) -> None:
        self._target = value
        self._state_file.write_text(str(value))


async def night_mode(thermostat: Thermostat) -> None:
    thermostat.target = 16.5  # CNC103
