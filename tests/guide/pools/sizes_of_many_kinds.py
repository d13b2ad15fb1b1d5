"""Sizes by arithmetic, helpers, and class attributes."""
import os
from concurrent import futures
from multiprocessing.pool import ThreadPool
import multiprocessing.dummy
import grpc
FACTOR = 5
class Settings:
    THREADS = 4 * FACTOR
def threads(factor=4):
    return (os.cpu_count() or 1) * factor
first = futures.ThreadPoolExecutor(max_workers=Settings.THREADS)  # CNC401
second = futures.ThreadPoolExecutor(threads())  # CNC401
third = ThreadPool(processes=FACTOR * 8)  # CNC401
fourth = multiprocessing.dummy.Pool(32)  # CNC401
server = grpc.server(futures.ThreadPoolExecutor(max_workers=100))  # CNC401
fifth = futures.ThreadPoolExecutor(max_workers=min(32, (os.cpu_count() or 1) + 4))
sixth = ThreadPool(2 * os.process_cpu_count())
seventh = futures.ThreadPoolExecutor(threads(2))
eighth = futures.ThreadPoolExecutor(max(64, os.cpu_count() or 1))  # CNC401
