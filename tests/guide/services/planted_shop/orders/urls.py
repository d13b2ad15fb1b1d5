from django.urls import path
from orders import views
urlpatterns = [
    path("<int:order_id>/invoice/", views.start_invoice),
    path("<int:order_id>/invoice/wait/", views.wait_invoice),
    path("export/", views.Export.as_view()),
]
