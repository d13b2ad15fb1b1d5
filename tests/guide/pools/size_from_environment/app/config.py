import os
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    io_threads: int = 48
    cpu_threads: int = 4
WORKERS = int(os.environ.get("WORKERS") or 40)
settings = Settings()
def get_settings() -> Settings:
    return settings
