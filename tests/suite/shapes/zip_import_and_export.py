"""Archives are unpacked and packed in a coroutine, by hand, by helper, and by shutil."""
import asyncio
import io
import shutil
import tarfile
import zipfile
from pathlib import Path


def pack(folder: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in folder.rglob("*"):
            archive.write(path, path.relative_to(folder))


async def import_backup(upload: Path, target: Path) -> None:
    with zipfile.ZipFile(upload) as archive:
        archive.extractall(target)  # CNC103


async def import_tar(upload: Path, target: Path) -> None:
    with tarfile.open(upload) as archive:
        archive.extractall(target)  # CNC103


async def export(folder: Path, target: Path) -> None:
    pack(folder, target)  # CNC103


async def export_elsewhere(folder: Path, target: Path) -> None:
    await asyncio.to_thread(pack, folder, target)


async def bundle(folder: Path) -> str:
    return shutil.make_archive("/tmp/bundle", "zip", folder)  # CNC103


async def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()
