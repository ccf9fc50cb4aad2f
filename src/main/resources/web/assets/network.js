// Draws a network from the table of pairs. Each way leads where the table's number leads, if anywhere.
"use strict";
(() => {
  const figure = document.getElementById("net");
  if (!figure || !window.d3) return;
  const actors = new Map();
  const ways = [...document.querySelectorAll("table.pairs tbody tr")].map(row => {
    const [from, to] = [0, 1].map(index => {
      const link = row.cells[index].querySelector("a");
      const name = row.cells[index].textContent.trim();
      if (!actors.has(name)) actors.set(name, { name, href: link?.href, letters: 0 });
      return actors.get(name);
    });
    const link = row.cells[2].querySelector("a");
    const number = parseInt(row.cells[2].textContent, 10);
    from.letters += number;
    to.letters += number;
    return { source: from, target: to, number, href: link?.href };
  });
  const nodes = [...actors.values()];
  const width = Math.max(340, figure.clientWidth);
  const height = Math.min(900, Math.max(420, 120 + nodes.length * 11));
  const radius = node => 3.5 + 1.6 * Math.sqrt(node.letters);
  const stretch = width / height;

  d3.forceSimulation(nodes)
    .force("link", d3.forceLink(ways).distance(way => 70 + 30 / way.number).strength(0.25))
    .force("charge", d3.forceManyBody().strength(-260).distanceMax(420))
    .force("collide", d3.forceCollide(node => radius(node) + 13))
    .force("x", d3.forceX(0).strength(0.07 / Math.max(1, stretch)))
    .force("y", d3.forceY(0).strength(0.07 * Math.max(1, stretch)))
    .stop().tick(400);
  fit();

  const svg = d3.select(figure).append("svg").attr("viewBox", [0, 0, width, height]).attr("role", "group")
    .attr("aria-label", "Network; the table below holds the same.");
  svg.append("defs").append("marker").attr("id", "arrow").attr("viewBox", "0 0 8 8").attr("refX", 7).attr("refY", 4)
    .attr("markerWidth", 6).attr("markerHeight", 6).attr("markerUnits", "userSpaceOnUse").attr("orient", "auto")
    .append("path").attr("d", "M0 0L8 4L0 8z");
  const ground = svg.append("g");
  const zoom = d3.zoom().scaleExtent([0.6, 8])
    .filter(event => event.type !== "wheel" || event.ctrlKey || event.metaKey || event.shiftKey)
    .on("zoom", event => place(event.transform));
  svg.call(zoom).on("dblclick.zoom", null);
  const tools = d3.select(figure).insert("p", "svg").attr("class", "tools buttons");
  [["Closer", () => svg.call(zoom.scaleBy, 1.5)], ["Farther", () => svg.call(zoom.scaleBy, 1 / 1.5)],
    ["As it was", () => svg.call(zoom.transform, d3.zoomIdentity)]].forEach(([name, act]) =>
    tools.append("button").attr("type", "button").text(name).on("click", act));

  const way = ground.selectAll("a.way").data(ways).join("a").attr("class", "way")
    .attr("href", d => d.href).attr("tabindex", -1);
  way.append("path").attr("class", "reach");
  way.append("path").attr("stroke-width", d => 1 + 0.8 * Math.sqrt(d.number)).attr("marker-end", "url(#arrow)");
  const { one = "", many = "" } = figure.dataset;
  way.append("title").text(d => `${d.source.name} to ${d.target.name}: ${d.number} ${d.number === 1 ? one : many}`.trim());
  const actor = ground.selectAll("a.actor").data(nodes.sort((a, b) => b.letters - a.letters)).join("a")
    .attr("class", "actor").attr("href", d => d.href).attr("tabindex", -1)
    .on("pointerenter", (event, d) => light(d)).on("pointerleave", () => light(null));
  actor.append("circle").attr("r", radius);
  actor.append("text").attr("y", d => -radius(d) - 4).attr("text-anchor", "middle").text(d => short(d.name));
  actor.append("title").text(d => `${d.name}: ${d.letters} ${d.letters === 1 ? one : many}`.trim());
  place(d3.zoomIdentity);

  // Zooming moves things apart and leaves their size, so that more names find room.
  function place(transform) {
    nodes.forEach(node => { [node.left, node.top] = transform.apply([node.x, node.y]); });
    way.selectAll("path").attr("d", bow);
    actor.attr("transform", d => `translate(${d.left},${d.top})`);
    const taken = [];
    actor.each(function (d) {
      const half = short(d.name).length * 3.1 + 2;
      const box = [d.left - half, d.top - radius(d) - 15, d.left + half, d.top - radius(d) - 2];
      d.named = taken.every(other => box[2] < other[0] || other[2] < box[0] || box[3] < other[1] || other[3] < box[1]);
      if (d.named) taken.push(box);
    });
    light(null);
  }

  function short(name) { return name.length > 30 ? name.slice(0, 28) + "…" : name; }

  // Near the edge a name still needs its room.
  function fit() {
    const room = { x: 70, y: 24 };
    const xs = d3.extent(nodes, d => d.x);
    const ys = d3.extent(nodes, d => d.y);
    const across = d3.scaleLinear(xs[0] === xs[1] ? [xs[0] - 1, xs[1] + 1] : xs, [room.x, width - room.x]);
    const down = d3.scaleLinear(ys[0] === ys[1] ? [ys[0] - 1, ys[1] + 1] : ys, [room.y, height - room.y]);
    nodes.forEach(node => { node.x = across(node.x); node.y = down(node.y); });
  }

  function bow(d) {
    const dx = d.target.left - d.source.left;
    const dy = d.target.top - d.source.top;
    const length = Math.hypot(dx, dy) || 1;
    const from = radius(d.source) / length;
    const to = 1 - (radius(d.target) + 2) / length;
    const bend = 0.12;
    return `M${d.source.left + dx * from} ${d.source.top + dy * from}`
      + `Q${d.source.left + dx / 2 - dy * bend} ${d.source.top + dy / 2 + dx * bend} `
      + `${d.source.left + dx * to} ${d.source.top + dy * to}`;
  }

  function light(node) {
    const near = new Set([node]);
    ways.forEach(d => { if (d.source === node) near.add(d.target); if (d.target === node) near.add(d.source); });
    way.classed("dim", d => node && d.source !== node && d.target !== node);
    actor.classed("dim", d => node && !near.has(d))
      .classed("named", d => node ? near.has(d) : d.named);
  }
})();
