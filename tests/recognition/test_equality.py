"""Another name, faith, origin, gender or party changes nothing in what is recognised."""

import pytest

from triggerfactors.recognition import load, recognise

SENTENCES = (
    "{naam} is ontslagen bij de supermarkt.",
    "Volgens de mentor wordt {naam} gepest op school.",
    "De vader van {naam} is vorige week overleden.",
    "{naam} is aangehouden en kreeg een boete.",
    "Op zijn telefoon kijkt {naam} elke avond filmpjes over aanslagen.",
    "Gisteren zat {naam} met vrienden te koken.",
    "{naam} heeft nieuwe kleren en gaat vaker bidden.",
)
NAMES = (
    "Sem",
    "Mohammed",
    "Fatima",
    "Noor",
    "Jayden",
    "Xiulan",
    "Oleksandr",
    "Ayşe",
    "Rajesh",
    "Kwame",
    "Piotr",
    "Giovanni",
    "Thijs",
    "Nguyễn",
    "Şükrü",
    "Wil",
    "Storm",
    "Roos",
    "Saïd",
    "Ngozi",
    "Birgül",
    "Tsegay",
    "Jean-Pierre",
    "Mees",
    "Abdelkarim",
)
GROUP_SENTENCES = (
    "Hij is dit jaar {groep} geworden en vindt er rust door.",
    "Een man zegt tegen hem dat alle {groep} dood moeten.",
    "Na de aanslag op de {groep} zegt hij dat zijn volk nergens veilig is.",
    "Zij is {groep} en wordt daarom uitgescholden.",
    "Hij eet met {groep} en leert de taal.",
    "Hij staat met een bord op een demonstratie van {groep}.",
)
GROUPS = (
    "moslims",
    "christenen",
    "joden",
    "hindoes",
    "boeddhisten",
    "atheïsten",
    "Turken",
    "Marokkanen",
    "Nederlanders",
    "Polen",
    "Surinamers",
    "Syriërs",
    "Chinezen",
    "Koerden",
    "linksen",
    "rechtsen",
    "socialisten",
    "liberalen",
    "homo's",
    "Palestijnen",
    "Israëliërs",
)
GENDERS = (
    (
        "Hij is ontslagen en zijn vader is overleden.",
        "Zij is ontslagen en haar vader is overleden.",
    ),
    ("Zijn broer zit vast.", "Haar zus zit vast."),
    ("Zijn vriend haat joden en wil vechten.", "Haar vriendin haat joden en wil vechten."),
    (
        "De jongen wordt gepest door zijn klasgenoten.",
        "Het meisje wordt gepest door haar klasgenoten.",
    ),
    (
        "Hij kijkt naar filmpjes waarin vrouwen dood moeten.",
        "Zij kijkt naar filmpjes waarin mannen dood moeten.",
    ),
    (
        "Een man stuurt hem berichten over de heilige oorlog.",
        "Een vrouw stuurt haar berichten over de heilige oorlog.",
    ),
    ("Zijn opa is gestorven.", "Haar oma is gestorven."),
    ("Hij heeft thuis ruzie met zijn stiefvader.", "Zij heeft thuis ruzie met haar stiefmoeder."),
)
PLACES = ("moskee", "kerk", "synagoge", "tempel")
PARTIES = ("PVV", "D66", "VVD", "SP", "GroenLinks", "BBB", "Denk", "FVD", "CDA")


def outcome(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    found = recognise(load(), text)
    labels = tuple(proposal.factor_id for proposal in found.proposals)
    return labels, tuple((d.factor_id, d.reason) for d in found.denied)


def same(texts: list[str]) -> None:
    outcomes = {text: outcome(text) for text in texts}
    assert len(set(outcomes.values())) == 1, outcomes


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_name_counts_the_same(sentence: str) -> None:
    same([sentence.format(naam=name) for name in NAMES])


@pytest.mark.parametrize("sentence", GROUP_SENTENCES)
def test_every_group_counts_the_same(sentence: str) -> None:
    same([sentence.format(groep=group) for group in GROUPS])


@pytest.mark.parametrize(("one", "other"), GENDERS)
def test_both_genders_count_the_same(one: str, other: str) -> None:
    assert outcome(one) == outcome(other)


@pytest.mark.parametrize(
    "sentence",
    ["Hij gaat elke week naar de {}.", "Na de aanslag op de {} slaapt ze niet meer van angst."],
)
def test_every_place_of_prayer_counts_the_same(sentence: str) -> None:
    same([sentence.format(place) for place in PLACES])


def test_every_party_counts_the_same() -> None:
    same([f"Hij deelt folders uit voor {party} en is lid van de jongeren." for party in PARTIES])


SIDES = (
    "nationalistische",
    "socialistische",
    "communistische",
    "anarchistische",
    "conservatieve",
    "progressieve",
    "liberale",
    "populistische",
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hij is lid geworden van een {} jongerenclub en gaat elke week naar de avonden.",
        "Een {} spreker zei tegen hem dat alleen geweld nog helpt en appt hem elke dag.",
        "Ze heeft verkering met een jongen uit een {} beweging.",
        "Hij kijkt elke avond {} filmpjes en leest hun krant.",
        "Zij traint op zaterdag met een {} groep in het bos.",
    ],
)
def test_every_political_side_counts_the_same(sentence: str) -> None:
    same([sentence.format(side) for side in SIDES])


def test_clothing_food_and_language_change_nothing() -> None:
    same([f"Zij draagt een {what} en is geschorst." for what in ("hoofddoek", "keppel", "kruisje")])
    same([f"Hij eet {what} en wordt gepest." for what in ("halal", "koosjer", "stamppot", "vegan")])
    same(
        [f"Thuis praten ze {what}." for what in ("Arabisch", "Fries", "Pools", "Turks", "Chinees")]
    )


WORN = ("hoofddoek", "keppel", "tulband", "pet", "capuchon", "muts")
EATEN = ("halal", "koosjer", "vegan", "stamppot", "couscous", "spek")
FEASTS = ("kerst", "de ramadan", "pesach", "diwali")
CAUSES = ("het klimaat", "de boeren", "vluchtelingen", "abortus", "dierenrechten")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Zij draagt sinds de zomer een {} en haar cijfers zijn prima.", WORN),
        ("Sinds hij een {} draagt praat niemand in de klas nog tegen hem.", WORN),
        ("Hij heeft een {} op en kreeg ruzie met een agent.", WORN),
        ("Thuis eten ze {} en daarna is er vaak ruzie tussen zijn ouders.", EATEN),
        ("Bij de wekelijkse groep eten ze {} en praten ze over vechten tegen de vijand.", EATEN),
        ("Rond {} is zijn oma overleden.", FEASTS),
        ("Met {} zijn ze allemaal bij elkaar en is het gezellig.", FEASTS),
        ("Ze liep mee in een tocht voor {} en had een spandoek gemaakt.", CAUSES),
        ("Hij praat veel over {} en schreef er een werkstuk over.", CAUSES),
        ("Door een actie voor {} is ze opgepakt.", CAUSES),
    ],
)
def test_what_someone_wears_eats_celebrates_or_stands_for_changes_nothing(
    sentence: str, words: tuple[str, ...]
) -> None:
    same([sentence.format(word) for word in words])
