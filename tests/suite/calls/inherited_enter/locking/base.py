import redis


class RemoteLock:
    def __init__(self, name: str) -> None:
        self.name = name
        self.client = redis.Redis()

    def __enter__(self):
        self.client.set(self.name, 1, nx=True)
        return self

    def __exit__(self, *exc) -> None:
        self.client.delete(self.name)
