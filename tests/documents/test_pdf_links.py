"""Links of a PDF belong to its structure: a screen reader meets them where they stand."""

import io

import pikepdf
import pytest
from newsroom import issue, newsroom

from briefer.exporters.pdf import build_pdf


@pytest.fixture(scope="module", params=[1, 6])
def pdf(request):
    document = issue(newsroom(times=request.param), annex="extract", numbered=True)
    return pikepdf.open(io.BytesIO(build_pdf(document).content))


def nodes(node):
    yield node
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield from nodes(kid)


def links(pdf):
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if annotation.Subtype == "/Link":
                yield page, annotation


def index(pdf):
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    assert [int(n) for n in numbers[::2]] == list(range(len(numbers) // 2))
    return dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))


def test_each_link_is_an_element_that_names_it(pdf):
    found, tree = list(links(pdf)), index(pdf)

    assert len(found) > 10
    for page, annotation in found:
        element = tree[int(annotation.StructParent)]
        assert element.S == "/Link"
        named = [k for k in element.K if isinstance(k, pikepdf.Dictionary) and "/Obj" in k]
        assert annotation.objgen in [one.Obj.objgen for one in named]
        assert page.objgen in [one.Pg.objgen for one in named]
        # Its words are content of its own.
        assert len(element.K) > len(named)


def test_each_link_says_where_it_leads(pdf):
    for _, annotation in links(pdf):
        assert str(annotation.Contents)
        if "/A" in annotation:
            assert annotation.Contents == annotation.A.URI


def test_content_of_a_page_belongs_to_the_elements_that_name_it(pdf):
    tree = index(pdf)
    for page in pdf.pages:
        parents = tree[int(page.StructParents)]
        opened = [
            int(operands[1].MCID)
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC"
        ]
        assert opened == list(range(len(parents)))
        balance = [
            {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
            for _, operator in pikepdf.parse_content_stream(page)
        ]
        depth = 0
        for step in balance:
            depth += step
            assert depth in (0, 1)
        assert depth == 0


def test_numbers_and_bullets_are_labels_of_their_entries(pdf):
    entries = [n for n in nodes(pdf.Root.StructTreeRoot.K) if n.S == "/LI"]

    assert entries
    assert all([kid.S for kid in entry.K] == ["/Lbl", "/LBody"] for entry in entries)
