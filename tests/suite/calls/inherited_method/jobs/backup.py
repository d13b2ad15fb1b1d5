"""The blocking method is inherited from a class in another module and calls one more method on the way."""
from .base import ShellJob


class BackupJob(ShellJob):
    command = ["pg_dump", "shop"]


async def nightly_backup() -> int:
    job = BackupJob()
    dump = job.execute()  # CNC104
    return len(dump)
