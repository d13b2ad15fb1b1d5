from django.urls import path
from mails.views import Subscribers, Welcome
urlpatterns = [path("subscribers/", Subscribers.as_view()), path("subscribers/<int:pk>/welcome/", Welcome.as_view())]
