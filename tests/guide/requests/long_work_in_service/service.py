"""Long work, in a service of another module."""
import subprocess
class Converter:
    def convert(self, name):
        return self._run(["convert", name])
    def _run(self, command):
        return subprocess.run(command, check=True)
