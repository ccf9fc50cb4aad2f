#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Asks Gilan through SPARQLWrapper and prints what it got, as JSON.

By hand: apt install python3-sparqlwrapper; ./gilan serve; then
    /usr/bin/python3 src/test/resources/clients/with_sparqlwrapper.py http://127.0.0.1:3030/gilan/sparql
"""
import json
import sys
from urllib.error import HTTPError

try:
    from rdflib import Graph
    from SPARQLWrapper import CSV, GET, JSON, N3, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, URLENCODED, XML
    from SPARQLWrapper import SPARQLWrapper, SPARQLExceptions
except ImportError as missing:
    sys.exit(f"{missing}: apt install python3-sparqlwrapper python3-rdflib")

PREFIXES = """
PREFIX gilan: <https://w3id.org/gilan/ontology#>
PREFIX id: <https://w3id.org/gilan/id/>
"""
PARTIES = PREFIXES + "SELECT ?party WHERE { id:soviet-iranian-treaty-1921 gilan:party ?party } ORDER BY ?party"
GRAPH = PREFIXES + "CONSTRUCT WHERE { id:soviet-iranian-treaty-1921 gilan:party ?party }"

endpoint = sys.argv[1]


# SPARQLWrapper also puts its own names of the formats into the address; where Gilan does not know one, such as n3, it
# goes by the Accept header.
def ask(query, form, method=GET, request=URLENCODED, graph=None):
    sparql = SPARQLWrapper(endpoint)
    sparql.setQuery(query)
    sparql.setMethod(method)
    sparql.setRequestMethod(request)
    sparql.setReturnFormat(form)
    if graph:
        sparql.addDefaultGraph(graph)
    return sparql.query().convert()


def parties(result):
    return [row["party"]["value"] for row in result["results"]["bindings"]]


def failure(query):
    try:
        ask(query, JSON)
    except SPARQLExceptions.SPARQLWrapperException as refused:
        return type(refused).__name__
    except HTTPError as refused:  # SPARQLWrapper has a name of its own for 400, 401, 404, 414 and 500 only
        return f"{refused.code} {json.loads(refused.read())['title']}"
    return "none"


xml = ask(PARTIES, XML)
print(json.dumps({
    "get": parties(ask(PARTIES, JSON)),
    "post": parties(ask(PARTIES, JSON, POST)),
    "post directly": parties(ask(PARTIES, JSON, POST, POSTDIRECTLY)),
    "xml": [uri.firstChild.data for uri in xml.getElementsByTagName("uri")],
    "csv": ask(PARTIES, CSV).decode().split()[1:],
    "tsv": [cell.strip("<>") for cell in ask(PARTIES, TSV).decode().split()[1:]],
    "ask": ask(PREFIXES + "ASK { id:soviet-iranian-treaty-1921 gilan:party id:persia }", JSON)["boolean"],
    "turtle": len(Graph().parse(data=ask(GRAPH, TURTLE), format="turtle")),
    "n3": len(Graph().parse(data=ask(GRAPH, N3), format="turtle")),
    "rdf/xml": len(ask(GRAPH, RDFXML)),
    "facts": ask("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", JSON, graph="https://w3id.org/gilan/graph/facts")
             ["results"]["bindings"][0]["n"]["value"],
    "bad query": failure("SELECT nonsense"),
    "update": failure("INSERT DATA { <x:s> <x:p> <x:o> }"),
}))
