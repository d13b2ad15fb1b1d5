"""A thread that the application starts once."""
import threading
from contextlib import asynccontextmanager
from fastapi import FastAPI
def work(): ...
@asynccontextmanager
async def lifespan(app):
    threading.Thread(target=work, daemon=True).start()
    yield
app = FastAPI(lifespan=lifespan)
