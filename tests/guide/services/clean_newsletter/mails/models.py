from django.db import models
class Subscriber(models.Model):
    address = models.EmailField(unique=True)
