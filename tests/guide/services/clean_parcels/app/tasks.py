import subprocess
from app.celery import app
RETRY = {"autoretry_for": (OSError,), "retry_backoff": True, "max_retries": 5}
@app.task(autoretry_for=(OSError,), retry_backoff=True, max_retries=5)
def label(parcel: int, request_id: str) -> str:
    subprocess.run(["glabels-batch", str(parcel)], check=True)
    return f"{parcel}-{request_id}.pdf"
@app.task(autoretry_for=(OSError,), retry_backoff=True, max_retries=5)
def purge() -> int:
    return 0
