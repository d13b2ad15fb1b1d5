"""The helper packs the payload with LZMA, the slowest of the compressors in the library."""
import lzma


def pack(payload: bytes) -> bytes:
    return lzma.compress(payload, preset=9)


async def backup(payload: bytes) -> int:
    return len(pack(payload))  # CNC108
