// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.gilan.graph.Wording;
import org.gilan.vocab.Gilan;

/**
 * What the reconciliation service can do and where, section 3 of its API.
 *
 * @param host this server as the client names it
 */
record Manifest(String host) {
  private static final List<String> TYPES =
      List.of("Person", "Group", "Place", "Event", "Record", "Treaty");

  JsonObject with(Graph graph) {
    JsonObject manifest = new JsonObject();
    JsonArray versions = new JsonArray();
    versions.add("0.1");
    versions.add("0.2");
    manifest.put("versions", versions);
    manifest.put("name", "Gilan: the Soviet republic of Gilan, 1920–21");
    manifest.put("identifierSpace", Gilan.ID);
    manifest.put("schemaSpace", Gilan.NS);
    manifest.put("documentation", host + "/programs");
    manifest.put("view", object("url", host + "/id/{{id}}"));
    manifest.put("defaultTypes", types(graph));
    JsonObject preview = object("url", service() + "/preview?id={{id}}");
    preview.put("width", 420);
    preview.put("height", 180);
    manifest.put("preview", preview);
    JsonObject suggest = new JsonObject();
    for (String kind : List.of("entity", "type", "property")) {
      suggest.put(kind, at("/suggest/" + kind));
    }
    manifest.put("suggest", suggest);
    JsonObject extend = new JsonObject();
    extend.put("propose_properties", at("/properties"));
    extend.put("property_settings", new JsonArray());
    manifest.put("extend", extend);
    return manifest;
  }

  private static JsonArray types(Graph graph) {
    Wording wording = new Wording(graph, graph);
    JsonArray types = new JsonArray();
    for (String name : TYPES) {
      if (graph.contains(Gilan.term(name), Node.ANY, Node.ANY)) {
        JsonObject type = object("id", name);
        type.put("name", wording.name(Gilan.term(name)));
        types.add(type);
      }
    }
    return types;
  }

  private JsonObject at(String path) {
    JsonObject service = object("service_url", service());
    service.put("service_path", path);
    return service;
  }

  private String service() {
    return host + "/reconcile";
  }

  private static JsonObject object(String key, String value) {
    JsonObject object = new JsonObject();
    object.put(key, value);
    return object;
  }
}
