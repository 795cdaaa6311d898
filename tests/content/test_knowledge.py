"""Cards, modules, checklists and links: complete, with sources, and checked like all content."""

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from triggerfactors.__main__ import main
from triggerfactors.content import DATA, Content, inspect
from triggerfactors.content.links import link_list, links
from triggerfactors.content.models import Statement
from triggerfactors.content.vocabulary import CardGroup, CardTool, PeaceFor
from triggerfactors.content.walking import READ_FIELDS, walk
from triggerfactors.ui import places

ROOT = DATA.parent
TODAY = date(2026, 11, 20)
CARD = "kennis/informatie-delen.yaml"
MODULE = "modules/feit-of-indruk.yaml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    root = tmp_path / "data"
    shutil.copytree(DATA, root)
    return root


def change(root: Path, file: str, how: Callable[[Any], None]) -> None:
    path = root / file
    value = yaml.safe_load(path.read_text(encoding="utf-8"))
    how(value)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")


BROKEN: dict[str, tuple[str, Callable[[Any], None], str]] = {
    "a card without sources": (CARD, lambda v: v["intro"].update(sources=[]), "veld-too_short"),
    "a card with an unknown source": (
        CARD,
        lambda v: v["intro"].update(sources=["verzonnen"]),
        "onbekend-id",
    ),
    "a link to a card that is not there": (CARD, lambda v: v.update(cards=["weg"]), "onbekend-id"),
    "a link to a module that is not there": (
        CARD,
        lambda v: v.update(modules=["weg"]),
        "onbekend-id",
    ),
    "an empty part": (CARD, lambda v: v["sections"].append({"title": "Leeg"}), "leeg-deel"),
    "two cards in the same place": (CARD, lambda v: v.update(order=1), "dubbele-volgorde"),
    "a date newer than the review": (CARD, lambda v: v.update(as_of="2027-01-01"), "datum-klopt"),
    "a long sentence on a card": (
        CARD,
        lambda v: v["intro"].update(text="Dit " + "is erg " * 14 + "lang."),
        "zin-te-lang",
    ),
    "the label in words to a young person": (
        "kennis/gesprek-met-jongere.yaml",
        lambda v: v["sections"][1]["say"][0].update(text="Ben je aan het radicaliseren?"),
        "verboden-woord",
    ),
    "the formal you outside words to parents": (
        CARD,
        lambda v: v["intro"].update(text="Kijk wat u ziet."),
        "verboden-woord",
    ),
    "a score in a module": (MODULE, lambda v: v.update(score=10), "veld-extra_forbidden"),
    "a right answer in a module": (
        MODULE,
        lambda v: v["scenarios"][0]["choices"][0].update(correct=True),
        "veld-extra_forbidden",
    ),
    "a choice without an explanation": (
        MODULE,
        lambda v: v["scenarios"][0]["choices"][0].pop("feedback"),
        "veld-missing",
    ),
    "a module with too few questions": (
        MODULE,
        lambda v: v.update(scenarios=v["scenarios"][:2]),
        "veld-too_short",
    ),
    "a choice twice": (
        MODULE,
        lambda v: v["scenarios"][0]["choices"].append(v["scenarios"][0]["choices"][0]),
        "dubbel-id",
    ),
    "a forbidden word in a question": (
        MODULE,
        lambda v: v["scenarios"][0].update(question="Is dit een risicojongere?"),
        "verboden-woord",
    ),
    "a self-check line with points": (
        "zelfcheck.yaml",
        lambda v: v[0].update(points=2),
        "veld-extra_forbidden",
    ),
    "a checklist month that does not exist": (
        "vredestijd.yaml",
        lambda v: v[0].update(month=13),
        "veld-less_than_equal",
    ),
    "an advice line that is not there": (
        "zoeken.yaml",
        lambda v: v.update(advice_lines=["weg"]),
        "onbekend-id",
    ),
    "an advice line that stopped": (
        "zoeken.yaml",
        lambda v: v.update(advice_lines=["platform-jep"]),
        "contact-gestopt",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_is_found_where_it_is(copy: Path, name: str) -> None:
    file, how, code = BROKEN[name]
    change(copy, file, how)
    found = inspect(copy, today=TODAY).errors
    assert any(f.code.startswith(code) and file.startswith(f.file) for f in found), found


def test_without_the_search_words_the_app_says_so(copy: Path) -> None:
    (copy / "zoeken.yaml").unlink()
    assert any(fault.file == "zoeken.yaml" for fault in inspect(copy, today=TODAY).errors)


def test_a_card_past_its_date_is_a_task_and_no_fault(copy: Path) -> None:
    change(copy, CARD, lambda v: v.update(review_before=date(2026, 1, 1)))
    report = inspect(copy, today=TODAY)
    assert not report.errors
    assert any(f.code == "nakijken" and f.file == CARD for f in report.warnings)


TOPICS = (
    "nu-spanning-in-de-groep",
    "gesprek-met-jongere",
    "gesprek-met-ouders",
    "gesprek-in-de-groep",
    "het-model",
    "grenzen-en-kritiek",
    "vormen-van-extremisme",
    "psychische-problemen",
    "twee-brillen",
    "informatie-delen",
    "alleen-met-een-zorg",
    "zelfcheck",
    "intervisie",
    "rustige-tijd",
    "ouderavond",
    "goede-voorbeelden",
)


@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_has_its_card(content: Content, topic: str) -> None:
    assert topic in content.cards


def test_every_group_has_a_card_and_every_tool_is_on_one(content: Content) -> None:
    assert {card.group for card in content.cards.values()} == set(CardGroup)
    assert {card.tool for card in content.cards.values() if card.tool} == set(CardTool)
    assert places.TENSION_NOW in content.cards


def test_file_names_are_the_ids(content: Content) -> None:
    for folder, items in (("kennis", content.cards), ("modules", content.modules)):
        assert {path.stem for path in (DATA / folder).glob("*.yaml")} == set(items)


def test_forms_of_extremism_get_the_same_room_and_stand_in_order_of_the_alphabet(
    content: Content,
) -> None:
    card = content.cards["vormen-van-extremisme"]
    forms = card.sections[1:-1]
    assert card.as_of is not None
    assert len(forms) == 6
    assert {len(form.points) for form in forms} == {3}
    assert [form.title for form in forms] == sorted(form.title for form in forms)


def test_what_changes_quickly_is_read_again_within_half_a_year(content: Content) -> None:
    for card in content.cards.values():
        if card.as_of:
            assert (card.review_before - card.as_of).days <= 183


def test_the_good_practices_name_four_cities(content: Content) -> None:
    text = " ".join(section.title for section in content.cards["goede-voorbeelden"].sections)
    for city in ("Amsterdam", "Rotterdam", "Tilburg", "Utrecht"):
        assert city in text


def test_the_two_lenses_look_at_the_same_facts(content: Content) -> None:
    lenses = [lens for s in content.cards["twee-brillen"].sections for lens in s.lenses]
    assert len(lenses) >= 3


def test_the_self_check_has_ten_sentences_and_nothing_to_add_up(content: Content) -> None:
    assert len(content.self_check) == 10
    assert sum(line.turned for line in content.self_check.values()) == 2


def test_intervision_takes_a_good_hour(content: Content) -> None:
    assert sum(step.minutes for step in content.intervision.values()) == 65


def test_each_group_in_the_checklist_has_work(content: Content) -> None:
    for whom in PeaceFor:
        assert [item for item in content.peacetime.values() if item.whom is whom]


MODULES = (
    "feit-of-indruk",
    "wat-is-een-trigger",
    "gewone-verklaringen",
    "het-gesprek-openen",
    "delen-of-niet",
    "zorg-en-veiligheid-samen",
)


def test_the_six_modules_are_there(content: Content) -> None:
    assert list(content.modules)[:6] == list(MODULES)


def test_a_module_takes_about_five_minutes_to_read(content: Content) -> None:
    for module in content.modules.values():
        words = sum(len(v.text.split()) for _, v in walk(module) if isinstance(v, Statement))
        # At 180 words a minute, with the other explanations left for who wants them.
        assert words < 1000, module.id


def test_no_explanation_calls_a_choice_right_or_wrong(content: Content) -> None:
    judging = re.compile(r"\b(goed zo|fout|juist antwoord|correct|helaas|punten|score)\b", re.I)
    for module in content.modules.values():
        for scenario in module.scenarios:
            for choice in scenario.choices:
                assert not judging.search(choice.feedback.text), choice.id


def test_words_on_cards_and_in_modules_are_under_the_language_rules() -> None:
    assert {"text", "label", "title", "question", "speaks"} <= READ_FIELDS


# --- links


def test_every_address_in_the_content_is_listed_with_its_place(content: Content) -> None:
    listed = {link.address for link in links(content)}
    for path in DATA.rglob("*.yaml"):
        if path.parent.name == "lokaal":
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.lstrip().startswith("#"):
                continue
            for address in re.findall(r"https?://[^\s\"'<>)\]]+", line):
                assert address.rstrip(".,;:") in listed, f"{path.name}: {address}"
    assert all(link.used for link in links(content))


def test_a_source_is_listed_with_the_items_that_rest_on_it(content: Content) -> None:
    link = next(link for link in links(content) if link.owner == "guidetocoach-methode-2")
    assert link.used == ("kennis/intervisie.yaml › intervisie",)


def test_the_command_lists_links_as_text_and_as_json(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["links"]) == 0
    assert capsys.readouterr().out == link_list(content)
    assert main(["links", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == len(links(content))
    assert set(rows[0]) == {"address", "owner", "used"}


def test_the_program_itself_holds_no_addresses_to_go_to() -> None:
    # Links come from the content, so that the list above is complete.
    pattern = re.compile(r"""href=\\?["']https?://""")
    for path in (ROOT / "triggerfactors").rglob("*.py"):
        assert not pattern.search(path.read_text(encoding="utf-8")), path.name


def _minutes(content: Content, card_id: str) -> int:
    points = content.cards[card_id].sections[0].points
    found = [re.match(r"(\d+) minuten: ", point.text) for point in points]
    assert all(found), "elke regel van de agenda begint met de minuten"
    return sum(int(match[1]) for match in found if match)


def test_a_team_meeting_about_hard_talks_fits_in_45_minutes(content: Content) -> None:
    assert _minutes(content, "teamoverleg") == 45


def test_a_team_has_three_values_and_three_sentences_in_half_an_hour(content: Content) -> None:
    steps = content.cards["onze-waarden"].sections[0].points
    words = {"vijf": 5, "tien": 10}
    assert sum(words[step.text.split()[0].lower()] for step in steps) == 30
    assert any("drie waarden" in step.text for step in steps)
    assert len(content.cards["onze-waarden"].sections[1].say) == 3


def test_the_town_has_key_persons_in_its_checklist(content: Content) -> None:
    town = [i.item.text for i in content.peacetime.values() if i.whom is PeaceFor.MUNICIPALITY]
    assert any("sleutelpersonen" in text for text in town)


@pytest.mark.parametrize("whom", [PeaceFor.DISTRICT_TEAM, PeaceFor.SCHOOL_AND_AREA])
def test_district_team_and_school_with_area_have_a_list_of_their_own(
    content: Content, whom: PeaceFor
) -> None:
    assert len([i for i in content.peacetime.values() if i.whom is whom]) >= 5


def test_each_part_of_the_route_has_at_most_one_lesson_of_forty_words(content: Content) -> None:
    parts = [lesson.part for lesson in content.lessons.values()]
    assert len(parts) == len(set(parts)) >= 6
    assert all(len(lesson.text.split()) <= 40 for lesson in content.lessons.values())
    assert all(lesson.sources for lesson in content.lessons.values())


def test_the_ess_says_what_one_can_ask_and_that_it_takes_no_reports(content: Content) -> None:
    ess = content.organisations["ess"]
    assert "Denkt mee" in ess.what and "Meldingen" in ess.what
    assert ess.after_contact and "geen meldpunt" in ess.after_contact.text
