"""Runs in the scratch environment of one peer: extract the tables of files, print them and the time as JSON.

``python peer.py NAME FILE...`` prints one object a line: seconds of CPU (median after a first run), tables as rows of
texts. Nothing of ours is imported.
"""

import importlib
import json
import statistics
import sys
import time

RUNS = 3


def pandas_read_html(path):
    pandas = importlib.import_module("pandas")
    try:
        tables = pandas.read_html(path, header=None, encoding="utf-8")
    except ValueError:
        return []
    rows = []
    for one in tables:
        head = [[str(name) for name in one.columns]] if any(isinstance(name, str) for name in one.columns) else []
        rows.append(head + one.astype(object).where(one.notna(), "").astype(str).values.tolist())
    return rows


def python_docx(path):
    docx = importlib.import_module("docx")
    return [[[cell.text for cell in row.cells] for row in one.rows] for one in docx.Document(path).tables]


def pdfplumber(path):
    with importlib.import_module("pdfplumber").open(path) as document:
        return [table for page in document.pages for table in page.extract_tables()]


def camelot(path):
    found = importlib.import_module("camelot").read_pdf(path, pages="all")
    return [one.df.values.tolist() for one in found]


def markitdown(path):
    text = importlib.import_module("markitdown").MarkItDown().convert(path).text_content
    tables, rows = [], []
    for line in text.splitlines():
        if line.lstrip().startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
        elif rows:
            tables.append(rows)
            rows = []
    return [*tables, rows]


_CONVERTER = []


def docling(path):
    if not _CONVERTER:
        _CONVERTER.append(importlib.import_module("docling.document_converter").DocumentConverter())
    document = _CONVERTER[0].convert(path).build_document
    return [one.export_to_dataframe(document).astype(str).values.tolist() for one in document.tables]


PEERS = {
    "pandas.read_html": pandas_read_html,
    "python-docx": python_docx,
    "pdfplumber.extract_tables": pdfplumber,
    "camelot": camelot,
    "markitdown": markitdown,
    "docling": docling,
}


def main():
    extract = PEERS[sys.argv[1]]
    for path in sys.argv[2:]:
        tables = extract(path)
        times = []
        for _ in range(RUNS):
            start = time.process_time()
            extract(path)
            times.append(time.process_time() - start)
        plain = [[[str(cell or "") for cell in row] for row in table] for table in tables]
        print(json.dumps({"seconds": statistics.median(times), "tables": plain}), flush=True)


main()
