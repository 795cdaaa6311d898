"""From a text to proposals: the events it may hold, each with its sentence and words."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property

from triggerfactors.recognition.leaning import Leaning
from triggerfactors.recognition.matching import Found, Match
from triggerfactors.recognition.reading import read
from triggerfactors.recognition.rulefiles import Pattern
from triggerfactors.recognition.rules import Rules
from triggerfactors.recognition.scope import Reason, Scope, looks_back, negators
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
STRONG_LEANING = 8.0
STRONG_SHARE = 0.1
STRONG_RARE = 4
# A concept that editors often use for the event, but no anchor of it.
LOOSE_LEANING = 8.0
LOOSE_ENOUGH = 0.3
LOOSE_SHARE = 0.3
LOOSE_RARE = 5
# Beside another event of the text, in another sentence: without any look at the nearest sentences.
BESIDE_LEANING = 8.0
BESIDE_LEAD = 5.0
# The same for an event that must also say what is radical about it, when it does not.
BESIDE_CORELESS = 12.0
# An event of the only sentence of a longer text that gives any: so much must it lean there, with
# the most that any other sentence leans to any event. A note about sport holds one word that sounds
# like it; a note about someone who slides off seldom holds one thing.
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


@dataclass(frozen=True)
class _Line:
    """One sentence of the text, with what the rules and the sentences of editors say about it."""

    rules: Rules
    number: int
    found: Found
    following: Found | None
    asks: bool  # ends in a question mark
    terms: Terms
    exact: Example | None  # the sentence of an editor with exactly these terms
    own: bool

    @property
    def same(self) -> Example | None:
        """That sentence, unless it may not count as its own example."""
        return self.exact if self.own else None

    @cached_property
    def scope(self) -> Scope:
        """What is denied, imagined, over or someone else's in it."""
        return Scope(self.found, self.following, self.asks)

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

    @property
    def closed(self) -> bool:
        """Whether the next sentence takes it back."""
        names = ("rechtgezet_terugblik", "afgesloten_terugblik")
        return any(looks_back(self.following, name) for name in names)


@dataclass(frozen=True, slots=True)
class _Choice:
    """An event and where it was found; the surest and then the first of a text is shown."""

    pattern: Pattern
    number: int  # of the sentence
    match: Match

    @property
    def rank(self) -> tuple[bool, int, Match, str]:
        """The lower, the sooner it is shown."""
        return self.pattern.weak, self.number, self.match, self.pattern.id


def _lines(rules: Rules, part: str, own: bool) -> list[_Line]:
    sentences = read(part, rules.wording, rules.masker, rules.grammar)
    founds = [Found(rules.network, sentence) for sentence in sentences]
    lines = []
    for number, found in enumerate(founds):
        following = founds[number + 1] if number + 1 < len(founds) else None
        asks = part[found.sentence.start : found.sentence.end].rstrip(_CLOSING).endswith("?")
        terms = rules.terms(found)
        exact = rules.examples.exact(terms)
        lines.append(_Line(rules, number, found, following, asks, terms, exact, own))
    return lines


def _in_context(lines: list[_Line], number: int, name: str) -> bool:
    """Whether a node matches in this sentence, the one before or the one after."""
    return any(line.found.of(name) for line in lines[max(0, number - 1) : number + 2])


def _alike(line: _Line, held: Container[str]) -> dict[str, Match]:
    """The second layer: events of the sentences this one is like, with the words for it.

    ``held``: events that need no looking for any more.
    """
    rules, found, words = line.rules, line.found, line.found.sentence.words
    # Most sentences lean to nothing, and need no looking for their like.
    leaning = (
        []
        if line.same
        else [f for f, a in rules.anchors.items() if f not in held and _leans(line, f, a)]
    )
    if not (line.same or leaning) or line.closed or line.scope.open:
        return {}
    near = line.near
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
        if not _agreed(line, factor, bool(found.of(rules.anchors[factor].node))):
            continue
        if denying and denying.isdisjoint(near.terms(factor)):
            continue
        match = _words_for(line, factor)
        if match:
            events[factor] = match
    return events


