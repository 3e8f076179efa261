// Elements are built one by one and texts set as text: nothing that anybody writes is ever read as HTML.

import { DRAWINGS, NAMES } from "./emoji.js";

export function h(tag, attributes = {}, ...children) {
  return build(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return build(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function build(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const $ = (id) => document.getElementById(id);

export function safeAddress(address) {
  return /^(https?:|mailto:)/i.test(address) ? address : null;
}

const PICTURES = new RegExp(Object.keys(DRAWINGS).sort((a, b) => b.length - a.length).join("|"), "gu");

// A text without formatting: entities and emoji names are read, everything else stays as it is.
export function plain(text) {
  const decoded = String(text).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  return decoded.replace(/:([a-z0-9_+-]+):/g, (whole, name) => NAMES[name] ?? whole);
}

// The same as nodes, with emoji drawn, so that they show on machines without a font for them.
export function words(text) {
  const read = plain(text);
  const nodes = [];
  let from = 0;
  for (const found of read.matchAll(PICTURES)) {
    nodes.push(read.slice(from, found.index), emoji(found[0]));
    from = found.index + found[0].length;
    if (read[from] === "\ufe0f") from += 1;
  }
  return [...nodes, read.slice(from)].filter((node) => node !== "");
}

function emoji(character) {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${DRAWINGS[character]}</svg>`;
  return h("img", { class: "emoji", alt: character, src: `data:image/svg+xml,${encodeURIComponent(drawing)}` });
}

// Slack's own small drawings: lines on a square of 20.
const LINES = {
  menu: "M3 5h14M3 10h14M3 15h14", close: "M5 5l10 10M15 5L5 15", clip: "M15 9l-5.5 5.5a3.2 3.2 0 0 1-4.6-4.6L11 4a2.2 2.2 0 0 1 3.1 3.1L8.4 12.800",
  send: "M3 4l14 6-14 6 2.500-6zM5.500 10H11", reply: "M4 5h12v8H9l-4 3v-3H4z", people: "M7.500 9a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM3 16c0-3 2-4.500 4.500-4.500S12 13 12 16M13 9.500a2 2 0 1 0 0-4M14 11.800c1.800.300 3 1.700 3 4.200",
  wire: "M3 7h11l-3-3M17 13H6l3 3", more: "M5 10h.01M10 10h.01M15 10h.01", clock: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4l3 2", lock: "M5 9h10v7H5zM7 9V7a3 3 0 0 1 6 0v2",
};

export function icon(name) {
  return svg("svg", { viewBox: "0 0 20 20", class: "icon", "aria-hidden": "true" }, svg("path", { d: LINES[name] }));
}
