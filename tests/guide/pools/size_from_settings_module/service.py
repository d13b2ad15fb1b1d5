from concurrent.futures import ThreadPoolExecutor
from settings import POOL_SIZE
import settings

first = ThreadPoolExecutor(POOL_SIZE)  # CNC401
second = ThreadPoolExecutor(settings.POOL_SIZE // 4)  # CNC401
third = ThreadPoolExecutor(settings.POOL_SIZE // 16)
