// The messages of a conversation, and the thread beside them.

import { avatar } from "./avatar.js";
import { blocks } from "./blocks.js";
import { $, h, icon } from "./dom.js";
import { menu } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { act, changed, markSeen, names, store, view } from "./store.js";

const drawn = { main: "", until: "", last: "", pinned: -1, thread: "", replies: new Map() };

export function drawMessages() {
  const { state } = store;
  const box = $("messages");
  if (view.home) return drawHome(box);
  markSeen(view.user, view.channel, state.inbox[view.user]?.[view.channel]);
  const key = JSON.stringify([view.user, view.channel, state.messages, state.users, view.unreadFrom]);
  if (key === drawn.main) return undefined;
  const elsewhere = !drawn.main.startsWith(JSON.stringify([view.user, view.channel]).slice(0, -1));
  drawn.main = key;
  if (elsewhere) drawn.until = state.messages.at(-1)?.ts ?? ""; // what comes later is read as it comes
  const last = state.messages.at(-1)?.ts ?? "";
  const came = !elsewhere && last > drawn.last;
  drawn.last = last;
  const top = box.scrollTop;
  const atEnd = elsewhere || top === drawn.pinned || box.scrollHeight - top - box.clientHeight < 120;
  box.replaceChildren(...mainNodes());
  const fresh = elsewhere && box.querySelector(".new");
  if (fresh) fresh.scrollIntoView({ block: "start" });
  else if (atEnd && (came || elsewhere)) toEnd();
  else box.scrollTop = top;
  if (atEnd) $("below").hidden = true;
  else if (came) $("below").hidden = false;
  return followThreads(elsewhere);
}

// Where messages came while one was reading further up, a button leads to them.
$("messages").addEventListener("scroll", ({ target }) => {
  if (target.scrollHeight - target.scrollTop - target.clientHeight < 120) $("below").hidden = true;
});
$("below").addEventListener("click", toEnd);

export function toEnd() {
  const box = $("messages");
  const last = box.lastElementChild;
  box.scrollTop = box.scrollHeight;
  if (last && last.offsetHeight > box.clientHeight) box.scrollTop = last.offsetTop - box.offsetTop; // a long one is read from its top
  drawn.pinned = box.scrollTop;
  $("below").hidden = true;
}

function drawHome(box) {
  const { state } = store;
  $("below").hidden = true;
  const key = JSON.stringify(["home", view.user, state.home]);
  if (key === drawn.main) return;
  drawn.main = key;
  const use = (item, block, value) => act("press_home", { action_id: item.action_id, value });
  const suggest = async (item, text) => (await act("suggest", { action_id: item.action_id, text })).options;
  box.replaceChildren(state.home ? h("article", { class: "home" }, blocks(state.home.blocks, { names, use, suggest, kept: () => undefined }))
    : h("p", { class: "empty" }, `${state.bot.name} has not published a Home tab for you yet.`));
}

function mainNodes() {
  const all = store.state.messages;
  if (!all.length) return [h("p", { class: "empty" }, "Nothing has been said here yet.")];
  const here = new Set(all.map((message) => message.ts));
  const first = all.filter((message) => !message.thread_ts || message.thread_ts === message.ts || !here.has(message.thread_ts)
    || (message.ephemeral && message.thread_ts !== view.thread));
  return first.flatMap((message, place) => {
    const before = first[place - 1];
    const fresh = isNew(message) && !(before && isNew(before));
    return [dayLine(message, before), fresh && h("div", { class: "new", role: "separator" }, h("span", {}, "New")),
      messageNode(message, { after: !fresh && before, thread: true })].filter(Boolean);
  });
}

function isNew(message) {
  return message.user !== view.user && view.unreadFrom !== "" && message.ts > view.unreadFrom && message.ts <= drawn.until;
}

