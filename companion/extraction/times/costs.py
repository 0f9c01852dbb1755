"""Costs: what each turn of a text's line of dates costs, as development texts showed."""

from __future__ import annotations

COSTS = {
    "forward": 0.6,
    "back": 0.3,
    "back_months": 0.4,
    "looks_back": 0.35,
    "new_year": 0.2,
    "new_era": 2.0,
    "out_of_heading": 1.0,
    "wrong_weekday": 10.0,
    "backwards_range": 5.0,
    "backwards_entry": 3.0,
    "beside_day": 10.0,
    "beside_month": 5.0,
    "beside_year": 1.5,
    "beside_heading": 3.3,
    "beside_brackets": 1.1,
    "beside_end": 1.5,
    "beside_since": 0.3,
    "beside_attribute": 0.4,
    "beside_again": 0.25,
}
"""A step costs `forward` for each e-fold of months, or `back` and `back_months` likewise, times
`looks_back` after words that look back. A date without a year pays for another year than the last one
told, and for one that its heading does not name; so does an entry of a diary for one before the last
entry. The `beside` ones are for dates that the line leaves aside: a full one, one without a day, a bare
year, one in a heading, in brackets, at the end of a range, after “since”, after “the” or “of”;
`beside_again` is a factor for those that follow another."""
