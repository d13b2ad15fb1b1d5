"""Django runs a sync view in a thread also under ASGI."""
from django.db import models
from django.http import JsonResponse
from django.shortcuts import get_object_or_404


class Article(models.Model):
    slug = models.SlugField()
    views = models.IntegerField(default=0)


def article(request, slug: str):
    found = get_object_or_404(Article, slug=slug)
    found.views += 1
    found.save()
    return JsonResponse({"slug": found.slug, "views": found.views})
