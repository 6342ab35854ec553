package vdcsim.hypervisor.cpu.state;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Architectural state: registers, the pages that each page table maps, the ports. */
public final class ProcessorState {
  private final Map<Field, Long> fields = new EnumMap<>(Field.class);
  private final Map<Long, TreeMap<Long, Long>> tables = new TreeMap<>();
  private final TreeMap<Long, Long> ports = new TreeMap<>();

  /** What stands in a register. */
  public long read(Field field) {
    return fields.getOrDefault(field, 0L);
  }

  /** Puts a value into a register. */
  public void write(Field field, long value) {
    fields.put(field, value);
  }

  /** Maps a page to a frame in the page table that CR3 points to. */
  public void map(long page, long frame) {
    tables.computeIfAbsent(read(Field.CR3), base -> new TreeMap<>()).put(page, frame);
  }

  /** All frames that are mapped anywhere. */
  public List<Long> frames() {
    List<Long> frames = new ArrayList<>();
    tables.values().forEach(table -> frames.addAll(table.values()));
    return frames;
  }

  /** What was last put out on a port, 0 at first. */
  public long port(long port) {
    return ports.getOrDefault(port, 0L);
  }

  /** Puts a value out on a port. */
  public void putOut(long port, long value) {
    ports.put(port, value);
  }

  /** A copy that changes by itself. */
  public ProcessorState copy() {
    ProcessorState copy = new ProcessorState();
    copy.fields.putAll(fields);
    tables.forEach((base, table) -> copy.tables.put(base, new TreeMap<>(table)));
    copy.ports.putAll(ports);
    return copy;
  }

  /** The names of what differs: registers, {@code pages}, {@code ports}. */
  public List<String> differences(ProcessorState other) {
    List<String> names = new ArrayList<>();
    for (Field field : Field.values()) {
      if (read(field) != other.read(field)) {
        names.add(field.name().replace('_', '-').toLowerCase(Locale.ROOT));
      }
    }
    if (!tables.equals(other.tables)) {
      names.add("pages");
    }
    if (!ports.equals(other.ports)) {
      names.add("ports");
    }
    return names;
  }
}
