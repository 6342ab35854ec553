package vdcsim.hypervisor.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import vdcsim.hardware.pci.Access;

/**
 * What a hypervisor's part in input and output costs, in cycles, each with its source.
 *
 * <p>The figures are totals, as somebody measured them with the round trip that the file names. On
 * a processor with another round trip ({@code hypervisor.cpu.cost}) each differs by the difference.
 */
public final class IoCosts {
  private static final int COLUMNS = 4;
  private static final String ROUND_TRIP = "round-trip -";
  private static final String WORLD_SWITCH = "world-switch -";

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final long roundTrip;
  private final long worldSwitch;
  private final long[] byAccess = new long[8];
  private final long userConfig;
  private final long kickPort;
  private final long kickMemory;
  private final long enter;
  private final long end;
  private final long hypercall;

  /**
   * A row of a table.
   *
   * @param roundTrip that of the processor on which it was measured
   * @param source a row of the published data, or what else it rests on
   */
  public record Row(long cycles, long roundTrip, String source) {}

  private IoCosts(IoPlatform platform, long roundTripOfProcessor) {
    read(IoPlatform.KVM);
    read(platform);
    long measured = rows.get(ROUND_TRIP).cycles();
    this.roundTrip = roundTripOfProcessor < 0 ? measured : roundTripOfProcessor;
    this.worldSwitch = rows.containsKey(WORLD_SWITCH) ? rows.get(WORLD_SWITCH).cycles() : 0;
    Handling[] handlings = {Handling.KERNEL, Handling.USER};
    for (Handling handling : handlings) {
      String who = handling == Handling.USER ? "user" : "kernel";
      byAccess[slot(handling, true, false)] = exit(who, "port-read");
      byAccess[slot(handling, true, true)] = exit(who, "port-write");
      byAccess[slot(handling, false, false)] = exit(who, "memory-read");
      byAccess[slot(handling, false, true)] = exit(who, "memory-write");
    }
    this.userConfig = 2 * access(Handling.USER, true);
    // A hosted monitor has no event of the kernel behind a doorbell.
    this.kickPort = isHosted() ? access(Handling.USER, true) : exit("kick", "port");
    this.kickMemory = isHosted() ? access(Handling.USER, false) : exit("kick", "memory");
    this.enter = exit("interrupt", "enter") + 2 * worldSwitch;
    this.end = exit("interrupt", "end");
    this.hypercall = exit("hypercall", "-");
  }

  /** The costs of a hypervisor on the processor on which they were measured. */
  public static IoCosts of(IoPlatform platform) {
    return new IoCosts(platform, -1);
  }

  /** The costs of a hypervisor on a processor with this round trip. */
  public static IoCosts of(IoPlatform platform, long roundTripCycles) {
    return new IoCosts(platform, roundTripCycles);
  }

  private static int slot(Handling handling, boolean port, boolean write) {
    return (handling == Handling.USER ? 4 : 0) + (port ? 2 : 0) + (write ? 1 : 0);
  }

  private void read(IoPlatform platform) {
    try (InputStream stream = IoCosts.class.getResourceAsStream(platform.file() + ".txt")) {
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .filter(line -> !line.startsWith("title ") && !line.startsWith("source "))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file says its round trip first; one that says none has that of the file before. */
  private void add(String line) {
    String[] words = line.split("\\s+", COLUMNS);
    String key = words[0] + " " + words[1];
    long cycles = Long.parseLong(words[2]);
    long trip = key.equals(ROUND_TRIP) ? cycles : rows.get(ROUND_TRIP).cycles();
    rows.put(key, new Row(cycles, trip, words[3]));
  }

  /**
   * What leads to no exit costs nothing on any processor; to a process of the host the world is
   * switched too, where there are two.
   */
  private long exit(String who, String what) {
    Row row = rows.get(who + " " + what);
    long switches = who.equals("user") ? 2 * worldSwitch : 0;
    return row.cycles() == 0 ? 0 : row.cycles() + roundTrip - row.roundTrip() + switches;
  }

  private long access(Handling handling, boolean port) {
    return byAccess[slot(handling, port, true)];
  }

  private boolean isHosted() {
    return worldSwitch > 0;
  }

  /**
   * The parts that ways of exits are put together of: half of a null exit on each side, and of what
   * a process costs more than the kernel; what a doorbell costs more than a null exit.
   */
  public Legs legs() {
    long process = rows.get("user port-read").cycles() - rows.get("kernel port-read").cycles();
    long told = rows.get("kick port").cycles() - rows.get("kick port").roundTrip();
    return new Legs(roundTrip - roundTrip / 2, roundTrip / 2, process / 2, told, worldSwitch);
  }

  /** All rows, by who and what, in the order of the files. */
  public Map<String, Row> rows() {
    return new LinkedHashMap<>(rows);
  }

  /** Out of the guest and back, with nothing done. */
  public long roundTrip() {
    return roundTrip;
  }

  /** An access that leads to an exit, the exit included. */
  public long access(Access access, Handling handling) {
    if (access.isConfig()) {
      return userConfig;
    }
    return byAccess[slot(handling, access.isPort(), access.isWrite())];
  }

  /**
   * Of an access that a process handles, what passes before the process has it: the exit, and half
   * of what it costs more than one that the kernel handles.
   */
  public long wayToProcess() {
    long user = byAccess[slot(Handling.USER, false, true)];
    long kernel = byAccess[slot(Handling.KERNEL, false, true)];
    return kernel - roundTrip / 2 + (user - kernel) / 2;
  }

  /** A write behind which an event of the kernel stands (Linux, ioeventfd). */
  public long kick(boolean port) {
    return port ? kickPort : kickMemory;
  }

  /** Entering an interrupt; zero where there is no exit for it. */
  public long enterInterrupt() {
    return enter;
  }

  /** Ending an interrupt; zero where there is no exit for it. */
  public long endInterrupt() {
    return end;
  }

  /** A call of the hypervisor that asks for little, as to notify an event channel. */
  public long hypercall() {
    return hypercall;
  }
}
