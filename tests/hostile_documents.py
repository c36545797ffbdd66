"""Small documents that are made to harm."""

from __future__ import annotations


def pdf(objects: list[bytes]) -> bytes:
    """A PDF file of these objects, of which the first is the catalogue."""
    data, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(data))
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        data + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))
    )


def stream(entries: bytes, content: bytes) -> bytes:
    """A stream of a PDF file."""
    return b"<<%s/Length %d>>stream\n" % (entries, len(content)) + content + b"\nendstream"


def form(resources: bytes, content: bytes) -> bytes:
    """A form: a drawing that pages and other forms draw by name."""
    return stream(b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<%s>>" % resources, content)


def page_that_draws(*forms: bytes) -> bytes:
    """A PDF file of one page that draws the first of the forms, which are objects from 5 on."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>"
    catalogue, pages = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf([catalogue, pages, page, stream(b"", b"/A Do "), *forms])


def drawing_itself() -> bytes:
    """A form that draws itself twice."""
    return page_that_draws(form(b"/XObject<</A 5 0 R>>", b"0 0 m 100 100 l S /A Do /A Do "))


def drawing_a_billion(depth: int = 9) -> bytes:
    """Forms each of which draws the next ten times."""
    inner = [form(b"/XObject<</A %d 0 R>>" % (6 + number), b"/A Do " * 10) for number in range(depth)]
    return page_that_draws(*inner, form(b"", b"0 0 m 100 100 l S "))


def using_forms_as_programs_do() -> bytes:
    """A form that is drawn a few times and may name itself without being drawn by itself."""
    return page_that_draws(
        form(b"/XObject<</A 5 0 R/B 6 0 R>>", b"/B Do /B Do "), form(b"/XObject<</A 5 0 R>>", b"0 0 m 9 9 l S ")
    )
