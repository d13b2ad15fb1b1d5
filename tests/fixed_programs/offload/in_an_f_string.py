# offload: asyncio anyio
def load(name):
    with open(name) as f:
        return f.read()[-6:]


async def main():
    value = load(
        __file__,  # this one
    )
    return f"<{value}>"
