"""An attribute of the same name on something else, and sizes that nobody knows."""
import sys
import anyio.to_thread
class Bucket:
    total_tokens = 500
def spend(bucket: Bucket, response):
    bucket.total_tokens = 1000
    response.usage.total_tokens = 4096
    total_tokens = 128
    return total_tokens
async def startup(settings):
    anyio.to_thread.current_default_thread_limiter().total_tokens = settings.threads
    anyio.to_thread.current_default_thread_limiter().total_tokens = int(sys.argv[1])
