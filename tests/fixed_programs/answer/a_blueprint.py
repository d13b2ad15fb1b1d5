# needs: celery flask
# select: CNC121
# before: (200, ['id'])
# after: (202, ['id'])
from celery import Celery, shared_task
from flask import Flask, Blueprint, jsonify, make_response

celery = Celery("shop", broker="memory://")
celery.set_default()
app = Flask("shop")


@shared_task
def build(number): ...


reports = Blueprint("reports", "shop")


@reports.route("/reports/<number>", methods=["POST"])
def create(number):
    task = build.apply_async((number,))
    answer = {"id": task.id}
    return answer


app.register_blueprint(reports)


def main():
    answer = app.test_client().post("/reports/1")
    return answer.status_code, list(answer.get_json())
