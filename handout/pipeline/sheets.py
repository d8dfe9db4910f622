"""Prints on as many sheets as were asked for: counts pages, and cuts what was found."""

from handout.model.handout import Handout
from handout.pipeline.editions import editions
from handout.pipeline.fit import (
    Amounts,
    find_amounts,
    fit_message,
    limits_of,
    no_more_than,
)
from handout.pipeline.order import Order
from handout.pipeline.output import printed_of
from handout.pipeline.planned import Planned
from handout.pipeline.press import press


def fit_to_sheets(planned: Planned, order: Order) -> tuple[Handout, Order, str]:
    """The handout that fills the sheets asked for, how to print it, what was done.

    Nothing is analysed again: what was found is cut. Raises UsageError.
    """
    options = order.options
    if not options.sheets:
        return planned.handout, order, ""

    def pages_of(amounts: Amounts) -> int:
        first = next(editions((planned.shorter(amounts),), options))
        how = order.with_flowing_sections() if amounts.flowing else order
        return printed_of(press(first.handouts, how, "count"), planned).pages

    limits = limits_of(options.within)
    if planned.is_edited:
        # A person's file holds no more than it says.
        limits = no_more_than(limits, planned.most)
    found = find_amounts(pages_of, planned.most, limits, sheets=options.sheets)
    how = order.with_flowing_sections() if found.flowing else order
    said = fit_message(planned.most, found, options.sheets)
    return planned.shorter(found), how, said
