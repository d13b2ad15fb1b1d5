# offload: anyio
async def main():
    found = []
    with open("data.txt", "rb") as f:
        for line in f:
            found.append(len(line))
        else:
            found.append(f.read())
    return found
