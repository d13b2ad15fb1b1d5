"""`wait` on a child process stands still until it exits."""
import subprocess


class Encoder:
    def __init__(self, process: subprocess.Popen) -> None:
        self.process = process

    async def finish(self) -> int:
        return self.process.wait()  # CNC104
