"""Clients that block where coroutines are."""
import aioredis  # CNC113
import psycopg2  # CNC113
import pymongo  # CNC113
from redis import Redis  # CNC113
async def handler():
    return await something()
def connect():
    return aioredis.from_url("redis://redis"), psycopg2.connect(""), pymongo.MongoClient(), Redis()
