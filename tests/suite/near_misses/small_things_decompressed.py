"""What stood in a text, as a constant or a field of a document, is decompressed in microseconds."""
import base64
import gzip
import zlib

SILENCE = "H4sIAAAAAAAA"


async def of_a_constant():
    return gzip.decompress(base64.b64decode(SILENCE))


async def of_a_field(document):
    decoded = base64.urlsafe_b64decode(document["vector"])
    return zlib.decompress(decoded)


async def of_whatever_comes(body):
    encoded = base64.b64encode(body)
    print(zlib.compress(encoded))  # CNC108
    return zlib.decompress(body)  # CNC108
