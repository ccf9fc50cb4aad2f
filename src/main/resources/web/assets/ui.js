// Makes the Fuseki UI at home here, without changing its files: our questions and prefixes in the
// editor, results that link to our own pages, no request to other hosts, and no way to pages that a
// read-only server cannot serve. Loaded before the UI's own script.
(() => {
  "use strict";

  const BASE = "https://w3id.org/gilan/";
  const SERVED = /^(id|claim|graph|query)\/[^/?#]+$|^document\/[^/?#]+(\/\d+-\d+)?$|^ontology(#.*)?$/;
  const site = fetch("./assets/site.json").then((answer) => answer.json());

  // The editor completes prefixes from prefix.cc and terms from Linked Open Vocabularies. Both are
  // answered from here.
  const ask = window.fetch.bind(window);
  window.fetch = async (resource, options) => {
    const url = new URL(resource instanceof Request ? resource.url : resource, location.href);
    if (url.origin === location.origin) {
      return ask(resource, options);
    }
    const known = await site;
    if (url.hostname === "prefix.cc") {
      return Response.json(known.prefixes);
    }
    const terms = known[url.searchParams.get("type")] ?? [];
    const part = (url.searchParams.get("q") ?? "").toLowerCase();
    const found = terms.filter((term) => term.toLowerCase().includes(part));
    return Response.json({ results: found.map((term) => ({ uri: [term] })) });
  };

  function keepToReading() {
    if (/^#\/manage|^#\/dataset\/[^/]+\/(upload|edit)/.test(location.hash)) {
      location.replace("../#read-only");
    }
  }

  function linkHome() {
    const menu = document.querySelector(".navbar-nav");
    if (menu && !document.getElementById("gilan-home")) {
      menu.insertAdjacentHTML(
        "afterbegin",
        '<li class="nav-item" id="gilan-home"><a class="nav-link" href="../">Gilan</a></li>',
      );
    }
  }

  function linkResults() {
    for (const link of document.querySelectorAll(`#yasr a[href^="${BASE}"]`)) {
      const iri = link.getAttribute("href");
      const rest = iri.slice(BASE.length);
      if (SERVED.test(rest)) {
        link.title = iri;
        link.setAttribute("href", "../" + rest);
        shorten(link, rest);
      }
    }
  }

  // A cell is too narrow for what all our addresses begin with, and the end tells them apart.
  function shorten(link, rest) {
    link.textContent = rest.replace(/^id\//, "id:").replace(/^ontology#/, "gilan:");
    if (link.previousSibling?.textContent === "<" && link.nextSibling?.textContent === ">") {
      link.previousSibling.remove();
      link.nextSibling.remove();
    }
  }

  // A literal of a number or a date is plain enough; its datatype stays in the tooltip.
  function plainLiterals() {
    for (const type of document.querySelectorAll("#yasr td sup:not([hidden])")) {
      if (type.textContent.trim().startsWith("^^")) {
        type.hidden = true;
        type.parentElement.title = type.textContent.trim().slice(2);
      }
    }
  }

  const editor = () => document.querySelector("#yasqe .CodeMirror")?.CodeMirror;

  // A query that came by a link runs by itself, once, unless it asks others.
  let linked = new URLSearchParams(location.hash.split("?")[1] ?? "").get("query");
  function runLinked() {
    const button = document.querySelector(".yasqe_queryButton");
    if (linked && button && editor()?.getValue() === linked) {
      const asksOthers = /\bservice\b/i.test(linked);
      linked = null;
      if (!asksOthers) {
        setTimeout(() => button.click(), 0);
      }
    }
  }

  function leadBack(questions) {
    const text = editor()?.getValue().trim();
    const known = questions.find(({ sparql }) => sparql.trim() === text);
    const back = document.getElementById("gilan-back");
    const href = known ? "../query/" + known.name : "../";
    if (back && back.getAttribute("href") !== href) {
      back.setAttribute("href", href);
      back.textContent = known ? "← " + known.title : "← Gilan";
    }
  }

  function addPrefix(prefix, iri) {
    const text = editor().getValue();
    if (!new RegExp("prefix\\s+" + prefix + ":", "i").test(text)) {
      editor().setValue(`PREFIX ${prefix}: <${iri}>\n${text}`);
    }
  }

  function offerPrefixes(prefixes) {
    const group = document.createElement("p");
    group.id = "gilan-prefixes";
    group.append("Our prefixes: ");
    for (const prefix of Object.keys(prefixes).filter((name) => /^(gilan|id|prov|skos|rdf|rdfs|xsd)$/.test(name))) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-sm btn-outline-secondary me-1";
      button.textContent = prefix;
      button.addEventListener("click", () => addPrefix(prefix, prefixes[prefix]));
      group.append(button);
    }
    return group;
  }

  function offer(questions, prefixes) {
    const select = document.createElement("select");
    select.id = "gilan-questions";
    select.className = "form-select mb-2";
    select.append(new Option("Choose a question …", ""));
    for (const { title, sparql } of questions) {
      select.append(new Option(title, sparql));
    }
    select.addEventListener("change", () => {
      document.querySelector("#yasqe .CodeMirror")?.CodeMirror.setValue(select.value);
      select.selectedIndex = 0;
    });
    const label = document.createElement("label");
    label.htmlFor = select.id;
    label.textContent = "Questions of this graph";
    document.querySelector("#yasqe").closest(".card-body").querySelector("p")
      .after(backLink(), label, select, offerPrefixes(prefixes));
  }

  function backLink() {
    const paragraph = document.createElement("p");
    const link = document.createElement("a");
    link.id = "gilan-back";
    paragraph.append(link);
    return paragraph;
  }

  async function addQuestions() {
    const { questions, prefixes } = await site;
    const missing = !document.getElementById("gilan-questions");
    if (missing && questions.length > 0 && document.querySelector("#yasqe .CodeMirror")) {
      offer(questions, prefixes);
    }
    leadBack(questions);
    runLinked();
  }

  keepToReading();
  window.addEventListener("hashchange", keepToReading);
  new MutationObserver(() => {
    linkHome();
    linkResults();
    plainLiterals();
    addQuestions();
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
