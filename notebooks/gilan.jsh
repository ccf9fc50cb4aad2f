// Asks a Gilan server and prints the rows. Nothing but the JDK is needed:
//
//   jshell notebooks/gilan.jsh
//   GILAN_QUERY=queries/first-cabinet.rq jshell notebooks/gilan.jsh
//
// GILAN_ENDPOINT says where the server is; without it, ./gilan serve on this machine.
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

String setting(String name, String otherwise) {
  String value = System.getenv(name);
  return value == null || value.isBlank() ? otherwise : value;
}

String coup = """
    PREFIX gilan: <https://w3id.org/gilan/ontology#>
    PREFIX id: <https://w3id.org/gilan/id/>
    PREFIX prov: <http://www.w3.org/ns/prov#>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    SELECT ?says ?standing ?claim ?passage
    WHERE {
      ?claim rdf:subject id:rasht-coup-1920 ;
        rdf:predicate gilan:onDate ;
        rdfs:label ?says ;
        gilan:standing ?standing ;
        prov:wasDerivedFrom ?passage .
    }
    ORDER BY ?standing ?claim ?passage
    """;

/** Prints the answer, or what is wrong with the question, and returns the exit code. */
int ask(URI endpoint, String query) throws InterruptedException {
  // Tab-separated values: a first row of names, then one row an answer, in Turtle's notation.
  var request =
      HttpRequest.newBuilder(endpoint)
          .header("Content-Type", "application/sparql-query")
          .header("Accept", "text/tab-separated-values")
          .POST(BodyPublishers.ofString(query))
          .build();
  try {
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      System.err.println(response.statusCode() + ": " + response.body().strip());
      return 1;
    }
    var rows = response.body().lines().toList();
    rows.forEach(row -> System.out.println(row.replace("\t", "  |  ")));
    System.out.println(rows.size() - 1 + " rows");
    return 0;
  } catch (IOException e) {
    System.err.println("no answer from " + endpoint + "; start the server with ./gilan serve");
    return 2;
  }
}

int code = 2;
URI endpoint = URI.create(setting("GILAN_ENDPOINT", "http://127.0.0.1:3030/gilan/sparql"));
String file = setting("GILAN_QUERY", "");
String query = file.isEmpty() ? coup : Files.readString(Path.of(file));
code = ask(endpoint, query);
/exit code
