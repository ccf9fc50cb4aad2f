// SPDX-License-Identifier: Apache-2.0
//
// Asks Gilan through Comunica, alone and joined with a second endpoint, and prints what it got, as JSON.
//
// By hand: ./gilan serve; npm ci in a copy of this folder; node oxigraph_endpoint.mjs holdings.ttl; then
//     node with_comunica.mjs http://127.0.0.1:3030/gilan/sparql http://127.0.0.1:PORT/sparql
let QueryEngine;
try {
  ({ QueryEngine } = await import('@comunica/query-sparql'));
} catch (missing) {
  console.error(`${missing.message}: npm ci, in the folder of package-lock.json`);
  process.exit(1);
}

const [gilan, holdings] = process.argv.slice(2).map((value) => ({ type: 'sparql', value }));
const engine = new QueryEngine();

async function ask(query, ...sources) {
  const bindings = await engine.queryBindings(query, { sources });
  return bindings.map((row) => [...row.values()].map((term) => term.value)).toArray();
}

const parties = `
  PREFIX gilan: <https://w3id.org/gilan/ontology#>
  PREFIX id: <https://w3id.org/gilan/id/>
  SELECT ?party WHERE { id:soviet-iranian-treaty-1921 gilan:party ?party } ORDER BY ?party`;
const joined = `
  PREFIX dcterms: <http://purl.org/dc/terms/>
  PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
  PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
  SELECT ?title ?name WHERE {
    ?holding dcterms:title ?title ; dcterms:subject ?item .
    ?thing skos:exactMatch ?item ; rdfs:label ?name .
    FILTER (LANG(?name) = "en")
  } ORDER BY ?title ?name`;
console.log(JSON.stringify({
  parties: await ask(parties, gilan),
  joined: await ask(joined, gilan, holdings),
}));
