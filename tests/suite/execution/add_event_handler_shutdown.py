"""A shutdown handler added by call is run on the loop as well."""
from fastapi import FastAPI

import httpx

app = FastAPI()


def deregister() -> None:
    httpx.delete("http://consul:8500/v1/agent/service/deregister/shop")  # CNC102


app.add_event_handler("shutdown", deregister)
