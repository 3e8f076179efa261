// The page of one person: what they see, what they write, and what they press. News come by long polling.

import { blocks } from "./blocks.js";
import { $, h } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";

const place = new URLSearchParams(location.search);
const view = { user: place.get("user") ?? "", channel: place.get("channel") ?? "", home: false, thread: null, seen: {}, drawn: "" };
let state = null;
let polling = new AbortController();

const names = {
  user: (id) => state.users.find((user) => user.id === id)?.real_name ?? (id === "USLACKBOT" ? "Slackbot" : undefined),
  channel: (id) => state.channels.find((channel) => channel.id === id)?.title,
};

async function act(deed, body) {
  const answer = await fetch(`/_control/${deed}`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
  }).then((response) => response.json(), () => ({ error: "The workspace does not answer." }));
  trouble(answer.error && !answer.message ? answer.error : "");
  return answer;
}

function trouble(words) {
  $("trouble").textContent = words;
  $("trouble").hidden = !words;
}

async function poll(known) {
  polling.abort();
  polling = new AbortController();
  const query = new URLSearchParams({ user: view.user, channel: view.channel, known });
  try {
    const response = await fetch(`/_control/state?${query}`, { signal: polling.signal });
    state = await response.json();
    const settled = settle();
    if (settled) draw();
    poll(settled ? state.version : "");
  } catch (error) {
    if (error.name === "AbortError") return;
    trouble("The workspace does not answer; trying again.");
    setTimeout(() => poll(""), 1000);
  }
}

// A person and a conversation must be chosen before there is anything to draw.
function settle() {
  const people = state.users.filter((user) => !user.is_bot);
  if (!people.some((user) => user.id === view.user)) {
    view.user = people[0]?.id ?? "";
    return false;
  }
  if (!state.channels.some((channel) => channel.id === view.channel)) {
    view.channel = state.channels[0]?.id ?? "";
    return !view.channel;
  }
  return true;
}

function go(change) {
  Object.assign(view, { home: false, thread: null }, change);
  history.replaceState(null, "", `?${new URLSearchParams({ user: view.user, channel: view.channel })}`);
  poll("");
}

function draw() {
  document.title = `${state.team}: local workspace`;
  $("team").textContent = state.team;
  drawClock();
  drawWho();
  drawConversations();
  drawMessages();
  drawPeople();
  drawWire();
}

