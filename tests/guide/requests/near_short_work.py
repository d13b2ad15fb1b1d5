"""A quick question to a database."""
import sqlite3
from flask import Flask
app = Flask(__name__)
@app.get("/users")
def users():
    return {"users": sqlite3.connect("a.db").execute("select 1").fetchall()}
