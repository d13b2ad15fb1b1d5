# offload: asyncio anyio
class Report:
    def __init__(self, name):
        with open(name) as file:
            self.text = file.read()


async def main():
    return Report("data.txt").text
