# select: CNC405
# offload: asyncio anyio
# before: 0.3333333333333333333333333333
# after: 0.333
import asyncio
import decimal


def third(n):
    return decimal.Decimal(n) / 3


async def main():
    with decimal.localcontext() as context:
        context.prec = 3
        return await asyncio.get_running_loop().run_in_executor(None, third, 1)
