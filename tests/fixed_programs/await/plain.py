import time


async def main():
    time.sleep(0.01)
    return "slept"
