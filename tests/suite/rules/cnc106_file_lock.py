"""`flock` waits for a lock that another process holds, unless it is told not to."""

import fcntl


async def exclusive(file):
    fcntl.flock(file, fcntl.LOCK_EX)  # CNC106
    fcntl.flock(file, fcntl.LOCK_UN)


async def shared(file):
    fcntl.lockf(file, fcntl.LOCK_SH)  # CNC106


async def tried(file, how):
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    fcntl.flock(file, how)
