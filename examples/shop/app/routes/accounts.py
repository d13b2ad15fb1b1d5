from fastapi import APIRouter, HTTPException
from pydantic import BaseModel

from app.dependencies import Accounts

router = APIRouter(prefix="/accounts", tags=["accounts"])


class Credentials(BaseModel):
    email: str
    password: str


@router.post("/session", status_code=201)
async def sign_in(credentials: Credentials, accounts: Accounts) -> dict[str, int]:
    customer = await accounts.sign_in(credentials.email, credentials.password)
    if customer is None:
        raise HTTPException(401)
    return {"customer": customer.id}
