(() => {
  "use strict";
  // Draws every chart of the page at the width it is given, and again when that changes.
  const panelWidth = 250;
  const gap = 20;
  const usualAxes = 70;

  // Vega keeps groups in plain objects, where these names are taken; with a space of no width behind
  // them they are free.
  const taken = new Set(Object.getOwnPropertyNames(Object.prototype));
  const freed = (key, value) => (taken.has(value) ? value + "\u200b" : value);

  // A copy of a specification whose panels fill the width that their axes leave.
  function fitted(specification, width, axis) {
    const spec = structuredClone(specification);
    if (spec.facet) {
      const panels = new Set(spec.data.values.map((row) => row[spec.facet.field])).size;
      const room = Math.min(4, panels, Math.floor((width - axis + gap) / (panelWidth + gap)));
      const columns = Math.max(1, room);
      spec.columns = columns;
      spec.spec.width = Math.max(120, Math.floor((width - axis - gap * (columns - 1)) / columns));
    }
    const inner = spec.facet ? spec.spec.width : width;
    spec.config.axisX = { tickCount: Math.max(3, Math.floor(inner / 90)) };
    // Panels below each other are far from the axis of the last one.
    if (spec.facet && spec.columns === 1) {
      spec.resolve = { ...spec.resolve, axis: { x: "independent" } };
    }
    if (width < 480) {
      spec.config.axis.labelLimit = 110;
      spec.config.legend.columns = 2;
    }
    return spec;
  }

  async function draw(holder) {
    const source = document.getElementById(holder.dataset.spec);
    const width = Math.floor(holder.clientWidth);
    if (!source || width === 0) return;
    holder.dataset.width = width;
    const options = {
      mode: "vega-lite",
      renderer: "svg",
      actions: { export: { svg: true, png: true }, source: false, compiled: false, editor: false },
      downloadFileName: holder.dataset.spec.replace(/^spec-/, ""),
      tooltip: { theme: "custom" },
    };
    try {
      const specification = JSON.parse(source.textContent, freed);
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
      holder.textContent = "This chart cannot be drawn here; its rows are in the table below.";
      console.error(error);
    }
  }

  async function drawAll() {
    for (const holder of document.querySelectorAll(".chart")) await draw(holder);
    document.documentElement.dataset.drawn = "yes";
  }

  let timer;
  window.addEventListener("resize", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      for (const holder of document.querySelectorAll(".chart")) {
        if (Math.abs(holder.clientWidth - Number(holder.dataset.width)) > 8) await draw(holder);
      }
    }, 150);
  });
  drawAll();
})();
