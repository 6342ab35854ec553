package vdcsim.hypervisor.cpu.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Architectural state: registers, the pages that each page table maps, the ports. */
public final class ProcessorState {
  private final long[] fields = new long[Field.COUNT];
  private final Map<Long, TreeMap<Long, Long>> tables = new TreeMap<>();
  private final TreeMap<Long, Long> ports = new TreeMap<>();
  private boolean changed = true;

  /** What stands in a register. */
  public long read(Field field) {
    return fields[field.slot()];
  }

  /** Puts a value into a register. */
  public void write(Field field, long value) {
    changed |= fields[field.slot()] != value;
    fields[field.slot()] = value;
  }

  /** Maps a page to a frame in the page table that CR3 points to. */
  public void map(long page, long frame) {
    Long before = tables.computeIfAbsent(read(Field.CR3), base -> new TreeMap<>()).put(page, frame);
    changed |= before == null || before != frame;
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
    Long before = ports.put(port, value);
    changed |= before == null || before != value;
  }

  /** A copy that changes by itself. */
  public ProcessorState copy() {
    ProcessorState copy = new ProcessorState();
    System.arraycopy(fields, 0, copy.fields, 0, fields.length);
    tables.forEach((base, table) -> copy.tables.put(base, new TreeMap<>(table)));
    copy.ports.putAll(ports);
    return copy;
  }

  /** Whether anything has changed since this was last asked. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  /** Whether all is the same. */
  boolean sameAs(ProcessorState other) {
    return Arrays.equals(fields, other.fields)
        && tables.equals(other.tables)
        && ports.equals(other.ports);
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
