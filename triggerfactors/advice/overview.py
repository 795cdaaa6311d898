"""The overview: from content and answers to everything a professional leaves with."""

from collections.abc import Mapping
from typing import Any

from triggerfactors.advice.contacts import contacts
from triggerfactors.advice.perspectives import job_advice
from triggerfactors.advice.readings import readings
from triggerfactors.advice.trail import RULES, from_proposal, point, ticked, ticked_points
from triggerfactors.advice.views import (
    Appointment,
    ChosenOutcome,
    FactorView,
    JobAdvice,
    OpenQuestion,
    Overview,
    Plan,
    Point,
    Reason,
    SharingView,
)
from triggerfactors.content import Content
from triggerfactors.content.models import Factor, Statement
from triggerfactors.situation import (
    Situation,
    Visit,
    chosen_events,
    event_place,
    missing,
    proposals,
    stopped,
    unknown,
    used,
    walk,
)
from triggerfactors.situation.answers import (
    AppointmentAnswer,
    EventAnswer,
    OutcomeAnswer,
    PlanAnswer,
    SkippedAnswer,
    TextAnswer,
    UnknownAnswer,
)

_ON_OVERVIEW = ("eerste-stap", "plan", "uitkomst")
# "Elke casus toont minstens twee andere verklaringen" (praktijk.md §1.3, B17).
_FEWEST_EXPLANATIONS = 2


def _factor_view(content: Content, situation: Situation, factor: Factor) -> FactorView:
    answer = situation.answer(event_place(factor.id))
    detail = answer if isinstance(answer, EventAnswer) else EventAnswer()
    place = f"gebeurtenissen-{factor.level.value}"
    reasons = [ticked(content, place, factor.id, factor.id, factor.sources)]
    reasons += [
        from_proposal(proposal, factor.id)
        for proposal in proposals(content, situation)
        if proposal.factor_id == factor.id
    ]
    return FactorView(
        id=factor.id,
        name=factor.name,
        event_label=factor.event_label,
        level=factor.level,
        when=detail.when,
        known=detail.known,
        effect=detail.effect,
        reasons=tuple(reasons),
        short=factor.short,
        core=factor.core,
        mechanism=factor.mechanism,
        evidence=factor.evidence,
        first=factor.first,
        other_direction=factor.other_direction,
        ordinary_explanations=factor.ordinary_explanations,
        contradicts=factor.contradicts,
        questions=factor.questions,
        phases=factor.phases.ids,
        talk_youth=factor.talk.youth,
        talk_parents=factor.talk.parents,
        talk_avoid=factor.talk.avoid,
        sources=factor.sources,
    )


def _title(content: Content, visit: Visit) -> str:
    if visit.factor_id is None:
        return visit.question.title
    return f"{visit.question.title} {content.factors[visit.factor_id].name}"


def _open_questions(content: Content, situation: Situation) -> tuple[OpenQuestion, ...]:
    found = []
    for rule, visits in (
        ("weet-niet", unknown(content, situation)),
        ("niet-ingevuld", missing(content, situation)),
    ):
        for visit in visits:
            if visit.question.unknown_follow_up is None:
                continue
            name = f" ({content.factors[visit.factor_id].name})" if visit.factor_id else ""
            found.append(
                OpenQuestion(
                    text=visit.question.unknown_follow_up + name,
                    place=visit.place,
                    reason=Reason(
                        answer=_title(content, visit), rule=RULES[rule], item=visit.question.id
                    ),
                )
            )
    asked = {visit.question.id for visit in walk(content, situation).visits}
    found += [
        OpenQuestion(
            text=question.unknown_follow_up,
            place=None,
            reason=Reason(answer=question.title, rule=RULES["niet-gevraagd"], item=question.id),
        )
        for question in content.questions.values()
        if question.follow_up_unasked and question.unknown_follow_up and question.id not in asked
    ]
    for factor_id in chosen_events(content, situation):
        factor = content.factors[factor_id]
        found += [
            OpenQuestion(
                text=statement.text,
                place=None,
                reason=Reason(
                    answer=factor.name,
                    rule=RULES["gebeurtenis"],
                    item=factor_id,
                    sources=statement.sources,
                ),
            )
            for statement in factor.questions[:3]
        ]
    return tuple(found)


