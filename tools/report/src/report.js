// Makes a report answer: details of an attribution on hover, click and keyboard, and filters by speaker, kind and
// probability. Everything it shows is already on the page; without it the numbers in the text lead to the record.
"use strict";

function whosaidReport(root) {
  if (root.classList.contains("has-script")) return;
  root.classList.add("has-script");
  const all = (selector, within = root) => Array.from(within.querySelectorAll(selector));

  // Each attribution of each document: its entry in the record, its number in the text, and the runs it covers.
  const documents = all(".document").map((section) => {
    const attributions = new Map();
    for (const entry of all(".entry", section)) {
      const { number, person, kind, probability, look } = entry.dataset;
      const said = { number, person, kind, probability: Number(probability), look, entry, runs: [], shown: true };
      attributions.set(number, said);
    }
    for (const link of all(".number", section)) {
      const said = attributions.get(link.dataset.number);
      if (said) said.link = link;
    }
    const runs = all(".text .run", section).map((element) => {
      const covering = (letter) =>
        (element.dataset[letter] || "").split(" ").map((number) => attributions.get(number)).filter(Boolean);
      const run = { element, t: covering("t"), u: covering("u"), w: covering("w") };
      for (const said of new Set([...run.t, ...run.u, ...run.w])) said.runs.push(run);
      return run;
    });
    return { section, attributions, runs, speakers: all(".speaker", section) };
  });
  const everything = documents.flatMap((document) => Array.from(document.attributions.values()));
  const ofElement = new Map(documents.flatMap((it) => it.runs.map((run) => [run.element, run])));

  setUpFilters(root, all, documents, everything);
  setUpDetails(root, everything, ofElement);
}

function setUpFilters(root, all, documents, everything) {
  const form = root.querySelector(".filters");
  const least = form.querySelector("[name=probability]");
  const reset = form.querySelector("[type=reset]");
  const kinds = all("[name=kind]", form);
  const speakers = all("[name=speaker]");

  // The colours of a run are those of the innermost attribution that is shown.
  const paint = ({ element, t, u, w }) => {
    const first = (chain) => chain.find((said) => said.shown);
    const classes = Array.from(element.classList).filter((name) => !/^[tuwn][0-9x]$/.test(name));
    if (first(t)) classes.push(`t${first(t).look[0]}`);
    if (first(u)) classes.push(`u${first(u).look[0]}`, `n${first(u).look[1]}`);
    if (first(w)) classes.push(`w${first(w).look[0]}`);
    const plain = w.length > 0 && !first(w);
    element.className = classes.filter((name) => name !== "plain").concat(plain ? ["plain"] : []).join(" ");
  };

  const apply = () => {
    const people = new Set(speakers.filter((box) => box.checked).map((box) => box.value));
    const hidden = new Set(kinds.filter((box) => !box.checked).map((box) => box.value));
    const minimum = Number(least.value) / 100;
    for (const said of everything) {
      const chosen = people.size === 0 || people.has(said.person);
      said.shown = chosen && !hidden.has(said.kind) && said.probability >= minimum;
      said.entry.hidden = !said.shown;
      if (said.link) said.link.hidden = !said.shown;
    }
    for (const { attributions, runs, speakers } of documents) {
      runs.forEach(paint);
      const speaking = new Set(Array.from(attributions.values()).filter((it) => it.shown).map((it) => it.person));
      for (const speaker of speakers) speaker.classList.toggle("out", !speaking.has(speaker.dataset.person));
    }
    const shown = everything.filter((said) => said.shown).length;
    const noun = everything.length === 1 ? "attribution" : "attributions";
    form.querySelector(".count").textContent =
      shown === everything.length ? `${shown} ${noun}` : `${shown} of ${everything.length} ${noun}`;
    form.querySelector(".least").textContent = `${least.value}%`;
    reset.hidden = people.size === 0 && hidden.size === 0 && minimum === 0;
  };

  form.hidden = false;
  for (const box of speakers) {
    box.hidden = false;
    box.addEventListener("change", () => {
      // The same person is chosen in every document.
      for (const other of speakers) if (other.value === box.value) other.checked = box.checked;
      apply();
    });
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const box of kinds) box.checked = true;
    for (const box of speakers) box.checked = false;
    least.value = 0;
    apply();
    (kinds[0] || least).focus();
  });
  // A browser may have kept what was chosen before the page was loaded again.
  apply();
}

