"""A pool for each request."""
from concurrent.futures import ThreadPoolExecutor
from flask import Flask
app = Flask(__name__)
@app.get("/all")
def everything():
    with ThreadPoolExecutor(max_workers=4) as pool:  # CNC403
        return {"found": list(pool.map(str, range(3)))}
