from fastapi import APIRouter
from service import Converter
router = APIRouter()
converter = Converter()
@router.post("/convert")
def convert(name: str):
    converter.convert(name)  # CNC120
    return {"converted": name}
