"""`sleep` imported under another name still stops the whole thread, hence the loop."""
from time import sleep as pause


async def back_off(attempt: int) -> None:
    pause(0.2 * attempt)  # CNC101
