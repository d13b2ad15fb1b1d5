"""Long work where the application starts."""
import subprocess
from fastapi import FastAPI
app = FastAPI()
@app.on_event("startup")
async def prepare():
    await prepare_files()
async def prepare_files(): ...
def build():
    subprocess.run(["make"])
