package vdcsim.hypervisor.cpu.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vdcsim.kernel.spec.Refusal;

/** What operations cost on a processor, in cycles, each with its source. */
public final class Costs {
  private static final int COLUMNS = 4;

  private final String name;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<String, Map<Operation, Long>> tables = new LinkedHashMap<>();
  private final Map<Operation, Long> bare;

  /**
   * A row of a table.
   *
   * @param source a row of the published data, or what else it rests on
   */
  public record Row(long cycles, String source) {}

  private Costs(String name) {
    this.name = name;
    read("common");
    read(name);
    this.bare = tables.get("bare");
  }

  /** The costs of a processor; what its own file does not say is common to all. */
  public static Costs of(ProcessorGeneration processor) {
    return new Costs(processor.name().replace('_', '-').toLowerCase(Locale.ROOT));
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
    long cycles = Long.parseLong(words[2]);
    rows.put(words[0] + " " + words[1], new Row(cycles, words[3]));
    Operation.named(words[1])
        .ifPresent(
            operation ->
                tables
                    .computeIfAbsent(words[0], who -> new EnumMap<>(Operation.class))
                    .put(operation, cycles));
  }

  /** All rows, by who and what, in the order of the files. */
  public Map<String, Row> rows() {
    return new LinkedHashMap<>(rows);
  }

  /** An operation without a monitor. */
  public long bare(Operation operation) {
    return bare.get(operation);
  }

  /** An operation under a technique as the table has it, or what it costs otherwise. */
  public long under(String technique, Operation operation, long otherwise) {
    return tables.getOrDefault(technique, Map.of()).getOrDefault(operation, otherwise);
  }

  /**
   * A building block.
   *
   * @throws Refusal if it is not known for this processor
   */
  public long part(String part) {
    return require("part " + part);
  }

  /** A building block, or {@code otherwise} where it is not known for this processor. */
  public long part(String part, long otherwise) {
    Row row = rows.get("part " + part);
    return row == null ? otherwise : row.cycles();
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
