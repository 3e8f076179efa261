// Block Kit as DOM nodes, for messages, the Home tab and modals alike.

import { chart } from "./charts.js";
import { h, words } from "./dom.js";
import { element, image } from "./elements.js";
import { textObject } from "./mrkdwn.js";
import { markdown, rich } from "./rich.js";
import { dataTable, table } from "./tables.js";

const DRAWN = {
  section: (block, tools) => h("div", { class: "section" },
    h("div", { class: "words" }, textObject(block.text, tools.names), fields(block, tools)),
    block.accessory ? h("div", { class: "accessory" }, element(block.accessory, block, tools)) : null),
  header: (block) => h("h3", {}, words(block.text.text)),
  divider: () => h("hr"),
  context: (block, tools) => h("div", { class: "context" }, block.elements.map((item) =>
    item.type === "image" ? image(item) : h("span", {}, textObject(item, tools.names)))),
  actions: (block, tools) => h("div", { class: "actions" }, block.elements.map((item) => element(item, block, tools))),
  input: (block, tools) => h("div", { class: "input" },
    h("label", { for: tools.idOf?.(block) }, words(block.label.text), block.optional && h("span", { class: "note" }, " (optional)")),
    element(block.element, block, tools),
    block.hint && h("p", { class: "note" }, words(block.hint.text))),
  image: (block) => h("figure", {}, image(block), h("figcaption", {}, block.title ? words(block.title.text) : "")),
  markdown: (block) => h("div", {}, markdown(block.text)),
  rich_text: (block, tools) => h("div", {}, block.elements.map((item) => rich(item, tools.names))),
  table,
  data_table: dataTable,
  data_visualization: chart,
  alert: (block, tools) => h("div", { class: `alert ${block.level ?? "default"}`, role: "note" }, textObject(block.text, tools.names)),
};

export function blocks(list, tools) {
  return list.map((block) => {
    const draw = DRAWN[block.type];
    const drawn = draw ? draw(block, tools) : h("p", { class: "unknown" }, `[${block.type}: not drawn on this page]`);
    drawn.dataset.blockId = block.block_id ?? "";
    drawn.classList.add("block");
    return drawn;
  });
}

function fields(block, tools) {
  if (!block.fields) return null;
  return h("div", { class: "fields" }, block.fields.map((field) => h("div", {}, textObject(field, tools.names))));
}
