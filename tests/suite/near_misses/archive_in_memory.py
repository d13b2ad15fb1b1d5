"""An archive whose bytes are in memory is no file."""

import io
import tarfile
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


async def names_of(content):
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        return archive.getnames()


async def names_on_disk(path):
    with tarfile.open(path) as archive:
        return archive.getnames()  # CNC103


async def unpack_tar(content, folder):
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:gz") as archive:
        archive.extractall(folder)  # CNC103


async def text_of(content):
    with io.TextIOWrapper(io.BytesIO(content)) as text:
        return text.read()


async def text_on_disk(file):
    with io.TextIOWrapper(file) as text:
        return text.read()  # CNC103
