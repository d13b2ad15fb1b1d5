# offload: anyio
async def main():
    with open("data.txt") as f:
        return f.read().upper()[-9:]
