"""FastAPI calls a `def` startup handler on the loop, not in the thread pool."""
from fastapi import FastAPI

import pymysql

app = FastAPI()


@app.on_event("startup")
def connect_database() -> None:
    app.state.db = pymysql.connect(host="db", user="shop")  # CNC105
