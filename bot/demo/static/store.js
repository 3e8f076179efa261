// What the page knows: the state as the workspace tells it, and what this person looks at. News come by long polling.

const place = new URLSearchParams(location.search);

export const view = {
  user: place.get("user") ?? "", channel: place.get("channel") ?? "", home: place.get("tab") === "home", thread: null,
  panel: innerWidth >= 1100 ? "people" : null, drawer: false, unreadFrom: "",
};
export const store = { state: null, seen: JSON.parse(sessionStorage.getItem("seen") ?? "{}") };

const listeners = [];
let polling = new AbortController();

export function onChange(listener) {
  listeners.push(listener);
}

export function changed() {
  if (store.state) listeners.forEach((listener) => listener());
}

export const names = {
  user: (id) => store.state.users.find((user) => user.id === id)?.real_name ?? (id === "USLACKBOT" ? "Slackbot" : undefined),
  channel: (id) => store.state.channels.find((channel) => channel.id === id)?.title,
  people: () => store.state.users.filter((user) => !user.is_bot && !user.deleted).map((user) => ({ value: user.id, label: user.real_name, note: `@${user.name}` })),
  places: () => store.state.channels.filter((channel) => channel.kind !== "im").map((channel) => ({ value: channel.id, label: `#${channel.title}` })),
};

export async function act(deed, body) {
  const answer = await fetch(`/_control/${deed}`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ user: view.user, ...body }),
  }).then((response) => response.json(), () => ({ error: "The workspace does not answer. Is it still running?" }));
  trouble(answer.error && !answer.message ? answer.error : "");
  return answer;
}

export function trouble(sentence) {
  const line = document.getElementById("trouble");
  line.querySelector("span").textContent = sentence;
  line.hidden = !sentence;
}

export async function poll(known) {
  polling.abort();
  polling = new AbortController();
  const query = new URLSearchParams({ user: view.user, channel: view.channel, known });
  try {
    const response = await fetch(`/_control/state?${query}`, { signal: polling.signal });
    store.state = await response.json();
    const settled = settle();
    if (settled) changed();
    poll(settled ? store.state.version : "");
  } catch (error) {
    if (error.name === "AbortError") return;
    trouble("The workspace does not answer; trying again.");
    setTimeout(() => poll(""), 1000);
  }
}

// A person and a conversation must be chosen before there is anything to draw.
function settle() {
  const people = store.state.users.filter((user) => !user.is_bot);
  if (!people.some((user) => user.id === view.user)) {
    view.user = (people.find((user) => !user.is_admin && !user.deleted) ?? people[0])?.id ?? "";
    return false;
  }
  if (!store.state.channels.some((channel) => channel.id === view.channel)) {
    view.channel = store.state.channels[0]?.id ?? "";
    return !view.channel;
  }
  return true;
}

export function go(change) {
  const moved = change.channel !== undefined && change.channel !== view.channel;
  Object.assign(view, { home: false, drawer: false }, moved || change.user ? { thread: null } : {}, change);
  if ((view.panel === "thread" && !view.thread) || innerWidth < 1100) Object.assign(view, { panel: null, thread: null });
  view.unreadFrom = seenOf(view.user, view.channel) || "0";
  history.replaceState(null, "", `?${new URLSearchParams({ user: view.user, channel: view.channel, ...(view.home ? { tab: "home" } : {}) })}`);
  poll("");
}

export function seenOf(user, channel) {
  return store.seen[user]?.[channel] ?? "";
}

export function markSeen(user, channel, ts) {
  if (!ts || ts <= seenOf(user, channel)) return;
  store.seen[user] = { ...store.seen[user], [channel]: ts };
  sessionStorage.setItem("seen", JSON.stringify(store.seen));
}

// The conversations in which somebody wrote to this person since they last looked.
export function unread(user) {
  return Object.entries(store.state.inbox[user] ?? {}).filter(([channel, ts]) => ts > seenOf(user, channel)).map(([channel]) => channel);
}
