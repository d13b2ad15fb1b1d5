"""Leaving the `with` block runs `__exit__`, which flushes the metrics over HTTP."""
import httpx


class MetricsBatch:
    def __init__(self) -> None:
        self.points: list[float] = []

    def __enter__(self) -> "MetricsBatch":
        return self

    def __exit__(self, *exc) -> None:
        httpx.post("http://metrics:8086/write", json=self.points)


async def observe(value: float) -> None:
    with MetricsBatch() as batch:  # CNC102
        batch.points.append(value)
