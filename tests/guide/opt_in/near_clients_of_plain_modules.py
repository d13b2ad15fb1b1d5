"""A module without coroutines may use what blocks."""
import psycopg2
import redis.asyncio
import requests
def load():
    return requests.get("https://rates.example", timeout=1), psycopg2.connect(""), redis.asyncio.Redis()
