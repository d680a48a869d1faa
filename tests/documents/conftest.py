import pytest
from newsroom import issue, newsroom


@pytest.fixture
def material():
    return newsroom()


@pytest.fixture
def document(material):
    return issue(
        material, issue="14", prepared_by="Desk & Sons", marking="tlp amber", cutoff="2026-03-12"
    )
