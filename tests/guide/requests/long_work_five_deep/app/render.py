import subprocess
class Renderer:
    def render(self, number):
        return self.run("wkhtmltopdf", str(number))
    def run(self, *arguments):
        return subprocess.check_output(arguments)
