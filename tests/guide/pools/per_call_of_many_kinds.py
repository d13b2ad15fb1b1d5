"""Pools of requests and coroutines."""
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool
from django.http import HttpResponse
from django.views import View
class Export(View):
    def get(self, request):
        with ThreadPool(4) as pool:  # CNC403
            pool.map(print, [1])
        return HttpResponse()
async def loads(paths):
    executor = ThreadPoolExecutor(max_workers=4)  # CNC403
    try:
        return [executor.submit(path.read_bytes) for path in paths]
    finally:
        executor.shutdown(wait=False)
def plain(paths):
    executor = ThreadPoolExecutor(max_workers=4)
    try:
        return list(executor.map(str, paths))
    finally:
        executor.shutdown()
