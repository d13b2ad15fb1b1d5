"""A redirect answers for itself."""
from celery import shared_task
from flask import Flask, redirect
app = Flask(__name__)
@shared_task
def refresh(): ...
@app.post("/refresh")
def start():
    refresh.delay()
    return redirect("/")
