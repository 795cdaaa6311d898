"""Who sits at the table and in which order they speak: care and education first."""

from triggerfactors.content import Content
from triggerfactors.meeting.joining import job_of
from triggerfactors.meeting.values import MAX_ROWS, Attendee, Meeting, new_id


def _place(content: Content, attendee: Attendee) -> int:
    turn = content.speaking_turns.get(attendee.job or "")  # type: ignore[call-overload]
    return turn.order if turn else len(content.speaking_turns) + 100


def in_speaking_order(content: Content, attendees: tuple[Attendee, ...]) -> tuple[Attendee, ...]:
    """Care and education first (praktijk.md §2.6); who has no job comes last, as entered."""
    return tuple(sorted(attendees, key=lambda attendee: _place(content, attendee)))


def moved(attendees: tuple[Attendee, ...], row_id: str, by: int) -> tuple[Attendee, ...]:
    """The team's own order: this one ``by`` places later (or earlier, below zero)."""
    ids = [attendee.id for attendee in attendees]
    if row_id not in ids:
        return attendees
    start = ids.index(row_id)
    to = min(max(start + by, 0), len(ids) - 1)
    rest = [attendee for attendee in attendees if attendee.id != row_id]
    return (*rest[:to], attendees[start], *rest[to:])


def seat(content: Content, meeting: Meeting, job: str | None) -> Meeting:
    """One more at the table, in the fixed order; an order the team chose itself stays.

    A full table stays as it is.
    """
    people = meeting.attendees
    if len(people) >= MAX_ROWS:
        return meeting
    profession = content.professions.get(job or "")  # type: ignore[call-overload]
    name = profession.name if profession else ""
    new = Attendee(id=new_id(people), function=name, job=job if profession else None)
    after = [_place(content, other) > _place(content, new) for other in people]
    at = after.index(True) if True in after else len(people)
    return meeting.but(attendees=(*people[:at], new, *people[at:]))


def seat_who_prepared(content: Content, meeting: Meeting) -> Meeting:
    """A seat for each job of which a file is on the table and nobody sits there yet."""
    for entry in meeting.contributions:
        job = job_of(entry)
        if job in content.professions and job not in {a.job for a in meeting.attendees}:
            meeting = seat(content, meeting, job)
    return meeting


def leave(meeting: Meeting, row_id: str) -> Meeting:
    """The meeting without this person; a first view goes along, it belongs to nobody else."""
    return meeting.but(
        attendees=tuple(a for a in meeting.attendees if a.id != row_id),
        views=tuple(v for v in meeting.views if v.attendee != row_id),
    )
