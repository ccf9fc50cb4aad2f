// SPDX-License-Identifier: Apache-2.0
//
// Asks a server all the time, over connections that it keeps, until its standard input ends; then says what it saw.
//
//     node .ci/load.mjs ADDRESS CERTIFICATE CLIENTS WORD [same|known]
//
// Each answer must be whole and of one graph, of the one whose answers hold the word or of the one whose do not, and
// bear a tag that never came with an answer of the other. Every address is a new one, so that no cache answers it; with
// `same` they are one and the same, and with `known` only those whose answer is another than the last get it. A request
// that fails is sent a second time, as browsers do; `failed` counts those for which that failed too.
import { readFileSync } from 'node:fs';
import https from 'node:https';

const [address, certificate, clients, word, kind] = process.argv.slice(2);
const agent = new https.Agent({
  keepAlive: true,
  maxSockets: Number(clients),
  ca: readFileSync(certificate),
  lookup: (name, options, done) => (options.all // whatever the name, it is here
    ? done(null, [{ address: '127.0.0.1', family: 4 }])
    : done(null, '127.0.0.1', 4)),
});
const query = 'PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?name ?claim { '
  + '<https://w3id.org/gilan/id/kuchak-khan> rdfs:label ?name FILTER (LANG(?name) = "en") '
  + '?claim a <https://w3id.org/gilan/ontology#Claim> ; rdfs:label ?text FILTER CONTAINS(?text, ?name) '
  + '} ORDER BY ?claim LIMIT 200';
const seen = { asked: 0, old: 0, new: 0, again: 0, failed: 0, wrong: 0 };
const tags = new Map();
const times = [];
let over = false;
let last = null;

function ask(method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = { Accept: 'text/csv, text/turtle, text/html' };
    if (last) {
      headers['If-None-Match'] = last;
    }
    const request = https.request(new URL(path, address), { agent, method, headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject); // broken off before its end
      answer.on('end', () => (answer.complete && (answer.statusCode === 200 || (last && answer.statusCode === 304))
        ? resolve({ tag: answer.headers.etag, text: Buffer.concat(parts).toString() })
        : reject(new Error(`${answer.statusCode} ${path}`))));
    });
    request.on('error', reject);
    if (body) {
      request.setHeader('Content-Type', 'application/sparql-query');
    }
    request.end(body);
  });
}

function check(path, { tag, text }) {
  if (last && !text) {
    return; // it has it already
  }
  last = kind === 'known' ? tag : null;
  const graph = text.includes(word) ? 'new' : 'old';
  seen[graph] += 1;
  const names = new Set(text.split('\r\n').slice(1, -1).map((row) => row.split(',')[0]));
  const known = tags.get(tag) ?? graph;
  tags.set(tag, known);
  if (!tag || known !== graph || (path.startsWith('gilan/') && names.size !== 1)) {
    seen.wrong += 1;
    console.error(`wrong: ${path} ${tag} of the ${graph} graph, ${[...names]}`);
  }
}

async function client() {
  while (!over) {
    seen.asked += 1;
    const n = seen.asked;
    const [method, path, body] = [
      ['GET', `gilan/sparql?query=${encodeURIComponent(kind ? query : `${query} # ${n}`)}`],
      ['POST', 'gilan/sparql', `${query} # ${n}`],
      ['GET', `id/kuchak-khan.html?n=${n}`],
      ['GET', `id/kuchak-khan.ttl?n=${n}`],
    ][kind ? 0 : n % 4];
    const start = performance.now();
    try {
      check(path, await ask(method, path, body));
    } catch (first) {
      seen.again += 1;
      console.error(`again: ${method} ${first.message}`);
      try {
        check(path, await ask(method, path, body));
      } catch (second) {
        seen.failed += 1;
        console.error(`failed: ${method} ${second.message}`);
      }
    }
    times.push(performance.now() - start);
  }
}

process.stdin.on('end', () => { over = true; }).resume();
const begun = performance.now();
await Promise.all(Array.from({ length: Number(clients) }, client));
const seconds = (performance.now() - begun) / 1000;
times.sort((one, other) => one - other);
const part = (share) => Math.round(times[Math.floor((times.length - 1) * share)]);
console.log(`${seen.asked} requests, ${Math.round(seen.asked / seconds)} a second; p50 ${part(0.5)} ms, p99 ${part(0.99)} ms, `
  + `longest ${part(1)} ms; ${seen.old} of the old graph, ${seen.new} of the new; ${seen.again} sent again, ${seen.failed} failed, ${seen.wrong} wrong`);
process.exit(seen.failed + seen.wrong === 0 ? 0 : 1);
