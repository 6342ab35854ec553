package vdcsim.report.drawing;

import java.awt.Dimension;
import java.awt.RenderingHints;
import java.io.IOException;
import java.io.StringWriter;
import java.util.regex.Matcher;
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

  private static final Pattern WIDTH = Pattern.compile(" width=\"(\\d+)\"");
  private static final Pattern SIZE = Pattern.compile(" (width|height)=\"\\d+\"");

  /** As wide as each other, then Chinese; what a reader's machine has of these is used. */
  private static final String FAMILIES =
      "font-family=\"'Liberation Sans',Arial,Helvetica,'Noto Sans CJK SC','PingFang SC',"
          + "'Microsoft YaHei',sans-serif\"";

  private Svg() {}

  /** The drawing as an element; its ids are unique among drawings of different names. */
  public static String of(Drawing drawing) throws IOException {
    SVGGraphics2D canvas = new SVGGraphics2D(context(drawing), false);
    canvas.setSVGCanvasSize(new Dimension(drawing.width(), drawing.height()));
    canvas.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    drawing.painter().paint(canvas);
    Element root = canvas.getRoot();
    root.setAttribute("viewBox", "0 0 " + drawing.width() + " " + drawing.height());
    root.setAttribute("role", "img");
    Element title = root.getOwnerDocument().createElementNS(NAMESPACE, "title");
    title.setTextContent(drawing.title());
    root.insertBefore(title, root.getFirstChild());
    StringWriter writer = new StringWriter();
    canvas.stream(root, writer, false, false);
    String text =
        writer.toString().replace("\r\n", "\n").replace("genericDefs", drawing.name() + "-generic");
    return FAMILY.matcher(text.substring(text.indexOf("<svg"))).replaceAll(FAMILIES);
  }

  /** An element as a file. */
  public static String file(String element) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element;
  }

  /** An element as part of a page: as wide as there is room, up to its own width. */
  public static String inline(String element) {
    int end = element.indexOf('>');
    String start = element.substring(0, end);
    Matcher width = WIDTH.matcher(start);
    String style =
        width.find() ? " class=\"drawing\" style=\"max-width:" + width.group(1) + "px\"" : "";
    return SIZE.matcher(start).replaceAll("") + style + element.substring(end);
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
