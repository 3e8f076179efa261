// The page of one person in the workspace.

import { composer } from "./composer.js";
import { $ } from "./dom.js";
import { drawMessages, toEnd } from "./messages.js";
import { drawModal } from "./modal.js";
import { drawPanel } from "./panel.js";
import { drawSidebar, openApp } from "./sidebar.js";
import { act, changed, onChange, poll, store, trouble, view } from "./store.js";

onChange(() => {
  document.title = `${store.state.team}: local workspace`;
  drawClock();
  drawHead();
  drawMessages();
  drawSidebar();
  drawPanel();
  drawModal();
});

function drawClock() {
  const { clock } = store.state;
  $("clock").hidden = !clock;
  if (!clock) return;
  const shown = new Date(`${clock.slice(0, 19)}Z`);
  const form = { weekday: "short", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC", hourCycle: "h23" };
  $("now").textContent = shown.toLocaleString("en-GB", form);
  $("now").dateTime = clock;
  const tomorrow = new Date(shown.getTime() + 86400000).toISOString().slice(0, 10);
  if ($("to").min !== tomorrow) $("to").min = tomorrow;
}

function drawHead() {
  const { state } = store;
  const channel = state.channels.find((found) => found.id === view.channel);
  const app = channel?.with === state.bot.id;
  const sign = channel && channel.kind !== "im" ? "#" : "";
  $("title").textContent = channel ? `${sign}${channel.title}` : "No conversation";
  $("tabs").hidden = !(app && state.bot.home_tab);
  $("tab-home").setAttribute("aria-selected", view.home ? "true" : "false");
  $("tab-messages").setAttribute("aria-selected", view.home ? "false" : "true");
  const hint = state.commands.length && innerWidth > 760 ? ", or type / for commands" : "";
  main.placeholder = app ? `Ask ${state.bot.name} anything${hint}` : `Message ${sign}${channel?.title ?? ""}${hint}`;
  $("composer").hidden = view.home || !channel;
}

const main = composer($("composer"), { label: "Message", thread: () => undefined, sent: toEnd, ids: { text: "text", file: "file" } });
const reply = composer($("reply"), { label: "Reply in the thread", thread: () => view.thread, sent: () => { $("thread").scrollTop = $("thread").scrollHeight; }, ids: { text: "reply-text", file: "reply-file" } });
reply.placeholder = "Reply…";

$("tab-home").addEventListener("click", () => openApp(true));
$("tab-messages").addEventListener("click", () => openApp(false));
$("open-drawer").addEventListener("click", () => { view.drawer = !view.drawer; changed(); });
$("shade").addEventListener("click", () => { view.drawer = false; changed(); });
$("trouble").querySelector("button").addEventListener("click", () => trouble(""));
$("clock").addEventListener("click", (event) => {
  const { days = "0", months = "0" } = event.target.dataset;
  if (days !== "0" || months !== "0") act("clock", { days, months });
});
$("to").addEventListener("change", (event) => {
  if (event.target.value && event.target.value >= event.target.min) act("clock", { to: event.target.value });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || document.querySelector("dialog[open], :popover-open")) return;
  Object.assign(view, { drawer: false }, innerWidth < 1100 ? { panel: null, thread: null } : {});
  changed();
});
poll("");
