from flask import Flask
from app.views import invoices
def create_app() -> Flask:
    application = Flask(__name__)
    application.register_blueprint(invoices)
    return application
