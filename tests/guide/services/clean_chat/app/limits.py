import multiprocessing
THREADS = 2 * min(multiprocessing.cpu_count(), 8)
