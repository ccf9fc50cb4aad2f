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
      location.replace("/#read-only");
    }
  }

  function linkHome() {
    const menu = document.querySelector(".navbar-nav");
    if (menu && !document.getElementById("gilan-home")) {
      menu.insertAdjacentHTML(
        "afterbegin",
        '<li class="nav-item" id="gilan-home"><a class="nav-link" href="/">Gilan</a></li>',
      );
    }
  }

  function linkResults() {
    for (const link of document.querySelectorAll(`#yasr a[href^="${BASE}"]`)) {
      const iri = link.getAttribute("href");
      const rest = iri.slice(BASE.length);
      if (SERVED.test(rest)) {
        link.title = iri;
        link.setAttribute("href", "/" + rest);
      }
    }
  }

  function offer(questions) {
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
    document.querySelector("#yasqe").closest(".card-body").querySelector("p").after(label, select);
  }

  async function addQuestions() {
    const { questions } = await site;
    const missing = !document.getElementById("gilan-questions");
    if (missing && questions.length > 0 && document.querySelector("#yasqe .CodeMirror")) {
      offer(questions);
    }
  }

  keepToReading();
  window.addEventListener("hashchange", keepToReading);
  new MutationObserver(() => {
    linkHome();
    linkResults();
    addQuestions();
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
