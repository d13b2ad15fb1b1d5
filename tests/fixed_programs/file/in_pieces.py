# offload: anyio
async def main():
    n = 0
    with open("data.txt", "rb") as f:
        while piece := f.read(10):
            n += len(piece)
    return n