def _leans(line: _Line, factor: str, anchor: Pattern) -> bool:
    """Whether the words lean to an event of which a concept stands in the sentence."""
    toward = line.leaning.toward(factor)
    if line.found.of(anchor.node):
        return toward >= LEAST_LEANING
    if toward < LOOSE_LEANING or line.leaning.lead(factor) < 0:
        return False
    # ‘Verkering’ alone is nothing: what makes it a trigger must stand in the sentence too.
    return _has_core(line, anchor) and line.rules.documents.has_concept(factor, line.terms)


def _has_core(line: _Line, anchor: Pattern) -> bool:
    return not anchor.context or bool(line.found.of(anchor.context))


def _words_for(line: _Line, factor: str) -> Match:
    """The words that an event which no pattern found rests on; none when they do not count."""
    anchor = line.rules.anchors[factor]
    if anchor.unless and line.found.of(anchor.unless):
        return ()
    matches = line.found.of(anchor.node)
    if not matches:
        telling = line.rules.documents.telling(factor, line.terms)
        words = line.found.sentence.words
        matches = (tuple(n for n, w in enumerate(words) if w.keys[-1] in telling),)
    reasons = [(match, line.scope.reason(match, anchor)) for match in matches if match]
    # ‘Er is in de familie niemand overleden’: that ‘familie’ is not denied does not matter.
    if any(reason is Reason.DENIED for _, reason in reasons):
        return ()
    return next((match for match, reason in reasons if reason is None), ())


def _agreed(line: _Line, factor: str, anchored: bool) -> bool:
    """Whether enough of the nearest sentences speak for an event that the words lean to."""
    near = line.near
    vote, share = near.votes.get(factor, 0.0), near.share(factor)
    if not anchored:
        return near.rare >= LOOSE_RARE and vote >= LOOSE_ENOUGH and share >= LOOSE_SHARE
    if near.rare >= FEWEST_RARE and vote >= ENOUGH and share >= SHARE:
        return True
    strong = line.leaning.toward(factor) >= STRONG_LEANING and line.leaning.lead(factor) >= 0
    return strong and near.rare >= STRONG_RARE and share >= STRONG_SHARE


def _supported(line: _Line, match: Match, pattern: Pattern) -> bool:
    """Whether sentences of editors agree: like the whole, or like the clauses of the match."""
    factor = pattern.factor
    toward, lead = line.leaning.toward(factor), line.leaning.lead(factor)
    if line.same:
        return line.near.support(factor, SUPPORT)
    leans = toward >= PATTERN_LEANING and lead >= FAR_BEHIND
    if leans and (lead >= 0 or line.near.support(factor, SUPPORT)):
        return True
    clauses = line.found.sentence.clauses
    here = {clauses[n] for n in match}
    within = frozenset(n for n, clause in enumerate(clauses) if clause in here)
    terms = line.rules.terms(line.found, within)
    if not leans:
        # Two things in one sentence: ‘hij heeft ruzie thuis en hij is geschorst’.
        part = line.leaning_of(terms)
        return part.toward(factor) >= PATTERN_LEANING and part.lead(factor) >= 0
    alike = line.rules.examples.near(terms, without=None if line.own else terms)
    return alike.support(factor, CLAUSE_SUPPORT)


def _weigh(
    lines: list[_Line], line: _Line, pattern: Pattern
) -> tuple[_Choice | None, Reason | None]:
    """The first match of a pattern that counts in a sentence, and why an earlier one did not."""
    found, refused = line.found, None
    if pattern.unless and found.of(pattern.unless):
        return None, None
    if pattern.context and not _in_context(lines, line.number, pattern.context):
        return None, None
    for match in found.of(pattern.node):
        reason = line.scope.reason(match, pattern)
        if reason:
            refused = min(refused, reason) if refused else reason
        # Otherwise words alone: nothing that people wrote about this event is like it.
        elif _supported(line, match, pattern):
            return _Choice(pattern, line.number, match), refused
    return None, refused


