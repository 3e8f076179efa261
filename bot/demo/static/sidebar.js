// Who one is, and where one can go: channels, direct messages, the app.

import { avatar, role } from "./avatar.js";
import { $, h, icon } from "./dom.js";
import { act, changed, go, seenOf, store, unread, view } from "./store.js";

const toasted = new Set();

export function drawSidebar() {
  const { state } = store;
  $("team").textContent = state.team;
  drawWho();
  const fresh = new Set(unread(view.user));
  const line = (channel, shown) => h("li", {}, h("button", {
    type: "button", "aria-current": channel.id === view.channel && !view.home ? "page" : null, class: fresh.has(channel.id) ? "fresh" : "",
    click: () => go({ channel: channel.id }),
  }, shown, fresh.has(channel.id) ? h("span", { class: "dot", title: "Unread" }) : null));
  const sign = (channel) => (channel.kind === "private_channel" ? icon("lock") : h("span", { class: "sign" }, "#"));
  const rooms = state.channels.filter((channel) => channel.kind !== "im");
  const talks = state.channels.filter((channel) => channel.kind === "im" && channel.with !== state.bot.id);
  const bot = state.channels.find((channel) => channel.with === state.bot.id);
  $("channels").replaceChildren(...rooms.map((channel) => line(channel, [sign(channel), h("span", {}, channel.title), channel.is_ext_shared && h("span", { class: "note" }, "shared")])));
  $("talks").replaceChildren(...talks.map((channel) => line(channel, [avatar(state.users.find((user) => user.id === channel.with), state.bot), h("span", {}, channel.title)])));
  $("apps").replaceChildren(h("li", {}, h("button", {
    type: "button", "aria-current": inApp(bot) ? "page" : null, class: bot && fresh.has(bot.id) ? "fresh" : "", click: () => openApp(state.bot.home_tab && !(bot && fresh.has(bot.id))),
  }, avatar({ id: state.bot.id }, state.bot), h("span", {}, state.bot.name), bot && fresh.has(bot.id) ? h("span", { class: "dot", title: "Unread" }) : null)));
  document.body.classList.toggle("drawer", view.drawer);
}

function inApp(bot) {
  return Boolean(bot) && view.channel === bot.id;
}

function drawWho() {
  const { state } = store;
  const people = state.users.filter((user) => !user.is_bot);
  const me = people.find((user) => user.id === view.user);
  const news = (user) => (user.id !== view.user && !user.deleted && isNew(state.alerts[user.id], user.id) ? " • unread" : "");
  const shown = people.map((user) => h("option", { value: user.id, selected: user.id === view.user }, user.real_name + (role(user) ? ` (${role(user)})` : "") + news(user)));
  fill($("me"), shown);
  $("face").replaceChildren(avatar(me, state.bot));
  const others = people.filter((user) => user.id !== view.user && !user.deleted);
  fill($("write-to"), [h("option", { value: "" }, "Write to…"), ...others.map((user) => h("option", { value: user.id }, user.real_name))]);
  drawToast(people);
}

function isNew(alert, user) {
  return Boolean(alert) && alert.ts > seenOf(user, alert.channel);
}

// When the app writes to somebody else than the person one is, the page says so: nobody else would notice.
function drawToast(people) {
  const { state } = store;
  const found = people.find((user) => user.id !== view.user && !user.deleted && isNews(user.id, state.alerts[user.id]));
  $("toast").hidden = !found;
  if (!found) return;
  const seen = () => Object.values(state.alerts).forEach((alert) => toasted.add(alert.ts));
  $("toast").replaceChildren(avatar({ id: state.bot.id }, state.bot), h("span", {}, `${state.bot.name} wrote to ${found.real_name}.`),
    h("button", { type: "button", class: "primary", click: () => { seen(); readAs(found.id); } }, `Read as ${found.real_name.split(" ")[0]}`),
    h("button", { type: "button", class: "plain-button", "aria-label": "Dismiss", click: () => { seen(); changed(); } }, icon("close")));
}

function isNews(user, alert) {
  const own = store.state.alerts[view.user]; // one message to several people is news once
  const told = own && alert && Math.abs(Number(own.ts) - Number(alert.ts)) < 30 && own.ts <= seenOf(view.user, own.channel);
  return isNew(alert, user) && !told && !toasted.has(alert.ts);
}

async function readAs(user) {
  const answer = await act("open_direct", { user, other: store.state.bot.id });
  if (answer.channel) go({ user, channel: answer.channel.id });
}

// A list that somebody has open must not be drawn anew under their hands.
function fill(select, options) {
  const drawn = options.map((option) => option.value + option.textContent).join("|") + view.user;
  if (select.dataset.drawn === drawn) return;
  select.dataset.drawn = drawn;
  select.replaceChildren(...options);
}

export async function openApp(home) {
  const answer = await act("open_direct", { other: store.state.bot.id });
  if (!answer.channel) return;
  go({ channel: answer.channel.id, home: Boolean(home) });
  if (home) await act("open_home", {});
}

$("me").addEventListener("change", (event) => go({ user: event.target.value, home: view.home }));
$("write-to").addEventListener("change", async (event) => {
  const other = event.target.value;
  event.target.value = "";
  if (!other) return;
  const answer = await act("open_direct", { other });
  if (answer.channel) go({ channel: answer.channel.id });
});
