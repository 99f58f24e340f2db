() => {
  // Texts of charts that are too faint on what is behind them (WCAG 2.2, 1.4.3); axe-core looks at
  // the rest of the page only.
  const findings = [];

  // Red, green, blue and opacity of a colour of CSS; nothing for none.
  function parsed(colour) {
    const numbers = colour.match(/^rgba?\(([^)]+)\)/)?.[1].split(/[\s,/]+/).map(Number);
    return numbers ? [...numbers.slice(0, 3), numbers[3] ?? 1] : null;
  }

  function over(front, opacity, back) {
    return back.map((part, index) => front[index] * opacity + part * (1 - opacity));
  }

  function luminance(colour) {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  const hex = (colour) => "#" + colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");

  // What is painted at a point behind an element, from the page upwards.
  function background(element, x, y) {
    const isPrint = matchMedia("print").matches;
    let colour = isPrint ? [255, 255, 255] : parsed(getComputedStyle(document.body).backgroundColor).slice(0, 3);
    const shapes = document.elementsFromPoint(x, y).filter(
      (shape) => shape.ownerSVGElement && ["path", "rect"].includes(shape.localName)
        && shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
    for (const shape of shapes.reverse()) {
      const style = getComputedStyle(shape);
      const fill = parsed(style.fill);
      if (fill) colour = over(fill, fill[3] * style.fillOpacity * style.opacity, colour);
    }
    return colour;
  }

  const touchable = document.createElement("style");
  touchable.textContent = ".chart svg *{pointer-events:visiblePainted!important}";
  document.head.append(touchable);
  for (const text of document.querySelectorAll(".chart svg text")) {
    const style = getComputedStyle(text);
    const fill = parsed(style.fill);
    if (!fill || !text.textContent.trim() || Number(style.opacity) < 0.05) continue;
    text.scrollIntoView({ block: "center", behavior: "instant" });
    const box = text.getBoundingClientRect();
    const behind = background(text, box.x + box.width / 2, box.y + box.height / 2);
    const front = over(fill, fill[3] * style.fillOpacity * style.opacity, behind);
    const size = parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    const reached = contrast(front, behind);
    if (reached < needed) {
      findings.push(
        `${text.closest(".chart").dataset.spec}: '${text.textContent.slice(0, 50)}' has a contrast of `
          + `${reached.toFixed(1)}, ${hex(front)} on ${hex(behind)}`);
    }
  }
  touchable.remove();
  window.scrollTo(0, 0);
  return findings;
};
