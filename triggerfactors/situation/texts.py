"""Every text someone typed, with a Dutch name for the place it stands."""

from collections.abc import Iterator

from triggerfactors.content import Content
from triggerfactors.situation.answers import (
    AppointmentAnswer,
    ChoicesAnswer,
    FactsAnswer,
    OutcomeAnswer,
    PlanAnswer,
    Situation,
    TextAnswer,
)


def own_texts(content: Content, situation: Situation) -> Iterator[tuple[str, str]]:
    """Pairs of place and text, for all answers: also those the route no longer reaches.

    The check on traceable data must see everything that a file would hold.
    """
    for given in situation.answers:
        name = given.place.partition(":")[0]
        title = content.questions[name].title if name in content.questions else given.place
        match given.answer:
            case TextAnswer(text=text):
                yield title, text
            case FactsAnswer(facts=facts):
                for number, fact in enumerate(facts, start=1):
                    yield f"{title} Feit {number}", fact.text
                    yield f"{title} Feit {number}, wanneer", fact.when
            case ChoicesAnswer(note=note):
                yield title, note
            case AppointmentAnswer(what=what, who=who):
                yield title, what
                yield title, who
            case PlanAnswer(limit=limit, support=support):
                yield title, limit
                yield title, support
            case OutcomeAnswer(reason=reason):
                yield title, reason
            case _:
                pass
