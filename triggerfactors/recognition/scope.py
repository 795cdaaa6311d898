"""Whether a found event is really said of this young person, here and now.

It is not when it is denied, imagined, over or someone else's. Every list behind these questions
stands in ``data/herkenning/bereik.yaml``. The scope of a denial is its clause; the reasons and
their order follow the labelling rules of the recognition issue.
"""

from enum import StrEnum

from triggerfactors.recognition.matching import Found, Match
from triggerfactors.recognition.rulefiles import Pattern

NEGATION_REACH = 9
NEAR_REACH = 3
AFTER_REACH = 7
LEAD_REACH = 5
FRONT_REACH = 12
# So far into the next sentence may stand what takes this one back.
LOOK_BACK = 2
LIST_ITEM_WORDS = 5
# ‘het verhaal gaat rond dat hij …’: so many words may stand between what is doubted and ‘dat’.
INTRO_REACH = 3
# ‘weet je?’, ‘toch?’: a tag behind a statement.
TAG_WORDS = 3
# ‘Bekeuring voor fietsen zonder licht?’: a question of one piece.
FRAGMENT_WORDS = 8
# What may stand between an event and the ‘niet’ that ends its clause.
_SMALL = ("werkwoord_klein", "jongere_onderwerp", "tussenwoord")


class Reason(StrEnum):
    """Why an event that is mentioned is not proposed."""

    DENIED = "ontkend"
    HYPOTHETICAL = "hypothetisch"
    PAST = "verleden"
    OTHER = "ander"


def negators(found: Found) -> frozenset[str]:
    """The lemmas of the words that deny something in a sentence; fixed turns of phrase do not."""
    free = {n for match in found.of("ontkenning_uitzondering") for n in match}
    words = found.sentence.words
    return frozenset(
        words[n].keys[-1]
        for match in found.of("ontkenning")
        if free.isdisjoint(match)
        for n in match
    )


def looks_back(following: Found | None, name: str) -> bool:
    """Whether the next sentence begins by taking this one back: ‘Dat klopt niet.’

    ‘Dat hij vastzit klopt niet’ takes back what it says itself.
    """
    return following is not None and any(m[0] <= LOOK_BACK for m in following.of(name))


