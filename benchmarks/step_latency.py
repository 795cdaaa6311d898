"""How long from a click to the next question? In Chromium, next to a bare page of such widgets.

    python -m benchmarks.step_latency --path /situatie --press "Verder" --steps 60

Every click waits until the heading of the step is another one, measured inside the browser from
the moment of the click to the frame that shows it. The two pages take turns, so noise of the
machine hits both. Prints median, p95 and their ratios; the bar is 1.3.
"""

import argparse
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Browser, Page

from benchmarks.bare import QUESTION, app_and_bare, chromium
from tests.browser.harness import DESKTOP, WATCH, settled, visit

BAR: Final = 1.3

# Resolves to the milliseconds between the click and the first frame with another step.
CLICK_AND_WAIT: Final = """([button, step]) => new Promise((resolve, reject) => {
  const shown = () => document.querySelector(step)?.textContent;
  const pressed = [...document.querySelectorAll("button")].find(
    (one) => one.textContent.trim() === button && !one.disabled);
  if (!pressed) { reject(new Error(`no button "${button}"`)); return; }
  const before = shown();
  const start = performance.now();
  const look = () => {
    const now = shown();
    if (now !== undefined && now !== before) resolve(performance.now() - start);
    else if (performance.now() - start > 10000) reject(new Error("no next step"));
    else requestAnimationFrame(look);
  };
  pressed.click();
  requestAnimationFrame(look);
})"""


@dataclass(frozen=True)
class Walk:
    """How to walk through a page: what to fill in, what to press, where the step shows."""

    path: str
    press: tuple[str, ...]
    step: str
    choose: str | None = None


def take_step(page: Page, walk: Walk, number: int) -> float:
    """Take one step and return its milliseconds; choosing an answer first is not counted."""
    if walk.choose:
        options = page.locator(walk.choose)
        if options.count():
            options.first.click()
    settled(page, quiet_ms=50)
    button = walk.press[number % len(walk.press)]
    elapsed: float = page.evaluate(CLICK_AND_WAIT, [button, walk.step])
    settled(page, quiet_ms=50)
    return elapsed


def open_walk(browser: Browser, url: str, walk: Walk, before: Sequence[str] = ()) -> Page:
    """Open the page of a walk, after pressing the buttons in ``before``."""
    context = browser.new_context(viewport=DESKTOP)
    context.add_init_script(WATCH)
    page = context.new_page()
    visit(page, url + walk.path)
    for label in before:
        page.get_by_role("button", name=label, exact=True).click()
        settled(page)
    return page


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def main() -> int:
    """Measure and print; always 0, so a slow machine fails nothing."""
    parser = argparse.ArgumentParser(description="Tijd van klik tot volgende vraag.")
    parser.add_argument("--path", default="/situatie", help="pagina die gemeten wordt")
    parser.add_argument(
        "--press", nargs="+", default=["Verder", "Terug"], help="knoppen, om de beurt gedrukt"
    )
    parser.add_argument("--before", nargs="*", default=[], help="knoppen om de route te beginnen")
    parser.add_argument("--step", default="main h2", help="selector van de kop die verandert")
    parser.add_argument("--choose", default=None, help="selector van een antwoord vooraf")
    parser.add_argument("--steps", type=int, default=60)
    chosen = parser.parse_args()
    ours = Walk(chosen.path, tuple(chosen.press), chosen.step, chosen.choose)
    theirs = Walk("/", ("Verder",), "main h2", None)
    with app_and_bare(QUESTION) as (app, bare), chromium() as browser:
        pages = {
            "Triggerwijzer": (open_walk(browser, app.url, ours, chosen.before), ours),
            "kaal": (open_walk(browser, bare.url, theirs), theirs),
        }
        times: dict[str, list[float]] = {name: [] for name in pages}
        warm_up = 5
        for number in range(chosen.steps + warm_up):
            for name, (page, walk) in pages.items():
                elapsed = take_step(page, walk, number)
                if number >= warm_up:
                    times[name].append(elapsed)
    print(f"Klik tot volgende vraag, {chosen.steps} stappen, in ms")
    print("                   mediaan     p95")
    for name, values in times.items():
        print(f"  {name:<14} {statistics.median(values):>9.1f} {p95(values):>7.1f}")
    middle = statistics.median(times["Triggerwijzer"]) / statistics.median(times["kaal"])
    late = p95(times["Triggerwijzer"]) / p95(times["kaal"])
    verdict = "gehaald" if max(middle, late) <= BAR else "NIET gehaald"
    print(f"  verhouding     {middle:>9.2f} {late:>7.2f}   (lat {BAR}: {verdict})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
