"""From a text to proposals: the events it may hold, each with its sentence and words."""

from dataclasses import dataclass

from triggerfactors.recognition import similarity
from triggerfactors.recognition.matching import Found, Match
from triggerfactors.recognition.reading import read
from triggerfactors.recognition.rulefiles import Pattern
from triggerfactors.recognition.rules import Rules
from triggerfactors.recognition.scope import Reason, Scope, negators
from triggerfactors.recognition.similarity import Near

MAX_CHARACTERS = 20_000
# What may stand behind a question mark.
_CLOSING = "\"'’”»)] "


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


def _alike(rules: Rules, found: Found, near: Near, scope: Scope) -> dict[str, Match]:
    """The second layer: events of the sentences this one is most like, with the words for it."""
    events: dict[str, Match] = {}
    if scope.open:
        return events
    words = found.sentence.words
    # Alike but for a ‘niet’ is the opposite: what is like it must deny something too.
    denying = negators(found)
    for factor in near.proposed():
        like = near.same.terms if near.same else near.terms(factor)
        anchor = rules.anchors.get(factor)
        if anchor is None:
            continue
        if near.same:
            # An editor wrote this very sentence: its scope was weighed when it was written.
            telling = rules.examples.telling(w.keys[-1] for w in words if w.keys[-1] in like)
            match = tuple(n for n, w in enumerate(words) if w.keys[-1] in telling)
            if match:
                events[factor] = match
        elif not denying or not denying.isdisjoint(like):
            anchored = (m for m in found.of(anchor.node) if not scope.reason(m, anchor))
            match = next(anchored, None)
            if match:
                events[factor] = match
    return events


def _near_examples(rules: Rules, found: Found, own: bool) -> Near:
    """What the sentence is like; a sentence in which no event has a concept needs no looking."""
    terms = rules.terms(found)
    without = None if own else terms
    if found.nodes.isdisjoint(rules.by_node) and found.nodes.isdisjoint(rules.anchor_nodes):
        return Near((), rules.examples.exact(terms) if own else None)
    return rules.examples.near(terms, without=without)


def _supported(
    rules: Rules, found: Found, near: Near, match: Match, pattern: Pattern, own: bool
) -> bool:
    """Whether sentences of editors agree: like the whole, or like the clauses of the match."""
    if near.support(pattern.factor, similarity.SUPPORT):
        return True
    if near.same:
        return False
    clauses = found.sentence.clauses
    here = {clauses[n] for n in match}
    within = frozenset(n for n, clause in enumerate(clauses) if clause in here)
    terms = rules.terms(found, within)
    alike = rules.examples.near(terms, without=None if own else terms)
    return alike.support(pattern.factor, similarity.CLAUSE_SUPPORT)


def recognise(rules: Rules, text: str, *, own: bool = True) -> Recognition:
    """The events this text may hold. Takes any string and never raises.

    Only the first ``MAX_CHARACTERS`` characters are read; ``truncated`` says when there was more.
    ``own=False``: a sentence does not count as its own example, to see whether an editor's sentence
    would be recognised if nobody had written it.
    """
    part = text[:MAX_CHARACTERS]
    sentences = read(part, rules.wording, rules.masker, rules.grammar)
    founds = [Found(rules.network, sentence) for sentence in sentences]
    best: dict[str, tuple[bool, int, Match, Pattern]] = {}
    refused: dict[str, tuple[int, Reason]] = {}
    for number, found in enumerate(founds):
        scope: Scope | None = None
        following = founds[number + 1] if number + 1 < len(founds) else None
        asks = part[found.sentence.start : found.sentence.end].rstrip(_CLOSING).endswith("?")
        near = _near_examples(rules, found, own)
        for node in found.nodes & rules.by_node.keys():
            for pattern in rules.by_node[node]:
                if pattern.unless and found.of(pattern.unless):
                    continue
                if pattern.context and not _near(founds, number, pattern.context):
                    continue
                scope = scope or Scope(found, following, asks)
                for match in found.of(pattern.node):
                    reason = scope.reason(match, pattern)
                    if reason is None and not _supported(rules, found, near, match, pattern, own):
                        # Words alone: nothing that people wrote about this event is like it.
                        continue
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
        if following is None or not following.of("afgesloten_terugblik"):
            scope = scope or Scope(found, following, asks)
            for factor, match in _alike(rules, found, near, scope).items():
                if factor not in best:
                    best[factor] = (True, number, match, rules.anchors[factor])
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
