import asyncio

from fastapi import FastAPI

from .layers import Connection, Repository, Service

app = FastAPI()
service = Service(Repository(Connection("host=db")))


@app.get("/report")
async def report():
    return service.report()  # CNC105


@app.get("/report/elsewhere")
async def report_elsewhere():
    return await asyncio.to_thread(service.report)
