"""An import inside the coroutine binds a local name; the command it runs blocks the loop."""


async def git_revision() -> str:
    import subprocess

    return subprocess.check_output(["git", "rev-parse", "HEAD"], text=True)  # CNC104
