// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test tries to make somebody connect to a listener, and counts who does. */
class RefusalTest {
  private final List<String> lookedUp = new ArrayList<>();
  private Listener trap;
  private LinkedPeople linked;

  @BeforeEach
  void set() {
    trap = new Listener(Listener.says("200 OK", ""));
    linked = linked(AllowedServices.usual().with(trap.address()), null);
  }

  @AfterEach
  void nobodyCame() throws InterruptedException {
    linked.close();
    Thread.sleep(50);
    assertThat(trap.connections()).isZero();
    trap.close();
  }

  private static LinkedPeople linked(AllowedServices allowed, SocketAddressResolver names) {
    return new LinkedPeople(new Federation(allowed, Limits.usual(), "gilan/test", names));
  }

  /** In these, PORT is the trap's, /sparql there is allowed and /trap is not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <TRAP> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <TRAP> { ?s ?p ?o } }",
        "SELECT * { BIND (<TRAP> AS ?to) SERVICE ?to { ?s ?p ?o } }",
        "SELECT * { BIND (IRI(CONCAT('http://127.0.0.1:PORT', '/trap')) AS ?to) SERVICE ?to {} }",
        "SELECT * { VALUES ?to { <TRAP> } SERVICE SILENT ?to { ?s ?p ?o } }",
        "SELECT * { VALUES ?to { 'TRAP' } SERVICE ?to { ?s ?p ?o } }",
        "SELECT * { SERVICE ?to { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT ?to { ?s ?p ?o } }",
        "SELECT * { ?who skos:exactMatch ?to SERVICE ?to { ?s ?p ?o } }",
        "SELECT * { ?a ?b ?c OPTIONAL { SERVICE <TRAP> { ?s ?p ?o } } }",
        "SELECT * { ?a ?b ?c MINUS { SERVICE <TRAP> { ?a ?b ?c } } }",
        "SELECT * { ?a ?b ?c FILTER EXISTS { SERVICE <TRAP> { ?a ?b ?c } } }",
        "SELECT * { ?a ?b ?c FILTER NOT EXISTS { SERVICE SILENT <TRAP> { ?a ?b ?c } } }",
        "SELECT * { BIND (<TRAP> AS ?to) FILTER EXISTS { SERVICE ?to { ?a ?b ?c } } }",
        "SELECT * { BIND (<TRAP> AS ?to) FILTER (1 = 2 || EXISTS { SERVICE ?to { ?a ?b ?c } }) }",
        "SELECT * { BIND (<TRAP> AS ?to) BIND (COALESCE(EXISTS { SERVICE ?to { ?a ?b ?c } }, 1) AS"
            + " ?d) }",
        "SELECT * { ?a ?b ?c BIND (EXISTS { SERVICE <TRAP> { ?a ?b ?c } } AS ?d) }",
        "SELECT (EXISTS { SERVICE <TRAP> { ?a ?b ?c } } AS ?d) { ?a ?b ?c }",
        "SELECT (SUM(IF(EXISTS { SERVICE <TRAP> { ?a ?b ?c } }, 1, 0)) AS ?d) { ?a ?b ?c }",
        "SELECT * { ?a ?b ?c } ORDER BY (EXISTS { SERVICE <TRAP> { ?a ?b ?c } })",
        "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING (EXISTS { SERVICE <TRAP> { ?a ?e ?f } })",
        "SELECT * { { SELECT * { SERVICE <TRAP> { ?s ?p ?o } } } }",
        "SELECT * { GRAPH ?g { SERVICE <TRAP> { ?s ?p ?o } } }",
        "SELECT * { ?a ?b ?c LATERAL { SERVICE <TRAP> { ?a ?b ?c } } }",
        "SELECT * { { ?a ?b ?c } UNION { SERVICE <TRAP> { ?a ?b ?c } } }",
        "ASK { SERVICE <TRAP> { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <TRAP> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <TRAP> { ?s ?p ?o } }",
        "JSON { 'a' : ?s } WHERE { SERVICE <TRAP> { ?s ?p ?o } }",
        "SELECT * { SERVICE <bulk:TRAP> { ?s ?p ?o } }",
        "SELECT * { SERVICE <bulk+10:http://127.0.0.1:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <cache:http://127.0.0.1:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <cache:bulk+20:TRAP> { ?s ?p ?o } }",
        "SELECT * { SERVICE <loop:> { SERVICE <TRAP> { ?s ?p ?o } } }",
        "SELECT * { SERVICE <loop:cache:bulk+5:TRAP> { ?s ?p ?o } }",
        "SELECT * { SERVICE <urn:x-arq:self> { SERVICE <TRAP> { ?s ?p ?o } } }",
        "SELECT * { SERVICE <http://127.0.0.1:PORT/sparql/> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://127.0.0.1:PORT/sparql/../trap> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://127.0.0.1:PORT/%73parql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://127.0.0.1:PORT/sparql?default-graph-uri=x> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://127.0.0.1:PORT/sparql#x> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://user:word@127.0.0.1:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <https://query.wikidata.org@127.0.0.1:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://query.wikidata.org:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <https://127.0.0.1:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://localhost:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://127.1:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://2130706433:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://0x7f000001:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://[::ffff:127.0.0.1]:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://127.0.0.1.:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }",
        "SELECT * { SERVICE <jar:TRAP!/x> { ?s ?p ?o } }",
        "SELECT * { SERVICE <sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://127.0.0.1:PORT/sparql> { SERVICE <TRAP> { ?s ?p ?o } } }",
        "SELECT * { SERVICE <http://127.0.0.1:PORT/sparql> { ?s ?p ?to SERVICE ?to {} } }",
        "SELECT * { SERVICE <http://127.0.0.1:PORT/sparql> { ?a ?b ?c FILTER EXISTS { SERVICE"
            + " SILENT <TRAP> { ?a ?b ?c } } } }",
        "SELECT * { SERVICE <http://wikiba.se/ontology#label> { ?s ?p ?o } }",
      })
  void refusesWhatIsNotAllowed(String query) {
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> linked.ask(aimed(query)))
        .matches(e -> e.getStatusCode() == 403)
        .withMessageContaining("is")
        .withMessageContaining("--allow-service");
  }

  private String aimed(String query) {
    return query
        .replace("TRAP", "http://127.0.0.1:PORT/trap")
        .replace("PORT", String.valueOf(trap.port()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::127.0.0.1",
        "2002:7f00:1::1",
        "93.184.215.14 127.0.0.1",
      })
  void refusesPrivateAddressesBehindAnAllowedName(String addresses) {
    AllowedServices allowed =
        AllowedServices.none().with("http://friend.example:" + trap.port() + "/sparql");
    for (String silent : List.of("", "SILENT ")) {
      try (LinkedPeople deceived = linked(allowed, lookup(addresses.split(" ")))) {
        assertThatExceptionOfType(ServiceException.class)
            .isThrownBy(
                () ->
                    deceived.ask(
                        "SELECT * { SERVICE %s<http://friend.example:%d/sparql> { ?s ?p ?o } }"
                            .formatted(silent, trap.port())))
            .withMessageContaining("not of the public internet")
            .matches(e -> e.getStatusCode() == 403);
      }
    }
    assertThat(lookedUp).as("each name once").hasSize(2);
  }

  private SocketAddressResolver lookup(String... addresses) {
    return (host, port, context, promise) -> {
      lookedUp.add(host);
      try {
        List<InetSocketAddress> found = new ArrayList<>();
        for (String address : addresses) {
          found.add(new InetSocketAddress(InetAddress.getByName(address), port));
        }
        promise.succeeded(found);
      } catch (UnknownHostException e) {
        promise.failed(e);
      }
    };
  }

  @Test
  void refusesTheNameOfThisMachineEvenIfAllowed() {
    String here = "http://localhost:" + trap.port() + "/sparql";
    try (LinkedPeople careless = linked(AllowedServices.none().with(here), null)) {
      assertThatExceptionOfType(ServiceException.class)
          .isThrownBy(() -> careless.ask("SELECT * { SERVICE <" + here + "> { ?s ?p ?o } }"))
          .withMessageContaining("--allow-service http://127.0.0.1");
    }
  }

  @Test
  void refusesServiceInQueriesThatDoNotTakePart() {
    Federation.refuseElsewhere();
    for (String silent : List.of("", "SILENT ")) {
      String query = aimed("SELECT * { SERVICE " + silent + "<TRAP> { ?s ?p ?o } }");
      try (QueryExec exec =
          QueryExec.dataset(DatasetGraphFactory.create())
              .query(QueryFactory.create(query))
              .build()) {
        assertThatExceptionOfType(QueryException.class)
            .isThrownBy(() -> exec.select().materialize());
      }
    }
  }

  @Test
  void looksUpOnlyWhatIsAllowed() {
    List<String> names = List.of("attacker.example", "query.wikidata.org.attacker.example");
    try (LinkedPeople watched = linked(AllowedServices.usual(), lookup("127.0.0.1"))) {
      for (String name : names) {
        assertThatExceptionOfType(ServiceException.class)
            .isThrownBy(() -> watched.ask("SELECT * { SERVICE <https://" + name + "/sparql> {} }"));
      }
    }
    assertThat(lookedUp).isEmpty();
  }
}
