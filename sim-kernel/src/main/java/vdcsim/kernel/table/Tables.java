package vdcsim.kernel.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vdcsim.kernel.result.FinalTable;

/**
 * The tables that models of one run offer: a routing table, neighbours, a database. They are read
 * once, when the run has ended, and cost nothing before.
 *
 * <p>Several models may add to one table, each with the same columns, as the neighbours of all
 * routers; the rows stand in the order in which the models offered theirs.
 */
public final class Tables {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final Map<String, Offered> offered =
      new TreeMap<>(Comparator.comparing(Tables::sortable));

  /** No tables yet. */
  public Tables() {}

  private record Offered(List<String> columns, List<TableRows> suppliers) {}

  /** A name whose numbers all have as many digits, so that texts stand in the order of numbers. */
  private static String sortable(String name) {
    return DIGITS
            .matcher(name)
            .replaceAll(m -> "0".repeat(Math.max(0, 12 - m.group().length())) + m.group())
        + "\n"
        + name;
  }

  /**
   * Offers a table, or further rows of one that is offered already.
   *
   * @param name what it shows and of whom, as {@code routes-r1}; it names a file
   * @param columns the heading of each column
   * @param rows asked when the run has ended
   * @throws IllegalStateException if the table was offered with other columns
   */
  public void offer(String name, List<String> columns, TableRows rows) {
    Offered table =
        offered.computeIfAbsent(name, n -> new Offered(List.copyOf(columns), new ArrayList<>()));
    if (!table.columns().equals(columns)) {
      throw new IllegalStateException(
          "table '%s' has the columns %s, not %s".formatted(name, table.columns(), columns));
    }
    table.suppliers().add(rows);
  }

  /**
   * All tables as they stand now, in the order of their names, {@code r2} before {@code r10}; those
   * without rows are left out.
   *
   * @param mostRows how many rows all tables together may have; further ones are only counted
   */
  public List<FinalTable> read(int mostRows) {
    List<FinalTable> tables = new ArrayList<>();
    int room = mostRows;
    for (Map.Entry<String, Offered> entry : offered.entrySet()) {
      List<List<String>> rows = new ArrayList<>();
      long leftOut = 0;
      for (TableRows supplier : entry.getValue().suppliers()) {
        for (List<String> row : supplier.atEnd()) {
          if (room > 0) {
            rows.add(row);
            room--;
          } else {
            leftOut++;
          }
        }
      }
      if (!rows.isEmpty() || leftOut > 0) {
        tables.add(new FinalTable(entry.getKey(), entry.getValue().columns(), rows, leftOut));
      }
    }
    return tables;
  }
}
