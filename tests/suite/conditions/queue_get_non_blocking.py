"""With `block=False`, a false first argument, `timeout=0` or `get_nowait`, nothing waits."""
from queue import LifoQueue, PriorityQueue, Queue, SimpleQueue

orders: Queue[int] = Queue()
undo: LifoQueue[int] = LifoQueue()
urgent: PriorityQueue[int] = PriorityQueue()
events: SimpleQueue[int] = SimpleQueue()


async def drain() -> list[int]:
    return [orders.get(block=False), undo.get(False), urgent.get_nowait(), events.get(timeout=0)]
