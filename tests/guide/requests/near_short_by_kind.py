"""Work that a request may do: a hash, a query, a short call."""
import hashlib
import bcrypt
import requests
from fastapi import FastAPI
from sqlalchemy.orm import Session
app = FastAPI()
@app.post("/login")
def login(password: str):
    hashlib.pbkdf2_hmac("sha256", password.encode(), b"salt", 600_000)
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt()).decode()
@app.get("/rates")
def rates():
    return requests.get("https://rates.example", timeout=1).json()
@app.get("/orders")
def orders(session: Session):
    return session.execute("select 1").all()
