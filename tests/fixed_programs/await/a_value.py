import time


async def main():
    return [time.sleep(0.01), 1]
