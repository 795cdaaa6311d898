"""From a text to proposals: the events it may hold, each with its sentence and words."""

from dataclasses import dataclass
from functools import cached_property

from triggerfactors.recognition.leaning import Leaning
from triggerfactors.recognition.matching import Found, Match
from triggerfactors.recognition.reading import read
from triggerfactors.recognition.rulefiles import Pattern
from triggerfactors.recognition.rules import Rules
from triggerfactors.recognition.scope import Reason, Scope, negators
from triggerfactors.recognition.similarity import Example, Near, Terms

MAX_CHARACTERS = 20_000

# Chosen on texts that were in no bank of sentences (docs/herkenning.md). Likeness is 0 to 1 per
# sentence and added up over the nearest; leaning is in natural logarithms.
#
# A pattern: so much of what the nearest sentences say must be for it, or of what is like its clause
# alone; or no other event or ordinary sentence may be likelier. And it must lean to the event.
SUPPORT = 0.2
CLAUSE_SUPPORT = 0.15
PATTERN_LEANING = 0.0
FAR_BEHIND = -8.0
# A concept of the event, and sentences like it: so near together, so much of what they say, so many
# rare words.
ENOUGH = 0.5
SHARE = 0.5
FEWEST_RARE = 6
LEAST_LEANING = 4.0
# The same when the words lean strongly and no other event is likelier: then less will do.
STRONG_LEANING = 10.0
STRONG_SHARE = 0.1
STRONG_RARE = 4
# A concept that editors often use for the event, but no anchor of it.
LOOSE_LEANING = 8.0
LOOSE_ENOUGH = 0.3
LOOSE_SHARE = 0.3
LOOSE_RARE = 5
# An event that is all a text of more sentences gives: so much must it lean there, with the most
# that any other sentence leans to any event. A note about sport holds one word that sounds like it;
# a note about someone who slides off seldom holds one thing.
ALONE_PATTERN = 14.0
ALONE_ALIKE = 20.0
# A sentence of so few words says one thing, and a pattern reads it whole: ‘Hij is ontslagen.’
PLAIN_WORDS = 8
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


@dataclass(frozen=True)
class _Heard:
    """What the sentences of editors say about one sentence."""

    rules: Rules
    terms: Terms
    exact: Example | None  # the sentence of an editor with exactly these terms
    own: bool

    @property
    def same(self) -> Example | None:
        """That sentence, unless it may not count as its own example."""
        return self.exact if self.own else None

    def leaning_of(self, terms: Terms) -> Leaning:
        """Where these terms lean to."""
        return self.rules.documents.leaning(terms, without=None if self.own else self.exact)

    @cached_property
    def leaning(self) -> Leaning:
        """Where the whole sentence leans to."""
        return self.leaning_of(self.terms)

    @cached_property
    def near(self) -> Near:
        """The nearest sentences; looked up only when the answer depends on them."""
        return self.rules.examples.near(self.terms, without=None if self.own else self.terms)


def _heard(rules: Rules, found: Found, own: bool) -> _Heard:
    """Ask the sentences of editors about one sentence."""
    terms = rules.terms(found)
    return _Heard(rules, terms, rules.examples.exact(terms), own)


def _alike(rules: Rules, found: Found, heard: _Heard, scope: Scope) -> dict[str, Match]:
    """The second layer: events of the sentences this one is like, with the words for it."""
    if scope.open:
        return {}
    # Most sentences lean to nothing, and need no looking for their like.
    leaning = (
        [] if heard.same else [f for f, a in rules.anchors.items() if _leans(found, heard, f, a)]
    )
    if not (heard.same or leaning):
        return {}
    near, words = heard.near, found.sentence.words
    if near.same:
        # An editor wrote this very sentence: its scope was weighed when it was written.
        like, own = near.same.terms, near.same.factor
        telling = rules.examples.telling(w.keys[-1] for w in words if w.keys[-1] in like)
        match = tuple(n for n, w in enumerate(words) if w.keys[-1] in telling)
        return {own: match} if own in rules.anchors and match else {}
    events: dict[str, Match] = {}
    # Alike but for a ‘niet’ is the opposite: what is like it must deny something too.
    denying = negators(found)
    for factor in leaning:
        anchor = rules.anchors[factor]
        anchored = found.of(anchor.node)
        if anchor.unless and found.of(anchor.unless):
            continue
        if not _agreed(heard, factor, bool(anchored)):
            continue
        if denying and denying.isdisjoint(near.terms(factor)):
            continue
        if not anchored:
            telling = rules.documents.telling(factor, heard.terms)
            anchored = [tuple(n for n, w in enumerate(words) if w.keys[-1] in telling)]
        match = next((m for m in anchored if m and not scope.reason(m, anchor)), ())
        if match:
            events[factor] = match
    return events


