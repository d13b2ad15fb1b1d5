threads = 32  # CNC401
workers = 2
