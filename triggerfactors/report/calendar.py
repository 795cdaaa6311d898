"""A reminder for the follow-up, without a word about the case: calendars are shared."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from icalendar import Calendar, Event

from triggerfactors.advice import Overview


def _event(summary: str, on: date) -> Event:
    event = Event()
    event.add("uid", f"{uuid4()}@triggerwijzer")
    event.add("dtstamp", datetime.now(UTC))
    event.add("summary", summary)
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def reminder(view: Overview) -> bytes | None:
    """The dated appointments of an overview as an iCalendar file, or ``None`` without a date.

    Only a neutral title goes in: what it is about and with whom stays out of the calendar.
    """
    dated = [
        (summary, appointment.day)
        for summary, appointment in (
            ("Overleg: samen kijken", view.together),
            ("Eerste stap doen", view.first_step),
        )
        if appointment and appointment.day
    ]
    if not dated:
        return None
    calendar = Calendar()
    calendar.add("prodid", "-//Triggerwijzer//NL")
    calendar.add("version", "2.0")
    for summary, on in dated:
        calendar.add_component(_event(summary, on))
    return calendar.to_ical()
