"""How long from a click to the next question? In Chromium, next to bare pages of the same widgets.

    python -m benchmarks.step_latency [--rounds 6]

Walks the real route with "Weet ik niet". Beside it runs a bare Streamlit script that draws, for
every question, the same words, widgets, buttons and page links, with none of our code. The two take
turns, step by step, so noise of the machine hits both. A click is measured inside the browser, from
the click to the first frame that shows the next question. Prints median and p95; the bar is 1.3.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Sequence
from typing import Any, Final

from playwright.sync_api import Browser, Page

from benchmarks.bare import app_and_bare, chromium
from tests.browser.harness import DESKTOP, WATCH, rerun, settled, visit
from triggerfactors.content import Content, load
from triggerfactors.content.vocabulary import QuestionKind
from triggerfactors.situation import Situation, Visit, options, walk
from triggerfactors.situation.answers import ChoiceAnswer
from triggerfactors.ui.fields import option_groups

BAR: Final = 1.3
JOB: Final = "onderwijs"

# Resolves to the milliseconds between the click and the first frame with another question.
CLICK_AND_WAIT: Final = """(label) => new Promise((resolve, reject) => {
  const shown = () => document.querySelector("main h1")?.textContent;
  const button = [...document.querySelectorAll("button")].find(
    (one) => one.textContent.trim() === label && !one.disabled);
  if (!button) { reject(new Error(`no button "${label}"`)); return; }
  const before = shown();
  const start = performance.now();
  const look = () => {
    const now = shown();
    if (now !== undefined && now !== before) resolve(performance.now() - start);
    else if (performance.now() - start > 10000) reject(new Error("no next question"));
    else requestAnimationFrame(look);
  };
  button.click();
  requestAnimationFrame(look);
})"""

# The bare side: what any Streamlit programmer would write to show these widgets.
BARE: Final = """
import json
import streamlit as st

STEPS = json.loads({steps!r})
at = min(st.session_state.setdefault("at", 0), len(STEPS) - 1)
step = STEPS[at]
page = st.navigation([st.Page(lambda: None, title="Situatie", url_path="x", default=True)],
                     position="hidden")
st.set_page_config(page_title=step["title"])
with st.container(horizontal=True):
    for name in ("Start", "Situatie", "Over"):
        st.page_link(page, label=name)
st.markdown("Acuut gevaar? Bel 112.")
st.markdown(f"Deel {{at}} van {{len(STEPS)}}")
st.title(step["title"], anchor=False)
st.markdown(step["words"])
for group, labels in step["checkboxes"]:
    if group and step["folded"]:
        with st.expander(group):
            for label in labels:
                st.checkbox(label, key=f"{{at}}{{label}}", on_change="ignore")
    else:
        if group:
            st.subheader(group, anchor=False)
        for label in labels:
            st.checkbox(label, key=f"{{at}}{{label}}", on_change="ignore")
for label, choices in step["radios"]:
    st.radio(label, choices, index=None, key=f"{{at}}{{label}}", on_change="ignore")
for label in step["areas"]:
    st.text_area(label, key=f"{{at}}{{label}}")
for label in step["lines"]:
    st.text_input(label, key=f"{{at}}{{label}}")
if step["day"]:
    st.date_input("Wanneer?", None, key=f"{{at}}day", on_change="ignore")


def onward():
    st.session_state["at"] += 1


with st.container(horizontal=True):
    st.button("Verder", type="primary", on_click=onward)
    st.button("Weet ik niet", on_click=onward)
    st.button("Overslaan")
    st.button("Terug")
st.divider()
with st.container(horizontal=True):
    st.button("Bekijk mijn antwoorden")
    st.button("Naar het overzicht")
    with st.popover("Wis alles"):
        st.text("Weet je het zeker?")
        st.button("Ja")
"""


def widgets(content: Content, at: Visit) -> dict[str, Any]:
    """What a question puts on the screen, as plain values for the bare script."""
    question = at.question
    labels = options(content, question) if question.options or question.options_from else {}
    step: dict[str, Any] = {
        "title": question.title,
        "words": " ".join(filter(None, (question.why, question.help, question.example))),
        "checkboxes": [],
        "radios": [],
        "areas": [question.note_label] if question.note_label else [],
        "lines": [],
        "day": question.kind is QuestionKind.APPOINTMENT,
        "folded": question.id == "herkenbaar",
    }
    match question.kind:
        case QuestionKind.CHOICES:
            groups = option_groups(content, question)
            step["checkboxes"] = [[g, [labels[i] for i in ids]] for g, ids in groups.items()]
        case QuestionKind.CHOICE:
            step["radios"] = [[question.title, list(labels.values())]]
        case QuestionKind.FACTS:
            step["areas"], step["lines"] = ["Wat?"], ["Wanneer?"]
            step["radios"] = [["Hoe weet je dit?", ["a", "b", "c", "d", "e"]]]
        case QuestionKind.TEXT:
            step["areas"] = ["In je eigen woorden"]
        case QuestionKind.APPOINTMENT:
            step["lines"] = ["Wat?", "Met wie?"]
    return step


def steps(content: Content) -> list[Visit]:
    """The questions from "wat zag je" to the last, as this job meets them."""
    way = walk(content, Situation().with_answer("rol", ChoiceAnswer(value=JOB)))
    return [visit for visit in way.visits if visit.place not in ("rol", "acuut")]


def _open(browser: Browser, url: str) -> Page:
    context = browser.new_context(viewport=DESKTOP)
    context.add_init_script(WATCH)
    page = context.new_page()
    visit(page, url)
    return page


def _to_first_step(page: Page, content: Content) -> None:
    for label in (content.professions[JOB].name, "Nee, nu niet"):
        page.get_by_text(label, exact=True).click()
        with rerun(page):
            page.get_by_role("button", name="Verder", exact=True).click()


def _step(page: Page, is_summary: bool) -> float:
    settled(page, quiet_ms=60)
    elapsed: float = page.evaluate(CLICK_AND_WAIT, "Verder" if is_summary else "Weet ik niet")
    return elapsed


def p95(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def main() -> int:
    """Measure and print; always 0, so a slow machine fails nothing."""
    parser = argparse.ArgumentParser(description="Tijd van klik tot volgende vraag.")
    parser.add_argument("--rounds", type=int, default=6)
    rounds = parser.parse_args().rounds
    content = load()
    route = steps(content)
    script = BARE.format(steps=json.dumps([widgets(content, visit) for visit in route]))
    times: dict[str, list[float]] = {"Triggerwijzer": [], "kaal": []}
    with app_and_bare(script) as (app, bare), chromium() as browser:
        for number in range(rounds + 1):
            pages = {
                "Triggerwijzer": _open(browser, f"{app.url}/situatie"),
                "kaal": _open(browser, bare.url),
            }
            _to_first_step(pages["Triggerwijzer"], content)
            # The last question leads to the overview, which has no bare twin.
            for visit_ in route[:-1]:
                is_summary = visit_.question.kind is QuestionKind.SUMMARY
                for name, page in pages.items():
                    elapsed = _step(page, is_summary and name == "Triggerwijzer")
                    if number:  # the first round warms up
                        times[name].append(elapsed)
            for page in pages.values():
                page.context.close()
    print(f"Klik tot volgende vraag, {rounds} rondes van {len(route) - 1} stappen, in ms")
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
