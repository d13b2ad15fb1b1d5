# offload: anyio
async def main():
    return open("data.txt", encoding="utf-8").read().split()[:2]
