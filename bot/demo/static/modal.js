// The modal that is open: drawn anew only when the app changes it, and then with what was filled in.

import { blocks } from "./blocks.js";
import { $, h, icon, words } from "./dom.js";
import { act, names, store, view } from "./store.js";

const open = { id: "", hash: "", person: "", filled: {}, body: null };

export function drawModal() {
  const dialog = $("modal");
  const modal = store.state.modal;
  if (!modal) {
    if (dialog.open) dialog.close();
    Object.assign(open, { id: "", hash: "" });
    return;
  }
  if (modal.id === open.id && modal.hash === open.hash && view.user === open.person) return;
  if (modal.id !== open.id || view.user !== open.person) open.filled = {};
  Object.assign(open, { id: modal.id, hash: modal.hash, person: view.user, body: modal });
  const before = document.activeElement?.id;
  fill(dialog, modal);
  if (!dialog.open) dialog.showModal();
  const target = document.getElementById(before);
  if (target && dialog.contains(target)) target.focus();
  else focusFirst(dialog);
}

function focusFirst(dialog) {
  const field = dialog.querySelector(".body input:not([role=combobox]), .body textarea, .body .combo");
  if (field && innerWidth > 760 && !field.matches(".combo")) field.focus();
  else dialog.querySelector("h2").focus();
}

function fill(dialog, modal) {
  const tools = {
    names,
    idOf: (block) => `input-${block.block_id}`,
    kept: (item, block) => open.filled[block.block_id]?.[item.action_id],
    suggest: async (item, text) => (await act("suggest", { action_id: item.action_id, text })).options,
    use: (item, block, value, shown) => used(item, block, value, shown),
  };
  const deep = store.state.modals > 1;
  dialog.replaceChildren(h("form", { novalidate: true, submit },
    h("header", {}, h("h2", { tabindex: "-1" }, words(modal.title.text)),
      h("button", { type: "button", class: "plain-button", "aria-label": "Close", click: () => leave(true) }, icon("close"))),
    h("div", { class: "body" }, blocks(modal.blocks, tools), h("p", { class: "error", role: "alert", hidden: true })),
    h("footer", {}, h("button", { type: "button", click: () => leave(false) }, words(modal.close?.text ?? (deep ? "Back" : modal.submit ? "Cancel" : "Close"))),
      modal.submit && h("button", { type: "submit", class: "primary" }, words(modal.submit.text)))));
  dialog.oncancel = (event) => { event.preventDefault(); leave(false); };
}

async function used(item, block, value, shown) {
  if (item.type !== "button" && item.type !== "overflow") {
    open.filled[block.block_id] = { ...open.filled[block.block_id], [item.action_id]: { value, shown } };
    beside(block.block_id, "");
  }
  if (block.type === "input" && !block.dispatch_action) return;
  const answer = await act("press_modal", { action_id: item.action_id, block_id: block.block_id, value, values: values() });
  complain(answer.error);
}

function values() {
  const bare = (actions) => Object.fromEntries(Object.entries(actions).map(([action, kept]) => [action, kept.value]));
  const known = new Set(open.body.blocks.map((block) => block.block_id));
  return Object.fromEntries(Object.entries(open.filled).filter(([block]) => known.has(block)).map(([block, actions]) => [block, bare(actions)]));
}

async function submit(event) {
  event.preventDefault();
  const button = event.currentTarget.querySelector("[type=submit]");
  if (!button || button.disabled) return;
  button.disabled = true;
  button.classList.add("busy");
  open.body.blocks.forEach((block) => beside(block.block_id, ""));
  complain("");
  const answer = await act("submit", { values: values() });
  button.disabled = false;
  button.classList.remove("busy");
  Object.entries(answer.errors ?? {}).forEach(([block, sentence]) => beside(block, sentence));
  complain(answer.error);
  const first = document.querySelector("#modal .wrong :is(input, textarea)");
  if (first && !first.matches(".combo")) first.focus();
  first?.scrollIntoView({ block: "center" });
}

function leave(every) {
  act("close_modal", { every });
}

function complain(sentence) {
  const line = $("modal").querySelector(".body > .error");
  if (line) Object.assign(line, { textContent: sentence ?? "", hidden: !sentence });
}

function beside(block, sentence) {
  const node = [...$("modal").querySelectorAll(".block")].find((one) => one.dataset.blockId === block);
  if (!node) return;
  node.querySelector(":scope > .error")?.remove();
  node.classList.toggle("wrong", Boolean(sentence));
  const field = node.querySelector("input, textarea");
  field?.setAttribute("aria-invalid", sentence ? "true" : "false");
  if (!sentence) return;
  node.append(h("p", { class: "error", id: `wrong-${block}` }, words(sentence)));
  field?.setAttribute("aria-describedby", `wrong-${block}`);
}
