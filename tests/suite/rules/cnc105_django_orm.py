"""Evaluating a queryset or saving a model in an async view talks to the database synchronously."""
from django.db import models
from django.http import JsonResponse
from django.shortcuts import get_object_or_404


class Poll(models.Model):
    question = models.CharField(max_length=200)
    votes = models.IntegerField(default=0)


async def vote(request, poll_id: int):
    poll = get_object_or_404(Poll, pk=poll_id)  # CNC105
    poll.votes += 1
    poll.save()  # CNC105
    return JsonResponse({"total": Poll.objects.filter(votes__gt=0).count()})  # CNC105
