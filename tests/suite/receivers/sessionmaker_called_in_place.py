"""`sessionmaker()()` builds a session at once, and its `get` queries the database."""
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

from accounts.models import Account

make_session = sessionmaker(create_engine("postgresql://accounts"))


async def account(account_id: int) -> object:
    return make_session().get(Account, account_id)  # CNC105
