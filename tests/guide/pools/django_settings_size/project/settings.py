import os
EXPORT_THREADS = int(os.environ.get("EXPORT_THREADS", 60))
IMPORT_THREADS = 6
