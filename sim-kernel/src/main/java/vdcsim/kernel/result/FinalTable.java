package vdcsim.kernel.result;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of the world as it stood at the end of a run, as a routing table.
 *
 * @param name as {@code routes-r1}
 * @param columns the heading of each column
 * @param rows one cell a column
 * @param leftOut how many rows the run had beyond these; a run keeps only so many
 */
public record FinalTable(String name, List<String> columns, List<List<String>> rows, long leftOut) {

  public FinalTable {
    columns = List.copyOf(columns);
    List<List<String>> copied = new ArrayList<>(rows.size());
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of '%s' needs %d cells, had %d: %s"
                .formatted(name, columns.size(), row.size(), row));
      }
      copied.add(List.copyOf(row));
    }
    rows = List.copyOf(copied);
  }
}
