"""An `Annotated` alias with `Depends` from another module types the parameter as a sync SQLModel session."""
from fastapi import APIRouter
from sqlmodel import select

from .deps import SessionDep
from .models import Hero

router = APIRouter()


@router.get("/heroes")
async def list_heroes(session: SessionDep):
    return session.exec(select(Hero)).all()  # CNC105
