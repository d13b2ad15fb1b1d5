"""An async route depends on a session that is synchronous; its def twin runs in a thread."""
from fastapi import APIRouter, Depends
from sqlmodel import Session, create_engine, select
from sqlmodel.ext.asyncio.session import AsyncSession

from tables import Team

engine = create_engine("postgresql://db/app")
router = APIRouter()


def get_session():
    with Session(engine) as session:
        yield session


async def get_async_session():
    async with AsyncSession(engine) as session:
        yield session


@router.get("/teams")
async def teams(session: Session = Depends(get_session)):
    found = session.exec(select(Team)).all()  # CNC105
    session.commit()  # CNC105
    return found


@router.get("/teams/sync")
def teams_in_thread(session: Session = Depends(get_session)):
    return session.exec(select(Team)).all()


@router.get("/teams/async")
async def teams_awaited(session: AsyncSession = Depends(get_async_session)):
    return (await session.exec(select(Team))).all()
