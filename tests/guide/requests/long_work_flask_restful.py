"""Long work in a resource."""
import subprocess
from flask_restful import Resource
class Convert(Resource):
    def post(self):
        subprocess.run(["convert"])  # CNC120
        return {}
