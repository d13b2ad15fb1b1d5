"""SQLAlchemy's blocks."""

from celery import Celery
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

app = Celery("shop")
engine = create_engine("sqlite://")
Sessions = sessionmaker(engine)


@app.task
def send(order_id): ...


def session_block(order):
    with Session(engine) as session, session.begin():
        session.add(order)
        send.delay(order.id)  # CNC217


def made_block(order):
    with Sessions.begin() as session:
        session.add(order)
        send.delay(order.id)  # CNC217


def committed(order):
    with Session(engine) as session:
        session.add(order)
        session.commit()
        send.delay(order.id)
