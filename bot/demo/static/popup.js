// Lists that open beside a field or button: in the browser's top layer, so that no dialog or scrolling box cuts them.

import { h } from "./dom.js";

let serial = 0;

export function popup(className, role = "listbox") {
  serial += 1;
  return h("div", { class: `popup ${className}`, role, popover: "manual", id: `popup${serial}` });
}

// Show a popup below its anchor, or above where there is more room.
export function openAt(box, anchor, { least = 220 } = {}) {
  if (!box.isConnected) (anchor.closest("dialog") ?? document.body).append(box);
  if (!box.matches(":popover-open")) box.showPopover();
  const at = anchor.getBoundingClientRect();
  const below = innerHeight - at.bottom, above = at.top;
  const width = Math.min(Math.max(at.width, least), innerWidth - 16);
  const upwards = below < Math.min(box.scrollHeight + 12, 260) && above > below;
  Object.assign(box.style, {
    width: `${width}px`, left: `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`,
    maxHeight: `${Math.min(320, (upwards ? above : below) - 12)}px`,
    top: upwards ? "auto" : `${at.bottom + 4}px`, bottom: upwards ? `${innerHeight - at.top + 4}px` : "auto",
  });
}

export function close(box) {
  if (box.isConnected && box.matches(":popover-open")) box.hidePopover();
  box.remove();
}

// The choosing in an open list: arrows move, Enter and Tab choose, Escape closes. Answers whether the key was for it.
export function steer(event, list, { choose, leave }) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by) list.at = (list.at + by + list.items.length) % Math.max(list.items.length, 1);
  else if ((event.key === "Enter" || event.key === "Tab") && list.items[list.at]) choose(list.items[list.at]);
  else if (event.key === "Escape") leave();
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

export function lines(list, draw, choose) {
  return list.items.map((item, place) => h("div", {
    role: "option", class: "option", "aria-selected": place === list.at ? "true" : "false",
    mousedown: (event) => event.preventDefault(), click: () => choose(item),
  }, draw(item)));
}
