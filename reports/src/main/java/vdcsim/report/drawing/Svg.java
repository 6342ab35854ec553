package vdcsim.report.drawing;

import java.awt.Dimension;
import java.awt.RenderingHints;
import java.io.IOException;
import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Drawings as SVG. Text stays text, so that it can be searched, copied and read aloud. */
public final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final Pattern FAMILY = Pattern.compile("font-family=\"[^\"]*\"");

  /** As wide as each other, then Chinese; what a reader's machine has of these is used. */
  private static final String FAMILIES =
      "font-family=\"'Liberation Sans',Arial,Helvetica,'Noto Sans CJK SC','PingFang SC',"
          + "'Microsoft YaHei',sans-serif\"";

  private Svg() {}

  /** The drawing as a file. */
  public static String file(Drawing drawing) throws IOException {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(drawing, false);
  }

  /** The drawing as an element of an HTML page; its ids are unique within the page. */
  public static String inline(Drawing drawing) throws IOException {
    return element(drawing, true);
  }

  private static String element(Drawing drawing, boolean inline) throws IOException {
    SVGGraphics2D canvas = new SVGGraphics2D(context(drawing), false);
    canvas.setSVGCanvasSize(new Dimension(drawing.width(), drawing.height()));
    canvas.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    drawing.painter().paint(canvas);
    Element root = canvas.getRoot();
    root.setAttribute("viewBox", "0 0 " + drawing.width() + " " + drawing.height());
    root.setAttribute("role", "img");
    if (inline) {
      root.removeAttribute("width");
      root.removeAttribute("height");
      root.setAttribute("class", "drawing");
    }
    Element title = root.getOwnerDocument().createElementNS(NAMESPACE, "title");
    title.setTextContent(drawing.title());
    root.insertBefore(title, root.getFirstChild());
    StringWriter writer = new StringWriter();
    canvas.stream(root, writer, false, false);
    String text = writer.toString().replace("\r\n", "\n");
    return FAMILY.matcher(text.substring(text.indexOf("<svg"))).replaceAll(FAMILIES);
  }

  private static SVGGeneratorContext context(Drawing drawing) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment(" vdcsim ");
    context.setPrecision(3);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefix) {
            return drawing.name() + "-" + super.generateID(prefix);
          }
        });
    return context;
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has no XML parser", e);
    }
  }
}
