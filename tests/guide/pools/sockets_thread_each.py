"""A thread for each connection that is accepted."""
import socket
import threading
def serve(handle):
    server = socket.create_server(("", 8000))
    while True:
        connection, address = server.accept()
        threading.Thread(target=handle, args=(connection, address)).start()  # CNC404
