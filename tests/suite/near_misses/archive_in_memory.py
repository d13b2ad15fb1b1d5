"""An archive whose bytes are in memory is no file."""

import io
import zipfile


async def pack(entries):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in entries:
            archive.writestr(name, text)
    return buffer.getvalue()


async def pack_on_disk(path, entries):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in entries:
            archive.writestr(name, text)  # CNC103


async def unpack(content, folder):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        first = archive.read(names[0])
        archive.extractall(folder)  # CNC103
    return first
