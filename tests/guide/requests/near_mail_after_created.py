"""A mail after a 201 is an extra."""
from celery import shared_task
from fastapi import FastAPI
from sqlalchemy.orm import Session
app = FastAPI()
@shared_task
def mail(number): ...
@app.post("/users", status_code=201)
def create(name: str, session: Session):
    session.add(name)
    session.commit()
    mail.delay(name)
    return {"name": name}
