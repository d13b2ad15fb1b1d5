import time


async def main():
    time.sleep(0)  # noqa: CNC101, CNC103
    return "slept"
