// Offers names while one is typed, copies references, and leads from the addresses that passages once had.
(() => {
  "use strict";

  const root = new URL("..", document.currentScript.src);

  // A passage was a fragment of its document, …#char=10,20; now it has an address of its own.
  function lead() {
    const range = location.hash.match(/^#char=(\d+),(\d+)$/);
    if (range && !document.getElementById(location.hash.slice(1)) && /\/document\/[^/]+$/.test(location.pathname)) {
      location.replace(`${location.pathname.replace(/\.html$/, "")}/${range[1]}-${range[2]}`);
    }
  }

  function entry({ name, description, path }) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(path, root).href;
    const title = document.createElement("bdi");
    title.textContent = name;
    const what = document.createElement("span");
    what.textContent = description;
    link.append(title, " ", what);
    item.append(link);
    return item;
  }

  function offer(input) {
    const list = document.createElement("ul");
    list.className = "offer";
    list.hidden = true;
    list.setAttribute("aria-label", "Names found so far");
    const said = document.createElement("p");
    said.className = "hidden";
    said.setAttribute("role", "status");
    input.after(list, said);
    let asked = 0;
    let timer;

    async function ask() {
      const mine = ++asked;
      const address = new URL("suggest", root);
      address.searchParams.set("q", input.value);
      const found = input.value.trim() ? await (await fetch(address)).json() : [];
      if (mine === asked) {
        list.replaceChildren(...found.map(entry));
        list.hidden = found.length === 0;
        said.textContent = found.length === 0 ? "" : `${found.length} names, arrow down to reach them`;
      }
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => ask().catch(() => {}), 120);
    });
    input.form.addEventListener("keydown", (event) => {
      const links = [...list.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (event.key === "Escape") {
        list.hidden = true;
        input.focus();
      } else if (event.key === "ArrowDown" && at + 1 < links.length && !list.hidden) {
        links[at + 1].focus();
        event.preventDefault();
      } else if (event.key === "ArrowUp" && at >= 0) {
        (links[at - 1] ?? input).focus();
        event.preventDefault();
      }
    });
    input.form.addEventListener("focusout", (event) => {
      if (!input.form.contains(event.relatedTarget)) {
        list.hidden = true;
      }
    });
  }

  // Only where the browser lets a page write to the clipboard: on this machine, or by https.
  function copies(text) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `Copy ${text.getAttribute("aria-label")}`;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = "Copied";
    });
    text.before(button);
  }

  lead();
  if (navigator.clipboard) {
    document.querySelectorAll(".formats pre").forEach(copies);
  }
  window.addEventListener("hashchange", lead);
  document.querySelectorAll('form[action$="find"] input[type="search"]').forEach(offer);
})();
