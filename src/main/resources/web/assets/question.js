// Fills in the answer on the page of a question. A question that asks other endpoints too is asked
// only when the reader says so.
(() => {
  "use strict";

  const BASE = "https://w3id.org/gilan/";
  const ROOT = new URL("..", document.currentScript.src);
  const MOST = 500;
  const place = document.getElementById("rows");
  const query = document.getElementById("sparql").textContent;

  // A thing is called by its label where the query asks for it, a passage by its place.
  function name(iri) {
    const passage = iri.match(/^document\/(.+)\/(\d+)-(\d+)$/);
    if (passage) {
      return `${passage[1]}, ${passage[2]}–${passage[3]}`;
    }
    return iri.startsWith("claim/") ? "claim" : iri.replace(/^(id\/|ontology#)/, "");
  }

  function link(iri, label) {
    const anchor = document.createElement("a");
    const ours = iri.startsWith(BASE);
    const rest = iri.slice(BASE.length);
    anchor.href = ours ? new URL(rest, ROOT).pathname : iri;
    anchor.textContent = label?.value ?? (ours ? name(rest) : iri);
    anchor.title = iri;
    return anchor;
  }

  function cell(value, label) {
    const data = document.createElement("td");
    if (value?.type === "uri") {
      data.append(link(value.value, label));
    } else if (value) {
      data.textContent = value.type === "triple" ? "a triple" : value.value;
      data.dir = "auto";
      data.lang = value["xml:lang"] ?? "";
    }
    return data;
  }

  function table(variables, rows) {
    const label = (column) => `${column}Label`;
    const columns = variables.filter((v) => !variables.some((other) => label(other) === v));
    const made = document.createElement("table");
    const head = made.createTHead().insertRow();
    for (const column of columns) {
      const name = document.createElement("th");
      name.scope = "col";
      name.textContent = column;
      head.append(name);
    }
    const body = made.createTBody();
    for (const row of rows) {
      body.insertRow().append(...columns.map((c) => cell(row[c], row[label(c)])));
    }
    const frame = document.createElement("div");
    frame.className = "scroll";
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-labelledby", "answer");
    frame.append(made);
    return frame;
  }

  function say(words) {
    const line = document.createElement("p");
    line.textContent = words;
    return line;
  }

  function show({ head, results }) {
    const rows = results.bindings;
    const shown = rows.slice(0, MOST);
    const more = rows.length > MOST ? `, the first ${MOST} of which are shown` : "";
    const count = `${rows.length} ${rows.length === 1 ? "row" : "rows"}${more}.`;
    place.replaceChildren(say(count), ...(shown.length > 0 ? [table(head.vars, shown)] : []));
  }

  async function ask() {
    place.replaceChildren(say("Asking …"));
    const answer = await fetch(new URL("gilan/sparql", ROOT), {
      method: "POST",
      headers: {
        "Content-Type": "application/sparql-query",
        Accept: "application/sparql-results+json, text/turtle;q=0.9",
      },
      body: query,
    });
    const type = answer.headers.get("Content-Type") ?? "";
    const text = await answer.text();
    if (answer.ok && type.startsWith("application/sparql-results+json")) {
      show(JSON.parse(text));
    } else {
      const block = document.createElement("pre");
      block.tabIndex = 0;
      block.textContent = text;
      place.replaceChildren(...(answer.ok ? [] : [say("There is no answer.")]), block);
    }
  }

  const start = () => ask().catch((e) => place.replaceChildren(say(`There is no answer: ${e}`)));
  if (place.dataset.endpoints) {
    const hosts = place.dataset.endpoints.split(" ").map((endpoint) => new URL(endpoint).host);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `Ask this graph and ${hosts.join(", ")}`;
    button.addEventListener("click", start);
    place.replaceChildren(button);
  } else {
    start();
  }
})();