function dayLine(message, before) {
  const day = (one) => new Date(Number(one.ts) * 1000).toDateString();
  if (before && day(before) === day(message)) return null;
  const today = day(message) === new Date().toDateString();
  return h("div", { class: "day" }, h("span", {}, today ? "Today" : new Date(Number(message.ts) * 1000).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" })));
}

function repliesTo(message) {
  return store.state.messages.filter((reply) => reply.thread_ts === message.ts && reply.ts !== message.ts && !reply.ephemeral);
}

function messageNode(message, { after, thread }) {
  const author = store.state.users.find((user) => user.id === message.user);
  const near = after && after.user === message.user && Boolean(after.ephemeral) === Boolean(message.ephemeral)
    && !message.blocks.length && Number(message.ts) - Number(after.ts) < 300 && !repliesTo(after).length;
  const time = h("time", {}, new Date(Number(message.ts) * 1000).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }));
  const head = h("div", { class: "head" }, h("strong", {}, names.user(message.user) ?? message.user),
    message.by_app ? h("span", { class: "badge" }, "APP") : null, time);
  return h("article", { class: `${message.ephemeral ? "ephemeral" : ""} ${near ? "near" : ""}`, "data-ts": message.ts },
    message.ephemeral ? h("p", { class: "only" }, icon("lock"), "Only visible to you") : null,
    near ? h("span", { class: "gutter" }, time) : avatar(author, store.state.bot),
    h("div", { class: "content" }, near ? null : head, h("div", { class: "body" }, bodyOf(message)), filesOf(message),
      message.edited_ts ? h("span", { class: "faint" }, "(edited)") : null, thread && !message.ephemeral ? threadLine(message) : null),
    message.ephemeral ? null : h("div", { class: "tools" },
      thread && h("button", { type: "button", title: "Reply in thread", "aria-label": "Reply in thread", click: () => openThread(message.ts) }, icon("reply")),
      shortcuts(message)));
}

// The app's shortcuts, in a menu on each message that others can see too.
function shortcuts(message) {
  const { shortcuts: known, bot } = store.state;
  if (!known.length) return null;
  const use = (one) => act("shortcut", { ts: message.ts, callback_id: one.value });
  return menu(known.map((one) => ({ value: one.callback_id, label: one.name, note: bot.name })), { label: "Shortcuts", use });
}

function bodyOf(message) {
  const use = (item, block, value) => act("press", { ts: message.ts, action_id: item.action_id, block_id: block.block_id, value });
  const suggest = async (item, text) => (await act("suggest", { action_id: item.action_id, text, ts: message.ts })).options;
  if (message.blocks.length) return blocks(message.blocks, { names, use, suggest, kept: () => undefined });
  return mrkdwn(message.text, names);
}

function filesOf(message) {
  const size = (bytes) => (bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);
  return message.files.map((file) => h("div", { class: "file" }, h("span", { class: "kind" }, file.filetype.slice(0, 4).toUpperCase()),
    h("span", {}, h("strong", {}, file.name), h("span", { class: "note" }, `${file.pretty_type}, ${size(file.size)}`))));
}

function threadLine(message) {
  const replies = repliesTo(message);
  if (!replies.length) return null;
  const people = [...new Set(replies.map((reply) => reply.user))].slice(0, 4);
  const faces = people.map((id) => avatar(store.state.users.find((user) => user.id === id), store.state.bot));
  return h("button", { type: "button", class: "thread-line", click: () => openThread(message.ts) }, faces,
    h("b", {}, replies.length === 1 ? "1 reply" : `${replies.length} replies`), h("span", { class: "note" }, "View thread"));
}

export function openThread(ts) {
  Object.assign(view, { thread: ts, panel: "thread" });
  drawn.thread = "";
  changed();
}

// An answer to what this person has just asked opens beside it where there is room.
function followThreads(elsewhere) {
  const before = drawn.replies;
  drawn.replies = new Map(store.state.messages.map((message) => [message.ts, repliesTo(message).length]));
  if (elsewhere || innerWidth < 1100) return;
  const answered = store.state.messages.find((message) => message.user === view.user && before.has(message.ts)
    && !before.get(message.ts) && drawn.replies.get(message.ts));
  if (answered && view.thread !== answered.ts) openThread(answered.ts);
}

export function drawThread() {
  const box = $("thread");
  const first = store.state.messages.find((message) => message.ts === view.thread);
  if (view.panel !== "thread" || !first) return;
  const own = store.state.messages.filter((message) => message.thread_ts === view.thread && message.ts !== view.thread);
  const key = JSON.stringify([view.user, first, own]);
  if (key === drawn.thread) return;
  const atEnd = !drawn.thread || box.scrollHeight - box.scrollTop - box.clientHeight < 120;
  drawn.thread = key;
  const count = own.length ? [h("div", { class: "day" }, h("span", {}, own.length === 1 ? "1 reply" : `${own.length} replies`))] : [];
  box.replaceChildren(messageNode(first, {}), ...count, ...own.map((message, place) => messageNode(message, { after: own[place - 1] })));
  if (atEnd && own.length > 1) box.scrollTop = box.scrollHeight;
}
