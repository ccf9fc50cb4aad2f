# SPDX-License-Identifier: Apache-2.0
"""Asks a Gilan server and shows its answers: what the notebooks have in common."""

import html
import os
import re
import urllib.parse

import matplotlib.dates as dates
import matplotlib.pyplot as plt
import pandas as pd
import requests
from IPython.display import HTML

ENDPOINT = os.environ.get("GILAN_ENDPOINT", "http://127.0.0.1:3030/gilan/sparql")
SERVER = ENDPOINT.split("/gilan/")[0] + "/"
BASE = "https://w3id.org/gilan/"

PREFIXES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX gilan: <https://w3id.org/gilan/ontology#>
PREFIX id: <https://w3id.org/gilan/id/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""

# Okabe and Ito's colours: they differ for every kind of colour vision, and in print.
BLUE, ORANGE, GREEN, PINK = "#0072B2", "#E69F00", "#009E73", "#CC79A7"
RED, GREY = "#D55E00", "#666666"
SOURCE = "Gilan knowledge graph, https://w3id.org/gilan, CC BY 4.0"

plt.rcParams.update(
    {
        "axes.axisbelow": True,
        "axes.grid": True,
        "axes.spines.right": False,
        "axes.spines.top": False,
        "figure.constrained_layout.use": True,
        "figure.dpi": 110,
        "figure.figsize": (10, 5),
        "font.size": 10,
        "grid.color": "#E4E4E4",
        "legend.frameon": False,
    }
)


class Unanswered(RuntimeError):
    """The server did not answer the question; the message says why."""

    def _render_traceback_(self):
        # IPython asks for this: what went wrong is in the message, not in the calls that led here.
        return [f"Unanswered: {self}"]


def connect():
    """Says which server is asked and what every query begins with; fails when none answers."""
    held = select(
        """
SELECT (COUNT(DISTINCT ?claim) AS ?claims) (COUNT(DISTINCT ?document) AS ?documents)
WHERE { ?claim a gilan:Claim ; gilan:inDocument ?document }
"""
    ).iloc[0]
    print(f"{ENDPOINT} answers: {held.claims:,} claims from {held.documents} documents.")
    print("Every query below begins with these lines:", PREFIXES, sep="\n", end="")


def select(query, seconds=90):
    """Runs a SELECT query; a column of whole numbers, numbers or days comes back as such."""
    start = "Start one with ./gilan serve, or name another in GILAN_ENDPOINT."
    try:
        answer = requests.post(
            ENDPOINT,
            data=(PREFIXES + query).encode(),
            headers={
                "Content-Type": "application/sparql-query",
                "Accept": "application/sparql-results+json",
            },
            timeout=seconds,
        )
    except requests.RequestException as problem:
        raise Unanswered(f"No Gilan server answers at {ENDPOINT}. {start}") from problem
    if answer.ok and "sparql-results" not in answer.headers.get("Content-Type", ""):
        raise Unanswered(f"{ENDPOINT} is no SPARQL endpoint. {start}")
    if not answer.ok:
        raise Unanswered(answer.text.strip().split("\n")[0])
    table = answer.json()
    rows = table["results"]["bindings"]
    frame = pd.DataFrame({n: _column([row.get(n) for row in rows]) for n in table["head"]["vars"]})
    frame.attrs["query"] = PREFIXES.strip() + "\n" + query.strip()
    return frame


def _column(cells):
    """Numbers or days where every value is one; text where kinds are mixed."""
    kinds = {cell.get("datatype", "").rpartition("#")[2] for cell in cells if cell}
    read = {"integer": int, "decimal": float, "double": float, "date": pd.Timestamp}
    convert = read.get(kinds.pop(), str) if len(kinds) == 1 else str
    return [convert(cell["value"]) if cell else None for cell in cells]


def show(frame, rows=None):
    """The table in a box that scrolls, its first rows if a number is given; claims and passages are links."""
    shown = frame if rows is None else frame.head(rows)
    cells = shown.apply(lambda column: column.map(_cell)).rename(columns=_words)
    text = cells.to_html(escape=False, index=False, border=0, justify="left").replace(
        "<th>", '<th scope="col">'
    )
    left = len(frame) - len(shown)
    foot = f"… and {left} more rows. " if left else ""
    if "query" in frame.attrs:
        editor = f"{SERVER}ui/#/dataset/gilan/query?query={urllib.parse.quote(frame.attrs['query'], safe='')}"
        foot += f'<a href="{editor}">Open the query in the editor</a>'
    box = f'role="region" tabindex="0" aria-label="Table of {len(shown)} rows"'
    return HTML(f'<div {box} style="max-height: 28em; overflow: auto">{text}</div><p>{foot}</p>')


def _words(column):
    """The column's name as it is read: senderName becomes sender name."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column).lower()


def _cell(value):
    if value is None or value is pd.NaT or value != value:
        return ""
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    text = html.escape(str(value))
    if not text.startswith("http"):
        return text
    here = text.replace(BASE, SERVER)
    return f'<a href="{here}">{text.replace(BASE, "").replace("ontology#", "gilan:")}</a>'


def headline(figure, finding, description="", source=SOURCE):
    """Heads the figure with what it shows, in one sentence; the description is for who cannot see it."""
    figure.suptitle(finding, x=0.01, ha="left", fontsize=13, fontweight="bold")
    figure.supxlabel(f"Source: {source}", x=0.01, ha="left", fontsize=8, color=GREY)
    words = f"{' '.join(finding.split())}. {description}".strip()
    # Jupyter asks a figure for this before it draws it; an HTML export takes the alternative text from there.
    figure._repr_mimebundle_ = lambda **_: ({"text/plain": words}, {"image/png": {"alt": words}})


def months(axis):
    """Marks the months along a time axis and names one in three, the first one with its year."""
    axis.xaxis.set_major_locator(dates.MonthLocator(bymonth=(1, 4, 7, 10)))
    axis.xaxis.set_minor_locator(dates.MonthLocator())

    def name(value, position):
        day = dates.num2date(value)
        return f"{day:%b}\n{day:%Y}" if day.month == 1 or position == 0 else f"{day:%b}"

    axis.xaxis.set_major_formatter(name)
