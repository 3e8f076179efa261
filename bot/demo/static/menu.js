// A button with three dots that opens a menu: the overflow element, and the shortcuts of a message.

import { h, icon, words } from "./dom.js";
import { close, lines, openAt, popup, steer } from "./popup.js";

// `items` are {value, label, note}; `use(item)` is called with the one that is chosen.
export function menu(items, { label, use, attributes = {} }) {
  const list = { items, at: 0 };
  const box = popup("menu", "menu");
  const leave = () => close(box);
  const choose = (item) => {
    leave();
    use(item);
  };
  const draw = (event) => {
    box.replaceChildren(...lines(list, (item) => [h("span", {}, words(item.label)), item.note && h("span", { class: "note" }, words(item.note))], choose));
    openAt(box, event.currentTarget, { least: 180 });
  };
  return h("button", { type: "button", "aria-label": label, title: label, "aria-haspopup": "menu", ...attributes, click: draw, blur: leave,
    keydown: (event) => { if (box.isConnected && steer(event, list, { choose, leave }) && box.isConnected) draw(event); } }, icon("more"));
}