class Scope:
    """Answers for one sentence; ``following`` is the next one, where something may be closed."""

    def __init__(self, found: Found, following: Found | None, question: bool = False) -> None:
        """Look up once what denies, imagines, closes and who acts in this sentence.

        ``question``: the sentence ends in a question mark; ``open`` then says whether it leaves
        open what it asks.
        """
        self._found = found
        self._words = found.sentence.words
        self._clauses = found.sentence.clauses
        free = {n for match in found.of("ontkenning_uitzondering") for n in match}
        self._negators = [m for m in found.of("ontkenning") if free.isdisjoint(m)]
        self._closed_next = looks_back(following, "afgesloten_terugblik")
        self._refuted_next = looks_back(following, "rechtgezet_terugblik")
        self._bounds: dict[int, tuple[int, int]] = {}
        for number, clause in enumerate(self._clauses):
            first, _ = self._bounds.get(clause, (number, number))
            self._bounds[clause] = (first, number)
        self.open = question and self._asks(following)

    def _asks(self, following: Found | None) -> bool:
        """Whether a question leaves open what it says: yes or no, without a tag or a yes after it.

        ‘Is hij geschorst?’, ‘Of hij geschorst is?’ and ‘Geschorst?’ do; ‘Waarom is hij geschorst?’
        and ‘Nu hij geschorst is, wie helpt hem dan?’ do not.
        """
        opens = [self._found.at(name, 0) for name in ("werkwoord_klein", "inleider")]
        verbs = any(self._found.at("werkwoord_klein", n) for n in range(len(self._words)))
        long = len(self._words) > FRAGMENT_WORDS
        if self._found.at("vraagwoord", 0) or ((verbs or long) and not any(opens)):
            return False
        first, last = self._bounds[self._clauses[-1]]
        if first and last - first < TAG_WORDS:
            return False
        return following is None or not following.at("bevestiging", 0)

    def reason(self, match: Match, pattern: Pattern) -> Reason | None:
        """Why this match does not count, or ``None`` when it does."""
        if pattern.negation != "off" and self._denied(match, pattern.negation):
            return Reason.DENIED
        if self._refuted_next or self._apart("rechtgezet", match) or self._fronted_clause(match):
            return Reason.DENIED
        if self._found.of("fictie") or self.open:
            return Reason.HYPOTHETICAL
        if pattern.hypothetical and self._imagined(match):
            return Reason.HYPOTHETICAL
        if pattern.past and self._over(match):
            return Reason.PAST
        if pattern.subject == "self" and self._someone_else(match, "ander"):
            return Reason.OTHER
        if pattern.subject == "kin" and self._someone_else(match, "buitenstaander"):
            return Reason.OTHER
        if self._not_the_youth(match):
            return Reason.OTHER
        return None

    def _in_clause(self, name: str, clause: int) -> list[Match]:
        return [m for m in self._found.of(name) if self._clauses[m[0]] == clause]

    # --- denial -------------------------------------------------------------------------------

    def _denied(self, match: Match, mode: str) -> bool:
        own = set(match)
        for clause in {self._clauses[n] for n in match}:
            here = [n for n in match if self._clauses[n] == clause]
            for negator in self._negators:
                if not own.isdisjoint(negator):
                    continue
                near = self._clauses[negator[0]] == clause and self._reaches(negator, here, mode)
                if near or self._fronted(here, negator):
                    return True
            if self._denied_from_outside(clause, here, own):
                return True
        return False

    def _reaches(self, negator: Match, here: list[int], mode: str) -> bool:
        last = negator[-1]
        after = [n for n in here if n > last]
        if after:
            if mode == "near":
                return after[0] - last <= NEAR_REACH
            between = range(last + 1, after[0])
            if self._found.at("dader", last + 1):
                return after[0] - last <= NEGATION_REACH
            if self._presumes(between):
                return False
            return after[0] - last <= NEGATION_REACH
        forward = len(negator) == 1 and self._found.at("ontkenning_voor", last)
        if mode == "near" or forward:
            return not forward and self._ends_denied(here[-1], negator[0])
        between = range(here[-1] + 1, negator[0])
        if any(self._found.at("aanleiding", n) for n in between):
            return False
        return negator[0] - here[-1] <= AFTER_REACH and not self._leads(here[0])

    def _fronted(self, here: list[int], negator: Match) -> bool:
        """‘Een boete heeft hij nooit gehad’: what stands in front of the verb is denied."""
        last, words = here[-1], self._words
        between = range(last + 1, negator[0])
        if not between:
            return False
        first = next(n for n in range(last, -1, -1) if n == 0 or words[n].pause)
        pauses = [n for n in (*between, negator[0]) if words[n].pause]
        # ‘Een cursus, waarover geruchten gaan, heeft hij niet gevolgd’: the front goes on.
        goes_on = bool(pauses) and first == 0 and self._found.at("werkwoord_klein", pauses[-1])
        if not goes_on and (pauses or len(between) > FRONT_REACH):
            return False
        fixed = any(self._found.at(name, first) for name in ("bepaald", "voorzetsel", "aanleiding"))
        if fixed and not self._found.at("ontkenbaar_begin", first):
            return False
        clause = self._clauses[negator[0]]
        start, end = self._bounds[clause]
        own_verb = any(self._found.at("werkwoord_klein", n) for n in range(start, end + 1))
        joined = self._found.at("nevenschikkend", start)
        # ‘… en is hij niet meer teruggegaan’ denies something of its own, ‘volgens hem en zijn
        # moeder niet’ does not.
        if own_verb and joined:
            return False
        clauses = {clause, clause - 1} if joined else {clause}
        rest = range(negator[-1] + 1, end + 1)
        if self._presumes(rest):
            return False
        # ‘Van een conflict is bij hem geen sprake’ needs no subject behind the verb.
        return any(
            self._clauses[n] in clauses
            and self._found.at("werkwoord_klein", n)
            and (len(negator) > 1 or self._found.at("onderwerp_kort", n + 1))
            for n in between
        )

    def _fronted_clause(self, match: Match) -> bool:
        """‘Dat hij is opgepakt, wordt door niemand bevestigd’: a whole clause in front, denied."""
        words, place = self._words, self._clauses[match[0]]
        fronted = any(
            words[first].form == "dat" and (first == 0 or words[first].pause)
            for clause, (first, _) in self._bounds.items()
            if clause <= place
        )
        if not fronted:
            return False
        for clause in range(place + 1, self._clauses[-1] + 1):
            first, last = self._bounds[clause]
            if words[first].pause and self._found.at("werkwoord_klein", first):
                return any(
                    self._clauses[negator[0]] == clause
                    and not self._presumes(range(negator[-1] + 1, last + 1))
                    for negator in self._negators
                )
        return False

    def _presumes(self, rest: range) -> bool:
        """‘… kan hij niet verwerken’: what stands behind the denial takes it for granted."""
        return any(self._found.at("veronderstelling", n) for n in rest)

    def _ends_denied(self, last: int, negator: int) -> bool:
        """‘Een vriendin daar heeft zij niet’: only small words stand between the two."""
        between = range(last + 1, negator)
        return 1 <= len(between) <= NEAR_REACH and all(
            any(self._found.at(name, n) for name in _SMALL) for n in between
        )

    def _leads(self, first: int) -> bool:
        """Whether the words stand in a phrase such as ‘sinds de dood van …’: that is no denial."""
        clause = self._clauses[first]
        for number in range(first, max(-1, first - LEAD_REACH), -1):
            if self._clauses[number] != clause:
                break
            if self._found.at("aanleiding", number):
                return True
        return False

    def _denied_from_outside(self, clause: int, here: list[int], own: set[int]) -> bool:
        first, last = self._bounds[clause]
        before = self._in_clause("ontkennende_inleiding", clause - 1)
        if before and own.isdisjoint(before[0]) and self._found.at("inleider", first):
            return True
        for answer in self._in_clause("ontkennend_antwoord", clause + 1):
            start, end = self._bounds[clause + 1]
            if end - start <= 1 and answer[0] == start:
                return True
        # ‘geen ruzie thuis, schulden of detentie’: a bare list goes on after the first item.
        earlier = clause - 1
        short = last - first < LIST_ITEM_WORDS
        while (
            short
            and earlier >= 0
            and not any(self._found.at("werkwoord_klein", n) for n in range(first, last + 1))
        ):
            for negator in self._negators:
                if self._clauses[negator[0]] == earlier and self._found.at(
                    "ontkenning_lijst", negator[0]
                ):
                    return True
            begin, finish = self._bounds[earlier]
            if finish - begin >= LIST_ITEM_WORDS:
                break
            earlier -= 1
        return False

    # --- imagined -----------------------------------------------------------------------------

    def _doubted(self, first: int) -> bool:
        """‘Ze vroeg of hij …’: a doubt and ‘of’ or ‘dat’ stand before it, in one clause."""
        return any(
            self._found.at("inleider", n)
            for intro in self._in_clause("onzekere_inleiding", self._clauses[first])
            for n in range(intro[-1] + 1, min(first, intro[-1] + 2 + INTRO_REACH))
        )

    def _imagined(self, match: Match) -> bool:
        own = set(match)
        conditional = False
        if self._found.of("als_nog") and not self._found.of("zelf_niet"):
            return True
        # ‘Mocht …, dan’ and ‘slaat hij …, dan’: what is said has not happened.
        if any(self._words[first].form == "dan" for first, _ in self._bounds.values() if first):
            return True
        if self._doubted(match[0]):
            return True
        # ‘Of hij zijn baan verliest, hangt af van de rechter’.
        if self._words[0].form == "of" and self._clauses[match[0]] == 0:
            return True
        starts = set()
        for condition in self._found.of("voorwaarde"):
            if own.isdisjoint(condition):
                conditional = True
                starts.add(condition[0])
        for clause in {self._clauses[n] for n in match}:
            first, _ = self._bounds[clause]
            for imagined in self._in_clause("denkbeeldig", clause):
                # ‘Bang om te worden geslagen’ is imagined, though ‘bang’ may be what it rests on.
                if not own.issuperset(imagined):
                    return True
            begins = self._found.at("voorwaarde_begin", first) and first not in own
            if begins or first in starts:
                return True
            intro = self._in_clause("onzekere_inleiding", clause - 1)
            if intro and own.isdisjoint(intro[0]) and self._found.at("inleider", first):
                return True
            # ‘Redt hij het misschien niet en moet hij het jaar overdoen’: still imagined.
            goes_on = clause and self._found.at("nevenschikkend", first)
            if goes_on and self._in_clause("denkbeeldig", clause - 1):
                return True
            if conditional and (
                self._in_clause("gevolg", clause) or self._found.at("gevolg_begin", first)
            ):
                return True
        return False

    # --- over ---------------------------------------------------------------------------------

    def _apart(self, name: str, match: Match) -> bool:
        """Whether the sentence says this in other words than those of the match."""
        own = set(match)
        return any(own.isdisjoint(m) for m in self._found.of(name))

    def _over(self, match: Match) -> bool:
        own = set(match)
        if self._apart("afgesloten", match):
            return True
        for clause in {self._clauses[n] for n in match}:
            for before in self._in_clause("vroeger", clause):
                # ‘vrienden van vroeger’ says nothing about now.
                prior = before[0] - 1
                if own.isdisjoint(before) and (prior < 0 or self._words[prior].form != "van"):
                    return True
        return self._closed_next

    # --- someone else -------------------------------------------------------------------------

    def _not_the_youth(self, match: Match) -> bool:
        """‘Zijn zus …, hijzelf niet’: the sentence itself says that it was someone else."""
        if not self._found.of("zelf_niet"):
            return False
        first = min(match)
        return any(m[0] <= first and self._subject_place(m) for m in self._found.of("ander"))

    def _someone_else(self, match: Match, others: str) -> bool:
        own = set(match)
        clauses = sorted({self._clauses[n] for n in match})
        # The first clause says who, the last one holds the event itself.
        return any(self._acts(others, c, own, 0) for c in {clauses[0], clauses[-1]})

    def _acts(self, name: str, clause: int, own: set[int], depth: int) -> bool:
        if clause < 0 or depth > 2:
            return False
        first, _ = self._bounds[clause]
        # ‘Mijn nichtje’ is who it is about, though any ‘nichtje’ is someone else.
        called = [set(m) for m in self._in_clause("jongere_onderwerp", clause) if len(m) > 1]
        others = [
            m
            for m in self._in_clause(name, clause)
            if self._subject_place(m) and not any(o.issuperset(m) for o in called)
        ]
        # A name behind ‘zijn broer’ is that brother's.
        other_words = {n for m in others for n in (*m, m[-1] + 1)}
        # ‘op een feest in Kerkrade’: what stands behind a preposition does nothing.
        own_subject = [
            m
            for m in self._in_clause("jongere_onderwerp", clause)
            if other_words.isdisjoint(m) and self._subject_place(m)
        ]
        objects = [
            m for m in self._in_clause("jongere_lijdend", clause) if other_words.isdisjoint(m)
        ]
        if any(m[-1] in own for m in others):
            return False
        if others and not own_subject and not objects:
            # ‘Moeder meldt ruzie’ reports; ‘een jongen heeft zich bij een militie gemeld’ does not.
            here = [n for n in own if self._clauses[n] == clause]
            reports = self._in_clause("meldwerkwoord", clause)
            return not any(m[0] < min(here, default=m[0] + 1) for m in reports)
        if own_subject or objects:
            return False
        if self._found.at("betrekkelijk", first) and depth < 2:
            before = [m for m in self._in_clause(name, clause - 1) if own.isdisjoint(m)]
            return bool(before) and self._bounds[clause - 1][1] - before[-1][-1] <= 2
        if depth < 2 and self._found.at("nevenschikkend", first):
            return self._acts(name, clause - 1, own, depth + 1)
        # ‘Een kennis die hem volgt, is opgepakt’: the clause goes on behind what was put in.
        inserted = clause >= 2 and self._found.at("betrekkelijk", self._bounds[clause - 1][0])
        if inserted and depth < 2 and self._found.at("werkwoord_klein", first):
            return self._acts(name, clause - 2, own, depth + 1)
        return False

    def _subject_place(self, match: Match) -> bool:
        before = match[0] - 1
        clause = self._clauses[match[0]]
        while (
            before >= 0
            and self._clauses[before] == clause
            and any(self._found.at(name, before) for name in ("bez", "lidwoord"))
        ):
            before -= 1
        if before < 0 or self._clauses[before] != self._clauses[match[0]]:
            return True
        return not self._found.at("voorzetsel", before)
