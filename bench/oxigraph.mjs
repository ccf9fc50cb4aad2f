// SPDX-License-Identifier: Apache-2.0
//
// Oxigraph in WebAssembly behind Node's HTTP server: node oxigraph.mjs FILE.nt PORT
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import oxigraph from 'oxigraph';

const [file, port] = process.argv.slice(2);
const store = new oxigraph.Store();
store.load(readFileSync(file, 'utf8'), { format: 'application/n-triples', no_transaction: true });

createServer((request, response) => {
  const query = new URL(request.url, 'http://localhost').searchParams.get('query');
  try {
    const answer = store.query(query, { results_format: 'application/sparql-results+json' });
    response.writeHead(200, { 'content-type': 'application/sparql-results+json' }).end(answer);
  } catch (error) {
    response.writeHead(400, { 'content-type': 'text/plain' }).end(`${error.message ?? error}\n`);
  }
}).listen(Number(port), '127.0.0.1');
