"""`input` waits for a human."""


async def confirm(question: str) -> bool:
    return input(f"{question} [y/n] ") == "y"  # CNC109
