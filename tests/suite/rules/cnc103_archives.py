"""Unpacking an archive writes every file in it, also where the archive was opened by a helper."""
import tarfile
import zipfile


def opened(path: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(path)


async def unpack(path: str, folder: str) -> None:
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)  # CNC103
    opened(path).extractall(folder)  # CNC103
    with tarfile.open(path + ".tar") as bundle:
        bundle.extractall(folder)  # CNC103


async def names(path: str) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()
