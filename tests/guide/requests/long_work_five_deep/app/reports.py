from app.render import Renderer
class Reports:
    def __init__(self):
        self.renderer = Renderer()
    def make(self, number):
        return self._make(number)
    def _make(self, number):
        return self.renderer.render(number)
