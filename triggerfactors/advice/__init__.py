"""From a situation and a job to an overview in which every item says why it is there."""

from triggerfactors.advice.advice_request import MAX_WORDS, facts_to_reuse, read_out
from triggerfactors.advice.contacts import contacts, route_contacts, situation_types
from triggerfactors.advice.overview import overview
from triggerfactors.advice.perspectives import job_advice
from triggerfactors.advice.referral import (
    correction,
    mailto,
    organisations,
    read_link,
    referral,
)
from triggerfactors.advice.views import (
    AdviceRequest,
    ContactView,
    Correction,
    JobAdvice,
    Overview,
    Point,
    ReadOut,
    Reason,
    Referral,
)

__all__ = [
    "MAX_WORDS",
    "AdviceRequest",
    "ContactView",
    "Correction",
    "JobAdvice",
    "Overview",
    "Point",
    "ReadOut",
    "Reason",
    "Referral",
    "contacts",
    "correction",
    "facts_to_reuse",
    "job_advice",
    "mailto",
    "organisations",
    "overview",
    "read_link",
    "read_out",
    "referral",
    "route_contacts",
    "situation_types",
]
