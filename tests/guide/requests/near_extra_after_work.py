"""Tasks that are extras of a request which has done its own work."""
import httpx
from celery import shared_task
from django.contrib.auth.models import User
from django.http import JsonResponse
from fastapi import FastAPI
from rest_framework import viewsets
from sqlalchemy.ext.asyncio import AsyncSession
api = FastAPI()
@shared_task
def audit(event): ...
@shared_task
def mail(number): ...
@api.post("/orders", status_code=201)
async def order(name: str, session: AsyncSession):
    session.add(name)
    await session.commit()
    mail.delay(name)
    audit.delay("order")
    return {"name": name}
@api.get("/rates")
async def rates():
    async with httpx.AsyncClient() as client:
        answer = await client.get("https://rates.example")
    audit.delay("rates")
    return answer.json()
def register(request):
    user = User.objects.create(username=request.POST["name"])
    mail.delay(user.pk)
    return JsonResponse({"id": user.pk}, status=201)
class Users(viewsets.ModelViewSet):
    def perform_create(self, serializer):
        user = serializer.save()
        mail.delay(user.pk)
