"""Pools that are shared, bounded and shut down."""
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import asynccontextmanager
import asyncio
import pandas
from fastapi import FastAPI
threads = ThreadPoolExecutor(8)
processes = ProcessPoolExecutor(4)
@asynccontextmanager
async def lifespan(app: FastAPI):
    yield
    threads.shutdown(wait=False)
    processes.shutdown(wait=False)
app = FastAPI(lifespan=lifespan)
async def joined(frames):
    return await asyncio.get_running_loop().run_in_executor(processes, pandas.concat, frames)
