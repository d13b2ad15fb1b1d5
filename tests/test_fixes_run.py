"""Programs that stall their event loop: once fixed they say the same, and blockbuster sees nothing any more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from commands import check

pytest.importorskip("blockbuster")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="blockbuster watches the calls of POSIX")

_WATCHED = """\
import asyncio, contextlib, runpy, sys
from blockbuster import BlockingError, blockbuster_ctx
try:
    with blockbuster_ctx() if sys.argv[2] == "watch" else contextlib.nullcontext():
        program = runpy.run_path(sys.argv[1])
        print(asyncio.run(program["main"]()))
except BlockingError as error:
    print("BLOCKED")
"""

SLEEPS = {
    "plain": "import time\n\nasync def main():\n    time.sleep(0.01)\n    return 'slept'\n",
    "renamed": "from time import sleep as nap\n\nasync def main():\n    nap(0.01)\n    return 'slept'\n",
    "in a loop": "import time\n\nasync def main():\n    for n in range(3):\n        time.sleep(n / 1000)\n    return n\n",
    "a value": "import time\n\nasync def main():\n    return [time.sleep(0.01), 1]\n",
    "in finally": "import time\n\nasync def main():\n    try:\n        return 1\n    finally:\n        time.sleep(0.01)\n",
    "in a method": (
        "import time\n\nclass A:\n    async def wait(self):\n        time.sleep(0.01)  # long enough\n        return self\n\n"
        "async def main():\n    return type(await A().wait()).__name__\n"
    ),
}
_SERVED = """\
import http.server, threading, urllib.request

class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(self.path.encode())
    def log_message(self, *args): pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
threading.Thread(target=server.serve_forever, daemon=True).start()
URL = f"http://127.0.0.1:{server.server_port}"

