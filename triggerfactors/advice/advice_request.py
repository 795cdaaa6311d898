"""Adviesvraag: a short text to read out on the phone, without anything that points at someone.

Pure: what was filled in goes in, the text with its number of words comes out. Whether it holds
traceable data is for ``triggerfactors.privacy``; the screen asks that.
"""

import re
from collections.abc import Sequence

from triggerfactors.advice.views import AdviceRequest, ReadOut
from triggerfactors.content import Content
from triggerfactors.situation.answers import Fact

MAX_WORDS = 150
# Facts taken over leave room for what was done and the question.
FACT_WORDS = 60

_WORD = re.compile(r"\w+(?:[’'.,@-]\w+)*")
_SENTENCE_END = tuple(".!?…")


def count_words(text: str) -> int:
    """Words as someone reads them out: ‘16-jarige’ and ‘06-12345678’ are one."""
    return len(_WORD.findall(text))


def _sentence(text: str) -> str:
    """The words on one line, closed like a sentence."""
    plain = " ".join(text.split())
    return plain if not plain or plain.endswith(_SENTENCE_END) else f"{plain}."


def read_out(content: Content, request: AdviceRequest) -> ReadOut:
    """The text to read out. What is still needed is named; nothing is cut off by itself."""
    job = content.professions.get(request.job or "")
    # No label ends in a capital of its own: "Leraar, mentor of docent" goes on in a sentence.
    name = f"{job.name[:1].lower()}{job.name[1:]}" if job else ""
    parts = (
        (content.text("advies-werk"), name),
        (content.text("advies-gezien"), request.saw),
        (content.text("advies-gedaan"), request.done),
        (content.text("advies-vraag"), request.question),
    )
    filled = [f"{label} {_sentence(text)}" for label, text in parts if text.strip()]
    text = "\n\n".join((content.text("advies-begin"), *filled, content.text("advies-einde")))
    needed = (
        ("je werk", name),
        ("wat je zag of hoorde", request.saw),
        ("je vraag", request.question),
    )
    total = count_words(text)
    return ReadOut(
        text=text,
        words=total,
        too_many=max(0, total - MAX_WORDS),
        missing=tuple(label for label, value in needed if not value.strip()),
    )


def facts_to_reuse(facts: Sequence[Fact], limit: int = FACT_WORDS) -> tuple[str, int]:
    """Whole facts as far as they fit, and how many were left out."""
    taken: list[str] = []
    room = limit
    left_out = 0
    for fact in facts:
        sentence = _sentence(f"{fact.when}: {fact.text}" if fact.when else fact.text)
        if not sentence:
            continue
        if count_words(sentence) <= room:
            taken.append(sentence)
            room -= count_words(sentence)
        else:
            left_out += 1
    return " ".join(taken), left_out
