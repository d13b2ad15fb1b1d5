from pydantic import BaseModel
class Booked(BaseModel):
    event_id: str
    account: str
    cents: int
class Balance(BaseModel):
    event_id: str
    account: str
    cents: int
