"""TimelineJS: events as the JSON of Knight Lab's timeline, and such a timeline taken in."""

from __future__ import annotations

import json
import math
from html import escape
from typing import TYPE_CHECKING, Any

from companion.core.calendar import civil
from companion.core.dates import Date, DateError, Precision, parse_date
from companion.core.entries import Entries, Event, Kind
from companion.core.ids import Ids
from companion.core.message import Message
from companion.exchange.arrived import MOST_MARKS, Arrived, ForeignError, plain_text, text_in, undated
from companion.exchange.bundle import on_one_line

if TYPE_CHECKING:
    from companion.exchange.bundle import Bundle

Json = dict[str, Any]


def timelinejs(bundle: Bundle) -> bytes:
    """The events as TimelineJS reads them, in UTF-8 (https://timeline.knightlab.com/docs/json-format.html).

    How exactly a date is known is said in ``display_date``; a year before Christ is negative there and has
    no year 0, so that 44 BC is -44.
    """
    events = [
        _event(bundle, event) for event in bundle.companion.events if not math.isinf(event.date.earliest)
    ]
    told: Json = {"events": events, "scale": "human"}
    if bundle.title:
        told["title"] = {"text": {"headline": escape(bundle.title), "text": escape(bundle.author)}}
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _event(bundle: Bundle, event: Event) -> Json:
    date = event.date
    words = [event.about] if event.about else []
    if passage := bundle.first_passage(event):
        words.append(f"“{passage}”")
    made: Json = {
        "start_date": _day(date.earliest, date.precision),
        "display_date": date.words(),
        "text": {
            "headline": escape(on_one_line(event.title)),
            "text": "".join(f"<p>{escape(on_one_line(one))}</p>" for one in words),
        },
        "unique_id": event.id,
    }
    if _is_long(date):
        made["end_date"] = _day(date.latest - 1, date.precision)
    return made


def _is_long(date: Date) -> bool:
    wide = (Precision.INTERVAL, Precision.SEASON, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)
    return date.precision in wide and not math.isinf(date.latest)


def _day(number: float, precision: Precision) -> Json:
    year, month, day = civil(math.floor(number))
    told: Json = {"year": year if year > 0 else year - 1}
    if precision not in (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM):
        told["month"] = month
        if precision not in (Precision.MONTH, Precision.SEASON):
            told["day"] = day
    if precision is Precision.MINUTE:
        minutes = round((number - math.floor(number)) * 1440)
        told |= {"hour": minutes // 60, "minute": minutes % 60}
    return told


def read_timelinejs(told: Json) -> Arrived:
    """The events of a timeline. Raises `ForeignError` when it has none."""
    slides = told.get("events")
    if not isinstance(slides, list):
        raise ForeignError(Message("There are no events in this timeline."))
    ids, events, left = Ids(), [], 0
    for slide in slides[:MOST_MARKS]:
        words = slide.get("text") if isinstance(slide, dict) else None
        title = on_one_line(plain_text(words.get("headline"))) if isinstance(words, dict) else ""
        date = _date(slide) if isinstance(slide, dict) else None
        if date is None or not title:
            left += 1
            continue
        about = plain_text(words.get("text")) if isinstance(words, dict) else ""
        events.append(Event(id=ids.new(Kind.EVENT, title), title=title, date=date, about=about))
    slide = told.get("title")
    head = slide.get("text") if isinstance(slide, dict) else None
    name = on_one_line(plain_text(head.get("headline"))) if isinstance(head, dict) else ""
    return Arrived("timelinejs", entries=Entries(title=name, events=tuple(events)), left_out=undated(left))


def _date(slide: Json) -> Date | None:
    """The date that a slide shows, where that can be read, or else the one from which it is drawn."""
    first, last = _edtf(slide.get("start_date")), _edtf(slide.get("end_date"))
    if first is None:
        return None
    for written in (text_in(slide.get("display_date")), f"{first}/{last}" if last else first, first):
        try:
            date = parse_date(written)
        except DateError:
            continue
        if written is first or _agree(date, first):
            return date
    return None


def _agree(date: Date, first: str) -> bool:
    """Whether a date that is shown has the one in it that is drawn: "Spring" alone may be read as any."""
    try:
        drawn = parse_date(first)
    except DateError:
        return False
    return date.earliest <= drawn.latest and drawn.earliest <= date.latest


def _edtf(told: object) -> str | None:
    if not isinstance(told, dict):
        return None
    numbers = [_number(told.get(name)) for name in ("year", "month", "day")]
    year, month, day = numbers
    if year is None or abs(year) > 9999:
        return None
    year = year if year >= 0 else year + 1
    written = f"{'-' if year < 0 else ''}{abs(year):04d}"
    if month is not None and 1 <= month <= 12:
        written += f"-{month:02d}"
        if day is not None and 1 <= day <= 31:
            written += f"-{day:02d}"
    return written


def _number(value: object) -> int | None:
    try:
        return int(str(value).strip()[:10]) if isinstance(value, str | int | float) and value != "" else None
    except ValueError:
        return None
