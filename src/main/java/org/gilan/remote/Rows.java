// SPDX-License-Identifier: Apache-2.0
package org.gilan.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.WebContent;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.gilan.federation.StrangersHeaders;

/** Rows as a store sends them. One that breaks off, or says that it is not whole, fails. */
public final class Rows implements RowSet, AutoCloseable {
  /** More than any answer of ours may have, so that a store that never ends does. */
  private static final long MOST_BYTES = 4L << 30;

  private static final Map<Node, Node> BOOLEANS =
      Map.of(truth("1"), truth("true"), truth("0"), truth("false"));

  private static final byte[] BINDINGS = "\"bindings\"".getBytes(StandardCharsets.US_ASCII);

  private final RowSet rows;
  private final Read read;
  private final Runnable end;
  private final long most;
  private final boolean isCut;
  private Set<Var> asked;

  private Rows(RowSet rows, Read read, Runnable end, long most, boolean isCut) {
    this.rows = rows;
    this.read = read;
    this.end = end;
    this.most = most;
    this.isCut = isCut;
  }

  private static Node truth(String written) {
    return NodeFactory.createLiteralDT(written, XSDDatatype.XSDboolean);
  }

  static void checkType(HttpFields headers) {
    String type = HttpField.getValueParameters(headers.get(HttpHeader.CONTENT_TYPE), null);
    if (!WebContent.contentTypeResultsJSON.equals(type) && !"application/json".equals(type)) {
      throw notJson();
    }
  }

  private static StoreException notJson() {
    return StoreException.failed("its answer is not in SPARQL's JSON");
  }

  /**
   * {@return the rows of an answer}
   *
   * @param end ends the answer, whole or not
   */
  static Rows read(InputStream body, HttpFields headers, Runnable end) {
    long most = StrangersHeaders.number(headers, "X-SPARQL-MaxRows");
    boolean isCut = "S1TAT".equals(headers.get("X-SQL-State"));
    return guarded(
        () -> {
          Read read = new Read(unpacked(body, headers));
          RowSet rows =
              RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                  .create(ResultSetLang.RS_JSON)
                  .read(read, null);
          return new Rows(rows, read, end, most, isCut);
        });
  }

  private static InputStream unpacked(InputStream body, HttpFields headers) {
    try {
      boolean isPacked = "gzip".equalsIgnoreCase(headers.get(HttpHeader.CONTENT_ENCODING));
      return isPacked ? new GZIPInputStream(body) : body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the same, which fail if they have other variables than were asked for} */
  Rows with(Set<Var> asked) {
    this.asked = asked;
    return this;
  }

  private static <T> T guarded(Supplier<T> step) {
    try {
      return step.get();
    } catch (StoreException | QueryCancelledException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) { // the ways of Jena's reader are many
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof TimeoutException) {
          throw StoreException.late();
        }
        if (cause instanceof StoreException known) {
          throw known;
        }
      }
      throw StoreException.failed("its answer breaks off or is not in SPARQL's JSON");
    }
  }

  /** {@return what a row of ours says that must have a literal there} */
  static String literal(Binding row, Var name) {
    Node value = row.get(name);
    if (value == null || !value.isLiteral()) {
      throw StoreException.strange();
    }
    return value.getLiteralLexicalForm();
  }

  @Override
  public boolean hasNext() {
    boolean hasNext = guarded(rows::hasNext);
    if (!hasNext) {
      close();
      if (!read.hasBindings()) { // the reader takes it for no rows
        throw notJson();
      }
      if (isCut || most > 0 && rows.getRowNumber() >= most) {
        throw StoreException.failed("it cuts its answers short");
      }
    }
    return hasNext;
  }

  @Override
  public Binding next() {
    Binding row = guarded(rows::next);
    if (asked != null) {
      row.forEach(
          (name, term) -> {
            if (!asked.contains(name)) {
              throw StoreException.strange();
            }
          });
    }
    return canonical(row);
  }

  /** {@return the row, with truth values as we write them; Virtuoso sends 1 for true} */
  private static Binding canonical(Binding row) {
    List<Var> numbered = new ArrayList<>();
    row.forEach(
        (name, term) -> {
          if (BOOLEANS.containsKey(term)) {
            numbered.add(name);
          }
        });
    if (numbered.isEmpty()) {
      return row;
    }
    BindingBuilder canonical = Binding.builder();
    row.forEach((name, term) -> canonical.add(name, BOOLEANS.getOrDefault(term, term)));
    return canonical.build();
  }

  @Override
  public List<Var> getResultVars() {
    return rows.getResultVars();
  }

  @Override
  public long getRowNumber() {
    return rows.getRowNumber();
  }

  @Override
  public void close() {
    end.run();
  }

  /** Counts what comes, and sees whether it says that there are rows, or none. */
  private static final class Read extends FilterInputStream {
    private long left = MOST_BYTES;
    private int matched;

    Read(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = super.read(bytes, from, length);
      for (int i = from; i < from + count && !hasBindings(); i++) {
        boolean isNext = bytes[i] == BINDINGS[matched];
        matched = isNext ? matched + 1 : bytes[i] == BINDINGS[0] ? 1 : 0;
      }
      left -= Math.max(0, count);
      if (left < 0) {
        throw StoreException.failed("its answer is larger than " + MOST_BYTES + " bytes");
      }
      return count;
    }

    boolean hasBindings() {
      return matched == BINDINGS.length;
    }
  }
}
