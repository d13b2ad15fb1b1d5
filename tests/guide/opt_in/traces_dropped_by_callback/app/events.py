from pydantic import BaseModel
class Placed(BaseModel):
    id: int