def _missing_titles(content: Content, situation: Situation) -> tuple[str, ...]:
    titles = [_title(content, visit) for visit in missing(content, situation)]
    for question_id in _ON_OVERVIEW:
        if isinstance(situation.answer(question_id), SkippedAnswer | UnknownAnswer | None):
            titles.append(content.questions[question_id].title)
    return tuple(titles)


def _appointment(situation: Situation, place: str) -> Appointment | None:
    answer = situation.answer(place)
    if not isinstance(answer, AppointmentAnswer):
        return None
    return Appointment(what=answer.what, who=answer.who, day=answer.day, moment=answer.moment)


def _plan(content: Content, situation: Situation) -> Plan | None:
    answer = situation.answer("plan")
    if not isinstance(answer, PlanAnswer):
        return None
    joining = tuple(
        point(
            Statement(text=item.label, basis=item.basis, sources=item.sources),
            ticked(content, "plan", item.id, item.id, item.sources),
        )
        for item in (content.joining[chosen] for chosen in answer.joining)
    )
    text_id = None
    if not answer.limit.strip():
        text_id = "plan-zonder-grens"
    elif not answer.support.strip() and not joining:
        text_id = "plan-zonder-steun"
    return Plan(
        limit=answer.limit,
        support=answer.support,
        joining=joining,
        one_sided=content.text(text_id) if text_id else None,
    )


def _brief(job: JobAdvice | None) -> tuple[Point, ...]:
    """The advice in three sentences: per step the first for a chosen event, else of the job."""
    if job is None:
        return ()
    found = []
    for step in job.steps:
        items = [item for advice in step.per_factor for item in advice.items] or step.general
        found += [
            Point(text=i.text, basis=i.basis, sources=i.sources, reasons=(i.reason,))
            for i in items[:1]
        ]
    return tuple(found)


def _explanations(content: Content, situation: Situation) -> tuple[Point, ...]:
    """What it may be instead: what was ticked, filled up with what goes with the events."""
    found = list(_with_labels(content, situation, "verklaringen", content.explanations, "help"))
    shown = set(situation.choices("verklaringen"))
    spare = [
        (explanation_id, f"Gebeurtenis: {content.factors[factor_id].event_label}", "gebeurtenis")
        for factor_id in chosen_events(content, situation)
        for explanation_id in content.factors[factor_id].explanations
    ]
    spare += [
        (item.id, RULES["altijd"], "altijd")
        for item in content.explanations.values()
        if item.always
    ]
    for explanation_id, because, rule in spare:
        if len(found) >= _FEWEST_EXPLANATIONS:
            break
        if explanation_id in shown:
            continue
        shown.add(explanation_id)
        item = content.explanations[explanation_id]
        reason = Reason(
            answer=because, rule=RULES[rule], item=item.id, sources=item.statement.sources
        )
        found.append(point(item.statement, reason, title=item.label))
    return tuple(found)


def _outcome(content: Content, situation: Situation) -> ChosenOutcome | None:
    answer = situation.answer("uitkomst")
    if not isinstance(answer, OutcomeAnswer) or answer.value not in content.outcomes:
        return None
    outcome = content.outcomes[answer.value]
    return ChosenOutcome(
        id=outcome.id, label=outcome.label, what=outcome.what, do=outcome.do, reason=answer.reason
    )


def _colleague_first(content: Content, situation: Situation) -> Point | None:
    """A colleague before a conversation, where safety or a possible offence is in play.

    Sources differ on the order (praktijk.md §2.1, tension 1), so it is advice, not a gate.
    """
    chosen = [
        option
        for option in content.questions["veiligheid"].options
        if option.colleague_first and option.id in situation.choices("veiligheid")
    ]
    if isinstance(situation.answer("acuut"), UnknownAnswer):
        reason = Reason(
            answer=content.questions["acuut"].title, rule=RULES["weet-niet"], item="acuut"
        )
        return point(content.texts["eerst-collega"], reason)
    if not chosen:
        return None
    reasons = (ticked(content, "veiligheid", o.id, "eerst-collega") for o in chosen)
    return point(content.texts["eerst-collega"], *reasons)


