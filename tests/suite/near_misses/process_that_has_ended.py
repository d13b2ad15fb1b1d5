"""What `poll` says has ended is not waited for; what it says is running is."""
import subprocess


async def start(command: list[str]):
    process = await make(command)
    return process


async def watched(process: subprocess.Popen):
    if process.poll() is not None:
        process.wait()
        return process.stderr.read()
    process.kill()
    process.wait()  # CNC104


async def other(process: subprocess.Popen, second: subprocess.Popen):
    if process.poll() is not None:
        second.wait()  # CNC104
    if process.poll() is None:
        process.wait()  # CNC104


class Worker:
    def __init__(self, command: list[str]):
        self.process: subprocess.Popen | None = subprocess.Popen(command)

    async def state(self):
        if self.process is not None:
            status = self.process.poll()
            if status is not None:
                with self.process:
                    self.process = None
            return status

    async def end(self):
        with self.process:  # CNC104
            self.process.kill()


async def make(command: list[str]): ...
