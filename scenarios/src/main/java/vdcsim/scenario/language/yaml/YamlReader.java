package vdcsim.scenario.language.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** Reads one YAML document into nodes, from snakeyaml-engine's stream of events. */
public final class YamlReader {
  /**
   * How many characters the library takes in at a time. It copies what is left of a line each time,
   * so that with its own 1024 a line of 3 MB costs 17 GB of copies.
   */
  private static final int BUFFER = 64 * 1024;

  private YamlReader() {}

  /**
   * The value of the file's one document; nothing for an empty file.
   *
   * @throws MalformedYaml with the place, at the first error
   */
  public static Optional<Node> read(SourceText source) throws MalformedYaml {
    List<MalformedYaml> found = new ArrayList<>();
    Optional<Node> node = read(source, found::add);
    if (!found.isEmpty()) {
      throw found.get(0);
    }
    return node;
  }

  /**
   * The value of the file's one document, read on past what can be read past: a key given twice is
   * told and left out. Nothing for an empty file.
   *
   * @param complaints told each error after which the rest can be trusted
   * @throws MalformedYaml with the place, at the first error after which it cannot
   */
  public static Optional<Node> read(SourceText source, Consumer<MalformedYaml> complaints)
      throws MalformedYaml {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.file())
            .setCodePointLimit(SourceText.MOST_BYTES)
            .setUseMarks(true)
            .setBufferSize(BUFFER)
            .build();
    NodeBuilder builder = new NodeBuilder(complaints);
    try {
      return builder.document(new Parse(settings).parseString(source.text()).iterator());
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      Place place = mark.map(NodeBuilder::place).orElse(new Place(1, 1));
      throw new MalformedYaml(
          place,
          builder.path(),
          YamlErrors.sentence(String.valueOf(e.getProblem()), source, place));
    } catch (ReaderException e) {
      throw new MalformedYaml(
          source.placeOf(source.text().offsetByCodePoints(0, e.getPosition())),
          "",
          String.format(
              Locale.ROOT, "the character U+%04X is not allowed in YAML", e.getCodePoint()));
    } catch (YamlVersionException e) {
      throw new MalformedYaml(
          new Place(1, 1), "", "the file asks for another YAML than 1.2; leave '%YAML' out");
    } catch (YamlEngineException e) {
      throw new MalformedYaml(
          new Place(1, 1), "", "this is no YAML: " + Printable.shorten(e.getMessage()));
    }
  }
}
