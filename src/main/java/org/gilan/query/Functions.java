// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.MappedLoader;
import org.apache.jena.sparql.vocabulary.ListPFunction;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/**
 * The functions that queries may call by name: the casts, those of XPath and of SPARQL, and some of
 * ARQ that read nothing but their arguments. ARQ itself loads classes by name, among them functions
 * that wait, print or never end.
 */
public final class Functions {
  private static final String ARQ_FUNCTIONS = ARQConstants.ARQFunctionLibraryURI;

  private static final List<String> LIBRARIES =
      List.of(
          XSD.NS,
          "http://www.w3.org/2005/xpath-functions#",
          "http://www.w3.org/2005/xpath-functions/math#",
          "http://www.w3.org/ns/sparql#");

  /** Calls others by name, which would go past this list. */
  private static final String APPLY = "http://www.w3.org/2005/xpath-functions#apply";

  private static final List<String> OF_ARQ =
      List.of(
          "adjust-to-timezone",
          "collation",
          "isTriple",
          "localname",
          "namespace",
          "object",
          "predicate",
          "sha1sum",
          "strjoin",
          "subject",
          "triple");

  private static final List<String> PROPERTIES =
      List.of(
          RDFS.member.getURI(),
          ListPFunction.member.getURI(),
          ListPFunction.index.getURI(),
          ListPFunction.length.getURI());

  private static final AllowedFunctions FUNCTIONS = new AllowedFunctions();
  private static final AllowedProperties COMPUTED = new AllowedProperties();

  private Functions() {}

  /** {@return the names of all that may be called, in order} */
  public static Set<String> names() {
    return FUNCTIONS.names();
  }

  /** Holds all that runs in this Java process to the list, shapes that are sent included. */
  public static void refuseElsewhere() {
    restrict(ARQ.getContext());
  }

  /** Holds what runs with a context to the list. */
  static void restrict(Context context) {
    FunctionRegistry.set(context, FUNCTIONS);
    PropertyFunctionRegistry.set(context, COMPUTED);
  }

  /** {@return what makes a function} */
  static FunctionFactory function(String name) {
    return FUNCTIONS.get(name);
  }

  /** {@return what makes a computed property; null for a plain property} */
  static PropertyFunctionFactory property(String name) {
    return COMPUTED.manages(name) ? COMPUTED.get(name) : null;
  }

  private static RefusedException refusal(String kind, String name) {
    return new RefusedException(
        "The "
            + kind
            + " <"
            + name
            + "> is not offered here; the description of the service, GET /gilan/sparql, lists"
            + " those that are.");
  }

  private static final class AllowedFunctions extends FunctionRegistry {
    private final Set<String> names = new TreeSet<>();

    AllowedFunctions() {
      FunctionRegistry all = FunctionRegistry.get();
      all.keys()
          .forEachRemaining(
              name -> {
                if (LIBRARIES.stream().anyMatch(name::startsWith) && !name.equals(APPLY)) {
                  names.add(name);
                }
              });
      OF_ARQ.forEach(name -> names.add(ARQ_FUNCTIONS + name));
      names.forEach(name -> put(name, all.get(name)));
    }

    Set<String> names() {
      return Collections.unmodifiableSet(names);
    }

    @Override
    public FunctionFactory get(String name) {
      if (!isRegistered(name)) {
        throw refusal("function", name);
      }
      return super.get(name);
    }
  }

  private static final class AllowedProperties extends PropertyFunctionRegistry {
    AllowedProperties() {
      PropertyFunctionRegistry all = PropertyFunctionRegistry.get();
      PROPERTIES.forEach(name -> put(name, all.get(name)));
      put(NameSearch.PROPERTY, name -> new NameQuery());
    }

    @Override
    public boolean manages(String name) {
      if (isRegistered(name)) {
        return true;
      }
      if (MappedLoader.mapDynamicURI(name) != null) {
        throw refusal("computed property", name);
      }
      return false;
    }

    @Override
    public PropertyFunctionFactory get(String name) {
      return manages(name) ? super.get(name) : null;
    }
  }
}
