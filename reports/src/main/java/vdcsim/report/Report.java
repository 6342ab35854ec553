package vdcsim.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.result.Results;
import vdcsim.report.drawing.Palette;
import vdcsim.report.file.Folder;
import vdcsim.report.file.ResultStore;
import vdcsim.report.reading.Readings;
import vdcsim.report.text.Words;

/**
 * Writes a report: data files first, then tables, charts and the page, all from the same results.
 *
 * <p>Each file is written whole or not at all, and {@code run.json} comes last: where it is, the
 * folder is complete.
 */
public final class Report {
  static final String PAGE = "report.html";

  private Report() {}

  /**
   * How a report is made.
   *
   * @param language of labels and sentences
   * @param greys whether charts are drawn for print in black and white
   * @param wallTime how long the runs took; it stands only in {@code run.json}
   * @param font a TrueType or OpenType file for the charts; without it they use Liberation Sans, or
   *     a Chinese font of the machine where one is needed
   */
  public record Options(Language language, boolean greys, Duration wallTime, Optional<Path> font) {}

  /**
   * What was written.
   *
   * @param html the page
   * @param charts all files of charts
   * @param data the data files and tables
   * @param warnings sentences on what is not as it was asked for
   */
  public record Written(Path html, List<Path> charts, List<Path> data, List<String> warnings) {
    public Written {
      charts = List.copyOf(charts);
      data = List.copyOf(data);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Writes the report of some results into a folder, in place of an earlier one.
   *
   * @throws IOException when a file cannot be written, or the font cannot be read
   */
  public static Written write(Results results, Options options, Path folder) throws IOException {
    Words words = options.language().words();
    Readings readings = new Readings(results);
    Folder into = Folder.at(folder);
    List<Path> data = new ArrayList<>(ResultStore.begin(results, into));
    Table summary = new Summary(readings, words).table();
    data.addAll(TableFiles.write(summary, Checks.table(results.checks(), words), into));
    Palette palette = options.greys() ? Palette.GREYS : Palette.COLOURS;
    Gallery gallery = new Studio(readings, words, palette).draw(options.font());
    List<Path> charts = gallery.write(into);
    Path html = into.write(PAGE, new Page(readings, words, summary, gallery).html());
    data.add(ResultStore.complete(results, options.wallTime(), into));
    return new Written(html, charts, data, gallery.warnings());
  }
}
