// The wall follows the room. One key (B) makes this screen dark; the trainer can do so for all.
"use strict";
(() => {
  const code = document.body.dataset.code.replace(/\s/g, "");
  const wall = document.getElementById("wand");
  const count = document.getElementById("aantal");
  let room = null;
  let dark = false;
  let voted = 0;
  let joined = 0;

  const make = (name, words = "", into = null, style = "") => {
    const made = document.createElement(name);
    if (words !== "") made.textContent = words;
    if (style) made.className = style;
    if (into) into.append(made);
    return made;
  };
  const shade = () => document.body.classList.toggle("donker", dark || Boolean(room && room.blank));

  function counted() {
    if (!room || room.blank) { count.textContent = ""; return; }
    if (room.phase === "wachten") { count.textContent = joined === 1 ? "1 doet mee" : `${joined} doen mee`; return; }
    count.textContent = room.phase === "open" ? `${voted} ${voted === 1 ? "keuze" : "keuzes"} binnen` : "De vraag is dicht";
  }

  function bars(into) {
    const { first, second } = room.results;
    const now = second || first;
    const most = Math.max(1, ...Object.values(now.total), ...Object.values(first.total));
    const table = make("table", "", into);
    make("caption", second ? "Eerst (gestreept) en na het gesprek (vol)" : "Wat jullie kozen", table);
    const head = make("tr", "", make("thead", "", table));
    for (const words of second ? ["Keuze", "Eerst", "Nu", "Verdeling"] : ["Keuze", "Aantal", "Verdeling"]) make("th", words, head).scope = "col";
    const body = make("tbody", "", table);
    const chosen = room.round.options.filter(([id]) => first.total[id] || now.total[id]);
    for (const [id, label] of chosen) {
      const row = make("tr", "", body);
      make("th", label, row).scope = "row";
      make("td", String(first.total[id]), row, "n");
      if (second) make("td", String(second.total[id]), row, "n");
      const cell = make("td", "", row, "b");
      if (second) make("span", "", cell, "balk eerst").style.width = `${(100 * first.total[id]) / most}%`;
      make("span", "", cell, "balk").style.width = `${(100 * now.total[id]) / most}%`;
    }
    const rest = room.round.options.filter(([id]) => !first.total[id] && !now.total[id]);
    if (rest.length) make("p", `Niemand koos: ${rest.map(([, label]) => label.toLowerCase()).join(", ")}.`, into, "rest");
    make("p", "Er is geen goed antwoord. Waarom koos je dit?", into);
  }

  // Nine jobs stand side by side, so one word each, that may break.
  const short = (job) => {
    const word = job.replace(/-/g, " ").replace(/^(leiding|onder|vrij|jongeren|jeugd)/, "$1\u00ad");
    return word[0].toUpperCase() + word.slice(1);
  };

  function perJob(into) {
    const now = room.results.second || room.results.first;
    const jobs = Object.keys(room.jobs).filter((job) => now.jobs[job]);
    const table = make("table", "", into, "werk");
    const chosen = room.round.options.filter(([id]) => now.total[id]).sort(([a], [b]) => now.total[b] - now.total[a]);
    make("caption", chosen.length > 5 ? "De vijf meest gekozen antwoorden, per werk" : "Wat jullie kozen, per werk", table);
    const head = make("tr", "", make("thead", "", table));
    make("th", "Keuze", head).scope = "col";
    for (const job of jobs) {
      const cell = make("th", short(job), head, "n");
      cell.scope = "col";
      cell.setAttribute("aria-label", room.jobs[job]);
    }
    const body = make("tbody", "", table);
    for (const [id, label] of chosen.slice(0, 5)) {
      const row = make("tr", "", body);
      make("th", label, row).scope = "row";
      for (const job of jobs) make("td", String(now.jobs[job][id] || "–"), row, "n");
    }
    make("p", "Kijk je door je werk anders? Vraag elkaar waarom.", into);
  }

  // The last row reads it, and nobody scrolls a wall: smaller type when a story is long.
  function fit() {
    const page = document.documentElement;
    for (let size = 100; size >= 55; size -= 5) {
      wall.style.fontSize = `${size}%`;
      if (page.scrollHeight <= window.innerHeight) return;
    }
  }

  function draw() {
    fill();
    fit();
  }

  function fill() {
    shade();
    wall.replaceChildren();
    counted();
    if (room.blank) return;
    // Until the first question people still come in: code and QR are big then.
    document.body.classList.toggle("begin", !room.begun);
    if (room.layers.length) {
      const box = make("p", "", wall, room.phase === "onthuld" ? "laag nieuw smal" : "laag nieuw");
      make("strong", "Nieuw: dit is later bekend", box);
      make("span", room.layers.at(-1), box);
    }
    if (room.phase === "wachten") {
      make("h1", room.case, wall);
      make("p", `${room.reporter} vertelt. Dit verhaal is verzonnen.`, wall);
      if (room.heads_up) make("p", room.heads_up, wall, "laag");
      const told = make("div", "", wall, "verhaal");
      for (const words of room.story) make("p", words, told);
    } else {
      make("h1", room.round.title, wall);
      if (room.phase === "onthuld") (room.split ? perJob : bars)(wall);
      else {
        make("p", room.turn === 2 ? "Stem nog een keer, na het gesprek." : room.round.help, wall);
        const list = make("ul", "", wall);
        for (const [, label] of room.round.options) make("li", label, list);
      }
    }
    for (const words of room.layers.slice(0, -1)) make("p", `Later bekend: ${words}`, wall, "laag eerder");
  }

  function ended() {
    room = null;
    dark = false;
    document.body.className = "klaar";
    document.title = "Afgelopen – Triggerwijzer";
    document.getElementById("mee").remove();
    wall.replaceChildren();
    wall.style.fontSize = "";
    make("h1", "Deze workshop is afgelopen", wall);
    make("p", "Bedankt voor het meedoen. Wat jullie kozen, is gewist.", wall);
  }

  window.addEventListener("resize", fit);
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "b" && !event.ctrlKey && !event.metaKey && !event.altKey) { dark = !dark; shade(); }
  });

  function listen() {
    const source = new EventSource(`/mee/${code}/stroom?wand=1`);
    source.addEventListener("zaal", (event) => { room = JSON.parse(event.data); draw(); });
    source.addEventListener("aantal", (event) => { ({ voted, joined } = JSON.parse(event.data)); counted(); });
    source.addEventListener("weg", () => { source.close(); ended(); });
    source.addEventListener("error", async () => {
      if (source.readyState !== EventSource.CLOSED) return;
      // Closed while this screen was away: then nobody told it.
      const answer = await fetch(`/mee/${code}/zaal`, { cache: "no-store" }).catch(() => null);
      if (answer?.status === 404) ended();
      else setTimeout(listen, 2000);
    });
  }
  listen();
})();
