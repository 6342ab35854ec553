package vdcsim.report.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.result.Results;

/**
 * Results as files. {@code run.json} is removed before anything else is written and written after
 * everything else: a folder that holds one is complete.
 */
public final class ResultStore {
  /** Every measurement, for programs. */
  public static final String METRICS = "metrics.json";

  /** One observation a row, for spreadsheets and statistics programs. */
  public static final String ROWS = "metrics.csv";

  /** Values and states over time, one a row; only where a run has any. */
  public static final String COURSES = "courses.csv";

  /** How the world stood at the end, table by table; only where a run has any. */
  public static final String TABLES = "tables.json";

  /** Where the results come from; the mark of a complete folder. */
  public static final String RUN = "run.json";

  private ResultStore() {}

  /** Marks the folder as incomplete and writes the measurements and tables. */
  public static List<Path> begin(Results results, Folder folder) throws IOException {
    folder.delete(RUN);
    MetricRows rows = new MetricRows(results);
    List<Path> written = new ArrayList<>();
    written.add(folder.write(ROWS, rows::numbers));
    written.add(folder.write(METRICS, out -> MetricsFile.write(results, out)));
    if (rows.hasCourses()) {
      written.add(folder.write(COURSES, rows::courses));
    } else {
      folder.delete(COURSES);
    }
    written.addAll(TablesFile.write(results, folder));
    return written;
  }

  /** Writes where the results come from, and so marks the folder as complete. */
  public static Path complete(Results results, Duration wallTime, Folder folder)
      throws IOException {
    return folder.write(RUN, out -> RunFile.write(results, wallTime, out));
  }

  /**
   * The results in a folder.
   *
   * @throws IOException when a file is missing or cannot be understood
   */
  public static Results read(Path folder) throws IOException {
    return ResultReader.read(folder);
  }

  /**
   * How long the runs took.
   *
   * @throws IOException when the file is missing or cannot be understood
   */
  public static Duration wallTime(Path folder) throws IOException {
    return ResultReader.wallTime(folder);
  }
}
