from app.tasks import build
def start(number: int) -> str:
    result = build.apply_async(args=(number,), queue="reports")
    return result.id
