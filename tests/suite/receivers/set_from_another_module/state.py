"""What the program holds while it runs; all of it is None until somebody sets it."""
client = None
limit = None
label = None


class Registry:
    database = None
    size = None


class Worker:
    def __init__(self) -> None:
        self.queue = None
        self.name = None


worker = Worker()
