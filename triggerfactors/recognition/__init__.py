"""Recognition: from someone's own words to events that may be in play, by rules people wrote.

Pure: rules in, proposals out. No trained weights; every rule stands in ``data/herkenning/``.
"""

import gc
from pathlib import Path

from triggerfactors.live import Live
from triggerfactors.recognition import keeping
from triggerfactors.recognition.recognising import (
    MAX_CHARACTERS,
    Denied,
    Proposal,
    Recognition,
    recognise,
)
from triggerfactors.recognition.rulefiles import RULES, Problem, first_names, source
from triggerfactors.recognition.rules import Rules, RulesError, compile_rules
from triggerfactors.recognition.scope import Reason


def _usable() -> Rules:
    # Nothing that is made here is ever thrown away: looking for rubbish only costs time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        names = first_names(RULES.parent / "voornamen.txt")
        key = keeping.fingerprint(RULES, names)
        rules = keeping.read(key)
        if rules is None:
            rules = compile_rules(source(RULES), names)
            keeping.write(key, rules)
        return rules
    except PermissionError as error:
        name = Path(error.filename or "herkenning").name
        raise RulesError((Problem(name, "", "De app mag dit bestand niet lezen."),)) from error
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


LIVE = Live(_usable)


def load() -> Rules:
    """The rules of this process; raises :class:`RulesError` when they cannot be used."""
    return LIVE.get()


__all__ = [
    "LIVE",
    "MAX_CHARACTERS",
    "Denied",
    "Proposal",
    "Reason",
    "Recognition",
    "Rules",
    "RulesError",
    "load",
    "recognise",
]
