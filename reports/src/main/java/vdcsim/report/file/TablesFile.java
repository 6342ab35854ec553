package vdcsim.report.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.kernel.result.FinalTable;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Replication;
import vdcsim.kernel.result.Results;

/**
 * Writes the final tables: all of them in {@code tables.json}, and each in a file of its own below
 * {@code tables/} for spreadsheets. Where several runs have a table of the same name, its file
 * holds the rows of all, and says in front to which point they belong.
 */
public final class TablesFile {
  private static final String FOLDER = "tables/";
  private static final String ENDING = ".csv";
  private static final int A_LINE_EACH_ROW = 4;

  private TablesFile() {}

  /** A table, and the run whose it is. */
  private record Of(int point, int replication, FinalTable table) {}

  static List<Path> write(Results results, Folder folder) throws IOException {
    for (String old : folder.all(FOLDER, ENDING)) {
      folder.delete(old);
    }
    List<Of> tables = tables(results);
    if (tables.isEmpty()) {
      folder.delete(ResultStore.TABLES);
      return List.of();
    }
    List<Path> written = new ArrayList<>();
    written.add(folder.write(ResultStore.TABLES, out -> json(results, tables, out)));
    Map<String, List<Of>> byName = new LinkedHashMap<>();
    tables.forEach(t -> byName.computeIfAbsent(t.table().name(), n -> new ArrayList<>()).add(t));
    Map<String, String> files = files(results);
    boolean single = results.points().size() == 1;
    for (Map.Entry<String, List<Of>> entry : byName.entrySet()) {
      written.add(
          folder.write(files.get(entry.getKey()), out -> csv(entry.getValue(), single, out)));
    }
    return written;
  }

  private static List<Of> tables(Results results) {
    List<Of> tables = new ArrayList<>();
    for (Point point : results.points()) {
      for (Replication run : point.replications()) {
        run.tables().forEach(table -> tables.add(new Of(point.index(), run.number(), table)));
      }
    }
    return tables;
  }

  /**
   * The file of each table, by the table's name: that name, with {@code _} for what no file name
   * may hold, and a number where two names differ in nothing else.
   */
  public static Map<String, String> files(Results results) {
    Map<String, String> files = new LinkedHashMap<>();
    Set<String> taken = new TreeSet<>();
    for (Of of : tables(results)) {
      String name = of.table().name();
      if (!files.containsKey(name)) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        String file = plain;
        for (int i = 2; !taken.add(file.toLowerCase(Locale.ROOT)); i++) {
          file = plain + "_" + i;
        }
        files.put(name, FOLDER + file + ENDING);
      }
    }
    return files;
  }

  private static void csv(List<Of> tables, boolean single, OutputStream out) throws IOException {
    Csv csv = new Csv(out);
    csv.row(before(single, "point", tables.get(0).table().columns()));
    for (Of of : tables) {
      for (List<String> row : of.table().rows()) {
        csv.row(before(single, Integer.toString(of.point()), row));
      }
    }
    csv.flush();
  }

  private static List<String> before(boolean single, String point, List<String> cells) {
    if (single) {
      return cells;
    }
    List<String> all = new ArrayList<>(List.of(point));
    all.addAll(cells);
    return all;
  }

  private static void json(Results results, List<Of> tables, OutputStream out) throws IOException {
    Json.write(
        out,
        A_LINE_EACH_ROW,
        json ->
            json.whole("schemaVersion", MetricsFile.SCHEMA_VERSION)
                .text("scenario", results.scenario())
                .objects("tables", tables, of -> table(json, of)));
  }

  private static void table(Json json, Of of) {
    json.whole("point", of.point())
        .whole("replication", of.replication())
        .text("name", of.table().name())
        .texts("columns", of.table().columns())
        .whole("leftOut", of.table().leftOut())
        .array("rows", of.table().rows(), json::row);
  }
}