def _parents(content: Content, situation: Situation) -> tuple[Point, ...]:
    age = situation.choice("leeftijd")
    found = []
    if age in ("van-16-tot-17", "van-18-tot-23", "vanaf-24"):
        found.append(("ouders-vanaf-16", "leeftijd", age))
    elif age is not None:
        found.append(("ouders-onder-16", "leeftijd", age))
    choice = situation.choice("ouders")
    if choice == "niet-veilig":
        found.append(("ouders-niet-veilig", "ouders", choice))
    points = [
        point(content.texts[text_id], ticked(content, place, option, text_id))
        for text_id, place, option in found
    ]
    general = content.texts["ouders-algemeen"]
    always = Reason(answer=RULES["altijd"], rule=RULES["altijd"], item=general.id)
    return (*points, point(general, always))


def _with_labels(
    content: Content, situation: Situation, place: str, items: Mapping[str, Any], field: str
) -> tuple[Point, ...]:
    """What was ticked at a place, by its label, with the text in ``field`` of each item."""
    return ticked_points(
        content,
        situation,
        place,
        {item.id: getattr(item, field) for item in items.values()},
        {item.id: item.label for item in items.values()},
    )


def _needs(content: Content, situation: Situation) -> dict[str, Statement]:
    return {
        need.id: Statement(text=need.label, basis=need.basis, sources=need.sources)
        for need in content.needs.values()
    }


def _safety(content: Content, situation: Situation) -> dict[str, Statement]:
    source = content.texts["veiligheid-bron"]
    return {
        option.id: Statement(text=option.label, basis=source.basis, sources=source.sources)
        for option in content.questions["veiligheid"].options
    }


def _sources(view: Overview) -> tuple[str, ...]:
    found: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, dict):
            for key, entry in value.items():
                if key in ("sources", "source_ids") and isinstance(entry, tuple):
                    found.extend(entry)
                else:
                    gather(entry)
        elif isinstance(value, tuple | list):
            for entry in value:
                gather(entry)

    gather(view.model_dump())
    return tuple(dict.fromkeys(found))


def overview(content: Content, situation: Situation) -> Overview:
    """The overview of a situation. Any answers will do: what is missing is named in it.

    Only answers that the route reaches are used. Without a job there is no advice per job.
    """
    s = used(content, situation)
    job_id = s.choice("rol")
    profession = content.professions.get(job_id or "")
    events = chosen_events(content, s)
    impression = s.answer("indruk")
    is_stopped = stopped(content, s)
    job = job_advice(content, profession.id, events) if profession else None
    ordered = contacts(content, s, profession.id) if profession else ()
    view = Overview(
        content_version=content.version,
        profession_id=profession.id if profession else None,
        profession_name=profession.name if profession else None,
        stopped=is_stopped,
        stop_contacts=ordered if is_stopped else (),
        facts=s.facts(),
        impression=impression.text if isinstance(impression, TextAnswer) else "",
        factors=tuple(_factor_view(content, s, content.factors[f]) for f in events),
        growing_up=ticked_points(content, s, "groeien", _needs(content, s)),
        growing_up_note=s.note("groeien"),
        protective=_with_labels(content, s, "beschermend", content.protective, "use"),
        protective_note=s.note("beschermend"),
        contradictions=_with_labels(content, s, "tegenspraak", content.countersigns, "statement"),
        contradictions_note=s.note("tegenspraak"),
        explanations=_explanations(content, s),
        explanations_note=s.note("verklaringen"),
        motives=tuple(
            point(statement, ticked(content, "drijfveer", chosen, chosen, statement.sources))
            for chosen in s.choices("drijfveer")
            for statement in content.motives[chosen].alternatives
        ),
        safety=ticked_points(content, s, "veiligheid", _safety(content, s)),
        safety_note=s.note("veiligheid"),
        readings=readings(content, s),
        colleague_first=_colleague_first(content, s),
        job=job,
        brief=_brief(job),
        parents=_parents(content, s),
        contacts=() if is_stopped else ordered,
        sharing=SharingView(
            regime=profession.sharing.regime,
            may=profession.sharing.may,
            ask_first=profession.sharing.ask_first,
            never=profession.sharing.never,
            check=content.text("delen-nagaan")
            if profession.sharing.check_with_privacy_officer
            else None,
        )
        if profession
        else None,
        open_questions=_open_questions(content, s),
        missing=_missing_titles(content, s),
        together=_appointment(s, "samen"),
        first_step=_appointment(s, "eerste-stap"),
        plan=_plan(content, s),
        outcome=_outcome(content, s),
        self_care=tuple(content.self_care.values()),
        language_note=content.text("geen-oordeel"),
        source_ids=(),
    )
    return view.model_copy(update={"source_ids": _sources(view)})