function drawClock() {
  $("clock").hidden = !state.clock;
  if (!state.clock) return;
  const shown = new Date(`${state.clock.slice(0, 19)}Z`);
  const form = { weekday: "short", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC", hourCycle: "h23" };
  $("now").textContent = shown.toLocaleString("en-GB", form);
  $("now").dateTime = state.clock;
}

function drawWho() {
  const people = state.users.filter((user) => !user.is_bot);
  const role = (user) => (user.deleted ? " (deactivated)" : user.is_admin ? " (admin)" : user.is_restricted ? " (guest)" : "");
  fill($("me"), people.map((user) => h("option", { value: user.id, selected: user.id === view.user }, user.real_name + role(user))));
  const others = state.users.filter((user) => user.id !== view.user && !user.deleted);
  fill($("write-to"), [h("option", { value: "" }, "…"), ...others.map((user) => h("option", { value: user.id }, user.real_name))]);
}

// A list that somebody has open must not be drawn anew under their hands.
function fill(select, options) {
  const drawn = options.map((option) => option.value + option.textContent).join("|") + view.user;
  if (select.dataset.drawn === drawn) return;
  select.dataset.drawn = drawn;
  select.replaceChildren(...options);
}

function drawConversations() {
  view.seen[view.channel] = state.channels.find((channel) => channel.id === view.channel)?.last ?? "";
  const line = (channel) => {
    const here = channel.id === view.channel && !view.home;
    const fresh = channel.last > (view.seen[channel.id] ?? "");
    const attributes = { type: "button", "aria-current": here ? "true" : null, class: fresh ? "fresh" : "", click: () => go({ channel: channel.id }) };
    return h("li", {}, h("button", attributes, label(channel)));
  };
  const rank = { public_channel: 0, private_channel: 1, im: 2 };
  const bot = state.channels.some((channel) => channel.with === state.bot.id) ? null
    : h("li", {}, h("button", { type: "button", click: () => writeTo(state.bot.id) }, `● ${state.bot.name}`));
  const home = state.bot.home_tab && h("li", {}, h("button", { type: "button", "aria-current": view.home ? "true" : null, click: openHome }, `⌂ ${state.bot.name} Home`));
  const sorted = [...state.channels].sort((a, b) => rank[a.kind] - rank[b.kind]);
  $("conversations").replaceChildren(...sorted.map(line), ...(bot ? [bot] : []), ...(home ? [home] : []));
}

function label(channel) {
  if (channel.kind === "im") return `● ${channel.title}`;
  return `# ${channel.title}${channel.kind === "private_channel" ? " (private)" : ""}${channel.is_ext_shared ? " (shared)" : ""}`;
}

async function writeTo(other) {
  const answer = await act("open_direct", { user: view.user, other });
  if (answer.channel) go({ channel: answer.channel.id });
}

async function openHome() {
  Object.assign(view, { home: true, drawn: "" });
  await act("open_home", { user: view.user });
  draw();
}

function drawMessages() {
  const channel = state.channels.find((found) => found.id === view.channel);
  const sign = channel && channel.kind === "public_channel" ? "#" : "";
  $("title").textContent = view.home ? `${state.bot.name} Home` : channel ? `${sign}${channel.title}` : "No conversation";
  const hint = state.commands.length ? `, or ${state.commands[0]} …` : "";
  $("text").placeholder = `Message ${channel?.title ?? ""}, @${state.bot.name} …${hint}`;
  $("composer").hidden = view.home || !channel;
  const drawn = JSON.stringify([view.user, view.channel, view.home, view.home ? state.home : state.messages, state.users]);
  if (drawn === view.drawn) return;
  view.drawn = drawn;
  const box = $("messages");
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
  box.replaceChildren(...(view.home ? homeNodes() : messageNodes()));
  if (atEnd && !view.home) box.scrollTop = box.scrollHeight;
}

function homeNodes() {
  if (!state.home) return [h("p", { class: "empty" }, "The app has not published a Home tab for you yet.")];
  const use = (item, block, value) => act("press_home", { user: view.user, action_id: item.action_id, value });
  return [h("article", { class: "home" }, blocks(state.home.blocks, { names, use }))];
}

function messageNodes() {
  const first = state.messages.filter((message) => !message.thread_ts || message.thread_ts === message.ts);
  if (!state.messages.length) return [h("p", { class: "empty" }, "Nothing has been said here yet.")];
  const shown = new Set(first.map((message) => message.ts));
  const alone = state.messages.filter((message) => message.thread_ts && !shown.has(message.thread_ts));
  return [...first, ...alone].sort((a, b) => (a.ts < b.ts ? -1 : 1)).flatMap((message) => {
    const replies = state.messages.filter((reply) => reply.thread_ts === message.ts && reply.ts !== message.ts);
    return [messageNode(message, true), ...(replies.length ? [h("div", { class: "replies" }, replies.map((reply) => messageNode(reply, false)))] : [])];
  });
}

function messageNode(message, isFirst) {
  const use = (item, block, value) =>
    act("press", { user: view.user, ts: message.ts, action_id: item.action_id, block_id: block.block_id, value });
  const time = new Date(Number(message.ts) * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const name = names.user(message.user) ?? message.user;
  const body = message.blocks.length ? blocks(message.blocks, { names, use }) : mrkdwn(message.text, names);
  const reply = isFirst && !message.ephemeral
    ? h("button", { type: "button", class: "reply", click: () => enterThread(message, name) }, "Reply in thread") : null;
  return h("article", { class: message.ephemeral ? "ephemeral" : "", "data-ts": message.ts },
    h("div", { class: "head" }, h("strong", {}, name), message.by_app ? h("span", { class: "badge" }, "APP") : null,
      h("time", {}, time), message.edited_ts ? h("span", { class: "faint" }, "(edited)") : null,
      message.ephemeral ? h("span", { class: "only" }, "Only visible to you") : null, reply),
    h("div", { class: "body" }, body));
}

function enterThread(message, name) {
  view.thread = message.ts;
  $("thread").hidden = false;
  $("thread").querySelector("q").textContent = `${name}: ${message.text.slice(0, 60)}`;
  $("text").focus();
}

function leaveThread() {
  view.thread = null;
  $("thread").hidden = true;
}

function drawPeople() {
  $("people").replaceChildren(...state.users.filter((user) => !user.is_bot).map((user) => {
    const deed = user.deleted ? "reactivate" : "deactivate";
    const label = user.deleted ? "Reactivate" : "Deactivate";
    return h("li", { class: user.deleted ? "gone" : "" }, h("span", {}, user.real_name),
      h("button", { type: "button", "data-user": user.id, click: () => act(deed, { user: user.id }) }, label));
  }));
}

function drawWire() {
  $("connections").textContent = `(${state.connections} ${state.connections === 1 ? "connection" : "connections"})`;
  $("wire").replaceChildren(...[...state.wire].reverse().map((entry) =>
    h("li", { value: entry.number }, `${entry.way === "to_app" ? "→ app" : "← app"} ${entry.name}: ${entry.outcome}`)));
}

async function send(event) {
  event.preventDefault();
  const text = $("text").value.trim();
  if (!text) return;
  const command = text.startsWith("/") ? text.split(/\s/, 1)[0] : null;
  if (command && view.thread) return trouble("Slash commands do not work in threads.");
  $("text").value = "";
  const common = { user: view.user, channel: view.channel };
  const answer = command
    ? await act("slash", { ...common, command, text: text.slice(command.length).trim() })
    : await act("say", { ...common, text, thread_ts: view.thread });
  if (answer.error && !answer.message && !$("text").value) $("text").value = text;
  $("messages").scrollTop = $("messages").scrollHeight;
}

$("composer").addEventListener("submit", send);
$("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
});
$("thread").querySelector("button").addEventListener("click", leaveThread);
$("me").addEventListener("change", (event) => { leaveThread(); go({ user: event.target.value }); });
$("write-to").addEventListener("change", (event) => {
  const other = event.target.value;
  event.target.value = "";
  if (other) writeTo(other);
});
$("clock").addEventListener("click", (event) => {
  const { days = "0", months = "0" } = event.target.dataset;
  if (days !== "0" || months !== "0") act("clock", { days, months });
});
$("join").addEventListener("submit", (event) => {
  event.preventDefault();
  act("add_user", { real_name: $("newcomer").value });
  $("newcomer").value = "";
});
poll("");
