"""Denied, imagined, over, or about someone else: then it is not proposed, and it is said why."""

import pytest

from triggerfactors.recognition import load, recognise


def proposed(text: str) -> list[str]:
    return [proposal.factor_id for proposal in recognise(load(), text).proposals]


def denied(text: str) -> dict[str, str]:
    return {d.factor_id: d.reason for d in recognise(load(), text).denied}


@pytest.mark.parametrize(
    ("text", "factor", "reason"),
    [
        ("Er is geen ruzie thuis.", "problemen-thuis", "ontkend"),
        ("Hij wordt niet gepest op school.", "discriminatie-uitsluiting", "ontkend"),
        ("Hij is nooit opgepakt.", "aanvaring-autoriteiten", "ontkend"),
        ("Hij ontkent dat hij is geschorst.", "verlies-school-werk", "ontkend"),
        ("Als hij zo doorgaat wordt hij geschorst.", "verlies-school-werk", "hypothetisch"),
        ("Misschien wordt hij ontslagen.", "verlies-school-werk", "hypothetisch"),
        ("De ruzie thuis is opgelost.", "problemen-thuis", "verleden"),
        ("Zijn broer zit vast, hijzelf niet.", "detentie", "ander"),
        ("Zijn vader is ontslagen.", "verlies-school-werk", "ander"),
        # A question is no statement.
        ("Is hij geschorst?", "verlies-school-werk", "hypothetisch"),
        ("Aangehouden voor diefstal?", "aanvaring-autoriteiten", "hypothetisch"),
        # A rumour, or what someone only asked or thought.
        (
            "In het dorp ging rond dat hij van school was gestuurd.",
            "verlies-school-werk",
            "hypothetisch",
        ),
        ("Zijn tante vroeg of hij geschorst is.", "verlies-school-werk", "hypothetisch"),
        ("Ik dacht even dat hij was aangehouden.", "aanvaring-autoriteiten", "hypothetisch"),
        ("Hij zou van school zijn gestuurd.", "verlies-school-werk", "hypothetisch"),
        # Denied by who did it, or far behind what stands first.
        ("Hij is niet door de politie meegenomen.", "aanvaring-autoriteiten", "ontkend"),
        (
            "Ruzie met de politie heeft hij in al die jaren niet gehad.",
            "aanvaring-autoriteiten",
            "ontkend",
        ),
        ("Een vriendin bij de militie heeft zij niet.", "relatie-radicaal", "ontkend"),
        ("Dat hij van school is gestuurd, klopt van geen kant.", "verlies-school-werk", "ontkend"),
        ("Een botsing met de politie heeft hij nooit gehad.", "aanvaring-autoriteiten", "ontkend"),
        (
            "Een scholing in het maken van brandbommen, waarover men praat, heeft hij niet "
            "gevolgd.",
            "training",
            "ontkend",
        ),
        # A whole clause in front, denied or left open behind it.
        (
            "Dat hij is opgepakt, wordt door niemand bevestigd.",
            "aanvaring-autoriteiten",
            "ontkend",
        ),
        (
            "Dat hij is opgepakt omdat hij zou hebben geduwd, is niet waar gebleken.",
            "aanvaring-autoriteiten",
            "ontkend",
        ),
        (
            "Of hij van school wordt gestuurd, hoort hij in juni.",
            "verlies-school-werk",
            "hypothetisch",
        ),
        # Someone else, with something put in between.
        ("Een kennis die hem al jaren volgt, is opgepakt.", "aanvaring-autoriteiten", "ander"),
        ("Zijn toenmalige maatje is opgepakt.", "aanvaring-autoriteiten", "ander"),
        # Taken back or over, in other words.
        (
            "Hij kreeg een berisping, zodat een schorsing hem bespaard bleef.",
            "verlies-school-werk",
            "ontkend",
        ),
        (
            "Over het kabinetsplan voor gebedshuizen haalt hij zijn schouders op.",
            "overheidsbeleid",
            "ontkend",
        ),
        ("Zijn jeugddetentie heeft hij achter zich gelaten.", "detentie", "verleden"),
        ("Hij is bang om te worden opgepakt.", "aanvaring-autoriteiten", "hypothetisch"),
        (
            "Hij is bang op straat te worden gezet als zijn vader de brief vindt.",
            "problemen-thuis",
            "hypothetisch",
        ),
        (
            "Moeder dacht dat hij was aangehouden, maar dat klopte niet.",
            "aanvaring-autoriteiten",
            "ontkend",
        ),
        ("Er is in de familie niemand overleden.", "confrontatie-dood", "ontkend"),
        ("Als hij dat doet belandt hij in een jeugdgevangenis.", "detentie", "hypothetisch"),
        (
            "Zijn oudere broer is op een feest in Kerkrade opgepakt.",
            "aanvaring-autoriteiten",
            "ander",
        ),
        ("Degene die vastzit is een neef van hem.", "detentie", "ontkend"),
        # Taken back in the next sentence.
        (
            "Er werd gezegd: hij is geschorst. Onzin, hij lag ziek op bed.",
            "verlies-school-werk",
            "ontkend",
        ),
        (
            "Buren melden: opgepakt. Nagevraagd, het was een ander.",
            "aanvaring-autoriteiten",
            "ontkend",
        ),
    ],
)
def test_what_is_set_aside_says_why(text: str, factor: str, reason: str) -> None:
    assert factor not in proposed(text)
    # A rule may also be built so that it does not even fire.
    assert denied(text).get(factor, reason) == reason


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("Hij heeft niet alleen ruzie thuis, hij is ook geschorst.", "verlies-school-werk"),
        ("Sinds de dood van zijn oma eet hij niet meer.", "confrontatie-dood"),
        ("Volgens zijn moeder is hij ontslagen.", "verlies-school-werk"),
        ("Zijn moeder vertelt dat hij gepest wordt.", "discriminatie-uitsluiting"),
        ("Zijn broer is overleden.", "confrontatie-dood"),
        ("Hij heeft geen vrienden meer over.", "verbreken-bindingen"),
        ("Mijn zoon zit vast in de jeugdgevangenis.", "detentie"),
        # A tag or an answer makes it a statement; ‘waarom’ takes it for granted.
        ("Hij is van school gestuurd, weet je dat?", "verlies-school-werk"),
        ("Geschorst? Ja, sinds maandag.", "verlies-school-werk"),
        ("Waarom is hij van school gestuurd?", "verlies-school-werk"),
        ("Hij kan niet slapen door de dood van zijn oma.", "confrontatie-dood"),
        # What stands behind takes the clause in front for granted.
        ("Dat zijn opa is overleden, kan hij niet verwerken.", "confrontatie-dood"),
        ("Dat hij van school is gestuurd, heeft hij thuis verteld.", "verlies-school-werk"),
        # What looks like taking back, and is not.
        (
            "Hij wordt elke dag gepest en de mentor haalt zijn schouders op.",
            "discriminatie-uitsluiting",
        ),
        ("Thuis gaat het niet beter, integendeel, er is elke dag ruzie.", "problemen-thuis"),
        ("Hij vindt school flauwekul en is gestopt met de opleiding.", "verlies-school-werk"),
        ("Hij is van school gestuurd en heeft zijn leven niet op orde.", "verlies-school-werk"),
        ("Ik maak me zorgen dat hij elke avond haatfilmpjes kijkt.", "propaganda"),
        ("Hij is van school gestuurd en zit in een andere klas in Ede.", "verlies-school-werk"),
        ("Zijn gedrag strookt niet met de regels en hij is geschorst.", "verlies-school-werk"),
        ("Hij is uit huis gezet en heeft nog geen eigen plek gekregen.", "problemen-thuis"),
        ("Hij is geschorst, maar het was terecht.", "verlies-school-werk"),
        ("Zijn beste vriend is weg en hij heeft niemand meer.", "verbreken-bindingen"),
        ("Hij is geschorst. Nagevraagd bij de mentor, die bevestigt het.", "verlies-school-werk"),
        ("De vrienden van toen hebben hem laten vallen.", "verbreken-bindingen"),
        ("Het is onterecht dat hij is geschorst.", "verlies-school-werk"),
    ],
)
def test_what_counts_is_proposed(text: str, factor: str) -> None:
    assert factor in proposed(text)


def test_the_sentence_before_may_hold_what_is_radical() -> None:
    text = "Hij trekt op met een oudere man. Die zegt dat ongelovigen dood moeten."
    assert "ontmoeting-radicaal" in proposed(text)
    assert "ontmoeting-radicaal" not in proposed("Hij trekt op met een oudere man. Die vist veel.")


def test_whoever_is_part_of_the_event_does_not_take_it_over() -> None:
    text = "Haar vriend, die elke dag roept dat de regering moet hangen, haalt haar op."
    assert "relatie-radicaal" in proposed(text)
    assert "relatie-radicaal" not in proposed("Haar vriend, die elke dag vist, haalt haar op.")
