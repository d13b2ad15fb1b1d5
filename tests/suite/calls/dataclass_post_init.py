"""The generated constructor of a dataclass calls `__post_init__`, which runs a process."""
import subprocess
from dataclasses import dataclass, field


@dataclass
class Build:
    target: str
    commit: str = field(init=False)

    def __post_init__(self) -> None:
        self.commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True).stdout.decode()


async def start_build(target: str) -> str:
    return Build(target).commit  # CNC104
