# offload: anyio
# needs: pdfminer
from pdfminer.high_level import extract_text

# A document of one page with many lines, as far as a reader needs one.
LINES = "".join(f"1 0 0 1 40 {780 - n % 700} Tm (line {n}) Tj " for n in range(500))
STREAM = f"BT /F1 9 Tf {LINES}ET"
OBJECTS = (
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    f"<< /Length {len(STREAM)} >>\nstream\n{STREAM}\nendstream",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
)


def write(name):
    document, places = "%PDF-1.4\n", []
    for number, each in enumerate(OBJECTS, start=1):
        places.append(len(document))
        document += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(document)}\n%%EOF\n"
    with open(name, "w") as file:
        file.write(document + end)


write("a.pdf")


async def main():
    text = extract_text("a.pdf")
    return text.count("line")
