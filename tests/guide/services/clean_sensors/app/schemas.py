from pydantic import BaseModel
class Reading(BaseModel):
    event_id: str
    sensor: str
    value: float
class Alarm(BaseModel):
    event_id: str
    sensor: str
