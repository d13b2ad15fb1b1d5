"""Copying a tree and packing an archive take as long as the disk does."""
import shutil


async def release(version: str) -> str:
    shutil.copytree("build", f"dist/{version}")  # CNC103
    return shutil.make_archive(f"dist/{version}", "gztar", f"dist/{version}")  # CNC103
