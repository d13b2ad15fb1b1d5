"""A service uses the package of another project of the repository; of two packages of one name, neither is meant."""

from clocks.waiting import wait
from common.resolving import resolve


async def route(host: str) -> str:
    wait()
    return resolve(host)  # CNC107
