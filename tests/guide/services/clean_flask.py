"""A Flask service with a client that it shares."""
import requests
from flask import Flask, jsonify
app = Flask(__name__)
session = requests.Session()
@app.get("/rates")
def rates():
    return jsonify(session.get("https://rates.example", timeout=5).json())
