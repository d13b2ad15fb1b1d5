import time


async def main():
    try:
        return 1
    finally:
        time.sleep(0.01)
