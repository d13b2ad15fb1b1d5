"""A function view of Django REST framework."""
import subprocess
from rest_framework.decorators import api_view
from rest_framework.response import Response
@api_view(["POST"])
def convert(request):
    subprocess.run(["convert"])  # CNC120
    return Response({})
