"""What of a page cannot be used with the keyboard alone."""

from playwright.sync_api import Page

# Everything that can have the focus and is shown, numbered in the page.
NUMBER_FOCUSABLE = """() => {
  const all = [...document.querySelectorAll("a[href], button, summary, input, select, [tabindex]")];
  const shown = all.filter(
    (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }));
  shown.forEach((element, index) => { element.dataset.checkedFocus = index; });
  document.activeElement?.blur();
  window.scrollTo(0, 0);
  return shown.map((element) => {
    const words = element.getAttribute("aria-label") || element.textContent.trim();
    return `${element.localName} '${words.slice(0, 60)}'`;
  });
}"""

# The number of what has the focus, and whether that can be seen.
FOCUSED = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const isMarked = element.matches(":focus-visible") && style.outlineStyle !== "none"
    && parseFloat(style.outlineWidth) > 0;
  return [Number(element.dataset.checkedFocus ?? -1), isMarked];
}"""

IS_OPEN = "id => document.getElementById(id)?.matches(':popover-open') ?? false"


def findings(page: Page) -> list:
    return focus_findings(page) + skip_link_findings(page) + popover_findings(page)


def focus_findings(page: Page) -> list:
    names = page.evaluate(NUMBER_FOCUSABLE)
    reached, unmarked = set(), set()
    for _ in range(len(names) + 10):
        page.keyboard.press("Tab")
        number, is_marked = page.evaluate(FOCUSED)
        if number in reached:
            break
        if number >= 0:
            reached.add(number)
            if not is_marked:
                unmarked.add(number)
    page.evaluate(
        "document.querySelectorAll('[data-checked-focus]').forEach(e => delete e.dataset.checkedFocus)"
    )
    return [
        f"Tab does not reach {name}" for index, name in enumerate(names) if index not in reached
    ] + [f"focus does not show on {names[index]}" for index in sorted(unmarked)]


def skip_link_findings(page: Page) -> list:
    link = page.query_selector("a.skip")
    if link is None:
        return ["no link skips what is above the answer"]
    link.focus()
    page.keyboard.press("Enter")
    target = link.get_attribute("href")
    found = page.evaluate("hash => location.hash === hash && !!document.querySelector(hash)", target)
    return [] if found else [f"the link to {target} leads nowhere"]


def popover_findings(page: Page) -> list:
    result = []
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for button in page.query_selector_all("button[popovertarget]"):
        identifier = button.get_attribute("popovertarget")
        name = button.inner_text()
        button.focus()
        page.keyboard.press("Enter")
        if not page.evaluate(IS_OPEN, identifier):
            result.append(f"Enter does not open what '{name}' explains")
            continue
        page.keyboard.press("Escape")
        if page.evaluate(IS_OPEN, identifier):
            result.append(f"Escape does not close what '{name}' explains")
        elif not button.evaluate("element => element === document.activeElement"):
            result.append(f"the focus does not come back to '{name}'")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)")
    return result
