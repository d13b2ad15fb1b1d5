"""A class of one's own by the same name."""
class ThreadPoolExecutor:
    def __init__(self, size):
        self.size = size
pool = ThreadPoolExecutor(500)
