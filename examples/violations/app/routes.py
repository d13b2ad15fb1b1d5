import subprocess
import threading

from fastapi import FastAPI

from app.tasks import build, total

app = FastAPI()


@app.post("/reports/{report_id}/pdf")
def render(report_id: int):
    subprocess.run(["wkhtmltopdf", str(report_id)])
    return {"rendered": report_id}


@app.post("/reports/{report_id}")
def create(report_id: int):
    return {"task": build.delay(report_id).id}


@app.get("/totals/{customer}")
def show(customer: int):
    return {"total": total.delay(customer).get(timeout=10)}


@app.post("/mails/{customer}")
def mail(customer: int):
    threading.Thread(target=print, args=(customer,)).start()
    return {"sending": customer}
