from pathlib import Path


def lines(folder: str, names: list[str]):
    for name in names:
        yield from Path(folder, name).read_text().splitlines()
