"""A worker thread sends the function back: `anyio.from_thread.run_sync` runs it on the loop."""
import anyio
import time


def update_progress(percent: int) -> None:
    time.sleep(percent / 100)  # CNC101


def import_worker(rows: list[str]) -> None:
    for percent, _ in enumerate(rows):
        anyio.from_thread.run_sync(update_progress, percent)


async def import_rows(rows: list[str]) -> None:
    await anyio.to_thread.run_sync(import_worker, rows)