def _leans(found: Found, heard: _Heard, factor: str, anchor: Pattern) -> bool:
    """Whether the words lean to an event of which a concept stands in the sentence."""
    toward = heard.leaning.toward(factor)
    if found.of(anchor.node):
        return toward >= LEAST_LEANING
    if toward < LOOSE_LEANING or heard.leaning.lead(factor) < 0:
        return False
    # ‘Verkering’ alone is nothing: what makes it a trigger must stand in the sentence too.
    core = not anchor.context or bool(found.of(anchor.context))
    return core and heard.rules.documents.has_concept(factor, heard.terms)


def _agreed(heard: _Heard, factor: str, anchored: bool) -> bool:
    """Whether enough of the nearest sentences speak for an event that the words lean to."""
    near = heard.near
    vote, share = near.votes.get(factor, 0.0), near.share(factor)
    if not anchored:
        return near.rare >= LOOSE_RARE and vote >= LOOSE_ENOUGH and share >= LOOSE_SHARE
    if near.rare >= FEWEST_RARE and vote >= ENOUGH and share >= SHARE:
        return True
    strong = heard.leaning.toward(factor) >= STRONG_LEANING and heard.leaning.lead(factor) >= 0
    return strong and near.rare >= STRONG_RARE and share >= STRONG_SHARE


def _supported(rules: Rules, found: Found, heard: _Heard, match: Match, pattern: Pattern) -> bool:
    """Whether sentences of editors agree: like the whole, or like the clauses of the match."""
    factor = pattern.factor
    toward, lead = heard.leaning.toward(factor), heard.leaning.lead(factor)
    if heard.same:
        return heard.near.support(factor, SUPPORT)
    leans = toward >= PATTERN_LEANING and lead >= FAR_BEHIND
    if leans and (lead >= 0 or heard.near.support(factor, SUPPORT)):
        return True
    clauses = found.sentence.clauses
    here = {clauses[n] for n in match}
    within = frozenset(n for n, clause in enumerate(clauses) if clause in here)
    terms = rules.terms(found, within)
    if not leans:
        # Two things in one sentence: ‘hij heeft ruzie thuis en hij is geschorst’.
        part = heard.leaning_of(terms)
        return part.toward(factor) >= PATTERN_LEANING and part.lead(factor) >= 0
    alike = rules.examples.near(terms, without=None if heard.own else terms)
    return alike.support(factor, CLAUSE_SUPPORT)


def _stands_alone(heards: list[_Heard], number: int, words: int, pattern: Pattern) -> bool:
    """Whether the only event of a text is said strongly enough, with what else the text says.

    ``words``: how many its sentence has.
    """
    heard = heards[number]
    alike = heard.rules.anchors.get(pattern.factor) is pattern
    if len(heards) == 1 or heard.same or (words <= PLAIN_WORDS and not alike):
        return True
    others = (other.leaning.strongest for n, other in enumerate(heards) if n != number)
    together = heard.leaning.toward(pattern.factor) + max(others)
    return together >= (ALONE_ALIKE if alike else ALONE_PATTERN)


def recognise(rules: Rules, text: str, *, own: bool = True) -> Recognition:
    """The events this text may hold. Takes any string and never raises.

    Only the first ``MAX_CHARACTERS`` characters are read; ``truncated`` says when there was more.
    ``own=False``: a sentence does not count as its own example, to see whether an editor's sentence
    would be recognised if nobody had written it.
    """
    part = text[:MAX_CHARACTERS]
    sentences = read(part, rules.wording, rules.masker, rules.grammar)
    founds = [Found(rules.network, sentence) for sentence in sentences]
    heards = [_heard(rules, found, own) for found in founds]
    best: dict[str, tuple[bool, int, Match, Pattern]] = {}
    refused: dict[str, tuple[int, Reason]] = {}
    for number, found in enumerate(founds):
        scope: Scope | None = None
        following = founds[number + 1] if number + 1 < len(founds) else None
        asks = part[found.sentence.start : found.sentence.end].rstrip(_CLOSING).endswith("?")
        heard = heards[number]
        for node in found.nodes & rules.by_node.keys():
            for pattern in rules.by_node[node]:
                if pattern.unless and found.of(pattern.unless):
                    continue
                if pattern.context and not _near(founds, number, pattern.context):
                    continue
                scope = scope or Scope(found, following, asks)
                for match in found.of(pattern.node):
                    reason = scope.reason(match, pattern)
                    if reason is None and not _supported(rules, found, heard, match, pattern):
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
            for factor, match in _alike(rules, found, heard, scope).items():
                if factor not in best:
                    best[factor] = (True, number, match, rules.anchors[factor])
    if len(best) == 1:
        _, number, _, pattern = next(iter(best.values()))
        if not _stands_alone(heards, number, len(sentences[number].words), pattern):
            best = {}
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
