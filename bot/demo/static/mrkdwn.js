// Slack's mrkdwn as DOM nodes. Texts arrive with &, < and > escaped; <…> are Slack's own tokens.

import { h, plain, safeAddress, words } from "./dom.js";

const INLINE = /`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*(?! )([^*\n]+?)(?<! )\*(?![\w*])|(?<![\w_])_(?! )([^_\n]+?)(?<! )_(?![\w_])|(?<![\w~])~(?! )([^~\n]+?)(?<! )~(?![\w~])/;

export function mrkdwn(text, names) {
  return text.split("```").flatMap((part, place) =>
    place % 2 ? [h("pre", {}, plain(part.replace(/^\n/, "")))] : lines(part, names));
}

function lines(text, names) {
  if (!text) return [];
  const nodes = [];
  text.split("\n").forEach((line, place, all) => {
    const listed = line.match(/^( *)([•◦▪-]|\d+\.) +(.*)$/);
    if (/^(&gt;|>)/.test(line)) nodes.push(h("blockquote", {}, inline(line.replace(/^(&gt;|>)\s*/, ""), names)));
    else if (listed) nodes.push(h("div", { class: `item depth${Math.min(listed[1].length >> 1, 3)}` },
      h("span", { class: "mark" }, `${listed[2]} `), h("span", {}, inline(listed[3], names))));
    else nodes.push(...inline(line, names), ...(place < all.length - 1 ? [h("br")] : []));
  });
  return nodes;
}

function inline(text, names) {
  const found = text.match(INLINE);
  if (!found) return text ? words(text) : [];
  const [whole, code, token, bold, italic, struck] = found;
  const rest = text.slice(found.index + whole.length);
  let node;
  if (code !== undefined) node = h("code", {}, plain(code));
  else if (token !== undefined) node = tokenNode(token, names);
  else if (bold !== undefined) node = h("strong", {}, inline(bold, names));
  else if (italic !== undefined) node = h("em", {}, inline(italic, names));
  else node = h("s", {}, inline(struck, names));
  return [...inline(text.slice(0, found.index), names), node, ...inline(rest, names)];
}

function tokenNode(token, names) {
  const [target, label] = token.split(/\|(.*)/s);
  if (target.startsWith("@")) return h("span", { class: "mention" }, `@${names.user(target.slice(1)) ?? label ?? target.slice(1)}`);
  if (target.startsWith("#")) return h("span", { class: "mention" }, `#${label || names.channel(target.slice(1)) || target.slice(1)}`);
  if (target.startsWith("!date^")) return h("span", {}, plain(label ?? target));
  if (target.startsWith("!")) return h("span", { class: "mention" }, `@${plain(label ?? target.slice(1).split("^")[0])}`);
  const address = safeAddress(plain(target));
  const shown = plain(label ?? target);
  return address ? h("a", { href: address, target: "_blank", rel: "noreferrer noopener" }, shown) : h("span", {}, shown);
}

export function textObject(text, names) {
  if (!text) return [];
  return text.type === "mrkdwn" ? mrkdwn(text.text, names) : words(text.text);
}
