from time import sleep as nap


async def main():
    nap(0.01)
    return "slept"
