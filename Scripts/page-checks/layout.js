({ isHostile }) => {
  // What does not fit: in the page, and texts in its charts.
  const findings = [];
  const root = document.documentElement;
  const short = (text) => (text.length > 50 ? text.slice(0, 50) + "…" : text);

  function checkWidth() {
    if (root.scrollWidth <= root.clientWidth) return;
    const inScroller = (element) => {
      for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) {
        if (getComputedStyle(above).overflowX !== "visible") return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !inScroller(element));
    // The innermost says where it comes from.
    const inner = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    const places = inner.slice(0, 3).map(
      (element) => `${element.localName}.${element.getAttribute("class") ?? ""} '${short(element.textContent.trim())}'`);
    findings.push(`${root.scrollWidth} px wide in ${root.clientWidth}: ${places.join(", ")}`);
  }

  // The corners of a text on the screen, without the empty space above and below its letters.
  function corners(text) {
    const box = text.getBBox();
    const matrix = text.getScreenCTM();
    const top = box.y + 0.2 * box.height;
    const bottom = box.y + 0.8 * box.height;
    return [[box.x, top], [box.x + box.width, top], [box.x + box.width, bottom], [box.x, bottom]].map(
      ([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
  }

  // By how much two convex shapes overlap in pixels, along the direction in which it is least.
  function overlap(one, other) {
    let least = Infinity;
    for (const shape of [one, other]) {
      for (let index = 0; index < 2; index += 1) {
        const [from, to] = [shape[index], shape[index + 1]];
        const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
        const along = (point) => (point.x * (to.x - from.x) + point.y * (to.y - from.y)) / length;
        const [a, b] = [one.map(along), other.map(along)];
        least = Math.min(
          least, Math.min(Math.max(...a), Math.max(...b)) - Math.max(Math.min(...a), Math.min(...b)));
        if (least <= 0) return 0;
      }
    }
    return least;
  }

  function isShown(text) {
    const style = getComputedStyle(text);
    const box = text.getBBox();
    return text.textContent.trim() !== "" && box.width > 0 && box.height > 0
      && Number(style.opacity) > 0.05 && style.visibility === "visible" && style.display !== "none";
  }

  function checkTexts(svg, name) {
    const texts = [...svg.querySelectorAll("text")].filter(isShown).map((element) => ({
      words: short(element.textContent.trim()), corners: corners(element),
      size: parseFloat(getComputedStyle(element).fontSize) * Math.abs(element.getScreenCTM().a || element.getScreenCTM().b),
    }));
    const frame = svg.getBoundingClientRect();
    for (const { words, corners, size } of texts) {
      const out = Math.max(...corners.map((point) => Math.max(
        frame.left - point.x, point.x - frame.right, frame.top - point.y, point.y - frame.bottom)));
      // Names of the hostile scenario are longer than any chart is wide.
      if (out > 2 && !isHostile) findings.push(`${name}: '${words}' is cut off by ${out.toFixed(0)} px`);
      if (size < 9) findings.push(`${name}: '${words}' is only ${size.toFixed(1)} px high`);
      if (!isHostile && /\bNaN\b|\bundefined\b|\[object|\bInfinity\b/.test(words)) {
        findings.push(`${name}: says '${words}'`);
      }
    }
    texts.forEach((one, index) => {
      for (const other of texts.slice(index + 1)) {
        if (!isHostile && overlap(one.corners, other.corners) > 2) {
          findings.push(`${name}: '${one.words}' and '${other.words}' overlap`);
        }
      }
    });
  }

  function checkCharts() {
    const charts = [...document.querySelectorAll(".chart")];
    if (charts.length === 0) findings.push("there is no chart");
    for (const chart of charts) {
      const name = chart.dataset.spec;
      const svg = chart.querySelector("svg.marks");
      if (!svg) findings.push(`${name} was not drawn`);
      else if (svg.getBoundingClientRect().width < 60) findings.push(`${name} is too narrow`);
      else checkTexts(svg, name);
      if (svg?.getBoundingClientRect().right > root.clientWidth + 1) {
        findings.push(`${name} is wider than the page`);
      }
    }
  }

  function checkMarkup() {
    const policy = document.querySelector("head meta[http-equiv='Content-Security-Policy']")?.content ?? "";
    const scripts = policy.match(/script-src([^;]*)/)?.[1] ?? "";
    if (!policy.includes("default-src 'none'") || !scripts.includes("'sha256-") || scripts.includes("unsafe-inline")) {
      findings.push(`the content security policy is '${policy}'`);
    }
    const seen = new Set();
    for (const element of document.querySelectorAll("[id]")) {
      if (element.closest("svg")) continue;
      if (seen.has(element.id)) findings.push(`two elements have the id '${short(element.id)}'`);
      seen.add(element.id);
    }
    for (const link of document.querySelectorAll("a[href^='#']:not(.vega-actions a)")) {
      if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) {
        findings.push(`nothing is at ${link.hash}`);
      }
    }
    if (!isHostile && /\{\{|\bNaN\b|\[object /.test(document.body.innerText)) {
      findings.push("the text has a hole: {{, NaN or [object");
    }
  }

  checkWidth();
  checkCharts();
  checkMarkup();
  return findings;
};
