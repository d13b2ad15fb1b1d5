"""Long work in Litestar."""
import subprocess
from litestar import post
@post("/convert")
def convert() -> None:
    subprocess.run(["convert"])  # CNC120
