"""A dictionary of bound methods built in the constructor dispatches to one that runs a process."""
import subprocess


class Deployer:
    def __init__(self) -> None:
        self._steps = {"note": self._note, "build": self._build}
        self.notes: list[str] = []

    def _note(self, target: str) -> None:
        self.notes.append(target)

    def _build(self, target: str) -> None:
        subprocess.run(["make", target], check=True)

    async def step(self, name: str, target: str) -> None:
        self._steps[name](target)  # CNC104
