"""From a text to proposals: the events it may hold, each with its sentence and words."""

from dataclasses import dataclass

from triggerfactors.recognition.matching import Found, Match
from triggerfactors.recognition.reading import read
from triggerfactors.recognition.rules import Pattern, Rules
from triggerfactors.recognition.scope import Reason, Scope

MAX_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event the text may hold; ``sentence`` is ``text[start:end]``, ``words`` stand in it."""

    factor_id: str
    sentence: str
    start: int
    end: int
    words: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Denied:
    """An event that is mentioned but not proposed, and why."""

    factor_id: str
    reason: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Recognition:
    """Proposals and what was set aside, both in text order; at most one per event in all."""

    proposals: tuple[Proposal, ...]
    denied: tuple[Denied, ...]
    truncated: bool


def _near(founds: list[Found], number: int, name: str) -> bool:
    """Whether a node matches in this sentence, the one before or the one after."""
    return any(found.of(name) for found in founds[max(0, number - 1) : number + 2])


def recognise(rules: Rules, text: str) -> Recognition:
    """The events this text may hold. Takes any string and never raises.

    Only the first ``MAX_CHARACTERS`` characters are read; ``truncated`` says when there was more.
    """
    part = text[:MAX_CHARACTERS]
    sentences = read(part, rules.wording, rules.masker, rules.grammar)
    founds = [Found(rules.network, sentence) for sentence in sentences]
    best: dict[str, tuple[bool, int, Match, Pattern]] = {}
    refused: dict[str, tuple[int, Reason]] = {}
    for number, found in enumerate(founds):
        scope: Scope | None = None
        for node in found.nodes & rules.by_node.keys():
            for pattern in rules.by_node[node]:
                if pattern.unless and found.of(pattern.unless):
                    continue
                if pattern.context and not _near(founds, number, pattern.context):
                    continue
                if scope is None:
                    scope = Scope(found, founds[number + 1] if number + 1 < len(founds) else None)
                for match in found.of(pattern.node):
                    reason = scope.reason(match, pattern)
                    if reason is None:
                        rank = (pattern.weak, number, match, pattern)
                        held = best.get(pattern.factor)
                        if (
                            held is None
                            or rank[:3] < held[:3]
                            or (rank[:3] == held[:3] and pattern.id < held[3].id)
                        ):
                            best[pattern.factor] = rank
                        break
                    earlier = refused.get(pattern.factor)
                    if earlier is None or (number, reason) < earlier:
                        refused[pattern.factor] = (number, reason)
        following = founds[number + 1] if number + 1 < len(founds) else None
        if following is None or not following.of("afgesloten_terugblik"):
            # A short sentence may turn in a word; the scope of what is like it decides.
            for factor in sorted(rules.examples.nearest(rules.terms(found))):
                anchor = rules.anchors.get(factor)
                if anchor is None or factor in best:
                    continue
                scope = scope or Scope(found, following)
                anchored = (m for m in found.of(anchor.node) if not scope.reason(m, anchor))
                match = next(anchored, None)
                if match:
                    best[factor] = (True, number, match, anchor)
    proposals = []
    for factor, (_, number, match, pattern) in best.items():
        sentence = sentences[number]
        words = tuple(part[sentence.words[n].start : sentence.words[n].end] for n in match)
        literal = part[sentence.start : sentence.end]
        proposals.append(Proposal(factor, literal, sentence.start, sentence.end, words, pattern.id))
    denied = [
        Denied(factor, reason.value, part[s.start : s.end], s.start, s.end)
        for factor, (number, reason) in refused.items()
        if factor not in best
        for s in [sentences[number]]
    ]
    return Recognition(
        tuple(sorted(proposals, key=lambda p: (p.start, p.factor_id))),
        tuple(sorted(denied, key=lambda d: (d.start, d.factor_id))),
        len(text) > MAX_CHARACTERS,
    )
