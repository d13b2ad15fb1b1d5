"""As many threads as are all right."""
import multiprocessing
workers = 4
threads = multiprocessing.cpu_count() * 2
