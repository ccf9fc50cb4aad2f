#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Uses Gilan through rdflib: as a store, joined with a graph of one's own, and by address. Prints JSON.

By hand: apt install python3-rdflib; ./gilan serve; then
    /usr/bin/python3 src/test/resources/clients/with_rdflib.py http://127.0.0.1:3030/gilan/sparql
"""
import json
import sys

try:
    from rdflib import Graph, Literal, Namespace, URIRef
    from rdflib.plugins.stores.sparqlstore import SPARQLStore
except ImportError as missing:
    sys.exit(f"{missing}: apt install python3-rdflib")

GILAN = Namespace("https://w3id.org/gilan/ontology#")
ID = Namespace("https://w3id.org/gilan/id/")
NOTES = Namespace("https://notes.example/")

endpoint = sys.argv[1]
server = endpoint[: endpoint.index("/gilan/")]
treaty = ID["soviet-iranian-treaty-1921"]

gilan = Graph(SPARQLStore(endpoint))
facts = Graph(SPARQLStore(endpoint), identifier=URIRef("https://w3id.org/gilan/graph/facts"))

notes = Graph()
notes.add((ID["persia"], NOTES["box"], Literal(7)))
notes.add((ID["britain"], NOTES["box"], Literal(8)))
joined = notes.query("""
    SELECT ?party ?box WHERE {
      ?party <https://notes.example/box> ?box .
      SERVICE <%s> {
        <https://w3id.org/gilan/id/soviet-iranian-treaty-1921> <https://w3id.org/gilan/ontology#party> ?party
      }
    }""" % endpoint)

one = Graph()
one.parse(f"{server}/id/soviet-iranian-treaty-1921", format="turtle")

print(json.dumps({
    "pattern": sorted(gilan.objects(treaty, GILAN.party)),
    "contains": (treaty, GILAN.party, ID["persia"]) in gilan,
    "query": [row.party for row in gilan.query(
        "SELECT ?party WHERE { ?treaty gilan:party ?party } ORDER BY ?party",
        initNs={"gilan": GILAN}, initBindings={"treaty": treaty})],
    "triples": len(gilan),
    "facts": len(facts),
    "joined": [[row.party, row.box.value] for row in joined],
    "by address": sorted(one.objects(treaty, GILAN.party)),
}))
