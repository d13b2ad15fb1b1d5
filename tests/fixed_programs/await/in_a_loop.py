import time


async def main():
    for n in range(3):
        time.sleep(n / 1000)
    return n
