({ isHostile }) => {
  // What the template of the page cannot have made: texts of a scenario that became something else.
  const findings = [];
  const short = (element) => element.outerHTML.slice(0, 120);

  const strange = "img, iframe, frame, object, embed, video, audio, base, link, form:not(.vega-bindings), "
    + "meta[http-equiv]:not([http-equiv='Content-Security-Policy']), svg:not(.chart svg)";
  for (const element of document.querySelectorAll(strange)) findings.push(`has ${short(element)}`);

  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) findings.push(`has the attribute ${name}: ${short(element)}`);
      if (/^\s*(javascript|vbscript|data:text)/i.test(value) && /href|src|action/.test(name)) {
        findings.push(`has a link that is a script: ${short(element)}`);
      }
    }
  }

  const scripts = [...document.scripts];
  const run = scripts.filter((script) => script.type !== "application/json");
  if (run.length !== 2) findings.push(`has ${run.length} scripts instead of 2`);
  for (const script of scripts.filter((script) => script.type === "application/json")) {
    try {
      JSON.parse(script.textContent);
    } catch (error) {
      findings.push(`the data of ${script.id} is broken: ${error.message}`);
    }
  }

  if (window.pwned !== undefined || window.parent.pwned !== undefined) {
    findings.push(`a text was run: pwned is ${window.pwned}`);
  }
  if (document.title === "pwned" || !document.title.endsWith("Goodhart")) {
    findings.push(`the title of the page is '${document.title.slice(0, 80)}'`);
  }
  if (isHostile && !document.body.innerText.includes("<script>document.title='pwned'</script>")) {
    findings.push("the hostile title is not on the page: is this the page of hostile.yaml?");
  }
  return findings;
};
