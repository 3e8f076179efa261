// What stands inside blocks and can be used: buttons, menus, pickers and inputs.
// `tools.use(item, block, value)` is called when a person uses one; `tools.kept(item, block)` tells what was filled in before.

import { combo, matching } from "./combo.js";
import { h, plain, safeAddress, words } from "./dom.js";
import { menu } from "./menu.js";

const TYPED = { plain_text_input: "text", email_text_input: "email", url_text_input: "url", number_input: "text" };
const PICKED = { datepicker: ["date", "initial_date"], timepicker: ["time", "initial_time"] };

export function element(item, block, tools) {
  if (item.type === "button") return button(item, block, tools);
  if (item.type === "overflow") return overflow(item, block, tools);
  if (item.type === "checkboxes" || item.type === "radio_buttons") return ticks(item, block, tools);
  if (item.type in TYPED) return typed(item, block, tools);
  if (item.type in PICKED) return picker(item, block, tools);
  if (item.type.startsWith("multi_")) return several(item, block, tools);
  if (item.type.endsWith("_select")) return select(item, block, tools);
  if (item.type === "image") return image(item);
  return h("span", { class: "unknown" }, `[${item.type}: not drawn on this page]`);
}

// An address of elsewhere would leave this machine: images show their words.
export function image(item) {
  return h("span", { class: "unknown" }, `[image: ${item.alt_text}]`);
}

function button(item, block, tools) {
  const press = async (event) => {
    const pressed = event.currentTarget;
    if (!(await agreed(item))) return;
    const address = item.url && safeAddress(item.url);
    if (address) window.open(address, "_blank", "noreferrer");
    pressed.disabled = true;
    await tools.use(item, block, null);
    pressed.disabled = false;
  };
  return h("button", { type: "button", class: item.style ?? "", "data-action-id": item.action_id, "aria-label": item.accessibility_label, click: press }, words(item.text.text));
}

function overflow(item, block, tools) {
  const use = async ({ value, url }) => {
    const address = url && safeAddress(url);
    if (address) window.open(address, "_blank", "noreferrer");
    if (await agreed(item)) tools.use(item, block, value);
  };
  const items = item.options.map((one) => ({ ...option(one), url: one.url }));
  return menu(items, { label: "More actions", use, attributes: { class: "overflow", "data-action-id": item.action_id } });
}

function options(item) {
  const all = [...(item.options ?? []), ...(item.option_groups ?? []).flatMap((group) => group.options)];
  return all.map(option);
}

function option(one) {
  return { value: one.value, label: plain(one.text.text), note: one.description && plain(one.description.text) };
}

// Where a menu's options come from, and which one it shows at first.
function source(item, block, tools) {
  const people = tools.names.people?.() ?? [], places = tools.names.places?.() ?? [];
  const among = (list) => async (text) => matching(list, text);
  if (item.type.endsWith("users_select")) return { load: among(people), first: people.find((one) => one.value === item.initial_user), quick: true };
  if (item.type === "channels_select" || item.type === "conversations_select") {
    const first = item.initial_channel ?? item.initial_conversation;
    return { load: among(places), first: places.find((one) => one.value === first), quick: true };
  }
  const first = item.initial_option && option(item.initial_option);
  if (item.type === "external_select") {
    const load = async (text) => (await tools.suggest(item, text))?.map(option) ?? null;
    return { load, first, least: item.min_query_length ?? 3 };
  }
  return { load: among(options(item)), first, quick: true };
}

function select(item, block, tools) {
  const { load, first, least, quick } = source(item, block, tools);
  const kept = tools.kept(item, block);
  const pick = async (chosen) => {
    if (!chosen && block.type !== "input") return;
    if (await agreed(item)) tools.use(item, block, chosen?.value ?? null, chosen);
  };
  const field = combo({ id: tools.idOf?.(block), label: labelOf(item, block), placeholder: plain(item.placeholder?.text ?? "Choose…"),
    chosen: kept === undefined ? first : kept?.shown, load, least, quick, pick });
  field.dataset.actionId = item.action_id;
  return field;
}

