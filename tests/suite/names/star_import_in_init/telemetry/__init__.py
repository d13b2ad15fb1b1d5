from .sinks import *
