import hooks


def write_backup():
    with open("backup", "w") as stream:
        stream.write("done")


hooks.add_hook(write_backup)
