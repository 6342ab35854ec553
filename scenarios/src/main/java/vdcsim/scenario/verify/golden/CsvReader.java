package vdcsim.scenario.verify.golden;

import java.util.ArrayList;
import java.util.List;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.SourceText;

/** Reads a table (RFC 4180, a record a line) whose first line names the columns. */
final class CsvReader {
  private static final char QUOTE = '"';

  private final SourceText source;

  private CsvReader(SourceText source) {
    this.source = source;
  }

  /** An object for each row, its fields named as the columns; blank lines are none. */
  static List<Node> read(SourceText source) throws UnreadableCase {
    CsvReader reader = new CsvReader(source);
    List<Node> rows = new ArrayList<>();
    List<String> head = List.of();
    int number = 0;
    for (String line : source.lines()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      List<String> cells = reader.cells(line, number);
      if (head.isEmpty()) {
        head = cells;
      } else {
        rows.add(reader.row(head, cells, number));
      }
    }
    return rows;
  }

  private Node row(List<String> head, List<String> cells, int number) throws UnreadableCase {
    if (cells.size() != head.size()) {
      throw wrong(number, "a row has %d columns, was %d".formatted(head.size(), cells.size()));
    }
    Place place = new Place(number, 1);
    List<Node.Entry> entries = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      entries.add(
          new Node.Entry(
              head.get(i), place, new Node.Scalar(cells.get(i), /* quoted= */ false, place)));
    }
    return new Node.Mapping(entries, place);
  }

  private List<String> cells(String line, int number) throws UnreadableCase {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == QUOTE && quoted && i + 1 < line.length() && line.charAt(i + 1) == QUOTE) {
        cell.append(c);
        i++;
      } else if (c == QUOTE) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw wrong(number, "a quotation mark is not closed in its line");
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  private UnreadableCase wrong(int number, String message) {
    return new UnreadableCase(
        new Problem(source.file(), number, 1, "", message, "", Problem.Severity.ERROR));
  }
}
