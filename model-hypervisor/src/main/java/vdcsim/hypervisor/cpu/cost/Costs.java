package vdcsim.hypervisor.cpu.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import vdcsim.kernel.spec.Refusal;

/** What operations cost on a processor, in cycles, each with its source. */
public final class Costs {
  private static final int COLUMNS = 4;

  private final String name;
  private final Map<String, Row> rows = new LinkedHashMap<>();

  /**
   * A row of a table.
   *
   * @param source a row of the published data, or what else it rests on
   */
  public record Row(long cycles, String source) {}

  private Costs(String name) {
    this.name = name;
  }

  /** The costs of a processor; what its own file does not say is common to all. */
  public static Costs of(ProcessorGeneration processor) {
    Costs costs = new Costs(processor.name().replace('_', '-').toLowerCase(Locale.ROOT));
    costs.read("common");
    costs.read(costs.name);
    return costs;
  }

  private void read(String file) {
    try (InputStream stream = Costs.class.getResourceAsStream(file + ".txt")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .filter(line -> !line.startsWith("title ") && !line.startsWith("source "))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] words = line.split("\\s+", COLUMNS);
    rows.put(words[0] + " " + words[1], new Row(Long.parseLong(words[2]), words[3]));
  }

  /** All rows, by who and what, in the order of the files. */
  public Map<String, Row> rows() {
    return new LinkedHashMap<>(rows);
  }

  /** An operation without a monitor. */
  public long bare(Operation operation) {
    return require("bare " + operation.word());
  }

  /** An operation under a technique, if the table has it. */
  public OptionalLong under(String technique, Operation operation) {
    Row row = rows.get(technique + " " + operation.word());
    return row == null ? OptionalLong.empty() : OptionalLong.of(row.cycles());
  }

  /** An operation under a technique, or what it costs by default. */
  public long under(String technique, Operation operation, long otherwise) {
    return under(technique, operation).orElse(otherwise);
  }

  /**
   * A building block.
   *
   * @throws Refusal if it is not known for this processor
   */
  public long part(String part) {
    return require("part " + part);
  }

  /** From the guest into the monitor and back, with nothing done there. */
  public long roundTrip() {
    Row row = rows.get("part round-trip");
    return row == null ? part("exit") + part("entry") : row.cycles();
  }

  /** How many instructions of the host an interpreter needs for one of the guest. */
  public long interpretationRatio() {
    return require("interpretation ratio");
  }

  private long require(String key) {
    Row row = rows.get(key);
    if (row == null) {
      throw new Refusal(
          "processor", "the cost '%s' is not known of %s; take pentium-4".formatted(key, name));
    }
    return row.cycles();
  }
}
