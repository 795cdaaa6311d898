"""Every page in every way of looking: the table in docs/toegankelijkheid.md is made by these tests.

axe in light and dark on every page and state stands in the tests of the pages themselves; here each
page is also used with the keyboard alone, at 400 % zoom, with less motion and with forced colours.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.harness import ROOT, axe, settled

PAGES = {
    "/": "Start",
    "/situatie": "Situatie",
    "/wegwijzer": "Wegwijzer",
    "/adviesvraag": "Adviesvraag",
    "/infographic": "Infographic",
    "/kennis": "Kennis",
    "/leren": "Leren",
    "/workshop": "Workshop (trainer)",
    "/mee": "Workshop (telefoon)",
    "/casusoverleg": "Casusoverleg",
    "/over": "Over",
}
DOCUMENT = ROOT / "docs" / "toegankelijkheid.md"

# 1280 by 1024 at 400 %, as WCAG 1.4.10 counts it.
ZOOMED = {"width": 320, "height": 256}


def is_plain(path: str) -> bool:
    """Pages for phones are no Streamlit pages."""
    return path == "/mee"


def look(page: Page, path: str) -> None:
    page.goto(path)
    if is_plain(path):
        page.wait_for_load_state("networkidle")
    else:
        settled(page)


def by_axe(page: Page) -> None:
    assert axe(page) == []


# Every thing that can get focus and is in sight, one per group of radios.
REACHABLE = """() => {
  const seen = new Set();
  return [...document.querySelectorAll(
      "a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled
      && one.tabIndex >= 0 && !one.closest("[inert], [aria-hidden='true']"))
    .filter((one) => {
      if (one.type !== "radio") return true;
      const group = one.name || one.closest("[role=radiogroup]");
      if (seen.has(group)) return false;
      seen.add(group);
      return true;
    }).length;
}"""

# Where the focus is: who, is there something to see of it, and is it in sight.
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  one.dataset.twStop ??= String(document.querySelectorAll("[data-tw-stop]").length);
  const around = [one, ...[1, 2, 3, 4].map((n) => {
    let at = one; for (let i = 0; i < n && at; i++) at = at.parentElement; return at; })];
  const shown = around.filter(Boolean).some((el) => {
    const style = getComputedStyle(el);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
      || style.boxShadow !== "none";
  }) || one.matches("[type=radio], [type=checkbox], [type=file]");
  const box = one.getBoundingClientRect();
  const inView = box.bottom > 0 && box.top < innerHeight;
  return { stop: one.dataset.twStop, shown, inView, what: one.outerHTML.slice(0, 120) };
}"""


def by_keyboard(page: Page) -> None:
    """Tab visits many places, each can be seen, none holds the focus, and the page is left."""
    wanted = min(page.evaluate(REACHABLE), 40)
    stops: list[str] = []
    for _ in range(wanted + 6):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUS)
        if at is None:
            break
        assert at["shown"], f"geen zichtbare focus: {at['what']}"
        assert at["inView"], f"focus buiten beeld: {at['what']}"
        if stops and at["stop"] == stops[-1]:
            break
        stops.append(at["stop"])
    assert len(set(stops)) >= wanted * 0.7, f"{len(set(stops))} van {wanted} bereikt"


def at_400_percent(page: Page) -> None:
    page.set_viewport_size(ZOOMED)
    page.wait_for_timeout(150)
    wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"{wide} punten te breed"
    heading = page.get_by_role("heading", level=1).first
    heading.scroll_into_view_if_needed()
    expect(heading).to_be_in_viewport()
    # Nothing that stays put may fill the small screen.
    covered = page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter((el) => {
             const style = getComputedStyle(el);
             return (style.position === "sticky" || style.position === "fixed")
               && style.pointerEvents !== "none"
               && el.getBoundingClientRect().height > innerHeight / 2
               && el.checkVisibility() && el.innerText?.trim();
           }).map((el) => el.outerHTML.slice(0, 100))"""
    )
    assert covered == []


def with_less_motion(page: Page) -> None:
    moving = page.evaluate(
        """() => document.getAnimations().filter((one) => one.playState === "running"
             && one.effect.getComputedTiming().duration > 100).length"""
    )
    assert moving == 0


def with_forced_colours(page: Page) -> None:
    assert page.evaluate("() => matchMedia('(forced-colors: active)').matches")
    # Without colours of our own, a button is still a button: it has an edge.
    bare = page.evaluate(
        """() => [...document.querySelectorAll("main button, a.tw-112")]
             .filter((one) => one.checkVisibility() && one.innerText.trim())
             .filter((one) => { const style = getComputedStyle(one);
               return parseFloat(style.borderTopWidth) === 0
                 && !style.textDecorationLine.includes("underline"); })
             .map((one) => one.innerText.slice(0, 40))"""
    )
    assert bare == [], bare
    assert axe(page) == []


Check = Callable[[Page], None]
CHECKS: dict[str, tuple[Check, dict[str, str]]] = {
    "axe licht": (by_axe, {"color_scheme": "light"}),
    "axe donker": (by_axe, {"color_scheme": "dark"}),
    "toetsenbord": (by_keyboard, {}),
    "400 %": (at_400_percent, {}),
    "minder beweging": (with_less_motion, {"reduced_motion": "reduce"}),
    "eigen kleuren": (with_forced_colours, {"forced_colors": "active"}),
}


def table() -> list[str]:
    head = ["Pagina", *CHECKS]
    rows = [head, ["---"] * len(head), *([name, *["ja"] * len(CHECKS)] for name in PAGES.values())]
    return ["| " + " | ".join(row) + " |" for row in rows]


def test_the_table_in_the_docs_names_every_page_and_every_check() -> None:
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("|")] == table()


def test_every_page_of_the_app_is_in_the_table() -> None:
    files = {path.stem for path in (Path(ROOT) / "pages").glob("*.py")}
    assert files <= {path.strip("/") or "start" for path in PAGES}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_be_used_in_every_way(open_page: OpenPage, path: str) -> None:
    found: list[str] = []
    for name, (check, settings) in CHECKS.items():
        page = open_page(**settings)
        look(page, path)
        try:
            check(page)
        except AssertionError as error:
            found.append(f"{name}: {error}")
        page.close()
    assert found == []
