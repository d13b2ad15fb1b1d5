import subprocess

from .base import Handler


class ToolHandler(Handler):
    name = "tool"

    def handle(self, path: str) -> str:
        return subprocess.run(["tool", path], capture_output=True, text=True).stdout
