import subprocess


class ShellJob:
    command: list[str] = []

    def execute(self) -> str:
        return self._run(self.command)

    def _run(self, command: list[str]) -> str:
        return subprocess.check_output(command, text=True)
