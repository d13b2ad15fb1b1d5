"""What is compressed into memory computes; it touches no file."""

import bz2
import gzip
import io
import lzma


class Compressor:
    def __init__(self, buffer: io.BytesIO) -> None:
        self._stream = gzip.GzipFile(mode="wb", fileobj=buffer)

    def write(self, body: bytes) -> None:
        self._stream.write(body)
        self._stream.flush()


async def answer(body: bytes) -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as stream:
        stream.write(body)  # CNC108
    return buffer.getvalue()


async def stream_answer(parts: list[bytes]) -> bytes:
    buffer = io.BytesIO()
    compressor = Compressor(buffer)
    for part in parts:
        compressor.write(part)  # CNC108
    return buffer.getvalue()


async def unpack(content: bytes) -> bytes:
    with bz2.BZ2File(io.BytesIO(content)) as stream:
        first = stream.read()  # CNC108
    return first + lzma.LZMAFile(io.BytesIO(content)).read()  # CNC108


async def unpack_file(path: str) -> bytes:
    with gzip.GzipFile(path) as stream:
        return stream.read()  # CNC103
