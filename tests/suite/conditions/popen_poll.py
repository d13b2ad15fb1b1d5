"""`poll` asks for the state of a child process and returns at once."""
import subprocess


class Encoder:
    def __init__(self, process: subprocess.Popen) -> None:
        self.process = process

    async def running(self) -> bool:
        return self.process.poll() is None
