# select: CNC405
# offload: asyncio anyio
# before: -: saved a
# after: 4bf92f: saved a
import asyncio
import contextvars
import io
import logging

trace = contextvars.ContextVar("trace", default="-")
written = io.StringIO()
handler = logging.StreamHandler(written)
handler.addFilter(lambda record: setattr(record, "trace", trace.get()) or True)
handler.setFormatter(logging.Formatter("%(trace)s: %(message)s"))
log = logging.getLogger("shop")
log.addHandler(handler)


def save(name):
    log.warning("saved %s", name)


async def main():
    trace.set("4bf92f")
    await asyncio.get_event_loop().run_in_executor(None, save, "a")
    return written.getvalue().strip()
