// Block Kit as DOM nodes. `use(element, block, value)` is called when a person uses a button or menu.

import { h, safeAddress } from "./dom.js";
import { mrkdwn, plain, textObject } from "./mrkdwn.js";

const DRAWN = {
  section: (block, tools) => h("div", { class: "section" },
    h("div", { class: "words" }, textObject(block.text, tools.names), fields(block, tools)),
    block.accessory ? element(block.accessory, block, tools) : null),
  header: (block) => h("h3", {}, plain(block.text.text)),
  divider: () => h("hr"),
  context: (block, tools) => h("div", { class: "context" }, block.elements.map((item) =>
    item.type === "image" ? image(item) : h("span", {}, textObject(item, tools.names)))),
  actions: (block, tools) => h("div", { class: "actions" }, block.elements.map((item) => element(item, block, tools))),
  image: (block) => h("figure", {}, image(block), h("figcaption", {}, block.title ? plain(block.title.text) : "")),
  markdown: (block) => h("div", { class: "plain" }, block.text),
  rich_text: (block, tools) => h("div", {}, block.elements.map((item) => rich(item, tools.names))),
  table: (block, tools) => table(block.rows, tools, null, block.column_settings ?? []),
  data_table: (block, tools) => table(block.rows, tools, block.caption, []),
};

export function blocks(list, tools) {
  return list.map((block) => {
    const draw = DRAWN[block.type];
    const drawn = draw ? draw(block, tools) : h("p", { class: "unknown" }, `[${block.type}: not drawn on this page]`);
    drawn.dataset.blockId = block.block_id ?? "";
    return drawn;
  });
}

function fields(block, tools) {
  if (!block.fields) return null;
  return h("div", { class: "fields" }, block.fields.map((field) => h("div", {}, textObject(field, tools.names))));
}

// An address of elsewhere would leave this machine: images show their words.
function image(item) {
  return h("span", { class: "unknown" }, `[image: ${item.alt_text}]`);
}

function element(item, block, tools) {
  if (item.type === "button") return button(item, block, tools);
  if (item.type === "static_select" || item.type === "overflow" || item.type === "radio_buttons") return menu(item, block, tools);
  if (item.type === "image") return image(item);
  return h("span", { class: "unknown" }, `[${item.type}: not drawn on this page]`);
}

function button(item, block, tools) {
  const press = async (event) => {
    const pressed = event.currentTarget;
    if (!agreed(item)) return;
    const address = item.url && safeAddress(item.url);
    if (address) window.open(address, "_blank", "noreferrer");
    pressed.disabled = true;
    await tools.use(item, block, null);
    pressed.disabled = false;
  };
  return h("button", { type: "button", class: item.style ?? "", "data-action-id": item.action_id, click: press }, plain(item.text.text));
}

function menu(item, block, tools) {
  const options = [...(item.options ?? []), ...(item.option_groups ?? []).flatMap((group) => group.options)];
  const first = item.initial_option?.value;
  const choose = (event) => event.target.value && agreed(item) && tools.use(item, block, event.target.value);
  return h("select", { "data-action-id": item.action_id, "aria-label": item.placeholder?.text ?? "Choose", change: choose },
    h("option", { value: "" }, item.placeholder ? plain(item.placeholder.text) : "…"),
    options.map((option) => h("option", { value: option.value, selected: option.value === first }, plain(option.text.text))));
}

function agreed(item) {
  return !item.confirm || window.confirm(`${plain(item.confirm.title.text)}\n\n${plain(item.confirm.text.text)}`);
}

function table(rows, tools, caption, settings) {
  const [head, ...body] = rows;
  const cells = (row, tag) => row.map((cell, place) =>
    h(tag, { class: settings[place]?.align ?? "" }, tableCell(cell, tools)));
  return h("div", { class: "table" }, h("table", {},
    caption ? h("caption", {}, caption) : null,
    h("thead", {}, h("tr", {}, cells(head, "th"))),
    h("tbody", {}, body.map((row) => h("tr", {}, cells(row, "td"))))));
}

function tableCell(cell, tools) {
  if (cell.type === "rich_text") return cell.elements.map((item) => rich(item, tools.names));
  return [cell.text ?? String(cell.value ?? "")];
}

function rich(item, names) {
  const inner = (item.elements ?? []).map((part) => rich(part, names));
  switch (item.type) {
    case "rich_text_list": return h(item.style === "ordered" ? "ol" : "ul", {}, inner.map((part) => h("li", {}, part)));
    case "rich_text_quote": return h("blockquote", {}, inner);
    case "rich_text_preformatted": return h("pre", {}, inner);
    case "text": return styled(item.text, item.style ?? {});
    case "emoji": return plain(`:${item.name}:`);
    case "user": return mrkdwn(`<@${item.user_id}>`, names)[0];
    case "channel": return mrkdwn(`<#${item.channel_id}>`, names)[0];
    case "link": return h("a", { href: safeAddress(item.url) ?? "#", target: "_blank", rel: "noreferrer noopener" }, item.text ?? item.url);
    default: return h("div", {}, inner);
  }
}

function styled(text, style) {
  const tags = [["bold", "strong"], ["italic", "em"], ["strike", "s"], ["code", "code"]];
  return tags.filter(([name]) => style[name]).reduce((node, [, tag]) => h(tag, {}, node), document.createTextNode(text));
}
