"""Opens pages of results in a browser and lists what is wrong with them."""

import argparse
import json
import os
import sys
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Browser, Error, Page, sync_playwright

import keyboard

WIDTHS = [390, 1280, 1920]
SCHEMES = ["light", "dark"]
LARGEST_PAGE = 1_500_000
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OWN_SCHEMES = ("file:", "data:", "blob:", "about:")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")

SCRIPTS = {
    name: Path(__file__).with_name(f"{name}.js").read_text("utf-8")
    for name in ["layout", "contrast", "strangers"]
}


def main() -> int:
    options = parsed_options()
    findings = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.chromium, chromium_sandbox=os.geteuid() != 0
        )
        for path in options.pages:
            findings += check(browser, path.resolve(), options)
        browser.close()
    return 1 if findings else 0


def parsed_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="Scripts/page-check", description=__doc__)
    parser.add_argument("pages", metavar="REPORT.html", type=Path, nargs="+")
    parser.add_argument(
        "--hostile", action="store_true", help="the page is that of the hostile scenario"
    )
    parser.add_argument(
        "--screenshots", metavar="FOLDER", type=Path, help="keep a picture of every look"
    )
    parser.add_argument("--chromium", help=argparse.SUPPRESS)
    return parser.parse_args()


def check(browser: Browser, path: Path, options: argparse.Namespace) -> int:
    """Looks at a page in every way; returns the number of findings."""
    print(path, flush=True)
    looks = {"in the file": file_findings(path)}
    for width in WIDTHS:
        for scheme in SCHEMES:
            look = Look(browser, path, width, scheme)
            try:
                look.take(options)
            except Error as error:
                look.findings.append(f"the browser gave up: {str(error).splitlines()[0]}")
            looks[f"{width} {scheme}"] = look.findings
            look.close()
    return report(looks)


def report(looks: dict) -> int:
    """Prints every finding once, with the looks that have it; returns how many there are."""
    places = {}
    for look, findings in looks.items():
        for finding in dict.fromkeys(findings):
            places.setdefault(finding, []).append(look)
    for finding, where in places.items():
        is_everywhere = len(where) == len(WIDTHS) * len(SCHEMES)
        print(f"  - {finding} [{'everywhere' if is_everywhere else ', '.join(where)}]")
    print(f"  {len(places) or 'no'} finding{'' if len(places) == 1 else 's'}", flush=True)
    return len(places)


def file_findings(path: Path) -> list:
    size = path.stat().st_size
    if size <= LARGEST_PAGE:
        return []
    return [f"{size:,} bytes are more than {LARGEST_PAGE:,}"]


class Look:
    """One look at a page: at a width, in a colour scheme."""

    def __init__(self, browser: Browser, path: Path, width: int, scheme: str):
        self.path, self.width, self.scheme = path, width, scheme
        self.findings = []
        self.context = browser.new_context(
            viewport={"width": width, "height": 844 if width < 600 else 900}, color_scheme=scheme
        )
        self.page = self.context.new_page()
        self.listen(self.page)

    def close(self) -> None:
        self.context.close()

    def listen(self, page: Page) -> None:
        """Notes what the browser complains of, and what it is asked to fetch."""
        page.on(
            "console",
            lambda message: message.type in ("error", "warning")
            and self.findings.append(f"console {message.type}: {message.text[:300]}"),
        )
        page.on("pageerror", lambda error: self.findings.append(f"error: {str(error)[:300]}"))
        page.on(
            "request",
            lambda request: request.url.startswith(OWN_SCHEMES)
            or self.findings.append(f"asks for {request.url[:200]}"),
        )
        page.on("dialog", self.dismiss)
        self.context.on(
            "page", lambda opened: opened is page or self.findings.append("opens another page")
        )

    def dismiss(self, dialog) -> None:
        self.findings.append(f"opens a dialogue: {dialog.message[:100]}")
        dialog.dismiss()

    def take(self, options: argparse.Namespace) -> None:
        self.page.goto(self.path.as_uri())
        try:
            self.page.wait_for_function(
                "document.documentElement.dataset.drawn === 'yes'", timeout=60_000
            )
        except Error:
            self.findings.append("the charts were not drawn within a minute")
            return
        if options.screenshots:
            self.keep_picture(options.screenshots)
        self.ask("layout", {"isHostile": options.hostile})
        self.ask("contrast")
        if self.width == 1280:
            self.findings += keyboard.findings(self.page)
            self.hover_over_charts()
        if self.width < 1920:
            self.page.evaluate("document.querySelectorAll('details.data').forEach(d => d.open = true)")
            self.ask("layout", {"isHostile": options.hostile}, "with tables open")
            self.run_axe()
        self.ask("strangers", {"isHostile": options.hostile})
        if self.width == 1280:
            self.resize()
            self.print()

    def ask(self, script: str, argument=None, when: str = "") -> None:
        """Adds what a script finds in the page, once."""
        for finding in self.page.evaluate(SCRIPTS[script], argument):
            if not any(known.startswith(finding) for known in self.findings):
                self.findings.append(f"{finding} ({when})" if when else finding)

    def keep_picture(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{self.path.parent.name}-{self.path.stem}-{self.width}-{self.scheme}.png"
        self.page.screenshot(path=folder / name, full_page=True)

    def hover_over_charts(self) -> None:
        """Lets tooltips appear, which are made of the chart's data."""
        for chart in self.page.query_selector_all(".chart"):
            marks = chart.query_selector_all(".mark-symbol path, .mark-rect path")
            for mark in marks[:3]:
                try:
                    mark.hover(timeout=1_000, force=True)
                except Error:
                    continue  # Out of sight, or of no size.

    def run_axe(self) -> None:
        self.page.evaluate(AXE)
        # The tooltip of Vega follows the pointer and stands outside of all landmarks.
        result = self.page.evaluate(
            "rules => axe.run({exclude: '#vg-tooltip-element'}, {runOnly: rules, resultTypes: ['violations']})", RULES
        )
        for violation in result["violations"]:
            nodes = violation["nodes"]
            place = json.dumps(nodes[0]["target"], ensure_ascii=False)
            summary = " ".join(nodes[0]["failureSummary"].split())
            self.findings.append(
                f"axe {violation['id']}: {violation['help']}; {len(nodes)} times, as at {place}: "
                f"{summary[:240]}"
            )

    def resize(self) -> None:
        """Turns the window narrow and wide again: charts have to follow."""
        for width in (600, 1280):
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.wait_for_timeout(1_000)
            self.ask("layout", {"isHostile": True}, f"after turning {width} px wide")

    def print(self) -> None:
        self.page.emulate_media(media="print", color_scheme=self.scheme)
        self.ask("contrast", None, "in print")
        if not self.page.pdf(format="A4", print_background=False).startswith(b"%PDF"):
            self.findings.append("does not print")


if __name__ == "__main__":
    sys.exit(main())
