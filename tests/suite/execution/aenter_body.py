"""`__aenter__` is a coroutine of its own: the blocking call stands there, not at the `async with`."""
import pymysql


class Transaction:
    def __init__(self, host: str) -> None:
        self.host = host

    async def __aenter__(self):
        self.connection = pymysql.connect(host=self.host)  # CNC105
        return self

    async def __aexit__(self, *exc) -> None:
        self.connection = None


async def transfer(host: str) -> bool:
    async with Transaction(host) as transaction:
        return transaction.connection is not None
