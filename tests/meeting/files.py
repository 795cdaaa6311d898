"""Three people who each looked alone at one made-up case (Merel, see data/casussen)."""

from datetime import date

from triggerfactors.advice import overview
from triggerfactors.content import Content
from triggerfactors.report import document, page
from triggerfactors.situation import Situation, from_plain

TEACHER = {
    "rol": "onderwijs",
    "acuut": "nee",
    "gezien": [
        {"text": "Zei: voor dieren is het elke dag oorlog.", "source": "zelf", "when": "in de les"},
        {"text": "Begeleidt nieuwe studenten en haalt goede cijfers.", "source": "zelf"},
    ],
    "indruk": "Ik schrik van haar toon. Misschien is ze vooral bang.",
    "gebeurtenissen-persoonlijk": ["problemen-thuis"],
    "gebeurtenissen-groep": ["verbreken-bindingen", "ontmoeting-radicaal"],
    "gebeurtenis:problemen-thuis": {"when": "jaar", "known": "van-ander", "effect": "zwaarder"},
    "gebeurtenis:verbreken-bindingen": {"when": "maand", "known": "zelf-gezien"},
    "beschermend": ["volwassene-op-school"],
    "tegenspraak": ["vroeg-om-hulp"],
    "verklaringen": {"values": ["somberheid"], "note": "Een maand bijna niet gegeten."},
    "leeftijd": "van-18-tot-23",
    "samen": {"what": "bellen met de zorgcoördinator"},
    "uitkomst": {"value": "zorg-radicalisering", "reason": "geheim van de docent"},
}
YOUTH_WORKER = {
    "rol": "jongerenwerk",
    "acuut": "nee",
    "gezien": [{"text": "Belt elke week met haar oma.", "source": "jongere"}],
    "indruk": "Ze zoekt een plek waar ze iets kan doen.",
    "gebeurtenissen-groep": ["verbreken-bindingen"],
    "gebeurtenis:verbreken-bindingen": {"when": "jaar", "known": "van-jongere", "effect": "beter"},
    "beschermend": ["volwassene-die-blijft", "volwassene-op-school"],
    "leeftijd": "van-18-tot-23",
}
POLICE = {
    "rol": "politie",
    "acuut": "nee",
    "gezien": [{"text": "De open groep maakt afspraken met de politie.", "source": "zelf"}],
    "gebeurtenissen-groep": ["ontmoeting-radicaal"],
    "gebeurtenis:ontmoeting-radicaal": {"known": "vermoeden"},
    "veiligheid": ["gesloten-groep"],
    "leeftijd": "weet-niet",
}
PREPARED = {"docent.html": TEACHER, "jongerenwerk.html": YOUTH_WORKER, "politie.html": POLICE}


def situation(content: Content, plain: dict[str, object]) -> Situation:
    """The answers of one of them."""
    return from_plain(content, plain)


def case_file(content: Content, plain: dict[str, object]) -> bytes:
    """The file that one of them took along from Situatie."""
    answers = situation(content, plain)
    made = document(content, overview(content, answers), date(2026, 11, 20))
    return page(made, answers, content.version)