function setUpDetails(root, everything, ofElement) {
  const card = document.createElement("div");
  card.className = "card";
  card.setAttribute("role", "dialog");
  card.tabIndex = -1;
  card.hidden = true;
  root.append(card);
  let open = null;
  let pinned = false;
  let leaving = 0;
  const ofLink = new Map(everything.map((said) => [said.link, said]));
  // Gives the focus back without showing again what was just closed.
  let returning = false;
  const returnTo = (said) => {
    returning = true;
    if (said.link) said.link.focus();
    returning = false;
  };

  const light = (said, on) => {
    for (const { element } of said.runs) element.classList.toggle("lit", on);
  };
  const close = () => {
    clearTimeout(leaving);
    if (open) light(open, false);
    card.hidden = true;
    open = null;
    pinned = false;
  };
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => { if (!pinned) close(); }, 250);
  };

  const link = (text, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", act);
    return button;
  };
  const show = (said, near) => {
    clearTimeout(leaving);
    if (open === said) return;
    close();
    open = said;
    light(said, true);
    const copy = said.entry.querySelector("div").cloneNode(true);
    const steps = document.createElement("p");
    steps.className = "steps";
    const toRecord = () => {
      close();
      said.entry.scrollIntoView({ block: "center" });
      said.entry.focus({ preventScroll: true });
    };
    const back = () => {
      close();
      returnTo(said);
    };
    steps.append(link("Show in the record", toRecord), link("Close", back));
    card.replaceChildren(copy, steps);
    card.setAttribute("aria-label", `Number ${said.number}`);
    card.hidden = false;
    place(near);
  };
  // Below the words, or above them if there is more room; beside the text the speakers stay in sight.
  const place = (near) => {
    const words = near.getClientRects()[0] || near.getBoundingClientRect();
    const frame = root.getBoundingClientRect();
    const right = (near.closest("article") || root).getBoundingClientRect().right - frame.left;
    const left = Math.max(0, Math.min(words.left - frame.left, right - card.offsetWidth));
    const below = words.bottom + 8 + card.offsetHeight <= window.innerHeight || words.top < card.offsetHeight + 8;
    const top = below ? words.bottom - frame.top + 8 : words.top - frame.top - card.offsetHeight - 8;
    card.style.setProperty("--left", `${left}px`);
    card.style.setProperty("--top", `${top}px`);
  };
  const saidAt = (target) => {
    const run = ofElement.get(target.closest(".run"));
    return run && [...run.w, ...run.t, ...run.u].find((said) => said.shown);
  };

  root.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || pinned) return;
    const number = event.target.closest(".number");
    const said = number ? ofLink.get(number) : saidAt(event.target);
    if (said) show(said, number || event.target.closest(".run"));
    else if (event.target.closest(".card")) clearTimeout(leaving);
    else if (open) leave();
  });
  root.addEventListener("pointerleave", leave);
  root.addEventListener("click", (event) => {
    const number = event.target.closest(".number");
    const said = number ? ofLink.get(number) : saidAt(event.target);
    if (!said) {
      if (!event.target.closest(".card")) close();
      return;
    }
    event.preventDefault();
    pinned = false;
    show(said, number || event.target.closest(".run"));
    pinned = true;
    if (number) card.focus({ preventScroll: true });
  });
  root.addEventListener("focusin", (event) => {
    if (returning) return;
    const said = ofLink.get(event.target);
    if (said && !pinned && event.target.matches(":focus-visible")) {
      show(said, event.target);
      // The page may still scroll to what has the focus, as after a link from elsewhere.
      requestAnimationFrame(() => open === said && place(event.target));
    } else if (open && !pinned && !card.contains(event.target)) close();
  });
  root.addEventListener("focusout", (event) => {
    if (pinned && card.contains(event.target) && event.relatedTarget && !card.contains(event.relatedTarget)) close();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    const said = open;
    const inside = card.contains(document.activeElement);
    close();
    if (inside) returnTo(said);
  });

  // The way back from the record: the number in the text has the focus, and its words are lit.
  for (const said of everything) {
    said.entry.querySelector(".back").addEventListener("click", (event) => {
      if (!said.link) return;
      event.preventDefault();
      said.link.scrollIntoView({ block: "center" });
      said.link.focus({ preventScroll: true });
      show(said, said.link);
    });
  }
}

for (const root of document.querySelectorAll(".whosaid")) whosaidReport(root);
