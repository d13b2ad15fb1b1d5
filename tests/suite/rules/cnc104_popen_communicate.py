"""`communicate` waits for the process and reads all of its output."""
import subprocess


class Formatter:
    def __init__(self, process: subprocess.Popen) -> None:
        self.process = process

    async def format(self, source: bytes) -> bytes:
        return self.process.communicate(source)[0]  # CNC104
