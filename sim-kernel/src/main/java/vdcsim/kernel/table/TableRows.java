package vdcsim.kernel.table;

import java.util.List;

/** Says the rows of a table when the run has ended. */
@FunctionalInterface
public interface TableRows {
  /**
   * The rows, one cell a column, in an order that is the same in equal runs.
   *
   * @return none where there is nothing to tell
   */
  List<List<String>> atEnd();
}
