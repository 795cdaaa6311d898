"""A trainer and phones in one room, in a real browser: two rounds, reveal, second vote, per job."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.harness import PHONE, Server, axe, rerun, served, settled, visit
from triggerfactors.content import Content
from triggerfactors.workshop import MOVES, Store, new_room

WALL = {"width": 1280, "height": 720}


@pytest.fixture(scope="module")
def room_server(tmp_path_factory: pytest.TempPathFactory):
    """A server with a store of its own."""
    place = tmp_path_factory.mktemp("zaal")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRIGGERWIJZER_DATABASE_URL", f"sqlite:///{place}/zaal.sqlite3")
        with served(place / "server.log") as running:
            yield running


def press(page: Page, name: str) -> None:
    with rerun(page):
        page.get_by_role("button", name=name, exact=True).click()


def open_room(page: Page, case: str | None = None) -> str:
    visit(page, "/workshop")
    if case:
        # The first story is chosen already; choosing it again asks nothing of the server.
        page.get_by_text(case).first.click()
        page.wait_for_timeout(500)
        settled(page)
    press(page, "Open de zaal")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Jouw zaal")
    return page.locator(".tw-code").inner_text().replace(" ", "")


def join(phone: Page, code: str, job: str) -> None:
    phone.goto(f"/mee/{code}")
    phone.get_by_label(job).check()
    phone.get_by_role("button", name="Doe mee").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Je doet mee")


def choose(phone: Page, *labels: str) -> None:
    for label in labels:
        phone.get_by_label(label, exact=True).check()
    phone.get_by_role("button", name=re.compile("mijn keuze")).click()
    expect(phone.locator("#status")).to_contain_text("Je keuze is binnen")


def test_a_trainer_leads_three_phones_through_two_rounds(
    open_page: OpenPage, room_server: Server, content: Content
) -> None:
    trainer = open_page(at=room_server)
    code = open_room(trainer, content.cases["bilal"].title)
    assert axe(trainer) == []
    wall = open_page(at=room_server, viewport=WALL)
    wall.goto(f"/wand/{code}")
    expect(wall.get_by_role("heading", level=1)).to_have_text(content.cases["bilal"].title)
    assert axe(wall) == []
    phones = [open_page(at=room_server, viewport=PHONE, has_touch=True) for _ in range(3)]
    names = {p.id: p.name for p in content.professions.values()}
    for phone, job in zip(phones, ["politie", "politie", "politie"], strict=True):
        join(phone, code, names[job])
    assert axe(phones[0]) == []

    press(trainer, "Open de vraag")
    death = content.factors["confrontatie-dood"].name
    propaganda = content.factors["propaganda"].name
    choose(phones[0], death, propaganda)
    choose(phones[1], propaganda)
    choose(phones[2], propaganda)
    assert axe(phones[0]) == []
    expect(wall.locator("#aantal")).to_have_text("3 keuzes binnen")
    # Nobody sees anything of it before the trainer reveals.
    assert "Aantal" not in wall.locator("main").inner_text()
    press(trainer, "Sluit de vraag")
    expect(phones[0].locator("#status")).to_contain_text("dicht")
    press(trainer, "Laat zien wat is gekozen")
    expect(wall.get_by_role("row", name=re.compile(propaganda))).to_contain_text("3")
    expect(phones[1].get_by_role("row", name=re.compile(propaganda))).to_contain_text("3")
    assert axe(wall) == [] and axe(phones[1]) == [] and axe(trainer) == []
    press(trainer, "Toon per werk")
    expect(wall.get_by_role("columnheader", name=names["politie"])).to_be_visible()
    assert axe(wall) == []

    press(trainer, "Laat opnieuw stemmen")
    expect(phones[0].get_by_role("heading", level=1)).to_contain_text("tweede keer")
    choose(phones[0], death)
    choose(phones[1], death)
    choose(phones[2], propaganda)
    press(trainer, "Sluit de vraag")
    press(trainer, "Laat zien wat is gekozen")
    row = trainer.get_by_role("row", name=re.compile(death))
    expect(row).to_contain_text("+1")

    press(trainer, "Volgende vraag")
    press(trainer, "Vertel de volgende laag")
    press(trainer, "Open de vraag")
    option = next(iter(content.explanations.values())).label
    expect(phones[2].get_by_label(option, exact=True)).to_be_visible()
    choose(phones[2], option)
    press(trainer, "Maak alle schermen donker")
    expect(phones[0].get_by_role("heading", level=1)).to_have_text("Kijk even naar de trainer")
    press(trainer, "Ongedaan: schermen donker")
    expect(phones[0].get_by_role("heading", level=1)).to_contain_text("Vraag 2")


def test_a_phone_that_was_away_comes_back_and_a_double_tap_counts_once(
    open_page: OpenPage, room_server: Server, content: Content
) -> None:
    trainer = open_page(at=room_server)
    code = open_room(trainer)
    phone = open_page(at=room_server, viewport=PHONE, expected=("INTERNET_DISCONNECTED",))
    join(phone, code, content.professions["onderwijs"].name)
    press(trainer, "Open de vraag")
    label = content.factors["training"].name
    phone.get_by_label(label, exact=True).check()
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Stuur mijn keuze").dblclick()
    expect(phone.locator("#status")).to_contain_text("vanzelf opnieuw")
    phone.context.set_offline(False)
    expect(phone.locator("#status")).to_contain_text("Je keuze is binnen", timeout=20_000)
    phone.reload()
    expect(phone.get_by_label(label, exact=True)).to_be_checked()
    expect(trainer.get_by_text("1 doet mee. 1 keuze binnen.")).to_be_visible(timeout=6_000)


def test_the_clock_runs_on_and_the_code_stays_in_sight_while_the_trainer_leads(
    open_page: OpenPage, room_server: Server
) -> None:
    trainer = open_page(at=room_server)
    code = open_room(trainer)
    # In sight at once: the screen goes to its top, whatever one scrolled past before.
    expect(trainer.get_by_text("Schrijf eerst je trainerssleutel op")).to_be_in_viewport()
    expect(trainer.locator("[data-testid='stCode']").first).to_be_in_viewport()
    # This test serves on an address that no phone can reach, and the page says so.
    expect(trainer.get_by_text("Telefoons komen niet op dit adres")).to_be_visible()
    clock = trainer.get_by_role("timer")
    trainer.get_by_role("button", name="Start de klok").click()
    expect(clock).to_have_text("04:58")
    for part in ("Draaiboek", "Meenemen", "Vragen"):
        with rerun(trainer):
            trainer.get_by_role("radio", name=part).click()
    press(trainer, "Open de vraag")
    expect(clock).to_have_text(re.compile("^04:"))
    expect(trainer.get_by_role("button", name="Pauze")).to_be_visible()
    trainer.mouse.move(600, 500)
    trainer.mouse.wheel(0, 3000)
    trainer.wait_for_timeout(300)
    shown = trainer.locator(".tw-code")
    expect(shown).to_be_in_viewport(ratio=1)
    # In sight, and not below the acute bar.
    assert shown.evaluate(
        """(it) => { const { x, y, width, height } = it.getBoundingClientRect();
          return it.contains(document.elementFromPoint(x + width / 2, y + height / 2)); }"""
    )
    assert code and axe(trainer) == []


def test_the_blue_button_leads_through_a_question_and_an_open_one_is_not_left_by_accident(
    open_page: OpenPage, room_server: Server, content: Content
) -> None:
    trainer = open_page(at=room_server)
    code = open_room(trainer)
    blue = trainer.locator("[data-testid='stBaseButton-primary']")
    for name in (
        "Open de vraag",
        "Sluit de vraag",
        "Laat opnieuw stemmen",
        "Sluit de vraag",
        "Laat zien wat is gekozen",
        "Volgende vraag",
        "Open de vraag",
    ):
        expect(blue).to_have_text([name])
        press(trainer, name)
    trainer.get_by_role("button", name="Volgende vraag").click()
    expect(trainer.get_by_text("De vraag is nog open. Toch verder?")).to_be_visible()
    expect(trainer.get_by_role("button", name="Ja: volgende vraag")).to_be_in_viewport()
    with rerun(trainer):
        trainer.get_by_role("button", name="Ja: volgende vraag").click()
    expect(trainer.get_by_role("heading", name="Vraag 3 van")).to_be_visible()
    with rerun(trainer):
        trainer.get_by_role("radio", name="Andere bril").click()
    job = content.professions["politie"].name
    with rerun(trainer):
        trainer.get_by_text(job, exact=True).click()
    expect(trainer.get_by_role("heading", name=re.compile("andere bril"))).to_be_visible()
    assert code and axe(trainer) == []


def test_a_trainer_shuts_the_door_and_only_who_was_in_votes(
    open_page: OpenPage, room_server: Server, content: Content
) -> None:
    trainer = open_page(at=room_server)
    code = open_room(trainer)
    job = content.professions["politie"].name
    inside = open_page(at=room_server, viewport=PHONE)
    join(inside, code, job)
    press(trainer, "Laat niemand meer binnen")
    expect(trainer.get_by_text("De deur is dicht.")).to_be_visible()
    late = open_page(at=room_server, viewport=PHONE, expected=("409",))
    late.goto(f"/mee/{code}")
    late.get_by_label(job).check()
    late.get_by_role("button", name="Doe mee").click()
    expect(late.locator("#status")).to_contain_text("niemand meer binnen")
    assert axe(late) == []
    press(trainer, "Open de vraag")
    choose(inside, content.factors["training"].name)
    press(trainer, "Laat weer mensen binnen")
    late.get_by_role("button", name="Doe mee").click()
    expect(late.get_by_role("heading", level=1)).not_to_have_text("Doe mee")


@pytest.mark.parametrize("case", ["bilal", "jurre"])
def test_a_whole_story_stands_on_the_wall_without_scrolling(
    open_page: OpenPage, room_server: Server, content: Content, case: str
) -> None:
    code = open_room(open_page(at=room_server), content.cases[case].title)
    wall = open_page(at=room_server, viewport=WALL)
    wall.goto(f"/wand/{code}")
    expect(wall.get_by_role("heading", level=1)).to_have_text(content.cases[case].title)
    assert wall.evaluate("document.documentElement.scrollHeight <= innerHeight")
    size = wall.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('.verhaal p')).fontSize)"
    )
    assert size >= 14


def test_a_newer_choice_is_never_overtaken_by_an_older_one(
    open_page: OpenPage, room_server: Server, content: Content
) -> None:
    trainer = open_page(at=room_server)
    code = open_room(trainer)
    phone = open_page(at=room_server, viewport=PHONE)
    join(phone, code, content.professions["onderwijs"].name)
    press(trainer, "Open de vraag")
    held: list[Route] = []
    phone.route("**/stem", lambda route: held.append(route) if not held else route.continue_())
    first, second = (content.factors[one].name for one in ("training", "propaganda"))
    phone.get_by_label(first, exact=True).check()
    phone.get_by_role("button", name="Stuur mijn keuze").click()
    phone.wait_for_timeout(200)
    phone.get_by_label(first, exact=True).uncheck()
    phone.get_by_label(second, exact=True).check()
    phone.get_by_role("button", name="Stuur mijn keuze").click()
    phone.wait_for_timeout(500)
    held[0].continue_()
    expect(phone.locator("#status")).to_contain_text("Je keuze is binnen")
    phone.reload()
    expect(phone.get_by_label(second, exact=True)).to_be_checked()
    expect(phone.get_by_label(first, exact=True)).not_to_be_checked()


def test_the_room_can_be_led_from_another_screen_and_is_erased(
    open_page: OpenPage, room_server: Server, tmp_path: Path
) -> None:
    trainer = open_page(at=room_server)
    code = open_room(trainer)
    with rerun(trainer):
        trainer.get_by_role("radio", name="Meenemen").click()
    with trainer.expect_download() as waiting:
        trainer.get_by_role("button", name="Het verhaal op één blad").click()
    assert "Om over te praten" in waiting.value.path().read_text(encoding="utf-8")
    secret = trainer.locator("[data-testid='stCode'] code").last.inner_text().lower()
    other = open_page(at=room_server)
    visit(other, "/workshop")
    other.get_by_text("Had je al een zaal open?").click()
    other.get_by_label("Code").fill(code)
    other.get_by_label("Trainerssleutel").fill("verkeerd")
    press(other, "Ga verder met deze zaal")
    expect(other.get_by_text("horen niet bij elkaar")).to_be_visible()
    # The box stays open, with the message in it.
    other.get_by_label("Code").fill(code)
    other.get_by_label("Trainerssleutel").fill(secret)
    press(other, "Ga verder met deze zaal")
    expect(other.get_by_role("heading", level=1)).to_contain_text("Jouw zaal")
    other.get_by_role("button", name=re.compile("Sluit en wis")).click()
    with rerun(other):
        other.get_by_role("button", name="Ja, wis de zaal nu").click()
    phone = open_page(at=room_server, viewport=PHONE, expected=("404",))
    phone.goto(f"/mee/{code}")
    phone.get_by_label("Politie").first.check()
    phone.get_by_role("button", name="Doe mee").click()
    expect(phone.locator("#status")).to_contain_text("klopt niet")


# --- what a trainer with phones ran into ---------------------------------------------------------
# The room is moved in the store here: these are about what phones and wall show.


class Led:
    """A server and the store behind it; the test is the trainer."""

    def __init__(self, server: Server, address: str) -> None:
        self.server = server
        self.store = Store(address)

    def open(self, content: Content, case: str = "bilal", plan: str = "kort") -> None:
        self.code, self.secret = self.store.open_room(
            new_room(case, len(content.cases[case].layers), content.workshop.plan(plan))
        )

    def move(self, *names: str) -> None:
        for name in names:
            self.store.change(self.code, self.secret, MOVES[name])


@pytest.fixture(scope="module")
def led_server(tmp_path_factory: pytest.TempPathFactory):
    place = tmp_path_factory.mktemp("geleid")
    address = f"sqlite:///{place}/zaal.sqlite3"
    log = place / "server.log"
    with served(log, settings={"TRIGGERWIJZER_DATABASE_URL": address}) as running:
        led = Led(running, address)
        yield led
        led.store.close()


@pytest.fixture
def led(led_server: Led, content: Content) -> Led:
    led_server.open(content)
    return led_server


def phone_in(open_page: OpenPage, led: Led, content: Content, **settings: object) -> Page:
    phone = open_page(at=led.server, viewport=PHONE, has_touch=True, **settings)
    join(phone, led.code, content.professions["politie"].name)
    return phone


def fits_the_wall(wall: Page) -> bool:
    return wall.evaluate(
        """() => { const page = document.documentElement;
          return page.scrollHeight <= innerHeight && page.scrollWidth <= innerWidth; }"""
    )


def test_what_is_ticked_stays_when_the_room_changes_around_it(
    open_page: OpenPage, led: Led, content: Content
) -> None:
    phone = phone_in(open_page, led, content)
    led.move("open")
    first, second = (content.factors[one].name for one in ("training", "propaganda"))
    phone.get_by_label(first, exact=True).check()
    phone.get_by_label(second, exact=True).check()
    led.move("laag")
    expect(phone.get_by_text(content.cases["bilal"].layers[0].text)).to_be_attached()
    expect(phone.get_by_label(first, exact=True)).to_be_checked()
    expect(phone.get_by_label(second, exact=True)).to_be_focused()
    led.move("donker")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Kijk even naar de trainer")
    led.move("donker")
    expect(phone.get_by_label(first, exact=True)).to_be_checked()
    choose(phone)
    assert [vote.choices for vote in led.store.votes(led.code, 0, 1)] == [
        ("training", "propaganda")
    ]


def test_a_choice_that_waits_stays_in_sight_with_its_message(
    open_page: OpenPage, led: Led, content: Content
) -> None:
    phone = phone_in(open_page, led, content, expected=("ERR_FAILED",))
    led.move("open")
    label = content.factors["training"].name
    phone.get_by_label(label, exact=True).check()
    phone.route("**/stem", lambda route: route.abort())
    phone.get_by_role("button", name="Stuur mijn keuze").click()
    expect(phone.locator("#status")).to_contain_text("vanzelf opnieuw")
    led.move("laag")
    expect(phone.get_by_text(content.cases["bilal"].layers[0].text)).to_be_attached()
    expect(phone.get_by_label(label, exact=True)).to_be_checked()
    expect(phone.locator("#status")).not_to_be_empty()
    phone.unroute("**/stem")
    expect(phone.locator("#status")).to_contain_text("Je keuze is binnen", timeout=10_000)


@pytest.mark.parametrize("width", [320, 360])
def test_after_a_wrong_code_the_button_can_still_be_pressed(
    open_page: OpenPage, led: Led, content: Content, width: int
) -> None:
    phone = open_page(at=led.server, viewport={"width": width, "height": 640}, expected=("404",))
    phone.goto("/mee")
    phone.get_by_label("Code op het scherm").fill("3467CDFG")
    phone.get_by_label(content.professions["politie"].name).check()
    button = phone.get_by_role("button", name="Doe mee")
    button.click()
    expect(phone.locator("#status")).to_contain_text("klopt niet")
    # In sight, next to the field it is about.
    expect(phone.locator("#status")).to_be_in_viewport(ratio=1)
    expect(phone.get_by_label("Code op het scherm")).to_be_focused()
    assert axe(phone) == []
    button.scroll_into_view_if_needed()
    assert button.evaluate(
        """(it) => { const { x, y, width, height } = it.getBoundingClientRect();
          return it.contains(document.elementFromPoint(x + width / 2, y + height / 2)); }"""
    )
    phone.get_by_label("Code op het scherm").fill(led.code)
    button.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Je doet mee")
    expect(phone.locator("#status")).to_be_empty()


def test_who_typed_the_code_comes_back_after_a_refresh(
    open_page: OpenPage, led: Led, content: Content
) -> None:
    phone = open_page(at=led.server, viewport=PHONE)
    phone.goto("/mee")
    phone.get_by_label("Code op het scherm").fill(led.code.lower())
    phone.get_by_label(content.professions["politie"].name).check()
    phone.get_by_role("button", name="Doe mee").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Je doet mee")
    led.move("open")
    label = content.factors["training"].name
    choose(phone, label)
    phone.reload()
    expect(phone.get_by_label(label, exact=True)).to_be_checked()


def test_a_dark_room_is_dark_on_the_phone_too(
    open_page: OpenPage, led: Led, content: Content
) -> None:
    phone = phone_in(open_page, led, content, color_scheme="light")
    led.move("open")
    choose(phone, content.factors["training"].name)
    led.move("donker")
    expect(phone.locator("body")).to_have_css("background-color", "rgb(0, 0, 0)")
    expect(phone.locator("#status")).to_be_empty()
    assert axe(phone) == []
    led.move("donker")
    expect(phone.locator("body")).not_to_have_css("background-color", "rgb(0, 0, 0)")
    expect(phone.get_by_label(content.factors["training"].name, exact=True)).to_be_checked()


def test_a_new_layer_stands_on_top_of_phone_and_wall(
    open_page: OpenPage, led: Led, content: Content
) -> None:
    phone = phone_in(open_page, led, content)
    wall = open_page(at=led.server, viewport=WALL)
    wall.goto(f"/wand/{led.code}")
    led.move("open", "laag")
    words = content.cases["bilal"].layers[0].text
    for page in (phone, wall):
        new = page.locator(".nieuw")
        expect(new).to_contain_text("Nieuw: dit is later bekend")
        expect(new).to_contain_text(words)
        assert new.evaluate(
            """(it) => { const title = document.querySelector("main h1:not(#in h1)");
              return it.getBoundingClientRect().top < title.getBoundingClientRect().top; }"""
        )
        assert axe(page) == []
    expect(phone.locator("#status")).to_contain_text("nieuws bekend")
    assert fits_the_wall(wall)
    size = "(it) => parseFloat(getComputedStyle(it).fontSize)"
    assert wall.locator(".nieuw").evaluate(size) >= wall.locator("li").first.evaluate(size)


def test_before_the_first_question_the_wall_shows_how_to_come_in(
    open_page: OpenPage, led: Led, content: Content
) -> None:
    wall = open_page(at=led.server, viewport=WALL)
    wall.goto(f"/wand/{led.code}")
    expect(wall.locator("#aantal")).to_have_text("0 doen mee")
    phone_in(open_page, led, content)
    expect(wall.locator("#aantal")).to_have_text("1 doet mee")
    height = "(it) => it.getBoundingClientRect().height"
    assert wall.locator(".qr svg").evaluate(height) >= WALL["height"] / 4
    size = "(it) => parseFloat(getComputedStyle(it).fontSize)"
    assert wall.locator("strong.code").evaluate(size) >= 40
    assert fits_the_wall(wall) and axe(wall) == []
    led.move("open")
    expect(wall.locator("#aantal")).to_have_text("0 keuzes binnen")
    assert wall.locator(".qr svg").evaluate(height) < WALL["height"] / 4
    expect(wall.locator("strong.code")).to_be_visible()


@pytest.mark.parametrize("told", [False, True])
def test_nine_jobs_can_be_read_on_the_wall(
    open_page: OpenPage, led: Led, content: Content, told: bool
) -> None:
    led.move("open")
    factors = list(content.factors)
    # Three of each: fewer would stand together as other work.
    for phone, job in enumerate(job for job in content.professions for _ in range(3)):
        token, number = f"telefoon{phone:08d}", phone // 3
        led.store.join(led.code, token, job).result()
        chosen = (factors[3], factors[9], *factors[number : number + 3])
        led.store.cast(
            led.code, token, 0, 1, tuple(dict.fromkeys(chosen)), lambda *_: True
        ).result()
    led.move("sluit", "onthul", "werk", *(["laag"] if told else []))
    wall = open_page(at=led.server, viewport=WALL)
    wall.goto(f"/wand/{led.code}")
    expect(wall.locator("tbody tr")).to_have_count(5)
    expect(wall.locator("thead th")).to_have_count(10)
    expect(wall.locator("td", has_text="–").first).to_be_visible()
    assert wall.locator("td", has_text=re.compile("^0$")).count() == 0
    size = "(it) => parseFloat(getComputedStyle(it).fontSize)"
    assert wall.locator("thead th").nth(1).evaluate(size) >= 15
    assert wall.locator("tbody th").first.evaluate(size) >= 17
    assert wall.locator("td").first.evaluate(size) >= 24
    assert fits_the_wall(wall) and axe(wall) == []


def test_an_erased_room_ends_calmly_on_phone_and_wall(
    open_page: OpenPage, led: Led, content: Content
) -> None:
    phone = phone_in(open_page, led, content)
    wall = open_page(at=led.server, viewport=WALL)
    wall.goto(f"/wand/{led.code}")
    expect(wall.locator("strong.code")).to_be_visible()
    led.store.erase(led.code, led.secret)
    for page in (phone, wall):
        expect(page.get_by_role("heading", level=1)).to_have_text("Deze workshop is afgelopen")
        expect(page.get_by_text("is gewist")).to_be_visible()
        assert axe(page) == []
    expect(wall.locator(".qr")).to_have_count(0)
    assert led.code[:4] not in wall.locator("body").inner_text()
