// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.gilan.format.ResultFormat;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.vocab.Gilan;

/**
 * The data set described in VoID: how large, of what classes and properties, where to ask.
 *
 * @param checksum what tells this state of the graph from any other
 * @param triples the size of the default graph
 * @param subjects how many things it speaks of
 * @param classes how many things of each class
 * @param properties how many triples of each property
 * @param examples things to look at first
 * @param links how many things are linked to Wikidata
 * @param days when it was first and last issued, as the ontology says
 */
public record VoidDescription(
    String checksum,
    long triples,
    long subjects,
    Map<String, Long> classes,
    Map<String, Long> properties,
    List<String> examples,
    long links,
    Map<Property, String> days) {

  /** The IRI of the data set. */
  public static final String DATASET = Gilan.BASE + "void#dataset";

  /** The licence of the graph. */
  public static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";

  private static final String DESCRIPTION = Gilan.BASE + "void";
  private static final String CREATOR = DESCRIPTION + "#creator";
  private static final String WIKIDATA = "http://www.wikidata.org/entity/";
  private static final Node EXACT_MATCH =
      NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#exactMatch");

  /** What a stranger should look at first: the man, the break, the quarrel about his end. */
  private static final List<Node> EXAMPLES =
      Stream.of("kuchak-khan", "rasht-coup-1920", "dispute-fall-of-kuchak-khan")
          .map(name -> iri(Gilan.ID + name))
          .toList();

  /** Things are told apart in memory; of a graph on disk with more their number is not told. */
  private static final int MOST_SUBJECTS = 500_000;

  /**
   * Counts the default graph; one pass through all triples.
   *
   * @param graph the graph
   * @return its description
   */
  public static VoidDescription of(KnowledgeGraph graph) {
    return graph.dataset().calculateRead(() -> count(graph));
  }

  private static VoidDescription count(KnowledgeGraph graph) {
    Map<String, Long> classes = new TreeMap<>();
    Map<String, Long> properties = new TreeMap<>();
    Set<Node> subjects = new HashSet<>();
    Graph triples = graph.dataset().getDefaultGraph();
    triples
        .find()
        .forEach(
            triple -> {
              if (subjects.size() <= MOST_SUBJECTS) {
                subjects.add(triple.getSubject());
              }
              properties.merge(triple.getPredicate().getURI(), 1L, Long::sum);
              if (triple.predicateMatches(RDF.type.asNode()) && triple.getObject().isURI()) {
                classes.merge(triple.getObject().getURI(), 1L, Long::sum);
              }
            });
    return new VoidDescription(
        graph.checksum(),
        triples.size(),
        subjects.size(),
        classes,
        properties,
        examples(triples),
        triples
            .find(Node.ANY, EXACT_MATCH, Node.ANY)
            .filterKeep(triple -> triple.getObject().toString().startsWith(WIKIDATA))
            .toList()
            .size(),
        days(triples));
  }

  /** {@return the examples that are there, with a claim in the dispute and its passage} */
  private static List<String> examples(Graph triples) {
    List<String> examples = new ArrayList<>();
    for (Node example : EXAMPLES) {
      if (triples.contains(example, Node.ANY, Node.ANY)) {
        examples.add(example.getURI());
        first(
                triples.stream(Node.ANY, Gilan.inDispute, example)
                    .map(Triple::getSubject)
                    .filter(claim -> claim.toString().startsWith(Gilan.CLAIM)))
            .ifPresent(
                claim -> {
                  examples.add(claim.getURI());
                  first(
                          triples.stream(claim, Vocabulary.DERIVED_FROM, Node.ANY)
                              .map(Triple::getObject))
                      .ifPresent(passage -> examples.add(passage.getURI()));
                });
      }
    }
    return examples;
  }

  private static Optional<Node> first(Stream<Node> nodes) {
    return nodes.min(Comparator.comparing(Node::getURI));
  }

  private static Map<Property, String> days(Graph triples) {
    Map<Property, String> days = new LinkedHashMap<>();
    for (Property property : List.of(DCTerms.issued, DCTerms.modified)) {
      triples.stream(iri(Gilan.BASE + "ontology"), property.asNode(), Node.ANY)
          .forEach(triple -> days.put(property, triple.getObject().getLiteralLexicalForm()));
    }
    return days;
  }

  /**
   * {@return the description as RDF}
   *
   * @param host where the data set is served, for instance {@code http://localhost:3030}
   */
  public Graph at(String host) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefix("void", VOID.NS).setNsPrefix("dcterms", DCTerms.NS);
    graph.getPrefixMapping().setNsPrefix("foaf", FOAF.NS).setNsPrefix("gilan", Gilan.NS);
    Node description = iri(DESCRIPTION);
    graph.add(description, RDF.type.asNode(), VOID.DatasetDescription.asNode());
    graph.add(description, FOAF.primaryTopic.asNode(), iri(DATASET));
    graph.add(iri(DATASET), RDF.type.asNode(), VOID.Dataset.asNode());
    describe(graph, host);
    count(graph, iri(DATASET));
    link(graph, iri(DATASET));
    return graph;
  }

  /**
   * Says what every description of the data set says of it: title, content, licence.
   *
   * @param graph receives it
   */
  public static void name(Graph graph) {
    Node dataset = iri(DATASET);
    graph.add(dataset, DCTerms.title.asNode(), english("Gilan"));
    graph.add(
        dataset,
        DCTerms.description.asNode(),
        english(
            "A knowledge graph of the Soviet republic of Gilan, 1920–21, in which every fact leads"
                + " to the passage that states it."));
    graph.add(dataset, DCTerms.license.asNode(), iri(LICENSE));
  }

  private void describe(Graph graph, String host) {
    Node dataset = iri(DATASET);
    name(graph);
    graph.add(dataset, DCTerms.creator.asNode(), iri(CREATOR));
    graph.add(iri(CREATOR), RDF.type.asNode(), FOAF.Organization.asNode());
    graph.add(iri(CREATOR), FOAF.name.asNode(), english("The Gilan contributors"));
    days.forEach(
        (property, day) ->
            graph.add(
                dataset, property.asNode(), NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate)));
    graph.add(dataset, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(checksum));
    graph.add(dataset, FOAF.homepage.asNode(), iri(host + "/"));
    graph.add(dataset, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(Gilan.BASE));
    graph.add(dataset, VOID.sparqlEndpoint.asNode(), iri(host + "/gilan/sparql"));
    String dump = host + "/gilan/data?default";
    graph.add(dataset, VOID.dataDump.asNode(), iri(dump));
    for (ResultFormat format : ResultFormat.OF_DESCRIPTIONS) {
      graph.add(dataset, VOID.dataDump.asNode(), iri(dump + "&format=" + format.extension()));
      format
          .formatsName()
          .ifPresent(
              name ->
                  graph.add(
                      dataset, VOID.feature.asNode(), iri("http://www.w3.org/ns/formats/" + name)));
    }
    examples.forEach(example -> graph.add(dataset, VOID.exampleResource.asNode(), iri(example)));
    vocabularies().forEach(name -> graph.add(dataset, VOID.vocabulary.asNode(), iri(name)));
  }

  private void link(Graph graph, Node dataset) {
    if (links == 0) {
      return;
    }
    Node linkset = iri(DESCRIPTION + "#wikidata");
    graph.add(dataset, VOID.subset.asNode(), linkset);
    graph.add(linkset, RDF.type.asNode(), VOID.Linkset.asNode());
    graph.add(linkset, VOID.linkPredicate.asNode(), EXACT_MATCH);
    graph.add(linkset, VOID.subjectsTarget.asNode(), dataset);
    graph.add(linkset, VOID.objectsTarget.asNode(), iri("http://www.wikidata.org/"));
    graph.add(linkset, VOID.triples.asNode(), number(links));
  }

  private void count(Graph graph, Node dataset) {
    graph.add(dataset, VOID.triples.asNode(), number(triples));
    if (subjects <= MOST_SUBJECTS) {
      graph.add(dataset, VOID.distinctSubjects.asNode(), number(subjects));
    }
    graph.add(dataset, VOID.classes.asNode(), number(classes.size()));
    graph.add(dataset, VOID.properties.asNode(), number(properties.size()));
    classes.forEach(
        (name, count) -> {
          Node part = part(graph, dataset, VOID.classPartition.asNode(), name);
          graph.add(part, VOID._class.asNode(), iri(name));
          graph.add(part, VOID.entities.asNode(), number(count));
        });
    properties.forEach(
        (name, count) -> {
          Node part = part(graph, dataset, VOID.propertyPartition.asNode(), name);
          graph.add(part, VOID.property.asNode(), iri(name));
          graph.add(part, VOID.triples.asNode(), number(count));
        });
  }

  /** A blank node named after what it counts, so that the same graph gives the same bytes. */
  private static Node part(Graph graph, Node dataset, Node kind, String name) {
    Node part = NodeFactory.createBlankNode(kind.getLocalName() + " " + name);
    graph.add(Triple.create(dataset, kind, part));
    return part;
  }

  private Set<String> vocabularies() {
    Set<String> names = new TreeSet<>();
    for (Map<String, Long> terms : List.of(classes, properties)) {
      for (String term : terms.keySet()) {
        names.add(term.substring(0, Math.max(term.lastIndexOf('#'), term.lastIndexOf('/')) + 1));
      }
    }
    return names;
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }
}
