"""Data frames are read from files in one go; text in memory is not a file."""
import io

import pandas as pd


async def report(path: str) -> str:
    frame = pd.read_csv(path)  # CNC103
    merged = frame.merge(frame, on="id")  # CNC108
    merged.to_csv(path + ".out")  # CNC103
    return frame.to_csv()


async def uploaded(text: str) -> int:
    return len(pd.read_csv(io.StringIO(text)))
