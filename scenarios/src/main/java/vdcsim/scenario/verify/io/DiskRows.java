package vdcsim.scenario.verify.io;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Role;
import vdcsim.scenario.verify.published.Rows;

/** The rows that fio has measured, without a guest and in one. */
final class DiskRows implements Rows {
  private static final Pattern FELTER =
      Pattern.compile("felter-fio-(rand|mixed|lat-c16|seq)-(read|write)-(native|docker|kvm)");
  private static final Pattern AGACHE =
      Pattern.compile("fc-fio-(metal|fc|qemu|cloudhv)-(r|w)(4|128)k-qd(1|32)");
  private static final Pattern TAIL =
      Pattern.compile("fc-fio-lat99-r4k-qd1-(metal|fc|qemu|cloudhv)");

  /** The row by which the cycles were chosen that QEMU spends on a request. */
  private static final String CALIBRATES = "fc-fio-qemu-r4k-qd32";

  private static final double BYTES_A_KILOBYTE = 1024;
  private static final double BITS = 8;
  private static final double MICRO = 1e3;

  @Override
  public Optional<Plan> plan(PublishedRow row) throws UnsupportedCase {
    Matcher felter = FELTER.matcher(row.id());
    if (felter.matches()) {
      return Optional.of(felter(row, felter.group(1), felter.group(2), felter.group(3)));
    }
    Matcher agache = AGACHE.matcher(row.id());
    if (agache.matches()) {
      return Optional.of(agache(row, agache));
    }
    Matcher tail = TAIL.matcher(row.id());
    if (tail.matches()) {
      String keys = keys("random-read", "4 KiB", 1, 1);
      return Optional.of(
          Plan.prediction(
              Testbed.METAL.scenario(row.id(), place(tail.group(1)), keys),
              readings -> readings.median("f.latency", "p99") / MICRO));
    }
    return Optional.empty();
  }

  private static Plan felter(PublishedRow row, String what, String operation, String place) {
    boolean reads = operation.equals("read");
    String keys =
        switch (what) {
          case "rand" -> keys("random-" + operation, "4 KiB", 16, 8);
          case "mixed" -> keys("random-mixed", "4 KiB", 32, 8) + ", reads: 70 %";
          case "seq" -> keys(operation, "1 MiB", reads ? 2 : 16, 1);
          default -> keys("random-" + operation, "4 KiB", 16, 1);
        };
    Plan.Figure figure =
        switch (what) {
          case "lat-c16" -> readings -> readings.median("f.latency", "mean") / MICRO;
          case "seq" -> readings -> readings.median("f.throughput") / BITS / BYTES_A_KILOBYTE;
          default -> readings -> readings.median("f." + operation + "-rate");
        };
    // What a container reads and writes in a volume is a disk of its host.
    String on = place.equals("kvm") ? "kvm" : "h1";
    boolean input = place.equals("native") && !what.equals("mixed");
    return new Plan(Role.inputIf(input), Testbed.FELTER.scenario(row.id(), on, keys), figure);
  }

  private static Plan agache(PublishedRow row, Matcher id) throws UnsupportedCase {
    String system = id.group(1);
    boolean writes = id.group(2).equals("w");
    if (writes && system.equals("qemu")) {
      throw new UnsupportedCase(
          "it asked for a flush after every 32 writes, and what that costs its disk is not known");
    }
    String keys =
        keys(
            writes ? "random-write" : "random-read",
            id.group(3) + " KiB",
            Integer.parseInt(id.group(4)),
            1);
    boolean input = system.equals("metal") || row.id().equals(CALIBRATES);
    return new Plan(
        Role.inputIf(input),
        Testbed.METAL.scenario(row.id(), writes ? placeOfWrites(system) : place(system), keys),
        readings -> readings.median("f.requests-per-second"));
  }

  /** Cloud Hypervisor took its disks over from Firecracker's family. */
  private static String place(String system) {
    return switch (system) {
      case "metal" -> "h1";
      case "qemu" -> "qemu";
      default -> "serial";
    };
  }

  /** Firecracker of 2019 wrote into the page cache, and left flushes undone. */
  private static String placeOfWrites(String system) {
    return system.equals("metal") ? "h1" : "cached";
  }

  private static String keys(String pattern, String block, int depth, int jobs) {
    return "pattern: %s, block: %s, depth: %d, jobs: %d".formatted(pattern, block, depth, jobs);
  }
}
