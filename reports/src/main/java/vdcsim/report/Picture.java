package vdcsim.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import vdcsim.report.drawing.Drawing;
import vdcsim.report.drawing.Pdf;
import vdcsim.report.drawing.Png;
import vdcsim.report.drawing.Svg;
import vdcsim.report.file.Content;

/** A drawing in its three formats. */
final class Picture {
  private final Part part;
  private final String name;
  private final String svg;
  private final ByteArrayOutputStream pdf = new ByteArrayOutputStream();
  private final ByteArrayOutputStream png = new ByteArrayOutputStream();

  /** The parts of the page that hold pictures. */
  enum Part {
    CHARTS,
    TOPOLOGY,
    TIMELINE
  }

  /** Draws for screens, where text stays text, and for print, where it does not. */
  Picture(Part part, Drawing screen, Drawing print) {
    this.part = part;
    this.name = screen.name();
    try {
      this.svg = Svg.of(screen);
      Pdf.write(print, pdf);
      Png.write(print, png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it stands on the page. */
  Part part() {
    return part;
  }

  /** The stem of its files. */
  String name() {
    return name;
  }

  String svg() {
    return svg;
  }

  Content pdf() {
    return pdf::writeTo;
  }

  Content png() {
    return png::writeTo;
  }
}
