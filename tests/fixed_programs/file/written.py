# offload: anyio
async def main():
    with open("out.txt", "w", encoding="utf-8") as f:
        f.write("a\n")
        f.writelines(["b\n", "c"])
    with open("out.txt") as f:
        return [line for line in f.readlines()]
