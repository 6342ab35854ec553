package vdcsim.report.drawing;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Drawings as PDF of one page of their size. Text becomes outlines: no font can be missing. */
public final class Pdf {
  private Pdf() {}

  /** Writes a drawing, without a date and with an identifier that depends on nothing else. */
  public static void write(Drawing drawing, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(drawing.width(), drawing.height()));
      document.addPage(page);
      PdfBoxGraphics2D canvas = new PdfBoxGraphics2D(document, drawing.width(), drawing.height());
      drawing.painter().paint(canvas);
      canvas.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(canvas.getXFormObject());
      }
      PDDocumentInformation about = new PDDocumentInformation();
      about.setTitle(drawing.title());
      about.setProducer("vdcsim");
      document.setDocumentInformation(about);
      document.setDocumentId(0L);
      document.save(out);
    }
  }
}