def _gather(lines: list[_Line]) -> tuple[dict[str, _Choice], dict[str, tuple[int, Reason]]]:
    """Every event said in one of the sentences, and what was mentioned but does not count."""
    best: dict[str, _Choice] = {}
    refused: dict[str, tuple[int, Reason]] = {}
    for line in lines:
        by_node = line.rules.by_node
        for node in line.found.nodes & by_node.keys():
            for pattern in by_node[node]:
                choice, reason = _weigh(lines, line, pattern)
                held = best.get(pattern.factor)
                if choice and (held is None or choice.rank < held.rank):
                    best[pattern.factor] = choice
                earlier = refused.get(pattern.factor)
                if reason and (earlier is None or (line.number, reason) < earlier):
                    refused[pattern.factor] = (line.number, reason)
        for factor, match in _alike(line, best).items():
            best.setdefault(factor, _Choice(line.rules.anchors[factor], line.number, match))
    return best, refused


def _stands_alone(lines: list[_Line], choice: _Choice) -> bool:
    """Whether an event is said strongly enough when no other sentence of the text gives any."""
    line, pattern = lines[choice.number], choice.pattern
    alike = line.rules.anchors.get(pattern.factor) is pattern
    plain = len(line.found.sentence.words) <= PLAIN_WORDS and not alike
    if len(lines) == 1 or line.same or plain:
        return True
    others = (other.leaning.strongest for other in lines if other is not line)
    together = line.leaning.toward(pattern.factor) + max(others)
    return together >= (ALONE_ALIKE if alike else ALONE_PATTERN)


def _beside(lines: list[_Line], best: dict[str, _Choice]) -> dict[str, _Choice]:
    """Events that the other sentences lean to, in a text that says something already."""
    taken = {choice.number for choice in best.values()}
    more: dict[str, _Choice] = {}
    for line in lines:
        if line.number in taken or line.closed or line.scope.open or line.same:
            continue
        for factor, anchor in line.rules.anchors.items():
            if factor in best or factor in more or not _leans_beside(line, factor, anchor):
                continue
            match = _words_for(line, factor)
            if match:
                more[factor] = _Choice(anchor, line.number, match)
    return more


def _leans_beside(line: _Line, factor: str, anchor: Pattern) -> bool:
    least = BESIDE_LEANING if _has_core(line, anchor) else BESIDE_CORELESS
    if line.leaning.toward(factor) < least or line.leaning.lead(factor) < BESIDE_LEAD:
        return False
    anchored = bool(line.found.of(anchor.node))
    return anchored or line.rules.documents.has_concept(factor, line.terms)


def recognise(rules: Rules, text: str, *, own: bool = True) -> Recognition:
    """The events this text may hold. Takes any string and never raises.

    Only the first ``MAX_CHARACTERS`` characters are read; ``truncated`` says when there was more.
    ``own=False``: a sentence does not count as its own example, to see whether an editor's sentence
    would be recognised if nobody had written it.
    """
    part = text[:MAX_CHARACTERS]
    lines = _lines(rules, part, own)
    best, refused = _gather(lines)
    if len({choice.number for choice in best.values()}) == 1:
        best = {factor: one for factor, one in best.items() if _stands_alone(lines, one)}
    if best:
        best |= _beside(lines, best)
    proposals = []
    for factor, choice in best.items():
        sentence = lines[choice.number].found.sentence
        words = tuple(part[sentence.words[n].start : sentence.words[n].end] for n in choice.match)
        literal, rule = part[sentence.start : sentence.end], choice.pattern.id
        proposals.append(Proposal(factor, literal, sentence.start, sentence.end, words, rule))
    denied = [
        Denied(factor, reason.value, part[s.start : s.end], s.start, s.end)
        for factor, (number, reason) in refused.items()
        if factor not in best
        for s in [lines[number].found.sentence]
    ]
    return Recognition(
        tuple(sorted(proposals, key=lambda p: (p.start, p.factor_id))),
        tuple(sorted(denied, key=lambda d: (d.start, d.factor_id))),
        len(text) > MAX_CHARACTERS,
    )
