"""A pydantic setting with a default."""
from concurrent.futures import ThreadPoolExecutor
from pydantic import Field
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    workers: int = 50
    others: int = Field(default=60)

settings = Settings()
pool = ThreadPoolExecutor(settings.workers)  # CNC401
other = ThreadPoolExecutor(settings.others)  # CNC401
