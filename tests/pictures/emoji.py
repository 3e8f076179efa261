"""Writes the page's emoji, which it draws itself for browsers on machines without a font for them.

`npm pack @iconify-json/fluent-emoji-flat@1.2.6`, unpack it, and `python -m tests.pictures.emoji package`.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[2] / "bot" / "demo" / "static" / "emoji.js"
HEADER = """\
// Emoji as drawings, made by `python -m tests.pictures.emoji`; edit there.
// Drawings: Fluent Emoji, Copyright (c) Microsoft Corporation, MIT License; see emoji-licence.txt.
"""
EMOJI: dict[str, tuple[str, str]] = {  # by Slack's name: the character, and the drawing's name
    "warning": ("⚠️", "warning"),
    "white_check_mark": ("✅", "check-mark-button"),
    "heavy_check_mark": ("✔️", "check-mark"),
    "x": ("❌", "cross-mark"),
    "question": ("❓", "red-question-mark"),
    "grey_question": ("❔", "white-question-mark"),
    "exclamation": ("❗", "red-exclamation-mark"),
    "hourglass_flowing_sand": ("⏳", "hourglass-not-done"),
    "hourglass": ("⌛", "hourglass-done"),
    "alarm_clock": ("⏰", "alarm-clock"),
    "bell": ("🔔", "bell"),
    "information_source": ("\u2139\ufe0f", "information"),
    "rotating_light": ("🚨", "police-car-light"),
    "large_green_circle": ("🟢", "green-circle"),
    "large_yellow_circle": ("🟡", "yellow-circle"),
    "large_orange_circle": ("🟠", "orange-circle"),
    "red_circle": ("🔴", "red-circle"),
    "large_blue_circle": ("🔵", "blue-circle"),
    "white_circle": ("⚪", "white-circle"),
    "black_circle": ("⚫", "black-circle"),
    "tada": ("🎉", "party-popper"),
    "wave": ("👋", "waving-hand"),
    "mag": ("🔍", "magnifying-glass-tilted-left"),
    "lock": ("🔒", "locked"),
    "key": ("🔑", "key"),
    "calendar": ("📆", "tear-off-calendar"),
    "date": ("📅", "calendar"),
    "bulb": ("💡", "light-bulb"),
    "star": ("⭐", "star"),
    "trophy": ("🏆", "trophy"),
    "sports_medal": ("🏅", "sports-medal"),
    "first_place_medal": ("🥇", "1st-place-medal"),
    "second_place_medal": ("🥈", "2nd-place-medal"),
    "arrow_right": ("➡️", "right-arrow"),
    "leftwards_arrow_with_hook": ("↩️", "right-arrow-curving-left"),
    "arrows_counterclockwise": ("🔄", "counterclockwise-arrows-button"),
    "chart_with_upwards_trend": ("📈", "chart-increasing"),
    "chart_with_downwards_trend": ("📉", "chart-decreasing"),
    "bar_chart": ("📊", "bar-chart"),
    "seedling": ("🌱", "seedling"),
    "bust_in_silhouette": ("👤", "bust-in-silhouette"),
    "busts_in_silhouette": ("👥", "busts-in-silhouette"),
    "wastebasket": ("🗑️", "wastebasket"),
    "gem": ("💎", "gem-stone"),
    "shield": ("🛡️", "shield"),
    "paperclip": ("📎", "paperclip"),
    "link": ("🔗", "link"),
    "page_facing_up": ("📄", "page-facing-up"),
    "memo": ("📝", "memo"),
    "inbox_tray": ("📥", "inbox-tray"),
    "pushpin": ("📌", "pushpin"),
    "eyes": ("👀", "eyes"),
    "thumbsup": ("👍", "thumbs-up"),
    "rocket": ("🚀", "rocket"),
    "shushing_face": ("🤫", "shushing-face"),
    "loudspeaker": ("📢", "loudspeaker"),
    "raising_hand": ("🙋", "person-raising-hand"),
    "point_right": ("👉", "backhand-index-pointing-right"),
    "mag_right": ("🔎", "magnifying-glass-tilted-right"),
    "office": ("🏢", "office-building"),
    "scales": ("⚖️", "balance-scale"),
    "scroll": ("📜", "scroll"),
    "twisted_rightwards_arrows": ("🔀", "shuffle-tracks-button"),
    "clock4": ("🕓", "four-oclock"),
}


def main(package: str) -> None:
    """Take the drawings out of the unpacked npm package."""
    found = json.loads((Path(package) / "icons.json").read_text("utf-8"))
    icons, others = found["icons"], found["aliases"]
    names = {name: character for name, (character, _) in EMOJI.items()}
    drawings = {character.rstrip("\ufe0f"): _body(icon, icons, others) for character, icon in EMOJI.values()}
    lines = [f"export const {title} = {{\n" for title in ("NAMES", "DRAWINGS")]
    for place, found in enumerate((names, drawings)):
        lines[place] += "".join(
            f"  {json.dumps(key, ensure_ascii=False)}: {json.dumps(item, ensure_ascii=False)},\n"
            for key, item in found.items()
        )
    TARGET.write_text(HEADER + "\n" + "};\n\n".join(lines) + "};\n", "utf-8")


def _body(icon: str, icons: Mapping[str, Any], others: Mapping[str, Any]) -> str:
    """A drawing; some are another one, seen in a mirror."""
    if icon in icons:
        return str(icons[icon]["body"])
    return f'<g transform="matrix(-1 0 0 1 32 0)">{icons[others[icon]["parent"]]["body"]}</g>'


if __name__ == "__main__":
    main(sys.argv[1])
