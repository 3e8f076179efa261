// Rich text and the Markdown block as DOM nodes.

import { h, plain, safeAddress, words } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";

export function rich(item, names) {
  const inner = (item.elements ?? []).map((part) => rich(part, names));
  switch (item.type) {
    case "rich_text_list": return list(item, inner);
    case "rich_text_quote": return h("blockquote", {}, inner);
    case "rich_text_preformatted": return h("pre", {}, inner);
    case "rich_text_section": return h("div", { class: "plain" }, inner);
    case "text": return styled(item.text, item.style ?? {});
    case "emoji": return h("span", {}, words(`:${item.name}:`));
    case "user": return mrkdwn(`<@${item.user_id}>`, names)[0];
    case "channel": return mrkdwn(`<#${item.channel_id}>`, names)[0];
    case "usergroup": case "broadcast": return h("span", { class: "mention" }, `@${item.range ?? item.usergroup_id}`);
    case "date": return document.createTextNode(item.fallback ?? new Date(item.timestamp * 1000).toLocaleDateString());
    case "link": return link(item.url, item.text ?? item.url);
    default: return h("div", {}, inner);
  }
}

function list(item, inner) {
  return h(item.style === "ordered" ? "ol" : "ul", { class: `list depth${Math.min(item.indent ?? 0, 3)}` },
    inner.map((part) => h("li", {}, part)));
}

function link(url, shown) {
  return h("a", { href: safeAddress(url) ?? "#", target: "_blank", rel: "noreferrer noopener" }, shown);
}

function styled(text, style) {
  const tags = [["bold", "strong"], ["italic", "em"], ["strike", "s"], ["code", "code"]];
  return tags.filter(([name]) => style[name]).reduce((node, [, tag]) => h(tag, {}, node), h("span", {}, words(text)));
}

const INLINE = /`([^`\n]+)`|\[([^\]\n]+)\]\(([^)\s]+)\)|\*\*([^*\n]+)\*\*|(?<![\w*])[*_](?!\s)([^*_\n]+)[*_](?!\w)|~~([^~\n]+)~~/;

function inline(text) {
  const found = text.match(INLINE);
  if (!found) return words(text);
  const [whole, code, label, address, bold, italic, struck] = found;
  const node = code !== undefined ? h("code", {}, plain(code)) : label !== undefined ? link(address, label)
    : bold !== undefined ? h("strong", {}, inline(bold)) : italic !== undefined ? h("em", {}, inline(italic)) : h("s", {}, inline(struck));
  return [...words(text.slice(0, found.index)), node, ...inline(text.slice(found.index + whole.length))];
}

export function markdown(text) {
  const nodes = [];
  const lines = text.split("\n");
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    const heading = line.match(/^(#{1,6}) +(.*)$/);
    const item = line.match(/^( *)([-*+]|\d+\.) +(.*)$/);
    if (line.startsWith("```")) {
      const end = lines.indexOf("```", place + 1);
      nodes.push(h("pre", {}, lines.slice(place + 1, end < 0 ? undefined : end).join("\n")));
      place = end < 0 ? lines.length : end;
    } else if (line.startsWith("|")) {
      const rows = [];
      for (; lines[place]?.startsWith("|"); place += 1) rows.push(lines[place].replace(/^\||\|\s*$/g, "").split("|").map((cell) => cell.trim()));
      place -= 1;
      nodes.push(grid(rows));
    } else if (heading) nodes.push(h(`h${Math.min(heading[1].length + 2, 6)}`, {}, inline(heading[2])));
    else if (/^(-{3,}|\*{3,})$/.test(line.trim())) nodes.push(h("hr"));
    else if (line.startsWith(">")) nodes.push(h("blockquote", {}, inline(line.slice(1).trim())));
    else if (item) nodes.push(h("div", { class: `item depth${Math.min(item[1].length >> 1, 3)}` },
      h("span", { class: "mark" }, /\d/.test(item[2]) ? `${item[2]} ` : "• "), h("span", {}, inline(item[3]))));
    else nodes.push(line.trim() ? h("div", {}, inline(line)) : h("div", { class: "gap" }));
  }
  return nodes;
}

function grid(rows) {
  const [head, ...body] = rows.filter((row) => !row.every((cell) => /^:?-+:?$/.test(cell)));
  const line = (row, tag) => h("tr", {}, row.map((cell) => h(tag, {}, inline(cell))));
  return h("div", { class: "table" }, h("table", {}, h("thead", {}, line(head ?? [], "th")), h("tbody", {}, body.map((row) => line(row, "td")))));
}
