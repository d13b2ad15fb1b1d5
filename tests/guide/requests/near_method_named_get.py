"""A method called get, of no framework."""
import subprocess
class Cache:
    def get(self, key):
        return subprocess.run(["cache", key])
