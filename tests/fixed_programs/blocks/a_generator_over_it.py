# offload: asyncio anyio
def lines(name):
    with open(name) as file:
        return file.read().splitlines()


async def main():
    return sum(len(line) for line in lines("data.txt"))
