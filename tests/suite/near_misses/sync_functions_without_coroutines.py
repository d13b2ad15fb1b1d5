"""A synchronous program may block as it likes: there is no loop."""
import subprocess
import time
from pathlib import Path

import requests


def build(target: str) -> int:
    time.sleep(1)
    Path("build.log").write_text(requests.get("https://ci.example.com/config").text)
    return subprocess.call(["make", target])
