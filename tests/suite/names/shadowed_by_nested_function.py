"""A nested function called `input` hides the builtin; it reads from a prepared list."""


async def run_wizard(answers: list[str]) -> dict[str, str]:
    remaining = iter(answers)

    def input(prompt: str) -> str:
        return next(remaining)

    return {"name": input("name? "), "region": input("region? ")}
