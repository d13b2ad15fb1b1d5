"""The dependency is a generator, so the parameter is what it yields: a synchronous session."""
from fastapi import APIRouter, Depends
from sqlalchemy import create_engine, select
from sqlalchemy.orm import sessionmaker

from models import Invoice

router = APIRouter()
SessionLocal = sessionmaker(bind=create_engine("postgresql://billing"))


def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


@router.get("/invoices/{number}")
async def read_invoice(number: int, db=Depends(get_db)):
    return db.scalars(select(Invoice).where(Invoice.number == number)).one()  # CNC105
