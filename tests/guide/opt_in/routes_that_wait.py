"""Plain handlers of ASGI frameworks that wait for servers."""
import psycopg2
import redis
import requests
from flask import Flask
from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route
api = FastAPI()
flask = Flask(__name__)
client = redis.Redis(host="redis")
def rate():
    return requests.get("https://rates.example", timeout=5).json()
@api.get("/rates")
def rates():  # CNC115
    return rate()
@api.get("/cached")
def cached():  # CNC115
    return client.get("rates")
def starlette_view(request):  # CNC115
    return JSONResponse(rate())
app = Starlette(routes=[Route("/", starlette_view)])
@flask.get("/rates")
def flask_rates():
    return rate()
@api.get("/computed")
def computed():
    return sum(range(10))
