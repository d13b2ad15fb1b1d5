from .client import fetch_rate

__all__ = ["fetch_rate"]