"""
OFFLOADS = {
    "a subprocess": (
        "import subprocess\n\nasync def main():\n"
        "    return subprocess.run(['echo', 'hello'], capture_output=True, text=True).stdout\n"
    ),
    "its output": "import subprocess\n\nasync def main():\n    return subprocess.check_output(['echo', 'a'])\n",
    "a command": "import subprocess\n\nasync def main():\n    return subprocess.call(['false'])\n",
    "a path": "from pathlib import Path\n\nasync def main():\n    return len(Path(__file__).read_text()) > 9\n",
    "bytes": "from pathlib import Path\n\nasync def main():\n    return Path(__file__).read_bytes()[-4:]\n",
    "a page": _SERVED
    + (
        "def fetch(path, *, tail=''):\n    return urllib.request.urlopen(URL + path + tail).read()\n\n"
        "async def main():\n    return fetch('/a', tail='b')\n"
    ),
    "pages": _SERVED
    + (
        "def fetch(path):\n    return urllib.request.urlopen(URL + path).read()\n\n"
        "async def main():\n    return [fetch(p) for p in ('/a', '/b')], {p: fetch(p) for p in ('/c',)}\n"
    ),
    "in an f-string": (
        "def load(name):\n    with open(name) as f:\n        return f.read()[-6:]\n\n"
        "async def main():\n    value = load(\n        __file__,  # this one\n    )\n    return f'<{value}>'\n"
    ),
    "a method": (
        "import time\n\nclass A:\n    def slow(self, *args, **more):\n        time.sleep(0.01)\n        return args, more\n\n"
        "async def main():\n    a, more = A(), {'k': 2}\n    return a.slow(1, *[2, 3], **more)\n"
    ),
    "a chain": (
        "import time\n\nclass A:\n    def slow(self):\n        time.sleep(0.01)\n        return self\n    def size(self):\n"
        "        return 3\n\nasync def main():\n    return A().slow().size() if A().slow() else None\n"
    ),
    "an exception": (
        "import time\n\ndef fail():\n    time.sleep(0.01)\n    raise KeyError('x')\n\n"
        "async def main():\n    try:\n        fail()\n    except KeyError as error:\n        return error.args\n"
    ),
    "in conditions": (
        "import time\n\ndef slow(x):\n    time.sleep(0.01)\n    return x\n\n"
        "async def main():\n    if (n := slow(2)) and not slow(0):\n        return n + slow(1) ** 2\n"
    ),
}
FILES = {
    "read": "async def main():\n    with open('data.txt') as f:\n        return f.read().upper()[-9:]\n",
    "written": (
        "async def main():\n    with open('out.txt', 'w', encoding='utf-8') as f:\n        f.write('a\\n')\n"
        "        f.writelines(['b\\n', 'c'])\n    with open('out.txt') as f:\n        return [line for line in f.readlines()]\n"
    ),
    "lines": (
        "async def main():\n    found = []\n    with open('data.txt', 'rb') as f:\n        for line in f:\n"
        "            found.append(len(line))\n        else:\n            found.append(f.read())\n    return found\n"
    ),
    "a path": (
        "import pathlib\n\nasync def main():\n    path = pathlib.Path('data.txt')\n    with path.open('rb') as f:\n"
        "        f.seek(3)\n        return f.read(4)\n"
    ),
    "at once": "async def main():\n    return open('data.txt', encoding='utf-8').read().split()[:2]\n",
    "in pieces": (
        "async def main():\n    n = 0\n    with open('data.txt', 'rb') as f:\n        while piece := f.read(10):\n"
        "            n += len(piece)\n    return n\n"
    ),
}
PROCESSES = {
    "captured": (
        "import subprocess\n\nasync def main():\n    done = subprocess.run(['echo', 'a'], capture_output=True)\n"
        "    return done.stdout, done.stderr, done.returncode\n"
    ),
    "a status": "import subprocess\n\nasync def main():\n    return subprocess.run(['false']).returncode\n",
    "a failure": (
        "import subprocess\n\nasync def main():\n    try:\n        subprocess.run(['false'], check=True)\n"
        "    except subprocess.CalledProcessError as error:\n        return error.returncode, error.stdout\n"
    ),
    "a shell": (
        "import subprocess\n\nasync def main():\n"
        "    return subprocess.run('echo $A; exit 3', shell=True, env={'A': 'b'}, stdout=subprocess.PIPE).stdout\n"
    ),
    "input": (
        "import subprocess\n\nasync def main():\n"
        "    return subprocess.run(['cat'], input=b'x', capture_output=True).stdout.decode()\n"
    ),
    "output": "import subprocess\n\nasync def main():\n    return subprocess.check_output(['echo', 'a'], cwd='/')\n",
}


@pytest.mark.parametrize("program", [*FILES.values(), *PROCESSES.values()], ids=[*FILES, *PROCESSES])
def test_what_the_library_has_itself(program: str, tmp_path: Path) -> None:
    (tmp_path / "data.txt").write_text("what is read\nline by line\n", encoding="utf-8")
    runs_the_same(program, tmp_path, "--unsafe-fixes", "--offload", "anyio")
    text = (tmp_path / "program.py").read_text(encoding="utf-8")
    assert "run_sync" not in text
    assert "await anyio." in text


@pytest.mark.parametrize("program", SLEEPS.values(), ids=list(SLEEPS))
def test_a_sleep(program: str, tmp_path: Path) -> None:
    runs_the_same(program, tmp_path)


@pytest.mark.parametrize("library", ["asyncio", "anyio"])
@pytest.mark.parametrize("program", OFFLOADS.values(), ids=list(OFFLOADS))
def test_what_moves_to_a_thread(program: str, library: str, tmp_path: Path) -> None:
    runs_the_same(program, tmp_path, "--unsafe-fixes", "--offload", library)


LOOPS = {
    "returned": "return asyncio.run(load(1))",
    "in an expression": "return [asyncio.run(load(1)) + 1, 2]",
    "an attribute": "return asyncio.run(load('a')).upper()",
    "with an option": "return asyncio.run(load(2), debug=True)",
    "held": "coroutine = load(3)\n    return asyncio.run(coroutine)",
    "in a condition": "if asyncio.run(load(4)) > 3:\n        return 'more'",
    "of the loop": "return asyncio.get_running_loop().run_until_complete(load(5))",
}


@pytest.mark.parametrize("body", LOOPS.values(), ids=list(LOOPS))
def test_a_loop_in_a_loop(body: str, tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    program = "import asyncio\n\nasync def load(x):\n    return x\n\nasync def main():\n    {}\n"
    path.write_text(program.format(body), encoding="utf-8")
    said = ran(path, "watch").stderr
    assert "running event loop" in said or "already running" in said
    check("--fix", "program.py", "--isolated", cwd=tmp_path)
    done = ran(path, "watch")
    # In a program of its own, with a loop of its own, the same expression.
    alone = program.format(body).replace("async def main", "def main").replace("get_running_loop()", "new_event_loop()")
    path.write_text(f"{alone}\nprint(main())\n", encoding="utf-8")
    expected = subprocess.run([sys.executable, path], capture_output=True, text=True, check=True).stdout
    assert (done.stdout, done.stderr) == (expected, "")


def runs_the_same(program: str, tmp_path: Path, *options: str) -> None:
    path = tmp_path / "program.py"
    path.write_text(program, encoding="utf-8")
    assert ran(path, "watch").stdout == "BLOCKED\n"
    before = ran(path, "-")
    check("--fix", *options, "program.py", "--isolated", cwd=tmp_path)
    after = ran(path, "watch")
    assert after.stdout == before.stdout, path.read_text(encoding="utf-8") + after.stderr
    assert after.stderr == ""


def ran(path: Path, how: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _WATCHED, path, how],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        cwd=path.parent,
    )
