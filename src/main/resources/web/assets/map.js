// Zooms the map and lets a slider choose the time. Without it the map stands still and the form does the same.
"use strict";
(() => {
  const svg = d3.select("#map");
  const ground = d3.select("#ground");
  const spots = d3.selectAll(".spot");
  const zoom = d3.zoom().scaleExtent([0.35, 12])
    .filter(event => event.type !== "wheel" || event.ctrlKey || event.metaKey || event.shiftKey)
    .on("zoom", event => {
      ground.attr("transform", event.transform);
      size(event.transform.k);
    });
  svg.call(zoom).on("dblclick.zoom", null);
  const tools = d3.select("figure.map").insert("p", "svg").attr("class", "tools buttons");
  [["Closer", () => svg.call(zoom.scaleBy, 1.6)], ["Farther", () => svg.call(zoom.scaleBy, 1 / 1.6)],
    ["As it was", () => svg.call(zoom.transform, d3.zoomIdentity)]].forEach(([name, act]) =>
    tools.append("button").attr("type", "button").text(name).on("click", act));
  new ResizeObserver(() => size(d3.zoomTransform(svg.node()).k)).observe(svg.node());

  // Names and circles keep their size on the screen, however near the map is.
  function size(k) {
    const box = svg.node().viewBox.baseVal;
    const unit = Math.min(svg.node().clientWidth / box.width, svg.node().clientHeight / box.height) || 1;
    const grow = Math.max(1, 0.75 / unit);
    spots.attr("transform", function () {
      return `translate(${this.dataset.x} ${this.dataset.y}) scale(${grow / k})`;
    });
    ground.style("--hair", 1 / k);
    clear();
  }

  // Where two names meet, the place with more keeps its own.
  function clear() {
    const taken = [];
    const edge = svg.node().getBoundingClientRect().right;
    spots.each(function () {
      const text = this.querySelector("text");
      text.style.textAnchor = "";
      text.style.transform = "";
      if (text.getBoundingClientRect().right > edge) {
        text.style.textAnchor = "end";
        text.style.transform = `translateX(${-2 * text.getAttribute("x")}px)`;
      }
      const box = text.getBoundingClientRect();
      const free = taken.every(other => box.right < other.left || other.right < box.left
        || box.bottom - 3 < other.top || other.bottom - 3 < box.top);
      text.style.visibility = free ? "" : "hidden";
      if (free && box.width) taken.push(box);
    });
  }

  const slider = document.getElementById("slider");
  if (!slider) return;
  const form = document.querySelector("form.filters");
  const months = span(slider.dataset.first, slider.dataset.last);
  if (months.length < 2) return;
  const label = d3.select(slider).append("p").attr("class", "status").attr("aria-live", "polite");
  const ends = ["from", "to"].map((name, index) => {
    const field = d3.select(slider).append("label");
    field.append("span").text(index ? "Up to" : "Since");
    const asked = months.indexOf(form.elements[name].value.slice(0, 7));
    return field.append("input").attr("type", "range").attr("min", 0).attr("max", months.length - 1)
      .property("value", asked >= 0 ? asked : index ? months.length - 1 : 0)
      .on("input", () => show(index)).on("change", remember).node();
  });
  show(0);

  function span(first, last) {
    const found = [];
    for (let [year, month] = first.split("-").map(Number); first && found[found.length - 1] !== last; ) {
      found.push(`${year}-${String(month).padStart(2, "0")}`);
      if (++month > 12) { month = 1; year++; }
      if (found.length > 2400) break;
    }
    return found;
  }

  function window_() { return ends.map(end => months[+end.value]); }
  function isAll() { return +ends[0].value === 0 && +ends[1].value === months.length - 1; }

  function show(moved) {
    if (+ends[0].value > +ends[1].value) ends[1 - moved].value = ends[moved].value;
    const [from, to] = window_();
    ends.forEach((end, index) => end.setAttribute("aria-valuetext", say(window_()[index])));
    const inside = data => isAll() || (data.from && data.from.slice(0, 7) <= to && data.to.slice(0, 7) >= from);
    const all = new Set();
    document.querySelectorAll(".sight").forEach(sight => {
      const rows = [...sight.querySelectorAll("li")];
      rows.forEach(row => { row.hidden = !inside(row.dataset); });
      const shown = rows.filter(row => !row.hidden);
      shown.forEach(row => all.add(row.querySelector("a").getAttribute("href")));
      sight.hidden = !shown.length;
      tell(sight, shown);
    });
    document.querySelectorAll(".route").forEach(route => {
      route.style.display = inside(route.dataset) ? "" : "none";
      route.removeAttribute("display");
    });
    const drawn = document.querySelectorAll(".sight:not([hidden])");
    const places = [...spots.nodes()].filter(spot => spot.style.display !== "none").length;
    const ways = [...document.querySelectorAll(".route")].filter(r => r.style.display !== "none").length;
    document.getElementById("drawn").textContent =
      `${count(all.size, "event or letter", "events and letters").replace(/^n/, "N")} at ${count(drawn.length, "place", "places")}, `
      + `${places || "none"} of them on the map; ${count(ways, "way", "ways")} between them`;
    label.text(isAll() ? "All times, and what has no date" : from === to ? say(from) : `${say(from)} to ${say(to)}`);
  }

  function count(number, one, many) { return `${number || "no"} ${number === 1 ? one : many}`; }

  function tell(sight, shown) {
    const letters = shown.filter(row => "letter" in row.dataset).length;
    const events = shown.length - letters;
    const parts = [];
    if (events) parts.push(`${events} ${events === 1 ? "event" : "events"}`);
    if (letters) parts.push(`${letters} ${letters === 1 ? "letter" : "letters"} about it`);
    const words = parts.join(", ");
    sight.querySelector("h3 .number").textContent = words;
    const spot = document.querySelector(`.spot[data-place="${CSS.escape(sight.id)}"]`);
    if (!spot) return;
    spot.style.display = shown.length ? "" : "none";
    spot.removeAttribute("display");
    spot.querySelector("circle").setAttribute("r", 4 + 2.4 * Math.sqrt(shown.length));
    const name = sight.querySelector("h3 a").textContent;
    spot.querySelector("title").textContent = `${name}: ${words}`;
    spot.setAttribute("aria-label", `${name}: ${words}`);
  }

  function say(month) {
    return new Date(month + "-15T00:00:00Z")
      .toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
  }

  function remember() {
    const now = new URLSearchParams(location.search);
    ["from", "to"].forEach((name, index) => {
      if (isAll()) now.delete(name); else now.set(name, window_()[index]);
      form.elements[name].value = isAll() ? "" : window_()[index];
    });
    history.replaceState(null, "", now.size ? "?" + now : location.pathname);
  }
})();
