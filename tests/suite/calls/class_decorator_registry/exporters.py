from registry import exporter


@exporter("csv")
class CsvExporter:
    def export(self, rows, path):
        with open(path, "w") as f:
            f.writelines(rows)


@exporter("null")
class NullExporter:
    def export(self, rows, path):
        return None
