package vdcsim.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vdcsim.report.file.Folder;

/** Writes tables under {@code tables/} for course reports: Markdown and LaTeX. */
final class TableFiles {
  private TableFiles() {}

  static List<Path> write(Table summary, Table checks, Folder folder) throws IOException {
    List<Path> written = new ArrayList<>(write("summary", summary, folder));
    if (checks.rows().isEmpty()) {
      folder.delete("tables/checks.md");
      folder.delete("tables/checks.tex");
    } else {
      written.addAll(write("checks", checks, folder));
    }
    return written;
  }

  private static List<Path> write(String name, Table table, Folder folder) throws IOException {
    return List.of(
        folder.write("tables/" + name + ".md", table.markdown()),
        folder.write("tables/" + name + ".tex", table.latex()));
  }
}
