from flask import Flask, jsonify, request
from app.service import Reports
app = Flask(__name__)
reports = Reports()
@app.post("/reports/<int:number>")
def start(number):
    return jsonify(task=reports.start(number, request.json["key"]))  # CNC121
@app.post("/reports/<int:number>/accepted")
def accepted(number):
    return jsonify(task=reports.start(number, request.json["key"])), 202
@app.get("/reports/<task_id>")
def show(task_id):
    return jsonify(report=reports.wait(task_id))  # CNC122
@app.post("/reports/<int:number>/quick")
def quick(number):
    reports.quick(number, request.json["key"])  # CNC121
    return jsonify(status="started")
