"""Queueing is all that these handlers do."""
from celery import shared_task
from fastapi import FastAPI
from flask import Blueprint, jsonify
api = FastAPI()
blueprint = Blueprint("reports", __name__)
@shared_task
def rebuild(): ...
@api.post("/rebuild")
def start():
    rebuild.delay()  # CNC121
    return {"status": "started"}
@blueprint.route("/rebuild", methods=["POST"])
def flask_start():
    rebuild.delay()  # CNC121
    return jsonify(status="started")
@blueprint.route("/accepted", methods=["POST"])
def flask_accepted():
    rebuild.delay()
    return "", 202
@blueprint.route("/made", methods=["POST"])
def flask_made():
    rebuild.delay()
    response = jsonify(status="started")
    response.status_code = 202
    return response
