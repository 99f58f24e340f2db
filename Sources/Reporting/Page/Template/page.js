(() => {
  "use strict";
  // Draws every chart of the page at the width it is given, and again when that changes; makes the
  // tables of their rows when they are asked for.
  const panelWidth = 250;
  const gap = 20;
  const usualAxes = 70;

  // Vega keeps groups in plain objects, where these names are taken; with a space of no width behind
  // them they are free.
  const taken = new Set(Object.getOwnPropertyNames(Object.prototype));
  const freed = (key, value) => (taken.has(value) ? value + "\u200b" : value);

  function read(identifier, reviver) {
    const source = document.getElementById(identifier);
    return source ? JSON.parse(source.textContent, reviver) : undefined;
  }

  // The rows of a specification as Vega-Lite reads them.
  function unpacked(specification) {
    const { columns, rows, ...data } = specification.data;
    const values = rows.map((row) => {
      const cells = columns.map((column, index) => [column, row[index]]);
      return Object.fromEntries(cells.filter((cell) => cell[1] !== null));
    });
    return { ...specification, data: { ...data, values } };
  }

  // A copy of a specification whose panels fill the width that their axes leave.
  function fitted(specification, width, axis) {
    const spec = structuredClone(specification);
    let panels = 1;
    if (spec.facet) {
      panels = new Set(spec.data.values.map((row) => row[spec.facet.field])).size;
      const room = Math.min(4, panels, Math.floor((width - axis + gap) / (panelWidth + gap)));
      const columns = Math.max(1, room);
      spec.columns = columns;
      spec.spec.width = Math.max(120, Math.floor((width - axis - gap * (columns - 1)) / columns));
    }
    const inner = spec.facet ? spec.spec.width : width;
    spec.config.axisX = { tickCount: Math.max(3, Math.floor(inner / 90)) };
    // Panels below each other are far from the axis of the last one, and a row that is not full would
    // have an axis below nothing.
    if (spec.facet && (spec.columns === 1 || panels % spec.columns !== 0)) {
      spec.resolve = { ...spec.resolve, axis: { x: "independent" } };
    }
    if (width < 480) {
      spec.config.axis.labelLimit = 110;
      spec.config.legend.columns = 2;
    }
    return spec;
  }

  async function draw(holder) {
    const packed = read(holder.dataset.spec, freed);
    const width = Math.floor(holder.clientWidth);
    if (!packed || width === 0) return;
    holder.dataset.width = width;
    const options = {
      mode: "vega-lite",
      renderer: "svg",
      actions: { export: { svg: true, png: true }, source: false, compiled: false, editor: false },
      downloadFileName: holder.dataset.spec.replace(/^spec-/, ""),
      tooltip: { theme: "custom" },
    };
    try {
      const specification = unpacked(packed);
      await window.vegaEmbed(holder, fitted(specification, width, usualAxes), options);
      // How much room axes of panels take is known once they are drawn.
      const excess = Number(holder.querySelector("svg")?.getAttribute("width")) - width;
      if (specification.facet && (excess > 2 || excess < -40)) {
        await window.vegaEmbed(holder, fitted(specification, width, usualAxes + excess), options);
      }
      const summary = holder.querySelector("summary");
      if (summary) {
        summary.setAttribute("aria-label", "Save the chart");
        summary.title = "Save the chart";
      }
    } catch (error) {
      holder.textContent = "This chart cannot be drawn here; its rows are in the table below it.";
      console.error(error);
    }
  }

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  // The rows of a chart as a table; columns of words for people repeat what others say.
  function table(details) {
    const { columns, rows } = read(details.dataset.rows).data;
    const shown = columns.map((name, index) => ({ name, index })).filter((c) => !c.name.startsWith("shown_"));
    const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
    const head = element("tr");
    for (const { name } of shown) head.append(element("th", name, { scope: "col" }));
    const body = element("tbody");
    for (const row of rows) {
      const line = element("tr");
      for (const { index } of shown) {
        const cell = row[index];
        if (cell === null) line.append(element("td", "–"));
        else if (typeof cell === "number") {
          line.append(element("td", number.format(cell), { class: "n", title: cell }));
        } else line.append(element("td", cell));
      }
      body.append(line);
    }
    const whole = element("table");
    const top = element("thead");
    top.append(head);
    whole.append(top, body);
    const title = details.closest("figure").querySelector("h3").textContent;
    const name = `${title}: ${details.querySelector("summary").textContent}`;
    const scroll = element("div", undefined, { class: "scroll", tabindex: "0", role: "region", "aria-label": name });
    scroll.append(whole);
    details.append(scroll);
  }

  for (const details of document.querySelectorAll("details[data-rows]")) {
    details.addEventListener("toggle", () => table(details), { once: true });
  }

  async function drawAll() {
    for (const holder of document.querySelectorAll(".chart[data-spec]")) await draw(holder);
    document.documentElement.dataset.drawn = "yes";
  }

  let timer;
  window.addEventListener("resize", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      for (const holder of document.querySelectorAll(".chart[data-spec]")) {
        if (Math.abs(holder.clientWidth - Number(holder.dataset.width)) > 8) await draw(holder);
      }
    }, 150);
  });
  drawAll();
})();
