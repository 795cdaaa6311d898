// Empties the screen with one key. The page under it is inert, so that neither keyboard nor screen
// reader reaches it. A function key, because letters belong to who is typing (WCAG 2.1.4).

let words;
let cover;
let before;

function lift() {
  cover?.remove();
  cover = undefined;
  document.getElementById("root")?.removeAttribute("inert");
  before?.focus?.();
}

function lay() {
  before = document.activeElement;
  cover = document.createElement("div");
  cover.className = "tw-blank";
  cover.setAttribute("role", "dialog");
  cover.setAttribute("aria-modal", "true");
  cover.setAttribute("aria-label", words.message);
  const text = document.createElement("p");
  text.textContent = words.message;
  const back = document.createElement("button");
  back.type = "button";
  back.textContent = words.back;
  back.addEventListener("click", lift);
  cover.append(text, back);
  document.body.append(cover);
  document.getElementById("root")?.setAttribute("inert", "");
  back.focus();
}

const toggle = () => (cover ? lift() : lay());

function onKey(event) {
  if (event.key !== words.key || event.repeat) return;
  event.preventDefault();
  toggle();
}

export default function ({ data, parentElement }) {
  words = data;
  let button = parentElement.querySelector(".tw-blank-button");
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.className = "tw-blank-button";
    button.textContent = data.button;
    button.addEventListener("click", toggle);
    parentElement.append(button);
    addEventListener("keydown", onKey, { capture: true });
  }
  return () => {
    if (parentElement.isConnected) return;
    removeEventListener("keydown", onKey, { capture: true });
    lift();
  };
}
