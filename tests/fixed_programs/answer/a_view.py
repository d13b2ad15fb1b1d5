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


from flask.views import MethodView


class Reports(MethodView):
    def post(self, number):
        task = build.delay(number)
        return {"id": task.id}


app.add_url_rule("/reports/<number>", view_func=Reports.as_view("reports"))


def main():
    answer = app.test_client().post("/reports/1")
    return answer.status_code, list(answer.get_json())
