package vdcsim.hypervisor.cpu.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The published figures of CPU virtualization, by name, with the tolerance that they allow. */
final class PublishedFigures {
  private static final String SEPARATOR = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
  private static final int VALUE = 3;
  private static final int TOLERANCE = 7;

  private PublishedFigures() {}

  /** A figure. */
  record Figure(double value, String tolerance) {
    boolean allows(double predicted) {
      String[] words = tolerance.split("[ %]+");
      double by = Math.abs(predicted - value);
      return switch (words[0]) {
        case "rel" -> by <= value * Double.parseDouble(words[1]) / 100;
        case "abs" -> by <= Double.parseDouble(words[1]);
        case "band" -> inBand(predicted, words[1].split("\\.\\."));
        default -> by < 1e-9;
      };
    }

    private static boolean inBand(double predicted, String[] ends) {
      return predicted >= Double.parseDouble(ends[0]) && predicted <= Double.parseDouble(ends[1]);
    }
  }

  static Map<String, Figure> read() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    try (InputStream file = PublishedFigures.class.getResourceAsStream("cpu-virtualization.csv")) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(SEPARATOR))
          .forEach(row -> figures.put(row[0], figure(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return figures;
  }

  private static Figure figure(String[] row) {
    return new Figure(Double.parseDouble(row[VALUE]), row[TOLERANCE]);
  }
}
