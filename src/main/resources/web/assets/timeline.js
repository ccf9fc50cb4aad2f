// Draws the list of dates as a picture: a lane for each kind, person, place or source.
// The address keeps what is seen: lanes= and view=first-day,last-day.
"use strict";
(() => {
  const chart = document.getElementById("chart");
  if (!chart || !window.d3) return;
  const rows = [...document.querySelectorAll("ol.chronicle > li")].map(read);
  if (!rows.length) return;

  const lanings = { kind: "Kind", people: "People and bodies", places: "Places", documents: "Sources", none: "No lanes" };
  const address = new URLSearchParams(location.search);
  let lanes = address.get("lanes") in lanings ? address.get("lanes") : chart.dataset.lanes;
  let current = -1;
  const LINES = 14;

  const days = rows.flatMap(row => [row.first, row.last]).sort((a, b) => a - b);
  const pad = 20 * 864e5;
  const whole = [new Date(+days[0] - pad), new Date(+days[days.length - 1] + pad)];
  const busy = rows.length > 20
    ? [d3.quantileSorted(days, 0.1), d3.quantileSorted(days, 0.9)].map(d => new Date(+d)) : whole;
  let view = viewOf(address.get("view")) || (busy[1] - busy[0] > 30 * 864e5 ? busy : whole);

  const bar = d3.select(chart).append("div").attr("class", "tools");
  const group = bar.append("fieldset");
  group.append("legend").text("Lanes");
  Object.entries(lanings).forEach(([value, name]) => {
    const label = group.append("label");
    label.append("input").attr("type", "radio").attr("name", "lanes").attr("value", value)
      .property("checked", value === lanes).on("change", () => { lanes = value; draw(); remember(); });
    label.append("span").text(name);
  });
  const buttons = bar.append("span").attr("class", "buttons");
  [["Earlier", () => shift(-0.5)], ["Later", () => shift(0.5)], ["Closer", () => scale(1.8)],
    ["Farther", () => scale(1 / 1.8)], ["All time", () => to(whole)]].forEach(([name, act]) =>
    buttons.append("button").attr("type", "button").text(name).on("click", act));

  const legend = d3.select(chart).append("p").attr("class", "legend");
  [["point", "a day"], ["span", "a span"], ["within", "some day within"], ["hollow", "not accepted"]]
    .forEach(([kind, text]) => {
      const key = legend.append("span");
      key.append("i").attr("class", "key " + kind);
      key.append("span").text(text);
    });
  const status = d3.select(chart).append("p").attr("class", "status").attr("aria-live", "polite");

  const frame = d3.select(chart).append("div").attr("class", "frame").attr("tabindex", 0)
    .attr("role", "group").attr("aria-label", "Timeline. Left and right go from date to date, Enter opens, plus and minus zoom.");
  const svg = frame.append("svg").attr("aria-hidden", "true");
  const clip = svg.append("clipPath").attr("id", "clip").append("rect");
  const grid = svg.append("g").attr("class", "axis");
  const field = svg.append("g");
  let width = 0;
  let x = null;
  let base = null;
  const zoom = d3.zoom().scaleExtent([0.5, 4000])
    .filter(event => event.type !== "wheel" || event.ctrlKey || event.metaKey || event.shiftKey)
    .on("zoom", event => { view = event.transform.rescaleX(base).domain(); draw(); })
    .on("end", remember);

  frame.on("keydown", key);
  new ResizeObserver(() => { if (chart.clientWidth !== width) lay(); }).observe(chart);
  lay();

  function read(item) {
    const at = item.dataset.at.split("/").map(day);
    const [earliest, begunBy, enduredTo, latest] = at.length === 1 ? Array(4).fill(at[0]) : at;
    const known = [earliest, begunBy, enduredTo, latest].filter(Boolean);
    const names = type => [...item.querySelectorAll("." + type + " a")].map(a => a.textContent);
    return {
      earliest, begunBy, enduredTo, latest, first: d3min(known), last: d3max(known),
      hollow: item.classList.contains("hollow"), layer: item.dataset.layer ?? "",
      when: item.querySelector(".when").textContent,
      name: item.querySelector(".what").textContent,
      href: item.querySelector(".what a")?.href,
      kind: [item.querySelector(".what-kind")?.textContent].filter(Boolean),
      people: names("people"), places: names("places"), documents: (item.querySelector(".documents")?.textContent ?? "").split(" · ").filter(Boolean), none: [""],
    };
  }

  function day(text) { return text ? new Date(text + "T12:00:00Z") : null; }
  function d3min(list) { return new Date(Math.min(...list)); }
  function d3max(list) { return new Date(Math.max(...list)); }

  function viewOf(text) {
    const ends = (text || "").split(",").map(end => new Date(end + "T12:00:00Z"));
    return ends.length === 2 && ends.every(end => !isNaN(end)) && ends[0] < ends[1] ? ends : null;
  }

  function lay() {
    width = chart.clientWidth;
    if (!width) return; // not yet laid out; the observer calls again
    base = d3.scaleUtc(whole, [0, width]);
    svg.attr("width", width).call(zoom).on("dblclick.zoom", null);
    zoom.translateExtent([[-width * 0.2, -1e9], [width * 1.2, 1e9]]);
    to(view);
  }

  function to(target) {
    const k = width / (base(target[1]) - base(target[0]));
    svg.call(zoom.transform, d3.zoomIdentity.scale(k).translate(-base(target[0]), 0));
  }

  function shift(part) { svg.call(zoom.translateBy, -part * width / d3.zoomTransform(svg.node()).k, 0); }
  function scale(by) { svg.call(zoom.scaleBy, by); }

  function remember() {
    const now = new URLSearchParams(location.search);
    now.set("lanes", lanes);
    now.set("view", view.map(end => end.toISOString().slice(0, 10)).join(","));
    try { history.replaceState(null, "", "?" + now); } catch (e) { /* too often in a second */ }
  }

  function grouped() {
    const found = new Map();
    rows.forEach((row, index) => (row[lanes].length ? row[lanes] : ["not said"]).forEach(name => {
      if (!found.has(name)) found.set(name, []);
      found.get(name).push({ row, index });
    }));
    const order = [...found].sort((a, b) => (a[0] === "not said") - (b[0] === "not said")
      || b[1].length - a[1].length || a[0].localeCompare(b[0]));
    if (order.length <= 24) return order;
    const rest = order.slice(23).flatMap(lane => lane[1]);
    const once = [...new Map(rest.map(mark => [mark.index, mark])).values()];
    return [...order.slice(0, 23), ["others", once]];
  }

  function draw() {
    x = d3.scaleUtc(view, [0, width]);
    let top = 26;
    const marks = [];
    const heads = [];
    const seen = new Set();
    grouped().forEach(([name, lane]) => {
      const inView = lane.filter(({ row }) => x(row.last) > -4 && x(row.first) < width + 4);
      if (!inView.length) return;
      inView.forEach(mark => seen.add(mark.index));
      const head = lanes === "none" ? 4 : 18;
      const depth = pack(inView, top + head, marks);
      heads.push({ name, number: inView.length, top, height: head + depth });
      top += head + depth + 6;
    });
    svg.attr("height", top + 4).attr("viewBox", [0, 0, width, top + 4]);
    clip.attr("width", width).attr("height", top + 4);
    grid.call(d3.axisTop(x).ticks(Math.max(3, width / 110)).tickSize(-top)).attr("transform", "translate(0,22)");
    drawLanes(heads);
    drawMarks(marks);
    status.text(`${seen.size} of ${rows.length} dates between ${say(view[0])} and ${say(view[1])}`);
  }

  // Each mark takes the first line that is free from its left end to the end of its name; what finds no room
  // stands without its name on a last line.
  function pack(lane, top, marks) {
    const ends = [];
    let deepest = 0;
    lane.sort((a, b) => a.row.first - b.row.first || a.index - b.index).forEach(({ row, index }) => {
      const left = Math.max(x(row.first), -2) - 6;
      const right = Math.min(x(row.last), width + 2) + 6;
      const text = row.name.length > 46 ? row.name.slice(0, 44) + "…" : row.name;
      let line = ends.findIndex(end => end <= left);
      const named = line >= 0 || ends.length < LINES;
      if (line < 0) line = named ? ends.length : LINES;
      if (named) ends[line] = right + text.length * 6 + 10;
      deepest = Math.max(deepest, line + 1);
      marks.push({ row, index, text: named ? text : "", left: left + 6, right: right - 6, y: top + line * 17 + 8 });
    });
    return deepest * 17;
  }

  function drawLanes(heads) {
    const lane = field.selectAll("g.lane").data(heads, head => head.name).join(enter => {
      const added = enter.append("g").attr("class", "lane");
      added.append("rect").attr("x", 0);
      added.append("text").attr("x", 4).attr("y", 13);
      return added;
    });
    lane.lower().attr("transform", head => `translate(0,${head.top})`);
    lane.select("rect").attr("width", width).attr("height", head => head.height);
    lane.select("text").text(head => lanes === "none" ? "" : `${head.name[0].toUpperCase()}${head.name.slice(1)} (${head.number})`);
  }

  function drawMarks(marks) {
    const mark = field.selectAll("a.mark").data(marks, (mark, i) => i).join(enter => {
      const added = enter.append("a").attr("tabindex", -1);
      added.append("rect").attr("class", "within");
      added.append("rect").attr("class", "span");
      added.append("circle").attr("r", 4.5);
      added.append("text");
      added.append("title");
      return added;
    });
    mark.attr("class", m => `mark ${m.row.layer}${m.row.hollow ? " hollow" : ""}${m.index === current ? " current" : ""}`)
      .attr("href", m => m.row.href).attr("clip-path", null)
      .attr("transform", m => `translate(0,${m.y})`);
    const day = m => m.right - m.left < 5 || +m.row.first === +m.row.last;
    mark.select(".within").attr("display", m => day(m) ? "none" : null)
      .attr("x", m => m.left).attr("width", m => Math.max(0, m.right - m.left)).attr("y", -4).attr("height", 8).attr("rx", 4);
    const solid = m => m.row.begunBy && m.row.enduredTo && m.row.begunBy < m.row.enduredTo;
    mark.select(".span").attr("display", m => day(m) || !solid(m) ? "none" : null)
      .attr("x", m => Math.max(x(m.row.begunBy || m.row.first), -2)).attr("y", -4).attr("height", 8)
      .attr("width", m => solid(m) ? Math.max(2, Math.min(x(m.row.enduredTo), width + 2) - Math.max(x(m.row.begunBy), -2)) : 0);
    mark.select("circle").attr("display", m => day(m) ? null : "none").attr("cx", m => m.left);
    mark.select("text").attr("x", m => m.right + 8).attr("y", 4).text(m => m.text);
    mark.select("title").text(m => `${m.row.when}: ${m.row.name}${m.row.hollow ? " (not accepted)" : ""}`);
  }

  function say(date) {
    return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }

  function key(event) {
    const moves = {
      ArrowRight: () => step(1), ArrowLeft: () => step(-1), "+": () => scale(1.8), "=": () => scale(1.8),
      "-": () => scale(1 / 1.8), Home: () => { current = -1; step(1); },
      End: () => { current = rows.length; step(-1); },
      Enter: () => { if (rows[current]?.href) location.href = rows[current].href; },
    };
    if (moves[event.key] && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      moves[event.key]();
    }
  }

  function step(by) {
    const next = current + by;
    if (next < 0 || next >= rows.length) return;
    current = next;
    const row = rows[current];
    if (row.first < view[0] || row.first > view[1]) {
      const half = (view[1] - view[0]) / 2;
      to([new Date(+row.first - half), new Date(+row.first + half)]);
    } else {
      draw();
    }
    status.text(`${row.when}: ${[row.name, ...row.kind].join(", ")}${row.hollow ? ", not accepted" : ""}`);
  }
})();
