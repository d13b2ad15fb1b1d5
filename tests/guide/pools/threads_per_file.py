"""A thread for each file."""
import pathlib
import threading
def convert(folder):
    for path in pathlib.Path(folder).iterdir():
        worker = threading.Thread(target=path.read_bytes, daemon=True)  # CNC404
        worker.start()
