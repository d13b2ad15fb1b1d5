from django.db import models


class OrderQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state="open")


class Order(models.Model):
    state = models.CharField(max_length=10)
    objects = OrderQuerySet.as_manager()
