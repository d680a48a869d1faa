"""The moment that documents bear is now, or the one given from outside."""

from datetime import UTC, datetime

import pytest

from briefer.model.errors import UnknownChoice
from briefer.model.summary import SummaryLength
from briefer.services.briefing_desk import BriefingDesk
from briefer.services.moment_of_making import moment_of_making
from briefer.services.publishing import Publishing


def test_it_is_now_where_none_is_given(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = datetime.now(UTC)

    assert before <= moment_of_making() <= datetime.now(UTC)


def test_it_is_the_one_that_is_given(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773303300")

    assert moment_of_making() == datetime(2026, 3, 12, 8, 15, tzinfo=UTC)


@pytest.mark.parametrize("text", ["today", "1e99", "9" * 30])
def test_what_is_no_moment_is_refused(monkeypatch, text):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)

    with pytest.raises(UnknownChoice):
        moment_of_making()


def test_documents_of_the_window_bear_it_too(library, article, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773303300")
    publishing = Publishing(library, SummaryLength(amount=3))
    try:
        key = BriefingDesk(library).draft([article.id], publishing.material([article.id]))

        assert publishing.document(key).created == "2026-03-12T08:15:00+00:00"
    finally:
        publishing.close()
