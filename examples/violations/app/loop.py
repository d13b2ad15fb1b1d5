import asyncio
import hashlib
import queue
import smtplib
import sqlite3
import subprocess
import threading
import time

import requests

jobs = queue.Queue()
lock = threading.Lock()


async def pause():
    time.sleep(1)


async def rates():
    return requests.get("https://rates.example", timeout=5).json()


async def settings():
    return open("settings.json").read()


async def version():
    return subprocess.check_output(["git", "rev-parse", "HEAD"])


async def customers():
    return sqlite3.connect("shop.db").execute("select * from customers").fetchall()


async def job():
    return jobs.get()


async def mail(message):
    with smtplib.SMTP("mail") as server:
        server.send_message(message)


async def key(password):
    return hashlib.pbkdf2_hmac("sha256", password, b"salt", 600_000)


async def confirmed():
    return input("really? ")


async def exclusive(work):
    with lock:
        await work()


async def nested():
    asyncio.run(pause())
