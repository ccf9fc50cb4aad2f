// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.gilan.remote.Contents;

/**
 * Runs prepared queries by their own plan; Jena would read the order of patterns anew each time.
 */
public final class Execution {
  private Execution() {}

  /**
   * {@return a context for one query on a dataset}
   *
   * @param dataset what is asked
   */
  public static Context context(DatasetGraph dataset) {
    Context context = Context.setupContextForDataset(ARQ.getContext(), dataset);
    Functions.restrict(context);
    StageBuilder.setGenerator(context, new PlannedStages());
    return context;
  }

  /**
   * Starts a query.
   *
   * @param prepared the query
   * @param dataset the graphs it is asked of, already those that it names by FROM, and watched
   * @param context made for it by {@link #context}
   * @param asked the graphs that it or its client names; null for those there are
   * @param work what it may take
   * @return the running query, to be closed
   */
  public static QueryExec of(
      PreparedQuery prepared,
      DatasetGraph dataset,
      Context context,
      DatasetDescription asked,
      Work work) {
    QueryEngineRegistry engines = new QueryEngineRegistry();
    Contents remote = Contents.of(context);
    engines.add(
        new Engines(
            prepared,
            work,
            remote == null ? null : Sent.of(prepared, asked, remote, work).orElse(null)));
    QueryEngineRegistry.set(context, engines);
    attach(context, work);
    work.hold(Size.beyondSmall(prepared.bytes()));
    return QueryExec.dataset(dataset).query(prepared.query()).context(context).build();
  }

  private static void attach(Context context, Work work) {
    work.attach(context);
    QC.setFactory(context, HoldingExecutor::new);
  }

  /**
   * Holds all queries in this Java process, those of shapes for instance, to the work whose graph
   * they are asked of, if it is watched.
   */
  public static void watchElsewhere() {
    if (!QueryEngineRegistry.containsFactory(ELSEWHERE)) {
      QueryEngineRegistry.addFactory(ELSEWHERE);
    }
  }

  /** Makes the engine for one query; all others, as inside a function, are Jena's. */
  private record Engines(PreparedQuery prepared, Work work, Sent sent)
      implements QueryEngineFactory {
    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
      return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
      if (query != prepared.query() || prepared.plan() == null) {
        return QueryEngineMain.getFactory().create(query, dataset, input, context);
      }
      Plan plan = new Planned(prepared.plan(), dataset, input, context).getPlan();
      return new WatchedPlan(sent == null ? plan : sent.plan(plan), this::watched);
    }

    /** Tells the work of the first row. */
    private QueryIterator watched(QueryIterator rows) {
      return new QueryIteratorWrapper(rows) {
        private boolean isFirst = true;

        @Override
        protected Binding moveToNextBinding() {
          Binding row = super.moveToNextBinding();
          if (isFirst) {
            isFirst = false;
            work.arrived();
          }
          return row;
        }
      };
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
      return true;
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
      return QueryEngineMain.getFactory().create(op, dataset, input, context);
    }
  }

  private static final class Planned extends QueryEngineMain {
    Planned(Op plan, DatasetGraph dataset, Binding input, Context context) {
      super(plan, dataset, input, context);
    }

    @Override
    protected Op modifyOp(Op plan) {
      return plan;
    }
  }

  private static final QueryEngineFactory ELSEWHERE =
      new QueryEngineFactory() {
        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
          return dataset != null && dataset.getDefaultGraph() instanceof WatchedGraph;
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
          Work work = ((WatchedGraph) dataset.getDefaultGraph()).work();
          attach(context, work);
          work.step();
          return new WatchedPlan(
              new Shaped(query, dataset, input, context).getPlan(), rows -> reported(rows, work));
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
          return false;
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
          throw new UnsupportedOperationException();
        }
      };

  /** What a row says at length is said again by the report, in value and message. */
  private static QueryIterator reported(QueryIterator rows, Work work) {
    Held held = new Held(work);
    return held.until(
        new QueryIteratorWrapper(held.in(rows)) {
          @Override
          protected Binding moveToNextBinding() {
            Binding row = super.moveToNextBinding();
            work.hold(2 * Size.of(row));
            return row;
          }
        });
  }

  /** Runs a query of a shape. */
  private static final class Shaped extends QueryEngineMain {
    Shaped(Query query, DatasetGraph dataset, Binding input, Context context) {
      super(query, dataset, input, context);
    }

    @Override
    protected Op createOp(Query query) {
      Op pattern = super.createOp(query);
      FunctionCheck.check(pattern);
      Work work = Work.of(context);
      long paths = PathCheck.check(pattern);
      work.hold(paths); // there must be room for them, this time and the next
      work.release(paths);
      return Guarded.all(pattern, work);
    }
  }
}
