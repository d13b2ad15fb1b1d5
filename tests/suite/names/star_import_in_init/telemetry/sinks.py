from .wire import *

PREFIX = "svc."
