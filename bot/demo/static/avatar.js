// The square with initials beside a name.

import { h } from "./dom.js";

export function avatar(user, bot) {
  if (user?.id === bot.id) return h("span", { class: "avatar app", "aria-hidden": "true" }, bot.name.slice(0, 1));
  const name = user?.real_name ?? "Slackbot";
  const initials = name.split(/\s+/).map((part) => part[0] ?? "").join("").slice(0, 2).toUpperCase();
  const tone = [...(user?.id ?? "")].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6;
  return h("span", { class: `avatar tone${tone}`, "aria-hidden": "true" }, initials);
}

export function role(user) {
  return user.deleted ? "deactivated" : user.is_admin ? "admin" : user.is_restricted ? "guest" : "";
}
