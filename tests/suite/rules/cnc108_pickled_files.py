"""Unpickling a file computes for as long as the file is long; small values in memory are left alone."""
import io
import pickle
from typing import BinaryIO


async def load_model(source: BinaryIO) -> object:
    return pickle.load(source)  # CNC108


async def copy(value: object) -> object:
    return pickle.loads(pickle.dumps(value))


async def in_memory(data: bytes) -> object:
    return pickle.load(io.BytesIO(data))
