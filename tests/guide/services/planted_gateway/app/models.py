from pydantic import BaseModel
class Clicked(BaseModel):
    event_id: str
    page: str
