"""Building these clients opens no connection."""
import httpx
import redis
import requests
from pymongo import MongoClient
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker


async def build_clients(urls: dict[str, str]) -> tuple:
    return (
        httpx.Client(base_url=urls["http"]),
        redis.Redis.from_url(urls["redis"]),
        requests.Session(),
        MongoClient("mongodb://mongo:27017"),
        sessionmaker(bind=create_engine(urls["sql"])),
    )
