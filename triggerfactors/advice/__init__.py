"""From a situation and a job to an overview in which every item says why it is there."""

from triggerfactors.advice.contacts import contacts, situation_types
from triggerfactors.advice.overview import overview
from triggerfactors.advice.perspectives import job_advice
from triggerfactors.advice.views import ContactView, JobAdvice, Overview, Point, Reason

__all__ = [
    "ContactView",
    "JobAdvice",
    "Overview",
    "Point",
    "Reason",
    "contacts",
    "job_advice",
    "overview",
    "situation_types",
]
