"""Waitress with many threads."""
from waitress import serve
from project.wsgi import application
def main():
    serve(application, host="0.0.0.0", port=8000, threads=100)  # CNC401
def small():
    serve(application, threads=8)
