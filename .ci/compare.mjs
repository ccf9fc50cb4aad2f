// SPDX-License-Identifier: Apache-2.0
//
// Asks two servers the same: every question of the catalogue that asks nobody else, and a page of each kind.
//
//     node .ci/compare.mjs IN-MEMORY FROM-A-STORE ENGINE
//
// Numbers are compared by value, rows in any order. Exits with 1 on a difference that docs/stores.md does not list for the
// engine, and on one that it lists and that is not there.
import { readFileSync, readdirSync } from 'node:fs';

const [ours, theirs, engine] = process.argv.slice(2);
const pages = ['/', '/things', '/disputes', '/sources', '/questions', '/find?q=kuchak', '/id/kuchak-khan',
  '/id/soviet-iranian-treaty-1921', '/ontology', '/archives', '/query/treaty-parties', '/document/hasanli-2012', '/timeline',
  '/map', '/graph/facts', '/letters', '/reconcile?query=Rasht', '/suggest?q=ras', '/claim/2a8a13609bb69283'];
const number = /XMLSchema#(integer|nonNegativeInteger|int|long|decimal|double|float|gYear)$/;

// The names in backquotes between "<!-- ENGINE -->" and "<!-- end -->".
function listed() {
  const text = readFileSync('docs/stores.md', 'utf8');
  const part = text.split(`<!-- ${engine} -->`)[1]?.split('<!-- end -->')[0];
  if (part === undefined) {
    throw new Error(`docs/stores.md has no list for ${engine}`);
  }
  return new Set([...part.matchAll(/`([^`]+)`/g)].map((found) => found[1]));
}

function value(term) {
  if (term === undefined) {
    return '';
  }
  return term.datatype !== undefined && number.test(term.datatype) ? `number ${Number(term.value)}` : JSON.stringify(term);
}

async function ask(server, query, isGraph) {
  const begun = Date.now();
  const answer = await fetch(`${server}/gilan/sparql`, {
    method: 'POST',
    headers: { accept: isGraph ? 'application/n-triples' : 'application/sparql-results+json' },
    body: new URLSearchParams({ query }),
  });
  const text = await answer.text();
  if (answer.status !== 200) {
    return { lines: [`${answer.status} ${text.split('\n')[0]}`], millis: Date.now() - begun };
  }
  const lines = isGraph
    ? text.trim().split('\n').map((line) => line.replace(/"([-0-9.]+)"\^\^\S*#\w+>/, (all, digits) => `${Number(digits)}`))
    : JSON.parse(text).results.bindings.map((row) => Object.keys(row).sort().map((name) => `${name}=${value(row[name])}`).join(' '));
  return { lines: lines.sort(), millis: Date.now() - begun };
}

async function page(server, path) {
  const begun = Date.now();
  const answer = await fetch(server + path);
  const text = await answer.text();
  return { lines: [answer.status, ...text.replaceAll(server, '').split('\n')], millis: Date.now() - begun };
}

function difference(mine, other) {
  if (mine.join('\n') === other.join('\n')) {
    return '';
  }
  const count = mine.length === other.length ? 'other values' : `${other.length} rows, not ${mine.length}`;
  const first = other.find((line) => !mine.includes(line)) ?? mine.find((line) => !other.includes(line)) ?? '';
  return `${count}: ${String(first).slice(0, 150)}`;
}

const expected = listed();
const found = new Map();
const times = [0, 0];
async function compare(name, get) {
  const mine = await get(ours);
  const other = await get(theirs);
  times[0] += mine.millis;
  times[1] += other.millis;
  const how = difference(mine.lines, other.lines);
  if (how !== '') {
    found.set(name, how);
  }
}

let asked = 0;
for (const file of readdirSync('queries').filter((name) => name.endsWith('.rq')).sort()) {
  const query = readFileSync(`queries/${file}`, 'utf8');
  if (!query.includes('SERVICE')) {
    asked += 1;
    await compare(file.slice(0, -3), (server) => ask(server, query, /^CONSTRUCT/m.test(query)));
  }
}
const differing = found.size;
for (const path of pages) {
  await compare(path, (server) => page(server, path));
}
for (const [name, how] of found) {
  console.log(`${expected.has(name) ? 'listed ' : 'NEW    '} ${name}: ${how}`);
}
const gone = [...expected].filter((name) => !found.has(name));
gone.forEach((name) => console.log(`GONE    ${name}: it is the same now; take it from docs/stores.md`));
console.log(`${engine}: ${asked - differing} of ${asked} questions and ${pages.length - (found.size - differing)} of `
  + `${pages.length} pages the same; ${times[1]} ms, in memory ${times[0]} ms`);
process.exit([...found.keys()].some((name) => !expected.has(name)) || gone.length > 0 || asked < 50 ? 1 : 0);
