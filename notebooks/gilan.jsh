// Asks a Gilan server a question of the catalogue by its name, prints the answer as a table and follows the first
// claim in it to its passage. Nothing but the JDK and a server is needed:
//
//   jshell notebooks/gilan.jsh
//   GILAN_QUESTION=first-cabinet jshell notebooks/gilan.jsh
//
// GILAN_QUESTION names a question that the server knows, or is the path of an .rq file of your own. GILAN_ENDPOINT says
// where the server is; without it, ./gilan serve on this machine.
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

String BASE = "https://w3id.org/gilan/";
int WIDEST = 48;

String setting(String name, String otherwise) {
  String value = System.getenv(name);
  return value == null || value.isBlank() ? otherwise : value;
}

/** Sends a request and returns what came back, or fails with what the server says is wrong. */
String send(HttpRequest.Builder request) throws IOException, InterruptedException {
  var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  if (response.statusCode() != 200) {
    throw new IllegalStateException(response.statusCode() + ": " + response.body().strip());
  }
  return response.body();
}

/** Rows of cells, the names of the columns first. In tab-separated values a row is a line, a cell is Turtle. */
List<List<String>> select(URI endpoint, String query) throws IOException, InterruptedException {
  String answer =
      send(
          HttpRequest.newBuilder(endpoint)
              .header("Content-Type", "application/sparql-query")
              .header("Accept", "text/tab-separated-values")
              .POST(BodyPublishers.ofString(query)));
  return answer.lines().map(line -> List.of(line.split("\t", -1))).toList();
}

/** What Turtle writes, as one reads it: without brackets, quotes, type, or the part that all addresses share. */
String plain(String cell) {
  String text = cell.replaceFirst("(?s)^\"(.*)\"(@.*|\\^\\^.*)?$", "$1").replaceFirst("^[?]", "");
  return text.replaceAll("[<>]", "").replace(BASE, "").replace("ontology#", "").replace("\\\"", "\"");
}

void print(List<List<String>> rows) {
  int[] widths = new int[rows.get(0).size()];
  for (var row : rows) {
    for (int i = 0; i < row.size(); i++) {
      widths[i] = Math.min(WIDEST, Math.max(widths[i], plain(row.get(i)).length()));
    }
  }
  for (var row : rows) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String text = plain(row.get(i));
      String shown = text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
      line.append(shown).append(" ".repeat(widths[i] - shown.length() + 2));
    }
    System.out.println(line.toString().stripTrailing());
  }
  System.out.println(rows.size() - 1 + (rows.size() == 2 ? " row" : " rows"));
}

/** Everything has an address: under it the server gives a page to people, and data to whoever asks for data. */
void follow(URI server, String claim) throws IOException, InterruptedException {
  URI page = server.resolve("/" + claim.substring(BASE.length()));
  String triples = send(HttpRequest.newBuilder(page).header("Accept", "application/n-triples"));
  System.out.println("\nThe first claim, " + page);
  var about = Pattern.compile("(?m)^<" + claim + "> <[^>]*[#/](label|standing|stance|wasDerivedFrom)> (.*) \\.$");
  about.matcher(triples).results().sorted((a, b) -> a.group(1).compareTo(b.group(1))).forEach(triple -> {
    boolean passage = triple.group(1).equals("wasDerivedFrom");
    // A browser keeps what comes after # to itself, so the page of a passage is asked for with ?
    String text = plain(triple.group(2)).replace("#", passage ? "?" : "#");
    String name = passage ? "passage" : triple.group(1);
    System.out.println("  " + name + ": " + (passage ? server.resolve("/" + text) : text));
  });
}

/** Asks, prints, follows; returns the exit code. */
int run(URI endpoint, String question) throws InterruptedException {
  try {
    URI known = endpoint.resolve("/query/" + question + ".rq");
    boolean own = question.endsWith(".rq");
    var rows = select(endpoint, own ? Files.readString(Path.of(question)) : send(HttpRequest.newBuilder(known)));
    print(rows);
    Optional<String> claim =
        rows.stream().skip(1).flatMap(List::stream).filter(c -> c.startsWith("<" + BASE + "claim/")).findFirst();
    if (claim.isPresent()) {
      follow(endpoint, claim.get().replaceAll("[<>]", ""));
    }
    return 0;
  } catch (IllegalStateException e) {
    System.err.println(e.getMessage());
    return 1;
  } catch (NoSuchFileException e) {
    System.err.println("There is no file " + question);
    return 1;
  } catch (IOException e) {
    System.err.println("No Gilan server answers at " + endpoint + ". Start one with ./gilan serve.");
    return 2;
  }
}

int code = 2;
URI endpoint = URI.create(setting("GILAN_ENDPOINT", "http://127.0.0.1:3030/gilan/sparql"));
code = run(endpoint, setting("GILAN_QUESTION", "founding-of-the-republic"));
/exit code
