// What opens beside the conversation: a thread, the people, or what went over the wire.

import { avatar, role } from "./avatar.js";
import { $, h, words } from "./dom.js";
import { drawThread } from "./messages.js";
import { act, changed, store, view } from "./store.js";

const TITLES = { thread: "Thread", people: "People", wire: "What went over the wire" };
const shown = { wire: "", people: "" };

export function drawPanel() {
  document.body.classList.toggle("with-panel", Boolean(view.panel));
  document.querySelectorAll("[data-opens]").forEach((button) => button.setAttribute("aria-pressed", button.dataset.opens === view.panel ? "true" : "false"));
  $("panel").hidden = !view.panel;
  if (!view.panel) return;
  $("panel-title").textContent = TITLES[view.panel];
  ["thread", "people", "wire"].forEach((name) => { $(`${name}-part`).hidden = name !== view.panel; });
  if (view.panel === "thread") drawThread();
  if (view.panel === "people") drawPeople();
  if (view.panel === "wire") drawWire();
}

function drawPeople() {
  const people = store.state.users.filter((user) => !user.is_bot);
  const drawn = JSON.stringify(people);
  if (drawn === shown.people) return;
  shown.people = drawn;
  $("people").replaceChildren(...people.map((user) => {
    const deed = user.deleted ? "reactivate" : "deactivate";
    const label = user.deleted ? "Reactivate" : "Deactivate";
    return h("li", { class: user.deleted ? "gone" : "" }, avatar(user, store.state.bot),
      h("span", { class: "name" }, user.real_name, role(user) && h("span", { class: "note" }, role(user))),
      h("button", { type: "button", "data-user": user.id, "aria-label": `${label} ${user.real_name}`, click: () => act(deed, { user: user.id }) }, label));
  }));
}

function drawWire() {
  const { wire, connections } = store.state;
  $("connections").textContent = `${connections} ${connections === 1 ? "connection" : "connections"} in Socket Mode. Click a line to read what was sent.`;
  const drawn = `${wire.at(-1)?.number}`;
  if (drawn === shown.wire) return;
  shown.wire = drawn;
  const open = new Set([...document.querySelectorAll("#wire details[open]")].map((node) => node.dataset.number));
  $("wire").replaceChildren(...[...wire].reverse().map((entry) => line(entry, open.has(String(entry.number)))));
}

function line(entry, wasOpen) {
  const good = ["ok", "acked"].includes(entry.outcome);
  const node = h("details", { "data-number": entry.number, open: wasOpen, toggle: () => { if (node.open) tell(node, entry); } },
    h("summary", {}, h("span", { class: `way ${entry.way}` }, entry.way === "to_app" ? "→ app" : "← app"), h("span", { class: "what" }, entry.name),
      h("span", { class: good ? "outcome" : "outcome bad" }, entry.outcome)),
    h("pre", {}));
  return h("li", {}, node);
}

async function tell(node, entry) {
  const answer = await fetch(`/_control/wire?since=${entry.number - 1}&count=1`).then((response) => response.json(), () => ({ wire: [] }));
  const found = answer.wire.find((one) => one.number === entry.number);
  node.querySelector("pre").replaceChildren(...words(found ? JSON.stringify(found.detail, null, 2) : "Not kept any more."));
}

document.querySelectorAll("[data-opens]").forEach((button) => button.addEventListener("click", () => {
  view.panel = view.panel === button.dataset.opens ? null : button.dataset.opens;
  view.drawer = false;
  changed();
}));
$("close-panel").addEventListener("click", () => { view.panel = null; view.thread = null; changed(); });
$("join").addEventListener("submit", (event) => {
  event.preventDefault();
  act("add_user", { real_name: $("newcomer").value });
  $("newcomer").value = "";
});