function several(item, block, tools) {
  const { load, quick } = source(item, block, tools);
  const initial = item.initial_users?.map((id) => ({ value: id, label: tools.names.user(id) ?? id })) ?? (item.initial_options ?? []).map(option);
  let chosen = tools.kept(item, block)?.shown ?? initial;
  const box = h("div", { class: "several" });
  const set = (next) => {
    chosen = next;
    tools.use(item, block, chosen.map((one) => one.value), chosen);
    draw();
  };
  const draw = () => {
    const chips = chosen.map((one) => h("span", { class: "chip" }, one.label,
      h("button", { type: "button", "aria-label": `Remove ${one.label}`, click: () => set(chosen.filter((other) => other !== one)) }, "×")));
    const rest = async (text) => (await load(text)).filter((one) => !chosen.some((other) => other.value === one.value));
    box.replaceChildren(...chips, combo({ id: tools.idOf?.(block), label: labelOf(item, block), placeholder: plain(item.placeholder?.text ?? "Choose…"),
      chosen: null, load: rest, quick, pick: (one) => one && set([...chosen, one]) }));
  };
  draw();
  return box;
}

function labelOf(item, block) {
  return plain(block.label?.text ?? item.placeholder?.text ?? "Choose");
}

function picker(item, block, tools) {
  const [type, initial] = PICKED[item.type];
  const use = async (event) => { if (await agreed(item)) tools.use(item, block, event.target.value || null); };
  return h("input", { type, id: tools.idOf?.(block), "data-action-id": item.action_id, "aria-label": labelOf(item, block), value: tools.kept(item, block)?.value ?? item[initial] ?? "", change: use });
}

function typed(item, block, tools) {
  const attributes = { id: tools.idOf?.(block), "data-action-id": item.action_id, "aria-label": labelOf(item, block), maxlength: item.max_length ?? 3000,
    placeholder: item.placeholder ? plain(item.placeholder.text) : null, input: (event) => tools.use(item, block, event.target.value, null) };
  const value = tools.kept(item, block)?.value ?? item.initial_value ?? "";
  if (item.multiline) return h("textarea", { ...attributes, rows: 4 }, value);
  return h("input", { ...attributes, type: TYPED[item.type], inputmode: item.type === "number_input" ? "decimal" : null, value });
}

function ticks(item, block, tools) {
  const one = item.type === "radio_buttons";
  const first = one ? [item.initial_option?.value] : (item.initial_options ?? []).map((found) => found.value);
  const kept = tools.kept(item, block);
  const on = kept === undefined ? first : [kept.value].flat();
  const name = `${block.block_id}-${item.action_id}`;
  const box = h("div", { class: "ticks", role: one ? "radiogroup" : "group", "data-action-id": item.action_id, "aria-label": labelOf(item, block) });
  const use = async () => {
    const chosen = [...box.querySelectorAll("input:checked")].map((input) => input.value);
    if (await agreed(item)) tools.use(item, block, one ? chosen[0] ?? null : chosen);
  };
  box.append(...item.options.map((found) => h("label", {},
    h("input", { type: one ? "radio" : "checkbox", name, value: found.value, checked: on.includes(found.value), change: use }),
    h("span", {}, words(found.text.text), found.description && h("span", { class: "note" }, words(found.description.text))))));
  return box;
}

// Slack's own question before something that is not easily taken back.
function agreed(item) {
  if (!item.confirm) return Promise.resolve(true);
  return new Promise((resolve) => {
    const { title, text, confirm, deny, style } = item.confirm;
    const answer = (said) => { dialog.close(); dialog.remove(); resolve(said); };
    const dialog = h("dialog", { class: "modal small", cancel: (event) => { event.preventDefault(); answer(false); } },
      h("header", {}, h("h2", {}, words(title.text))), h("div", { class: "body" }, words(text.text)),
      h("footer", {}, h("button", { type: "button", click: () => answer(false) }, words(deny.text)),
        h("button", { type: "button", class: style ?? "primary", click: () => answer(true) }, words(confirm.text))));
    document.body.append(dialog);
    dialog.showModal();
  });
}
