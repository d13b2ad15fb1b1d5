"""`enumerate` over `.items()` of a typed mapping unpacks to a counter, a name and a client."""
import redis


class Fleet:
    nodes: dict[str, redis.Redis]

    def __init__(self, nodes: dict[str, redis.Redis]) -> None:
        self.nodes = nodes

    async def health(self) -> dict[str, bool]:
        report = {}
        for number, (name, node) in enumerate(self.nodes.items()):
            report[f"{number}-{name}"] = node.ping()  # CNC105
        return report
