// Where one writes: mentions, channels and commands are completed as one types, files go along.

import { h, icon } from "./dom.js";
import { close, lines, openAt, popup, steer } from "./popup.js";
import { act, names, store, trouble, view } from "./store.js";

// Fill a form with a field, its buttons and its completions. `thread()` tells the thread it writes to, if any.
export function composer(form, { label, thread, sent, ids }) {
  const list = { items: [], at: -1 };
  const box = popup("completion");
  const text = h("textarea", { id: ids.text, rows: 1, "aria-label": label, "aria-autocomplete": "list", "aria-controls": box.id });
  const picked = h("input", { type: "file", hidden: true, id: ids.file, change: () => upload(picked.files[0]) });
  const clip = h("button", { type: "button", class: "plain-button", title: "Upload a file", "aria-label": "Upload a file", click: () => picked.click() }, icon("clip"));
  const send = h("button", { type: "submit", class: "send", "aria-label": "Send", title: "Send" }, icon("send"));
  form.append(h("div", { class: "writing" }, thread() === undefined ? clip : null, thread() === undefined ? picked : null, text, send));

  const leave = () => { close(box); list.items = []; };
  const grow = () => { text.style.height = "auto"; text.style.height = `${Math.min(text.scrollHeight, 180)}px`; };
  const choose = (item) => {
    const after = text.value.slice(text.selectionStart);
    text.value = text.value.slice(0, item.from) + item.insert + after;
    text.selectionStart = text.selectionEnd = item.from + item.insert.length;
    leave();
    grow();
    look();
  };
  const draw = () => {
    box.replaceChildren(...lines(list, (item) => [h("b", {}, item.label), item.note && h("span", { class: "note" }, item.note)], choose));
    openAt(box, form, { least: 260 });
    box.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  };
  const look = () => {
    list.items = completions(text.value.slice(0, text.selectionStart), thread() !== undefined);
    list.at = list.items.length && list.items[0].ready ? 0 : -1;
    return list.items.length ? draw() : leave();
  };

  const upload = async (file) => {
    if (!file) return;
    const content = await base64(file);
    const words = text.value.trim();
    const answer = await act("upload", { channel: view.channel, name: file.name, content, text: words });
    picked.value = "";
    if (!answer.error) { text.value = ""; grow(); sent(); }
  };

  const submit = async (event) => {
    event.preventDefault();
    leave();
    const said = text.value.trim();
    if (!said) return undefined;
    const command = said.startsWith("/") ? said.split(/\s/, 1)[0] : null;
    if (command && thread()) return trouble("Slash commands do not work in threads: write this to the conversation itself.");
    text.value = "";
    grow();
    const answer = command
      ? await act("slash", { channel: view.channel, command, text: said.slice(command.length).trim() })
      : await act("say", { channel: view.channel, text: said, thread_ts: thread() });
    if (answer.error && !answer.message && !text.value) { text.value = said; grow(); }
    return sent();
  };

  form.addEventListener("submit", submit);
  text.addEventListener("input", () => { grow(); look(); });
  text.addEventListener("blur", leave);
  text.addEventListener("keydown", (event) => {
    const open = box.isConnected && list.items.length;
    if (open && steer(event, list, { choose, leave })) {
      if (event.key.startsWith("Arrow")) draw();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  });
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => { event.preventDefault(); if (thread() === undefined) upload(event.dataTransfer.files[0]); });
  return text;
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

// What the text before the cursor may become. A `ready` list chooses its first line by Enter alone.
function completions(before, inThread) {
  if (before.startsWith("/") && !inThread) return commands(before);
  const found = before.match(/(?:^|\s)([@#])([^\s@#]*)$/);
  if (!found) return [];
  const [, sign, typed] = found;
  const from = before.length - typed.length - 1;
  const bot = { label: store.state.bot.name, note: "App" };
  const all = sign === "@" ? [bot, ...names.people()] : names.places().map((one) => ({ label: one.label.slice(1) }));
  const starts = (one) => `${one.label} ${one.note ?? ""}`.toLowerCase().split(/[\s@]+/).some((part) => part.startsWith(typed.toLowerCase()));
  if (all.some((one) => one.label.toLowerCase() === typed.toLowerCase())) return [];
  return all.filter(starts).slice(0, 8).map((one) => ({ label: `${sign}${one.label}`, note: one.note, insert: `${sign}${one.label} `, from, ready: true }));
}

function commands(before) {
  const [name, ...rest] = before.split(" ");
  const known = store.state.commands.find((command) => command.command === name);
  if (!known || !rest.length) {
    return store.state.commands.filter((command) => command.command.startsWith(name) && command.command !== before)
      .map((command) => ({ label: command.command, note: command.hint, insert: `${command.command} `, from: 0, ready: true }));
  }
  const typed = rest.join(" ").toLowerCase();
  const hints = known.hint.split("|").map((hint) => hint.trim()).filter(Boolean);
  return hints.filter((hint) => hint.toLowerCase().startsWith(typed) && hint.toLowerCase() !== typed)
    .map((hint) => ({ label: `${name} ${hint}`, insert: `${name} ${hint}`, from: 0, ready: false }));
}
