"""A lambda bound to a module name runs on the loop where it is called."""
import time

settle = lambda seconds: time.sleep(seconds)


async def rotate_camera(angle: int) -> int:
    settle(1)  # CNC101
    return angle
