// Charts: lines, bars, areas and pies as SVG, with a legend and the numbers as a table for those who do not see them.

import { h, svg } from "./dom.js";

const WIDE = innerWidth > 760 ? 560 : 330, HIGH = 240, LEFT = 48, BOTTOM = 34, TOP = 10, RIGHT = 10;
const COLOURS = ["#b8860b", "#1264a3", "#2e7d5b", "#a3448c", "#c2542d", "#5b6b8c", "#7a9a01", "#00838f", "#8d6e63", "#c2185b", "#455a64", "#9e9d24"];
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

export function chart(block) {
  const drawn = block.chart ?? {};
  const parts = drawn.type === "pie" ? drawn.segments : drawn.series;
  if (!Array.isArray(parts) || !parts.length) return h("p", { class: "unknown" }, `[${block.title}: a chart without numbers]`);
  const figure = drawn.type === "pie" ? pie(block.title, parts) : plot(block.title, drawn);
  return h("figure", { class: "chart" }, h("figcaption", {}, block.title), figure, legend(parts), numbers(drawn));
}

function legend(parts) {
  if (parts.length < 2) return null;
  return h("ul", { class: "legend" }, parts.map((part, place) =>
    h("li", {}, svg("svg", { viewBox: "0 0 10 10" }, svg("rect", { width: 10, height: 10, rx: 2, fill: COLOURS[place] })), part.name ?? `${part.label} (${number.format(part.value)})`)));
}

function pie(title, segments) {
  const whole = segments.reduce((sum, segment) => sum + segment.value, 0) || 1;
  let from = 0;
  const point = (turn) => `${60 + 55 * Math.sin(2 * Math.PI * turn)} ${60 - 55 * Math.cos(2 * Math.PI * turn)}`;
  const slices = segments.map((segment, place) => {
    const start = from, share = segment.value / whole;
    from += share;
    const said = svg("title", {}, `${segment.label}: ${number.format(segment.value)}`);
    if (share > 0.9999) return svg("circle", { cx: 60, cy: 60, r: 55, fill: COLOURS[place] }, said);
    return svg("path", { d: `M60 60L${point(start)}A55 55 0 ${share > 0.5 ? 1 : 0} 1 ${point(from)}Z`, fill: COLOURS[place], class: "slice" }, said);
  });
  return svg("svg", { viewBox: "0 0 120 120", class: "pie", role: "img", "aria-label": title }, slices);
}

function plot(title, drawn) {
  const labels = drawn.axis_config?.categories ?? drawn.series[0].data.map((point) => point.label);
  const values = drawn.series.flatMap((series) => series.data.map((point) => point.value));
  const scale = scaleOf(Math.min(0, ...values), Math.max(0, ...values));
  const y = (value) => HIGH - BOTTOM - ((value - scale.low) / (scale.high - scale.low)) * (HIGH - BOTTOM - TOP);
  const step = (WIDE - LEFT - RIGHT) / Math.max(labels.length, 1);
  const x = (place) => LEFT + step * (place + 0.5);
  const at = (series) => new Map(series.data.map((point) => [point.label, point.value]));
  const every = Math.ceil(labels.length / (WIDE / 70));
  const most = Math.floor((step * every) / 6.2); // letters that fit beside the next label
  const short = (label) => label.length > most ? `${label.slice(0, most - 1)}…` : label;
  return svg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": title },
    scale.ticks.map((tick) => [svg("line", { x1: LEFT, x2: WIDE - RIGHT, y1: y(tick), y2: y(tick), class: tick ? "tick" : "axis" }),
      svg("text", { x: LEFT - 6, y: y(tick) + 4, class: "end" }, compact.format(tick))]),
    labels.map((label, place) => place % every ? null : svg("text", { x: x(place), y: HIGH - BOTTOM + 16, class: "middle" }, svg("title", {}, label), short(label))),
    drawn.axis_config?.x_label && svg("text", { x: (WIDE + LEFT) / 2, y: HIGH - 3, class: "middle" }, drawn.axis_config.x_label),
    drawn.axis_config?.y_label && svg("text", { x: 0, y: 0, class: "middle", transform: `translate(10 ${(HIGH - BOTTOM) / 2}) rotate(-90)` }, drawn.axis_config.y_label),
    drawn.series.map((series, place) => draw(drawn, series, place, { labels, found: at(series), x, y, step })));
}

function draw(drawn, series, place, { labels, found, x, y, step }) {
  const colour = COLOURS[place];
  const told = (label) => svg("title", {}, `${series.name}, ${label}: ${number.format(found.get(label))}`);
  const known = labels.map((label, index) => ({ label, index })).filter(({ label }) => found.has(label));
  if (drawn.type === "bar") {
    const width = (step * 0.7) / drawn.series.length;
    return known.map(({ label, index }) => {
      const value = y(found.get(label)), zero = y(0);
      const left = x(index) - step * 0.35 + width * place;
      return svg("rect", { x: left, y: Math.min(value, zero), width: Math.max(width - 1, 1), height: Math.abs(zero - value), rx: 2, fill: colour }, told(label));
    });
  }
  const line = known.map(({ label, index }) => `${x(index)} ${y(found.get(label))}`).join("L");
  const ends = [x(known[0]?.index ?? 0), x(known.at(-1)?.index ?? 0)];
  return [drawn.type === "area" && svg("path", { d: `M${ends[0]} ${y(0)}L${line}L${ends[1]} ${y(0)}Z`, fill: colour, class: "area" }),
    svg("path", { d: `M${line}`, stroke: colour, class: "line" }),
    known.map(({ label, index }) => svg("circle", { cx: x(index), cy: y(found.get(label)), r: 3, fill: colour }, told(label)))];
}

// Steps of 1, 2 or 5 times a power of ten, about four of them.
function scaleOf(least, most) {
  const raw = (most - least || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= raw);
  const low = Math.floor(least / step) * step, high = Math.ceil(most / step) * step || step;
  return { low, high, ticks: Array.from({ length: Math.round((high - low) / step) + 1 }, (_, place) => low + place * step) };
}

function numbers(drawn) {
  const line = (cells, tag) => h("tr", {}, cells.map((cell) => h(tag, {}, typeof cell === "number" ? number.format(cell) : cell ?? "")));
  const rows = drawn.type === "pie" ? drawn.segments.map((part) => [part.label, part.value])
    : drawn.series[0].data.map((point, place) => [point.label, ...drawn.series.map((series) => series.data[place]?.value)]);
  const head = drawn.type === "pie" ? ["", "Value"] : ["", ...drawn.series.map((series) => series.name)];
  return h("details", { class: "numbers" }, h("summary", {}, "Numbers"), h("div", { class: "table" }, h("table", {}, line(head, "th"), rows.map((row) => line(row, "td")))));
}
