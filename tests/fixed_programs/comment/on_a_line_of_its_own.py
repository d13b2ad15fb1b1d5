async def main():
    # noqa: CNC101
    return "nothing"
