from django.urls import path
from shop import views
urlpatterns = [
    path("a/", views.accepted),
    path("b/", views.forgotten),
    path("c/", views.Reports.as_view()),
    path("d/", views.set_later),
]
