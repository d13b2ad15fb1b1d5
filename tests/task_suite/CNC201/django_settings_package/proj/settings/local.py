from proj.settings.base import *
