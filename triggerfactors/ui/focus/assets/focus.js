// Tells someone who does not see the screen that a new step is there: focus goes to the heading
// of the step, and one status line says where they are. Loaded as a file, so the content security
// policy needs no exception for it.

// The module is loaded once per page load, so this outlives every rerun and every page of the app.
let announced;

const PATIENCE = 5000; // ms: a slow rerun may still bring the heading
const STATUS_DELAY = 150; // ms: an empty live region has to be there before its text comes

const plain = (text) => text.replace(/\s+/g, " ").trim();

// The page someone opens is read from the top by itself, and they may be tabbing through it already.
// A page they went to inside the app has another address than the one that was loaded.
function isFirstPage() {
  const [loaded] = performance.getEntriesByType("navigation");
  return !loaded || new URL(loaded.name).pathname === location.pathname;
}

function findHeading(wanted) {
  const headings = [...document.querySelectorAll("h1, h2")];
  return (
    headings.find((heading) => heading.id === wanted) ??
    headings.find((heading) => plain(heading.textContent) === plain(wanted))
  );
}

function isRunning() {
  const app = document.querySelector("[data-testid='stApp']");
  return app?.dataset.testScriptState === "running";
}

// Streamlit may still replace elements while the script runs: focus given too early is lost.
function whenReady(wanted, act) {
  const start = performance.now();
  const look = () => {
    const heading = isRunning() ? undefined : findHeading(wanted);
    if (heading) act(heading);
    else if (performance.now() - start < PATIENCE) requestAnimationFrame(look);
  };
  look();
}

function focusOn(heading) {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  const scroller = heading.closest("[data-testid='stMain']");
  const top = heading.getBoundingClientRect().top + (scroller?.scrollTop ?? 0);
  // A heading on the first screen shows best with all that stands above it.
  if (scroller && top < scroller.clientHeight * 0.7) scroller.scrollTop = 0;
  else heading.scrollIntoView({ block: "start" });
}

function statusLine(parent) {
  let line = parent.querySelector("[role='status']");
  if (!line) {
    line = document.createElement("p");
    line.setAttribute("role", "status");
    line.className = "tw-status";
    // Readable for a screen reader, out of sight for others.
    line.style.cssText =
      "position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;" +
      "clip-path:inset(50%);white-space:nowrap;border:0";
    parent.appendChild(line);
    // Nothing to show, so no room to take either.
    const place = parent.closest?.("[data-testid='stElementContainer']");
    if (place) place.style.position = "absolute";
  }
  return line;
}

export default function ({ data, parentElement }) {
  const { heading, message, step } = data;
  const line = statusLine(parentElement);
  if (step === announced) return;
  const opening = announced === undefined && isFirstPage();
  announced = step;
  if (opening) return;
  line.textContent = "";
  whenReady(heading, (element) => {
    if (step !== announced) return;
    focusOn(element);
    setTimeout(() => {
      if (step === announced) line.textContent = message;
    }, STATUS_DELAY);
  });
}
