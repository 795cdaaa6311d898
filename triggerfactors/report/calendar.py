"""A reminder for the follow-up, without a word about the case: calendars are shared."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from icalendar import Calendar, Event

from triggerfactors.advice import Overview


def event(summary: str, on: date) -> Event:
    """One event of a whole day that keeps nobody's time occupied."""
    made = Event()
    made.add("uid", f"{uuid4()}@triggerwijzer")
    made.add("dtstamp", datetime.now(UTC))
    made.add("summary", summary)
    made.add("dtstart", on)
    made.add("dtend", on + timedelta(days=1))
    made.add("class", "PRIVATE")
    made.add("transp", "TRANSPARENT")
    return made


def empty_calendar() -> Calendar:
    """A calendar to put events in."""
    calendar = Calendar()
    calendar.add("prodid", "-//Triggerwijzer//NL")
    calendar.add("version", "2.0")
    return calendar


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
    calendar = empty_calendar()
    for summary, on in dated:
        calendar.add_component(event(summary, on))
    return calendar.to_ical()
