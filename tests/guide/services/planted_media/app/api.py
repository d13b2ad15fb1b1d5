import threading
from concurrent.futures import ThreadPoolExecutor
from fastapi import BackgroundTasks, FastAPI
from app.images import Thumbnailer
from app.pages import title
api = FastAPI()
thumbnailer = Thumbnailer()
pool = ThreadPoolExecutor(max_workers=4)
def index(name): ...
@api.post("/images")
def upload(data: bytes):
    return {"size": len(thumbnailer.make(data))}  # CNC120
@api.post("/images/later")
def later(data: bytes, tasks: BackgroundTasks):
    tasks.add_task(thumbnailer.make, data)  # CNC120
    return {}
@api.post("/images/{name}/index")
def indexed(name: str):
    threading.Thread(target=index, args=(name,)).start()  # CNC123
    return {}
@api.get("/titles")
def titles(texts: list[str]):
    with ThreadPoolExecutor(4) as own:  # CNC403
        return list(own.map(len, texts))
def all_titles(texts):
    return list(pool.map(title, texts))  # CNC402
