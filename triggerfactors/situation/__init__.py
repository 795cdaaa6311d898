"""Answers of one professional and the way through the questions."""

from triggerfactors.situation.answers import Answer, Situation, event_place
from triggerfactors.situation.cases import case_answers
from triggerfactors.situation.flow import (
    Progress,
    Visit,
    Walk,
    chosen_events,
    current,
    given_on_route,
    missing,
    neighbours,
    progress,
    stopped,
    unknown,
    used,
    walk,
)
from triggerfactors.situation.plain import PlainError, from_plain
from triggerfactors.situation.proposals import Proposal, confirmed, proposals
from triggerfactors.situation.validity import fits, options, question_at, usable

__all__ = [
    "Answer",
    "PlainError",
    "Progress",
    "Proposal",
    "Situation",
    "Visit",
    "Walk",
    "case_answers",
    "chosen_events",
    "confirmed",
    "current",
    "event_place",
    "fits",
    "from_plain",
    "given_on_route",
    "missing",
    "neighbours",
    "options",
    "progress",
    "proposals",
    "question_at",
    "stopped",
    "unknown",
    "usable",
    "used",
    "walk",
]
