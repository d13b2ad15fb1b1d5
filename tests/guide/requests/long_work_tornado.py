"""Long work in Tornado."""
import subprocess
import tornado.web
class Convert(tornado.web.RequestHandler):
    def post(self):
        subprocess.run(["convert"])  # CNC120
