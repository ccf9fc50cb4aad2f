// A SPARQL endpoint around Oxigraph: node server.mjs DATA.ttl. Prints its port.
// POST /sparql answers queries, GET /asked tells how many there were.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Store } from "oxigraph";

const store = new Store();
store.load(readFileSync(process.argv[2], "utf8"), { format: "text/turtle" });
let asked = 0;

function answer(request, body) {
  asked++;
  const query = new URLSearchParams(body).get("query");
  return store.query(query, { results_format: "json" });
}

createServer((request, response) => {
  if (request.method === "GET") {
    response.end(String(asked));
    return;
  }
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    try {
      const results = answer(request, Buffer.concat(chunks).toString("utf8"));
      response.setHeader("Content-Type", "application/sparql-results+json");
      response.end(results);
    } catch (error) {
      response.statusCode = 400;
      response.end(String(error));
    }
  });
}).listen(0, "127.0.0.1", function () {
  console.log(this.address().port);
});

// Ends with the test that started it.
process.stdin.resume().on("end", () => process.exit(0));
