# offload: asyncio anyio
def lines(name):
    with open(name) as file:
        return file.read().splitlines()


async def main():
    return [line.split()[0] for line in lines("data.txt") if len(lines("data.txt")) == 2]
