"""Steps of a walk through the dashboard in a browser."""

import os
import re
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as Unseen

from pages.parts.viewer import FAILED

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / "screenshots"
MENU = re.findall(r'\("pages/\S+\.py", "([^"]+)", "([^"]+)"\)', (ROOT / "dashboard.py").read_text(encoding="utf-8"))  # title, path


STANDS = (  # how much is on screen, when nothing runs, is stale or still to be drawn; else null
    "() => document.querySelector('[data-test-script-state=notRunning]') && "
    "!document.querySelector('[data-testid=stStatusWidget], [data-testid=stSkeleton], [data-stale=true]') && "
    "[...document.querySelectorAll('.js-plotly-plot')].every(plot => plot.querySelector('.main-svg')) "
    "? document.querySelector('[data-testid=stMain]').innerHTML.length : null"
)


def settled(page: Page, heading: str) -> None:
    """Wait until a page stands: its heading, nothing running or loading, and the same a moment later (one run may follow another)."""
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_visible(timeout=30_000)
    end, before = time.monotonic() + 30, None
    while (now := page.evaluate(STANDS)) is None or now != before:
        assert time.monotonic() < end, "the page does not come to rest"
        before = now
        page.wait_for_timeout(400)
    expect(page.get_by_text(FAILED)).to_have_count(0)


def asked(page: Page) -> dict[str, str]:
    """What the address says."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def pick(page: Page, label: str, option: str) -> None:
    """Choose as a person does: where a run that was still under way closed the list again, open it once more."""
    box, wanted = page.get_by_role("combobox", name=label).first, page.get_by_role("option", name=option).first
    box.click()
    try:
        wanted.wait_for(timeout=5_000)
    except Unseen:
        box.click()
    wanted.click()


def says(page: Page, key: str, value: str | None) -> None:
    """Wait until the address says something of a filter, or nothing."""
    page.wait_for_function("([key, value]) => new URLSearchParams(location.search).get(key) === value", arg=[key, value], timeout=15_000)


def resized(page: Page, heading: str, width: int, height: int) -> None:
    """Another size of the window; charts are drawn twice: as wide as they were made, then as wide as there is room."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(500)
    settled(page, heading)


def pictured(page: Page, name: str) -> None:
    """A picture of what is on screen, and how it looks printed in grey, for who asks for them (PICTURES=1): the checks do not."""
    if os.environ.get("PICTURES") != "1":
        return
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")
    with Image.open(SHOTS / f"{name}.png") as picture:
        picture.convert("L").save(SHOTS / f"{name}-xam.png")


def barriers(page: Page) -> list[tuple[str, str, str]]:
    """What axe finds that keeps people from using the page: serious or critical, what, where.

    A table that scrolls sideways (in a narrow column) has no tabindex from Streamlit, which axe counts as out of reach of the keyboard.
    Chromium since 130 and Firefox reach it by themselves; whether it is so is tried here with the Tab key, so it is left out only then.
    """
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    told = [(v["impact"], v["id"], node) for v in found if v["impact"] in ("serious", "critical") for node in v["nodes"]]
    return [
        (impact, rule, node["html"])
        for impact, rule, node in told
        if rule != "scrollable-region-focusable" or not _is_reached(page, node["target"][0])
    ]


def _is_reached(page: Page, selector: str) -> bool:
    """Whether the Tab key, from just before this place, leads to it or into it."""
    page.evaluate("where => getSelection().collapse(document.querySelector(where), 0)", selector)
    page.keyboard.press("Tab")
    return page.evaluate("where => document.querySelector(where).contains(document.activeElement)", selector)


def cut_words(page: Page) -> list[str]:
    """Words that do not fit where they stand: hidden parts of lines, labels over the edge of a chart."""
    hidden = page.evaluate(
        """() => [...document.querySelectorAll('h1, h2, h3, [data-testid=stMetricValue], [data-testid=stMarkdownContainer] p')].filter(
            e => e.offsetParent && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflow === 'hidden'
            ).map(e => e.innerText)"""
    )
    labels = page.locator(".js-plotly-plot text").evaluate_all(
        """texts => texts.map(t => [t.textContent, t.getBoundingClientRect(), t.closest('.js-plotly-plot').getBoundingClientRect()])
            .filter(([words, t, plot]) => words && (t.left < plot.left - 2 || t.right > plot.right + 2)).map(([words]) => words)"""
    )
    return [*hidden, *labels]


def overlaps(page: Page) -> list[tuple[str, str]]:
    """Lines of text that cover each other, letters on letters (a third of the smaller one's height or more)."""
    return [tuple(pair) for pair in page.evaluate(
        """() => {
            const lines = [...document.querySelectorAll(
                '[data-testid=stMainBlockContainer] :is(h1, h2, h3, p, li, [data-testid=stMetricValue])')]
                .filter(e => e.offsetParent && e.textContent.trim() && !e.closest('.st-key-san-khau, button, td, th, details:not([open])'))
                .map(e => { const r = document.createRange(); r.selectNodeContents(e); return [e, r.getBoundingClientRect()] })
            const found = []
            for (const [n, [one, a]] of lines.entries()) for (const [other, b] of lines.slice(n + 1)) {
                const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
                const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
                if (wide > 2 && high > Math.min(a.height, b.height) / 3 && !one.contains(other))
                    found.push([one.innerText, other.innerText])
            }
            return found
        }"""
    )]  # fmt: skip


def figures(page: Page) -> dict[str, list[str]]:
    """Every figure of a page: headings, metrics, cells of tables (in closed ones too), words in charts, what stands in fields."""
    kinds = {
        "headings": "h1, h2, h3", "metrics": "[data-testid=stMetric]", "cells": "th, td", "charts": ".js-plotly-plot text",
        "typed": "textarea, input",
    }  # fmt: skip
    return {
        kind: page.locator(f"[data-testid=stMain] :is({where})").evaluate_all("all => all.map(e => (e.value ?? e.textContent).trim())")
        for kind, where in kinds.items()
    }


def tabs(page: Page) -> list[str]:
    return page.get_by_role("tab").all_inner_texts()
