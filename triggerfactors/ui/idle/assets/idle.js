// Someone walks away from a screen with a case on it. After a while this asks whether they are
// still there, and a little later everything is wiped by opening the start page anew: a new page
// load is a new session, and the old one has nobody left.

// One clock for the page load; reruns only bring new words.
let lastSign = Date.now();
let clock;

const ACTIVITY = ["pointerdown", "keydown", "input", "scroll"];

function ask(words, onStay) {
  const box = document.createElement("div");
  box.setAttribute("role", "alertdialog");
  box.setAttribute("aria-label", words.title);
  box.className = "tw-idle";
  const text = document.createElement("p");
  text.textContent = words.question;
  const stay = document.createElement("button");
  stay.type = "button";
  stay.textContent = words.stay;
  stay.addEventListener("click", onStay);
  box.append(text, stay);
  document.body.append(box);
  stay.focus();
  return box;
}

function watch(words, warnAfter, wipeAfter) {
  let box;
  const sign = () => {
    // While the question stands only its own button counts: a passing mouse is not an answer.
    if (!box) lastSign = Date.now();
  };
  const stay = () => {
    box?.remove();
    box = undefined;
    lastSign = Date.now();
  };
  for (const kind of ACTIVITY) addEventListener(kind, sign, { capture: true, passive: true });
  const timer = setInterval(() => {
    const quiet = Date.now() - lastSign;
    if (quiet >= wipeAfter) location.replace("/?melding=tijd");
    else if (quiet >= warnAfter && !box) box = ask(words, stay);
  }, 1000);
  return () => {
    clearInterval(timer);
    box?.remove();
    for (const kind of ACTIVITY) removeEventListener(kind, sign, { capture: true });
  };
}

export default function ({ data }) {
  if (!clock) {
    lastSign = Date.now();
    clock = watch(data.words, data.warnAfter, data.wipeAfter);
  }
  // Gone from the screen means: nothing of a case is left to wipe.
  return () => {
    clock?.();
    clock = undefined;
  };
}
