// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.time.Duration;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;

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
   * @param dataset the graphs it is asked of, already those that it names by FROM
   * @param context made for it by {@link #context}
   * @param first how long it may take to its first row
   * @param whole how long it may take altogether
   * @return the running query, to be closed
   */
  public static QueryExec of(
      PreparedQuery prepared,
      DatasetGraph dataset,
      Context context,
      Duration first,
      Duration whole) {
    QueryEngineRegistry engines = new QueryEngineRegistry();
    engines.add(new Engines(prepared, first, whole));
    QueryEngineRegistry.set(context, engines);
    return QueryExec.dataset(dataset).query(prepared.query()).context(context).build();
  }

  /** Makes the engine for one query; all others, as inside a function, are Jena's. */
  private record Engines(PreparedQuery prepared, Duration first, Duration whole)
      implements QueryEngineFactory {
    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
      return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
      if (query != prepared.query()) {
        return QueryEngineMain.getFactory().create(query, dataset, input, context);
      }
      Watchdog watchdog = new Watchdog(Context.getOrSetCancelSignal(context), first, whole);
      try {
        return new WatchedPlan(plan(dataset, input, context), watchdog);
      } catch (RuntimeException | Error e) {
        watchdog.close();
        throw e;
      }
    }

    private Plan plan(DatasetGraph dataset, Binding input, Context context) {
      return prepared.plan() == null
          ? QueryEngineMain.getFactory().create(prepared.query(), dataset, input, context)
          : new Planned(prepared.plan(), dataset, input, context).getPlan();
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
}
