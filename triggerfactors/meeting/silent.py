"""First alone and in silence, then all at once: nobody's view is seen before the reveal."""

from triggerfactors.meeting.values import Attendee, FirstView, Meeting


def waiting(meeting: Meeting) -> tuple[Attendee, ...]:
    """Who has not given a first view, in the order of the table."""
    given = {view.attendee for view in meeting.views}
    return tuple(a for a in meeting.attendees if a.id not in given)


def give(meeting: Meeting, view: FirstView) -> Meeting:
    """The meeting with this view; before the reveal someone may give it again.

    Raises:
        ValueError: after the reveal, or for someone who is not at the table.
    """
    if meeting.revealed:
        raise ValueError("The views are revealed; they stay as they were given.")
    if view.attendee not in {a.id for a in meeting.attendees}:
        raise ValueError("This person is not at the table.")
    rest = [v for v in meeting.views if v.attendee != view.attendee]
    return meeting.but(views=tuple(sorted([*rest, view], key=lambda v: v.attendee)))


def reveal(meeting: Meeting) -> Meeting:
    """Everything face up. Without any view there is nothing to reveal."""
    return meeting.but(revealed=True) if meeting.views else meeting


def start_again(meeting: Meeting) -> Meeting:
    """A new silent round: all first views are gone."""
    return meeting.but(views=(), revealed=False)


def shown(meeting: Meeting) -> tuple[tuple[Attendee, FirstView | None], ...]:
    """Per person at the table the view, in the order of the table; nothing before the reveal."""
    if not meeting.revealed:
        return ()
    views = {view.attendee: view for view in meeting.views}
    return tuple((attendee, views.get(attendee.id)) for attendee in meeting.attendees)
