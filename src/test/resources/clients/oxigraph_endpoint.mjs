// SPDX-License-Identifier: Apache-2.0
//
// A second SPARQL endpoint on loopback: Oxigraph with the files named, in Turtle or N-Quads. Prints its address; ends with its input.
// At /store it is filled and read by the graph store protocol, in N-Triples; a body over 8 MiB gets 413.
//
// By hand: npm ci in a copy of this folder, then
//     node oxigraph_endpoint.mjs FILE.ttl… FILE.nq…
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import oxigraph from 'oxigraph';

const LARGEST = 8 << 20;
const store = new oxigraph.Store();
for (const file of process.argv.slice(2)) {
  const format = file.endsWith('.nq') ? 'application/n-quads' : 'text/turtle';
  store.load(readFileSync(file, 'utf8'), { format, base_iri: 'https://w3id.org/gilan/', no_transaction: true });
}

function queryOf(request, body) {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/sparql-query')) {
    return body;
  }
  const parameters = request.method === 'POST' ? body : new URL(request.url, 'http://localhost').search;
  return new URLSearchParams(parameters).get('query');
}

function answer(request, response, body) {
  const query = queryOf(request, body);
  if (query === null) {
    response.writeHead(400).end('no query\n');
    return;
  }
  const form = /^\s*(PREFIX\s\S*\s*<[^>]*>\s*)*(CONSTRUCT|DESCRIBE)/i.test(query)
    ? 'application/n-triples' : 'application/sparql-results+json';
  try {
    const result = store.query(query, { results_format: form });
    response.writeHead(200, { 'content-type': form }).end(result);
  } catch (error) {
    response.writeHead(400, { 'content-type': 'text/plain' }).end(`${error.message ?? error}\n`);
  }
}

function graph(request, response, body) {
  const name = new URL(request.url, 'http://localhost').searchParams.get('graph');
  const node = name === null ? oxigraph.defaultGraph() : oxigraph.namedNode(name);
  const format = 'application/n-triples';
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': format }).end(store.dump({ format, from_graph_name: node }));
    return;
  }
  if (body.length > LARGEST) {
    response.writeHead(413).end();
    return;
  }
  try {
    if (request.method !== 'POST') {
      store.update(name === null ? 'CLEAR DEFAULT' : `DROP SILENT GRAPH <${name}>`);
    }
    if (request.method !== 'DELETE') {
      store.load(body, { format, to_graph_name: node, no_transaction: true });
    }
    response.writeHead(204).end();
  } catch (error) {
    response.writeHead(400, { 'content-type': 'text/plain' }).end(`${error.message ?? error}\n`);
  }
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString('utf8');
    (request.url.startsWith('/store') ? graph : answer)(request, response, body);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/sparql`));
process.stdin.on('end', () => process.exit(0)).resume();
