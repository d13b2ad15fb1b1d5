import time


class A:
    async def wait(self):
        time.sleep(0.01)  # long enough
        return self


async def main():
    return type(await A().wait()).__name__
