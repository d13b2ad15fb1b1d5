"""Long work in Quart, handed to a thread that the request waits for."""
import asyncio
import subprocess
from quart import Quart
app = Quart(__name__)
@app.post("/convert")
async def convert():
    await asyncio.to_thread(subprocess.run, ["convert"])  # CNC120
    return {}
