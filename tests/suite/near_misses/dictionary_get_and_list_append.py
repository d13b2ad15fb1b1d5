"""`get`, `put`, `join`, `wait`, `read` and `execute` are also names of harmless methods."""


class Plan:
    def execute(self) -> str:
        return "planned"

    def wait(self) -> int:
        return 3

    def read(self) -> str:
        return "notes"


async def overview(options: dict[str, str], plan: Plan) -> str:
    parts = [options.get("title", ""), plan.execute(), plan.read(), str(plan.wait())]
    return ", ".join(parts)
