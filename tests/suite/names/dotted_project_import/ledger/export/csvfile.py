def dump(rows, path):
    with open(path, "w") as out:
        out.writelines(rows)
