"""All methods whose names begin so are coroutine functions; another method that blocks is not called."""

import time


class Bot:
    async def cmd_start(self):
        return 1

    async def cmd_stop(self):
        return 2

    def cmds(self):
        time.sleep(1)

    async def handle(self, name):
        handler = getattr(self, f"cmd_{name}", None)
        if handler is None:
            return None
        return await handler()
