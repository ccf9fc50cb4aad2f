# SPDX-License-Identifier: Apache-2.0
"""Asks a Gilan server and shows its answers: what the notebooks have in common."""

import html
import os

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
RED, GREY = "#D55E00", "#8C8C8C"

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


def select(query, seconds=90):
    """Runs a SELECT query; a column of whole numbers, numbers or days comes back as such."""
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
        hint = f"No answer from {ENDPOINT}. Start the server with ./gilan serve, or set GILAN_ENDPOINT."
        raise Unanswered(hint) from problem
    if not answer.ok:
        raise Unanswered(answer.text.strip().split("\n")[0])
    table = answer.json()
    rows = table["results"]["bindings"]
    return pd.DataFrame({n: _column([row.get(n) for row in rows]) for n in table["head"]["vars"]})


def _column(cells):
    """Numbers or days where every value is one; text where kinds are mixed."""
    kinds = {cell.get("datatype", "").rpartition("#")[2] for cell in cells if cell}
    read = {"integer": int, "decimal": float, "double": float, "date": pd.Timestamp}
    convert = read.get(kinds.pop(), str) if len(kinds) == 1 else str
    return [convert(cell["value"]) if cell else None for cell in cells]


def show(frame, rows=12):
    """The table, with a link for each IRI; claims and passages open on their pages."""
    shown = frame if rows is None else frame.head(rows)
    cells = shown.apply(lambda column: column.map(_cell))
    text = cells.to_html(escape=False, index=False, border=0)
    left = len(frame) - len(shown)
    return HTML(text + (f"<p>… and {left} more rows</p>" if left else ""))


def _cell(value):
    if value is None or value is pd.NaT or value != value:
        return ""
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    text = html.escape(str(value))
    if not text.startswith("http"):
        return text
    here = text.replace(BASE, SERVER).replace("#char=", "?char=")
    return f'<a href="{here}">{text.replace(BASE, "").replace("ontology#", "gilan:")}</a>'


def headline(figure, finding):
    """Heads the figure with what it shows, in one sentence."""
    figure.suptitle(finding, x=0.01, ha="left", fontsize=13, fontweight="bold")


def months(axis):
    """Marks the months along a time axis and names one in three, the first one with its year."""
    axis.xaxis.set_major_locator(dates.MonthLocator(bymonth=(1, 4, 7, 10)))
    axis.xaxis.set_minor_locator(dates.MonthLocator())

    def name(value, position):
        day = dates.num2date(value)
        return f"{day:%b}\n{day:%Y}" if day.month == 1 or position == 0 else f"{day:%b}"

    axis.xaxis.set_major_formatter(name)
