// The page of a phone. It keeps a random token, so a reload or sleep goes on where it was; a vote is
// sent again until the server says it is kept. Words come from the server and are set as text.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const main = $("mee");
  const form = $("in");
  const place = $("zaal");
  const status = $("status");
  let code = "";
  let token = "";
  let room = null; // what the server last said
  let lit = null; // the same, the last time it was not dark
  let mine = []; // what this phone has chosen and the server has kept
  let draft = null; // what is ticked and not sent yet: it outlives every redraw of the same question
  let waiting = null; // a vote on its way
  let source = null;
  let tries = 0;
  let sending = false; // one at a time: an older choice must not arrive after a newer one
  let again = 0;
  // What this page had kept, per turn. Only a page that came back has to ask for older choices: two
  // hundred phones that ask at every new question would hold up the votes.
  const own = {};
  let cameBack = false;

  // In the room the words stand at the bottom; in the form near what they are about, where they
  // cover nothing.
  const say = (words, field = null) => {
    if (form.hidden) { if (status.parentNode !== main) main.append(status); }
    else if (field) field.after(status);
    else form.querySelector("button").before(status);
    status.textContent = words;
  };
  const make = (name, words = "", into = null) => {
    const made = document.createElement(name);
    if (words) made.textContent = words;
    if (into) into.append(made);
    return made;
  };
  const random = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const remembered = (key) => { try { return sessionStorage.getItem(key) || localStorage.getItem(key); } catch { return null; } };
  const turnOf = (view) => `${view.at}.${view.turn}`;
  const remember = (key, value) => {
    for (const kept of ["localStorage", "sessionStorage"]) {
      try { window[kept].setItem(key, value); return; } catch { /* refused: lives as long as the page */ }
    }
  };

  async function ask(path, body) {
    const options = { headers: { "x-telefoon": token }, cache: "no-store" };
    if (body) {
      options.method = "POST";
      options.headers["content-type"] = "application/json";
      options.body = JSON.stringify(body);
    }
    // On bad wifi a request can hang for minutes: give up in time, so that it is tried again.
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), 8000);
    let answer;
    let value;
    try {
      answer = await fetch(`/mee/${code}/${path}`, { ...options, signal: stop.signal });
      value = await answer.json().catch((error) => { if (answer.ok) throw error; return {}; });
    } finally {
      clearTimeout(late);
    }
    if (!answer.ok) throw Object.assign(new Error(value.melding || ""), { status: answer.status });
    return value;
  }

  // --- drawing ---------------------------------------------------------------------------------

  function story(into) {
    const box = make("details", "", into);
    make("summary", `Het verhaal: ${room.case}`, box);
    if (room.heads_up) make("p", room.heads_up, box).className = "let";
    for (const words of room.story) make("p", words, box);
    for (const words of room.layers.slice(0, -1)) {
      make("h2", "Later bekend", box);
      make("p", words, box);
    }
  }

  function newest(into) {
    if (!room.layers.length) return;
    const box = make("p", "", into);
    box.className = "let nieuw";
    make("strong", "Nieuw: dit is later bekend", box);
    make("span", room.layers.at(-1), box);
  }

  function question(into, open) {
    const round = room.round;
    const box = make("form", "", into);
    const field = make("fieldset", "", box);
    make("legend", round.title, field);
    make("p", round.help, field).className = "klein";
    for (const [id, label] of round.options) {
      const row = make("label", "", field);
      const input = make("input", "", row);
      input.type = round.multiple ? "checkbox" : "radio";
      input.name = "keuze";
      input.value = id;
      input.checked = ((open && draft) || waiting?.keuzes || mine).includes(id);
      input.disabled = !open;
      row.append(label);
    }
    if (!open) return;
    const button = make("button", mine.length ? "Verander mijn keuze" : "Stuur mijn keuze", box);
    button.type = "submit";
    const ticked = () => [...box.querySelectorAll("input:checked")].map((input) => input.value);
    box.addEventListener("change", () => { draft = ticked(); });
    box.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = ticked();
      if (!chosen.length) { say("Kies eerst iets."); return; }
      draft = chosen;
      waiting = { at: room.at, turn: room.turn, keuzes: chosen };
      send();
    });
  }

  function results(into) {
    const { first, second } = room.results;
    const table = make("table", "", into);
    const head = make("tr", "", make("thead", "", table));
    make("th", "Keuze", head).scope = "col";
    make("th", second ? "Eerst" : "Aantal", head).scope = "col";
    if (second) make("th", "Nu", head).scope = "col";
    const body = make("tbody", "", table);
    for (const [id, label] of room.round.options) {
      const row = make("tr", "", body);
      make("th", mine.includes(id) ? `${label} (jouw keuze)` : label, row).scope = "row";
      make("td", String(first.total[id]), row);
      if (second) make("td", String(second.total[id]), row);
    }
    make("p", "Er is geen goed antwoord. Het gaat om jullie redenen.", into).className = "klein";
  }

  // Someone may be about to press something: what has the focus keeps it, and the question stays
  // where it is under the finger, also when a new layer comes in above it.
  function draw() {
    const held = place.contains(document.activeElement) ? document.activeElement : null;
    const before = place.querySelector("form")?.getBoundingClientRect().top;
    fill();
    if (held) {
      const same = held.tagName === "INPUT" ? [...place.querySelectorAll("input")].find((input) => input.value === held.value) : place.querySelector(held.tagName);
      if (held.tabIndex < 0) same?.setAttribute("tabindex", "-1");
      same?.focus({ preventScroll: true });
    }
    const after = place.querySelector("form")?.getBoundingClientRect().top;
    if (before !== undefined && after !== undefined && window.scrollY > 0) window.scrollBy(0, after - before);
  }

  function fill() {
    const open = place.querySelector("details")?.open;
    place.replaceChildren();
    place.hidden = false;
    form.hidden = true;
    document.body.classList.toggle("donker", room.blank);
    if (room.blank) { make("h1", "Kijk even naar de trainer", place); return; }
    newest(place);
    if (room.phase === "wachten") {
      make("h1", "Je doet mee", place);
      make("p", "Straks verschijnt hier een vraag. Je hoeft niets te doen.", place);
    } else {
      const turn = room.turn === 2 ? ", tweede keer" : "";
      make("h1", `Vraag ${room.at + 1} van ${room.of}${turn}`, place);
      if (room.phase === "onthuld") { make("h2", room.round.title, place); results(place); }
      else question(place, room.phase === "open");
    }
    story(place);
    if (open) place.querySelector("details").open = true;
  }

  // --- talking to the server ---------------------------------------------------------------------

  function take(view) {
    if (room && view.v < room.v) return;
    const first = !room || !form.hidden;
    if (!first && room.v === view.v) return;
    const moved = first || room.blank !== view.blank || turnOf(room) !== turnOf(view) || room.phase !== view.phase;
    let news = false;
    room = view;
    // A dark room does not say where it is; what people were doing is still there when it gets light.
    if (!view.blank) {
      const turned = lit && turnOf(lit) !== turnOf(view);
      if (turned) {
        mine = own[turnOf(view)] || [];
        draft = waiting = null;
        if (cameBack) setTimeout(refresh, Math.random() * 1500);
      }
      if (lit && !turned && view.layers.length > lit.layers.length) news = true;
      lit = view;
    }
    draw();
    if (waiting) return;
    if (news) { say("Er is iets nieuws bekend. Lees het bovenaan."); return; }
    if (!moved) return;
    if (view.phase !== "gesloten") say("");
    else say(mine.length ? "De vraag is dicht. Jouw keuze telt mee." : "De vraag is dicht.");
  }

  async function send() {
    const vote = waiting;
    if (!vote || sending) return;
    sending = true;
    clearTimeout(again);
    say("Je keuze gaat weg…");
    try {
      await ask("stem", vote);
      tries = 0;
      own[turnOf(vote)] = vote.keuzes;
      if (waiting !== vote) return; // a newer choice, or another question by now
      waiting = null;
      if (draft === vote.keuzes) draft = null; // else more was ticked meanwhile
      mine = vote.keuzes;
      draw();
      if (room.blank) say("");
      else if (room.phase !== "open") say("Je keuze is binnen.");
      else say(draft ? "Je eerste keuze is binnen. Stuur ook wat je nu kiest." : "Je keuze is binnen. Je kunt hem nog veranderen.");
    } catch (error) {
      if (error.status && error.status < 500 && error.status !== 429) {
        if (waiting !== vote) return;
        waiting = null;
        draw();
        say(error.message || "Dat lukte niet. Kies opnieuw.");
        refresh();
        return;
      }
      say("Geen verbinding. We sturen je keuze vanzelf opnieuw.");
      tries += 1;
      again = setTimeout(send, Math.min(8000, 500 * 2 ** tries) + Math.random() * 300);
    } finally {
      sending = false;
      if (waiting && waiting !== vote) send();
    }
  }

  async function refresh() {
    if (!code) return;
    const was = mine;
    const asked = code;
    try {
      const answer = await ask("zaal");
      if (code !== asked) return;
      if (answer.werk === null && form.hidden) { begin(); return; }
      const before = mine.join();
      // Chosen meanwhile: then this answer is older than what stands here.
      if (mine === was && !waiting) mine = answer.mijn || [];
      take(answer.zaal);
      if (mine.join() !== before) draw();
    } catch (error) {
      if (error.status === 404) ended();
    }
  }

  function ended() {
    source?.close();
    waiting = null;
    document.body.classList.remove("donker");
    place.replaceChildren();
    make("h1", "Deze workshop is afgelopen", place);
    make("p", "Bedankt voor het meedoen. Wat je koos, is gewist.", place);
    place.hidden = false;
    form.hidden = true;
    code = "";
    say("");
  }

  function listen() {
    source?.close();
    if (!code) return;
    source = new EventSource(`/mee/${code}/stroom`);
    source.addEventListener("zaal", (event) => take(JSON.parse(event.data)));
    source.addEventListener("weg", ended);
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000 + Math.random() * 2000);
    });
  }

  function begin() {
    form.hidden = false;
    place.hidden = true;
    document.body.classList.remove("donker");
    const job = remembered(`tw-${code}-werk`);
    for (const input of form.querySelectorAll("input[name=werk]")) if (input.value === job) input.checked = true;
    say("");
  }

  function wrong(words) {
    say(words, $("code").parentNode);
    $("code").focus();
  }

  async function join(event) {
    event.preventDefault();
    const typed = $("code").value.toUpperCase().replace(/[^A-Z0-9]/g, "");
    const chosen = form.querySelector("input[name=werk]:checked");
    if (typed.length !== 8) { wrong("Typ de acht tekens van de code."); return; }
    if (!chosen) { form.querySelector("input[name=werk]").focus(); say("Kies je werk.", form.querySelector("legend")); return; }
    code = typed;
    token = remembered(`tw-${code}`);
    cameBack = Boolean(token);
    token = token || random();
    say("Even wachten…");
    try {
      const answer = await ask("in", { werk: chosen.value });
      remember(`tw-${code}`, token);
      remember(`tw-${code}-werk`, chosen.value);
      // A refresh then comes back to this room, also for who typed the code.
      history.replaceState(null, "", `/mee/${code}`);
      mine = answer.mijn || [];
      room = lit = draft = null;
      take(answer.zaal);
      place.querySelector("h1")?.setAttribute("tabindex", "-1");
      place.querySelector("h1")?.focus();
      listen();
    } catch (error) {
      code = "";
      if (error.status === 404) wrong(error.message);
      else say(error.message || "Geen verbinding. Probeer het opnieuw.");
    }
  }

  form.addEventListener("submit", join);
  // A phone that wakes up or finds its network again asks at once how things stand.
  const awake = () => {
    if (document.visibilityState !== "visible" || !code || !form.hidden) return;
    refresh();
    if (!source || source.readyState === EventSource.CLOSED) listen();
    if (waiting) send();
  };
  document.addEventListener("visibilitychange", awake);
  window.addEventListener("online", awake);
  window.addEventListener("pageshow", awake);
  setInterval(() => { if (source && source.readyState !== EventSource.OPEN) refresh(); }, 4000);

  // Coming back to the same address: go on where this phone was.
  const typed = $("code").value.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const kept = typed.length === 8 && remembered(`tw-${typed}`);
  if (kept) {
    code = typed;
    token = kept;
    cameBack = true;
    const back = () => ask("zaal").then((answer) => {
      if (!form.hidden && code !== typed) return; // gone into another room meanwhile
      if (!answer.werk) { begin(); return; }
      mine = answer.mijn || [];
      take(answer.zaal);
      listen();
    }).catch((error) => {
      if (error.status === 404) ended();
      else { say("Geen verbinding. We proberen het vanzelf opnieuw."); setTimeout(back, 2000); }
    });
    back();
  }
})();
