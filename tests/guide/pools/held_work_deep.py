"""Work that holds the lock, two modules down."""
from concurrent.futures import ThreadPoolExecutor
import pandas
pool = ThreadPoolExecutor(4)
class Report:
    def __init__(self, frames):
        self.frames = frames
    def joined(self):
        return pandas.concat(self.frames)
    def build(self):
        return self.joined().to_csv()
def start(frames):
    return pool.submit(Report(frames).build)  # CNC402
