"""`join` with a positive timeout parks the loop; the aliveness of a thread is known at once."""
import threading


class Supervisor:
    def __init__(self, worker: threading.Thread) -> None:
        self.worker = worker

    async def stop(self) -> bool:
        self.worker.join(timeout=5)  # CNC106
        return self.worker.is_alive()
