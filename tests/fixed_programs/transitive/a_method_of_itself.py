# offload: asyncio anyio
import time


class Poller:
    def _ask(self, *values):
        time.sleep(0.01)
        return values

    def poll(self, *values, **more):
        return self._ask(*values), more

    async def run(self):
        return self.poll(1, 2, k="v")


async def main():
    return await Poller().run()
