from pydantic import BaseModel
class OrderPlaced(BaseModel):
    id: int
