// A clock for steps with a time. It counts against the real time, so a tab in the background stays right.
// Only words of the content come in, and they are set as text.

// Where a clock with a name stood, for who leaves the page and comes back in the same window.
const memories = (window.twTimers ??= new Map());

const two = (number) => String(number).padStart(2, "0");
const clock = (seconds) => `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;

function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

function paragraph(name, text = "") {
  const made = document.createElement("p");
  made.className = name;
  made.textContent = text;
  return made;
}

function build(parent, steps, label, memory) {
  const box = document.createElement("div");
  box.className = "tw-timer";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", label);
  const step = paragraph("tw-timer-step");
  const time = paragraph("tw-timer-time");
  // Read only when someone goes there: a clock that speaks every second helps nobody.
  time.setAttribute("role", "timer");
  time.setAttribute("aria-live", "off");
  const speaks = paragraph("tw-timer-speaks");
  const status = paragraph("tw-timer-status");
  status.setAttribute("role", "status");
  const row = document.createElement("div");
  row.className = "tw-timer-row";

  const known = memories.get(memory);
  let at = known && known.at < steps.length ? known.at : 0;
  let left = known ? known.left : steps[0].seconds;
  let end = known ? known.end : 0; // when this step is over, or 0 while the clock stands still
  let warned = false;

  const draw = () => {
    const now = steps[at];
    step.textContent = `Stap ${at + 1} van ${steps.length}: ${now.title}`;
    time.textContent = clock(left);
    speaks.textContent = now.speaks ? `Aan het woord: ${now.speaks.toLowerCase()}. ${now.do}` : now.do;
    go.textContent = end ? "Pauze" : "Start de klok";
    next.disabled = at === steps.length - 1;
    back.disabled = at === 0;
    if (memory) memories.set(memory, { at, left, end });
  };
  const begin = (number) => {
    at = number;
    left = steps[at].seconds;
    warned = false;
    if (end) end = Date.now() + left * 1000;
    status.textContent = "";
    draw();
  };
  const tick = () => {
    if (!end) return;
    left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    time.textContent = clock(left);
    if (left === 0 && !warned) {
      warned = true;
      status.textContent = `De tijd voor “${steps[at].title}” is om.`;
    }
  };
  const go = button("Start de klok", () => {
    end = end ? 0 : Date.now() + left * 1000;
    draw();
  });
  const next = button("Volgende stap", () => begin(at + 1));
  const back = button("Vorige stap", () => begin(at - 1));
  const again = button("Deze stap opnieuw", () => begin(at));
  row.append(go, back, next, again);
  box.append(step, time, speaks, row, status);
  parent.append(box);
  if (end) left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
  draw();
  const timer = setInterval(tick, 250);
  return () => {
    clearInterval(timer);
    box.remove();
  };
}

export default function ({ data, parentElement }) {
  // A rerun of the page keeps the clock that is running.
  if (!parentElement.querySelector(".tw-timer")) {
    parentElement.twStop = build(parentElement, data.steps, data.label, data.memory);
  }
  return () => {
    if (!parentElement.isConnected) parentElement.twStop?.();
  };
}
