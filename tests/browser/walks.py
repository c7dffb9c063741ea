"""Steps of a walk through the dashboard in a browser."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect


def settled(page: Page, heading: str) -> None:
    """Wait until a page stands: its heading, and nothing running or loading any more."""
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_visible(timeout=30_000)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=30_000)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=30_000)
    page.wait_for_function("() => [...document.querySelectorAll('.js-plotly-plot')].every(plot => plot.querySelector('.main-svg'))")


def asked(page: Page) -> dict[str, str]:
    """What the address says."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def pick(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).first.click()
    page.get_by_role("option", name=option).first.click()


def says(page: Page, key: str, value: str | None) -> None:
    """Wait until the address says something of a filter, or nothing."""
    page.wait_for_function("([key, value]) => new URLSearchParams(location.search).get(key) === value", arg=[key, value], timeout=15_000)
