"""Installed packages, where the user names an environment: their sources are read, never imported."""

from __future__ import annotations

from pathlib import Path

_LAYOUTS = ("lib/python3*/site-packages", "lib64/python3*/site-packages", "Lib/site-packages")


def site_packages(python: str) -> list[str]:
    """The folders with the packages of an environment, named by its folder or by its interpreter, absolute.

    Raises ValueError with what is wrong.
    """
    path = Path(python).expanduser().absolute()
    if not path.exists():
        raise ValueError(f"names {python!r}, which does not exist; name a virtual environment or its interpreter")
    # The interpreter of a virtual environment is a link: what it points at has other packages.
    prefix = path if path.is_dir() else path.parent.parent
    found = [folder for layout in _LAYOUTS for folder in sorted(prefix.glob(layout))]
    if not found:
        raise ValueError(f"names {python!r}, which has no site-packages; name a virtual environment or its interpreter")
    return list({folder.resolve(): str(folder) for folder in found}.values())
