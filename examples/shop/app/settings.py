from functools import lru_cache
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_")

    database_url: str = "postgresql+psycopg://shop@localhost/shop"
    redis_url: str = "redis://localhost:6379/1"
    broker_url: str = "redis://localhost:6379/0"
    kafka_servers: str = "localhost:9092"
    carrier_url: str = "https://api.carrier.example/v2"
    push_url: str = "https://push.example/messages"
    smtp_host: str = "localhost"
    document_folder: Path = Path("/var/lib/shop/documents")
    document_bucket: str = ""
    webhook_key_file: Path = Path("/run/secrets/webhook-key")

    @property
    def webhook_key(self) -> bytes:
        return self.webhook_key_file.read_bytes().strip()


@lru_cache
def get_settings() -> Settings:
    return Settings()
