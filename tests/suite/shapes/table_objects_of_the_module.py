"""Tables are singletons of a class with methods, each opening the session of a context manager."""
from contextlib import contextmanager

from sqlalchemy import Column, Integer, String, create_engine
from sqlalchemy.orm import declarative_base, scoped_session, sessionmaker

Base = declarative_base()
engine = create_engine("sqlite:///app.db")
SessionLocal = sessionmaker(autocommit=False, autoflush=False, bind=engine)
ScopedSession = scoped_session(SessionLocal)


@contextmanager
def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


class Chat(Base):
    __tablename__ = "chat"
    id = Column(Integer, primary_key=True)
    title = Column(String)


class ChatTable:
    def get(self, chat_id: int):
        with get_db() as db:
            return db.query(Chat).filter_by(id=chat_id).first()

    def rename(self, chat_id: int, title: str):
        with get_db() as db:
            chat = db.get(Chat, chat_id)
            chat.title = title
            db.commit()
            db.refresh(chat)
            return chat

    def scoped(self):
        return ScopedSession.query(Chat).all()

    def clean(self, title: str) -> str:
        return title.strip()


Chats = ChatTable()


async def read(chat_id: int):
    return Chats.get(chat_id)  # CNC105


async def rename(chat_id: int, title: str):
    return Chats.rename(chat_id, Chats.clean(title))  # CNC105


async def everything():
    return Chats.scoped()  # CNC105
