// A menu with a field to type into: for given options, people, channels, and options that the app offers as one types.

import { h, words } from "./dom.js";
import { close, lines, openAt, popup, steer } from "./popup.js";

const PAUSE = 200; // milliseconds after the last key before the app is asked

// `load(text)` gives options {value, label, note}; `pick(option)` is called when one is chosen, with null when cleared.
export function combo({ id, label, placeholder, chosen, load, pick, least = 0, quick = false }) {
  const list = { items: [], at: -1 };
  const box = popup("menu");
  const field = h("input", { type: "text", role: "combobox", class: "combo", autocomplete: "off", spellcheck: "false", id,
    "aria-label": label, "aria-expanded": "false", "aria-controls": box.id, placeholder, value: chosen?.label ?? "" });
  const state = { chosen: chosen ?? null, asked: 0, timer: 0 };

  const leave = () => {
    close(box);
    clearTimeout(state.timer);
    state.asked += 1;
    field.setAttribute("aria-expanded", "false");
    field.value = state.chosen?.label ?? "";
  };
  const choose = (option) => {
    state.chosen = option;
    leave();
    pick(option);
  };
  const draw = (note) => {
    const drawn = (option) => [h("span", {}, words(option.label)), option.note && h("span", { class: "note" }, words(option.note))];
    box.replaceChildren(...(note ? [h("p", { class: "note" }, note)] : lines(list, drawn, choose)));
    openAt(box, field);
    field.setAttribute("aria-expanded", "true");
    box.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  };
  const look = async () => {
    const text = field.value === (state.chosen?.label ?? "") ? "" : field.value.trim();
    state.asked += 1;
    const asked = state.asked;
    if (text.length < least) return draw(`Type ${least === 1 ? "a letter" : `${least} letters`} or more to search.`);
    if (!quick) draw("Searching…");
    const found = await load(text);
    if (asked !== state.asked) return undefined;
    Object.assign(list, { items: found ?? [], at: found?.length ? 0 : -1 });
    return draw(found === null ? "The app did not answer." : found.length ? "" : "Nothing found.");
  };

  field.addEventListener("focus", () => { field.select(); look(); });
  field.addEventListener("click", () => { if (!box.matches(":popover-open")) look(); });
  field.addEventListener("blur", leave);
  field.addEventListener("input", () => {
    clearTimeout(state.timer);
    Object.assign(list, { items: [], at: -1 }); // what stood there answers what was typed before: Enter must not take it
    if (!field.value && state.chosen) { state.chosen = null; pick(null); }
    state.timer = setTimeout(look, quick ? 0 : PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    const open = box.isConnected && box.matches(":popover-open");
    if (!open && event.key === "ArrowDown") return look();
    if (open && steer(event, list, { choose, leave })) {
      if (event.key.startsWith("Arrow")) draw("");
    } else if (event.key === "Enter") event.preventDefault();
    return undefined;
  });
  return field;
}

export function matching(options, text) {
  const sought = text.toLowerCase();
  return options.filter((option) => `${option.label} ${option.note ?? ""}`.toLowerCase().includes(sought));
}
