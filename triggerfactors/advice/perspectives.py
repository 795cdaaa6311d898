"""Action perspectives: what someone in this job can do, in three steps.

The general line of a job stands once; an event, and an event in a job, only add their own.
"""

from triggerfactors.advice.trail import RULES
from triggerfactors.advice.views import AdviceItem, FactorAdvice, JobAdvice, Reason, StepAdvice
from triggerfactors.content import Content
from triggerfactors.content.models import Action, Actions, Factor, Profession
from triggerfactors.content.vocabulary import Step


def _item(action: Action, answer: str, rule: str, item: str) -> AdviceItem:
    return AdviceItem(
        text=action.text,
        side=action.side,
        contact=action.contact,
        basis=action.basis,
        sources=action.sources,
        reason=Reason(answer=answer, rule=RULES[rule], item=item, sources=action.sources),
    )


def _factor_advice(factor: Factor, job: Profession, step: Step) -> FactorAdvice:
    own = factor.actions.per_job.get(job.id, Actions()).of(step)
    shared = factor.actions.general.of(step)
    event = f"Gebeurtenis: {factor.event_label}"
    items = [_item(a, f"{event} – werk: {job.name}", "gebeurtenis-beroep", factor.id) for a in own]
    items += [_item(a, event, "gebeurtenis", factor.id) for a in shared]
    return FactorAdvice(factor_id=factor.id, name=factor.name, items=tuple(items))


def job_advice(content: Content, profession_id: str, factor_ids: tuple[str, ...]) -> JobAdvice:
    """The perspectives of one job for these events; also used to switch or compare jobs.

    Raises ``KeyError`` for an unknown job or event: ids are checked before they come here.
    """
    job = content.professions[profession_id]
    steps = []
    for step in Step:
        general = (_item(a, f"Werk: {job.name}", "beroep", job.id) for a in job.general.of(step))
        per_factor = (_factor_advice(content.factors[f], job, step) for f in factor_ids)
        steps.append(
            StepAdvice(
                step=step,
                general=tuple(general),
                per_factor=tuple(advice for advice in per_factor if advice.items),
            )
        )
    return JobAdvice(
        profession_id=job.id,
        name=job.name,
        who_talks=job.who_talks,
        inside_contact=job.inside_contact,
        steps=tuple(steps),
        openings=job.openings,
        attention=job.attention,
    )
