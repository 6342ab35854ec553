package vdcsim.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vdcsim.report.drawing.Svg;
import vdcsim.report.file.Folder;

/**
 * The pictures of a report.
 *
 * @param pictures in the order of the page
 * @param warnings sentences on what could not be drawn as it was asked for
 */
record Gallery(List<Picture> pictures, List<String> warnings) {
  static final String FOLDER = "charts/";

  /** Lists the files of this folder that a report wrote, so that only those are ever removed. */
  private static final String LIST = FOLDER + ".files";

  Gallery {
    pictures = List.copyOf(pictures);
    warnings = List.copyOf(warnings);
  }

  List<Picture> of(Picture.Part part) {
    return pictures.stream().filter(picture -> picture.part() == part).toList();
  }

  /** Writes every picture in three formats, and removes those of an earlier report. */
  List<Path> write(Folder folder) throws IOException {
    Set<String> stale = listed(folder);
    Set<String> files = new TreeSet<>();
    for (Picture picture : pictures) {
      List.of(".svg", ".pdf", ".png").forEach(ending -> files.add(picture.name() + ending));
    }
    stale.removeAll(files);
    for (String file : stale) {
      folder.delete(FOLDER + file);
    }
    folder.write(LIST, files.stream().map(file -> file + "\n").collect(Collectors.joining()));
    List<Path> written = new ArrayList<>();
    for (Picture picture : pictures) {
      String path = FOLDER + picture.name();
      written.add(folder.write(path + ".svg", Svg.file(picture.svg())));
      written.add(folder.write(path + ".pdf", picture.pdf()));
      written.add(folder.write(path + ".png", picture.png()));
    }
    return written;
  }

  private static Set<String> listed(Folder folder) throws IOException {
    Path list = folder.file(LIST);
    if (!Files.isRegularFile(list)) {
      return new TreeSet<>();
    }
    String text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> line.matches("[a-z0-9.-]+\\.(svg|pdf|png)"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
