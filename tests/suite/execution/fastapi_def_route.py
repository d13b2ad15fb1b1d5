"""FastAPI runs `def` routes, `def` dependencies and class dependencies in its thread pool."""
from fastapi import Depends, FastAPI, Header

import requests

app = FastAPI()


def current_user(authorization: str = Header()) -> dict:
    return requests.get("https://id.example.com/me", headers={"Authorization": authorization}).json()


class Quota:
    def __init__(self, tenant: str) -> None:
        self.left = requests.get(f"https://quota.example.com/{tenant}").json()


@app.get("/me")
def me(user: dict = Depends(current_user)):
    user["avatar"] = requests.get(user["avatar_url"]).content
    return user


@app.get("/quota")
async def quota(user: dict = Depends(current_user), quota: Quota = Depends(Quota)):
    return {"user": user["id"], "left": quota.left}
