package vdcsim.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.result.Results;
import vdcsim.report.file.Folder;
import vdcsim.report.file.ResultStore;

/**
 * The data files of a run: {@code metrics.csv}, {@code metrics.json}, {@code run.json}, and {@code
 * courses.csv} where there are values over time, {@code tables.json} and {@code tables/*.csv} where
 * a model shows how the world stood at the end. What is read equals what was written.
 */
public final class ResultFiles {
  private ResultFiles() {}

  /**
   * Writes the data files, without tables, charts and page.
   *
   * @param wallTime how long the runs took
   * @return the files, in the order in which they were written
   */
  public static List<Path> write(Results results, Duration wallTime, Path folder)
      throws IOException {
    Folder into = Folder.at(folder);
    List<Path> written = new ArrayList<>(ResultStore.begin(results, into));
    written.add(ResultStore.complete(results, wallTime, into));
    return List.copyOf(written);
  }

  /**
   * The results that a folder holds.
   *
   * @throws IOException when the run did not end, or the files cannot be understood
   */
  public static Results read(Path folder) throws IOException {
    return ResultStore.read(folder);
  }

  /**
   * How long the runs took whose results a folder holds.
   *
   * @throws IOException when the run did not end, or the files cannot be understood
   */
  public static Duration wallTime(Path folder) throws IOException {
    return ResultStore.wallTime(folder);
  }
}
