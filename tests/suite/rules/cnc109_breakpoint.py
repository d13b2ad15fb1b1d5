"""A forgotten breakpoint stops the loop until somebody types `continue`."""
import pdb


async def settle(order: dict) -> dict:
    if order["total"] < 0:
        breakpoint()  # CNC109
    return order


async def refund(order: dict) -> dict:
    pdb.set_trace()  # CNC109
    return order
