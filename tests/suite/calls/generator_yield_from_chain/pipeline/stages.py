from pipeline.source import lines


def non_empty(folder: str, names: list[str]):
    yield from (line for line in lines(folder, names) if line)
