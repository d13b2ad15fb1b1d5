"""`add_signal_handler` runs the handler on the loop, where it waits for a child process."""
import asyncio
import signal
import subprocess


def stop_children() -> None:
    subprocess.run(["pkill", "-f", "worker.py"])  # CNC104


async def serve() -> None:
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop_children)
    await asyncio.Event().wait()
