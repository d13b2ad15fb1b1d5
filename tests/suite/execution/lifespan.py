"""The lifespan of the application is a coroutine on the server's loop."""
import time
from contextlib import asynccontextmanager

from fastapi import FastAPI


def wait_for_broker() -> None:
    time.sleep(3)


@asynccontextmanager
async def lifespan(app: FastAPI):
    wait_for_broker()  # CNC101
    yield


app = FastAPI(lifespan=lifespan)
