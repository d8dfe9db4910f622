"""Fitting to sheets analyses an article once, however often its pages are counted."""

import handout.analyse
from handout.assets import sample
from handout.model.options import MakeOptions
from handout.pipeline import Source, order_for, plan_source
from handout.pipeline.sheets import fit_to_sheets


def test_an_article_is_analysed_once_for_any_number_of_tries(monkeypatch):
    analysed = []
    stock = handout.analyse.analyse
    monkeypatch.setattr(
        handout.analyse, "analyse", lambda *given: analysed.append(1) or stock(*given)
    )
    order = order_for(MakeOptions(sheets=3), default_pack="meeting")

    planned = plan_source(Source.open(str(sample())), order)
    handout_, _, said = fit_to_sheets(planned, order)

    assert len(analysed) == 1
    assert said.startswith("fitted to 3 sheets")
    assert handout_ != planned.handout


def test_without_a_number_of_sheets_nothing_is_cut():
    order = order_for(MakeOptions(), default_pack="meeting")
    planned = plan_source(Source.open(str(sample())), order)

    assert fit_to_sheets(planned, order) == (planned.handout, order, "")
