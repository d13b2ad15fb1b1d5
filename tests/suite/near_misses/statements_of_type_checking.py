"""What only type checkers see does not run."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


async def handle(callback: "Callable[[], None]"):
    if TYPE_CHECKING:
        time.sleep(1)
    if not TYPE_CHECKING:
        callback()
    return 1
