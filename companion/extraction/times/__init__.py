"""Words that say when, or how long: found in a text and put into EDTF."""

from companion.extraction.times.finding import find_sayings, find_times
from companion.extraction.times.saying import Saying

__all__ = ["Saying", "find_sayings", "find_times"]
