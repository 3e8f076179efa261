// Tables and data tables; a data table shows its rows in pages and sorts by a click on a column's head.

import { h, words } from "./dom.js";
import { rich } from "./rich.js";

export function table(block, tools) {
  const [head, ...body] = block.rows;
  const settings = block.column_settings ?? [];
  const line = (row, tag) => h("tr", {}, row.map((cell, place) => h(tag, { class: settings[place]?.align ?? "" }, shown(cell, tools))));
  return h("div", { class: "table" }, h("table", {}, h("thead", {}, line(head, "th")), h("tbody", {}, body.map((row) => line(row, "td")))));
}

export function dataTable(block, tools) {
  const [head, ...body] = block.rows;
  const size = block.page_size ?? 5;
  const identity = block.row_header_column_index ?? 0;
  const view = { page: 0, column: -1, up: true };
  const box = h("div", { class: "table data" });
  const draw = () => {
    const rows = view.column < 0 ? body : [...body].sort((a, b) => order(a[view.column], b[view.column]) * (view.up ? 1 : -1));
    const pages = Math.ceil(rows.length / size);
    const cell = (item, place) => h(place === identity ? "th" : "td", { class: item.type === "raw_number" ? "right" : "", scope: place === identity ? "row" : null }, shown(item, tools));
    box.replaceChildren(
      h("table", {}, h("caption", {}, words(block.caption)),
        h("thead", {}, h("tr", {}, head.map((item, place) => h("th", { scope: "col", "aria-sort": sorted(view, place) },
          h("button", { type: "button", class: "sort", click: () => sort(place) }, shown(item, tools), view.column === place ? (view.up ? " ↑" : " ↓") : ""))))),
        h("tbody", {}, rows.slice(view.page * size, (view.page + 1) * size).map((row) => h("tr", {}, row.map(cell))))),
      ...(pages < 2 ? [] : [h("div", { class: "pages" },
        turn("‹", "Previous page", -1, view.page === 0), h("span", {}, `${view.page + 1} of ${pages}`), turn("›", "Next page", 1, view.page === pages - 1))]));
  };
  const turn = (sign, label, by, disabled) => h("button", { type: "button", "aria-label": label, disabled, click: () => { view.page += by; draw(); } }, sign);
  const sort = (place) => {
    Object.assign(view, { up: view.column === place ? !view.up : true, column: place, page: 0 });
    draw();
  };
  draw();
  return box;
}

function sorted(view, place) {
  return view.column !== place ? null : view.up ? "ascending" : "descending";
}

function order(one, other) {
  if (one.type === "raw_number" && other.type === "raw_number") return one.value - other.value;
  return said(one).localeCompare(said(other), undefined, { numeric: true });
}

function said(cell) {
  if (cell.type !== "rich_text") return cell.text ?? String(cell.value ?? "");
  return JSON.stringify(cell.elements);
}

function shown(cell, tools) {
  if (cell.type === "rich_text") return cell.elements.map((item) => rich(item, tools.names));
  return words(cell.text ?? String(cell.value ?? ""));
}
