"""Files that are asked for: whether one waits before they are used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fixing import fixed, refusals

HEAD = "import os\nfrom pathlib import Path\n\n\nasync def f(path: Path, other: Path):\n    "
USED = {
    "a method": "if path.exists():\n        path.unlink()",
    "a function": "if os.path.isfile(path):\n        os.remove(path)",
    "in one expression": "size = os.path.getsize(path) if os.path.exists(path) else 0",
    "opened": "if not path.is_file():\n        return None\n    with open(path) as file:\n        return file",
}
ASKED = {
    "another one is used": "if path.exists():\n        other.unlink()",
    "only asked": "return path.exists()",
    "it may be gone": "if path.exists():\n        try:\n            path.unlink()\n        except OSError: ...",
    "one waits anyway": "if path.exists():\n        await other\n        path.unlink()",
}


@pytest.mark.parametrize("body", USED.values(), ids=list(USED))
def test_what_is_used_right_after_is_not_asked_elsewhere(body: str, tmp_path: Path) -> None:
    assert "when others may have made or removed it" in refusals(tmp_path, HEAD + body + "\n", "CNC110")[0]
    asked = re.search(r"if (.*)", body.splitlines()[0])
    assert asked is not None
    assert asked[0] in fixed(tmp_path, HEAD + body + "\n", "CNC103", "CNC110")


@pytest.mark.parametrize("body", ASKED.values(), ids=list(ASKED))
def test_what_is_not_is(body: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, HEAD + body + "\n", "CNC110")[0] == ""


MOVED = {
    "read": "if path.exists():\n        return path.read_text()",
    "removed": "if os.path.isfile(path):\n        os.remove(path)",
    "written": "if not path.exists():\n        path.write_text('')",
}


@pytest.mark.parametrize("body", MOVED.values(), ids=list(MOVED))
def test_what_was_just_asked_is_not_used_elsewhere(body: str, tmp_path: Path) -> None:
    said = refusals(tmp_path, HEAD + body + "\n", "CNC103", "CNC110")
    assert len(said) == 2
    assert all("when others may have made or removed it" in each for each in said)
    caught = body.replace("return ", "").replace("        ", "        try:\n            ")
    caught += "\n        except OSError: ...\n"
    assert refusals(tmp_path, HEAD + caught, "CNC103", "CNC110") == ["", ""]
    assert refusals(tmp_path, HEAD + body.replace("path", "other", 1) + "\n", "CNC103", "CNC110")[-1] == ""


EACH = ("return [each for each in other if each.exists()]", "for each in other:\n        print(each.exists())")


@pytest.mark.parametrize("body", EACH)
def test_what_is_asked_of_each_is_asked_of_all_at_once(body: str, tmp_path: Path) -> None:
    source = (HEAD + body + "\n").replace("other: Path", "other: list[Path]")
    assert "done for each of many" in refusals(tmp_path, source, "CNC110")[0]
