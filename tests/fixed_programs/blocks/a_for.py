# offload: asyncio anyio
def lines(name):
    with open(name) as file:
        return file.read().splitlines()


async def main():
    found = []
    for line in lines("data.txt"):
        found.append(line.strip())
    else:
        found.append("end")
    return found
