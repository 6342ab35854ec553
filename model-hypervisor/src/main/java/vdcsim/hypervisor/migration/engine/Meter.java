package vdcsim.hypervisor.migration.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import vdcsim.hypervisor.dirty.DirtyPages;
import vdcsim.hypervisor.dirty.Memory;
import vdcsim.hypervisor.vnic.VirtualCards;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.metric.StateLog;
import vdcsim.kernel.quantity.Unit;

/**
 * What is to be told of one migration.
 *
 * <p>Metrics, below its name: {@code stage}, the course of its stages; {@code completed} and {@code
 * failed}, {@code interrupted} by a break behind the hand-over; {@code total-time}, from its order
 * to the first instruction at the destination; {@code downtime}, from the last instruction at the
 * source to the first at the destination; {@code transferred}, bytes of its stream; {@code
 * normal-pages} and {@code zero-pages} that were sent, {@code delta-pages} of which only the
 * difference was; {@code synchronizations} of the log of dirty pages, the first included; {@code
 * rounds} before the last one; {@code amplification}, what was sent for each byte of memory; {@code
 * page-faults} that went over the network; {@code throttle}, the largest share of time taken from
 * the guest's processors; {@code sender-downtime} and {@code sender-time} of pre-copy, both until
 * the last byte lay in the sender's socket, as QEMU counts; {@code left-out-pages} of rounds that
 * skip what was written again; {@code network-gap} and {@code frames-lost} of one with cards.
 * Table: {@code migration-rounds}.
 */
public final class Meter {
  private static final double NS = 1e-9;
  private static final double MILLI = 1e3;
  private static final List<String> COLUMNS =
      List.of(
          "migration",
          "round",
          "begin-s",
          "time-s",
          "sent-MiB",
          "rate-Mbps",
          "dirtied-MiB",
          "dirty-rate-Mbps",
          "waiting-MiB");

  private static final List<String> OUTCOMES =
      List.of("migration", "from", "to", "outcome", "total-s", "downtime-ms", "sent-MiB", "why");
  private static final List<String> DOWNTIME = List.of("migration", "part", "time-ms");

  private final String name;
  private final Simulation simulation;
  private final DirtyPages pages;
  private final StateLog stages;
  private final Counter completed;
  private final Counter failed;
  private final Counter interrupted;
  private final DowntimeParts parts;

  private final List<Series> throttles = new ArrayList<>(1);
  private final List<Series> rates = new ArrayList<>(1);
  private final List<NetworkGap> gaps = new ArrayList<>(1);

  private final List<Round> rounds = new ArrayList<>();
  private long startNs;
  private long endNs = -1;
  private long pausedNs = -1;
  private long resumedNs = -1;
  private long roundNs;
  private double roundBytes;
  private int synchronizations;
  private double faults;
  private double throttle;
  private double storageBytes;
  private long writtenNs = -1;
  private String from = "";
  private String to = "";
  private String outcome = "";
  private String why = "";

  /**
   * A round: what was sent from one synchronization to the next.
   *
   * @param seconds how long it took
   * @param sentBytes what was sent of the stream
   * @param dirtiedBytes of pages that were written meanwhile, each once
   * @param waitingBytes of pages that waited after it
   */
  public record Round(
      double beginS, double seconds, double sentBytes, double dirtiedBytes, double waitingBytes) {}

  /** The meter of a migration. */
  public Meter(String name, long memoryBytes, DirtyPages pages, Simulation simulation) {
    this.name = name;
    this.simulation = simulation;
    this.pages = pages;
    Metrics metrics = simulation.metrics();
    this.stages = metrics.states(name + ".stage");
    this.completed = metrics.counter(name + ".completed", Unit.COUNT);
    this.failed = metrics.counter(name + ".failed", Unit.COUNT);
    this.interrupted = metrics.counter(name + ".interrupted", Unit.COUNT);
    this.parts = new DowntimeParts(name, simulation);
    figure("total-time", Unit.NANOSECONDS, () -> endNs < 0 ? Double.NaN : endNs - startNs);
    figure("downtime", Unit.NANOSECONDS, () -> resumedNs < 0 ? Double.NaN : resumedNs - pausedNs);
    figure("transferred", Unit.BYTES, this::transferred);
    figure("normal-pages", Unit.COUNT, () -> StrictMath.rint(pages.sentNormal()));
    figure("zero-pages", Unit.COUNT, () -> StrictMath.rint(pages.sentZero()));
    figure("delta-pages", Unit.COUNT, () -> StrictMath.rint(pages.sentDelta()));
    figure("synchronizations", Unit.COUNT, () -> synchronizations);
    figure("rounds", Unit.COUNT, () -> Math.max(0, rounds.size() - 1));
    figure("amplification", Unit.RATIO, () -> transferred() / memoryBytes);
    figure("page-faults", Unit.COUNT, () -> StrictMath.rint(faults));
    figure("throttle", Unit.RATIO, () -> throttle);
    figure("storage", Unit.BYTES, () -> storageBytes);
    simulation.tables().offer("migrations", OUTCOMES, this::outcome);
    simulation.tables().offer("migration-rounds", COLUMNS, this::rows);
    simulation.tables().offer("migration-downtime", DOWNTIME, () -> parts.rows(name).toList());
  }

  private void figure(String what, Unit unit, DoubleSupplier value) {
    simulation.metrics().figure(name + "." + what, unit, value);
  }

  private double transferred() {
    return pages.sentBytes();
  }

  /** Keeps what the network notices, {@code network-gap} and {@code frames-lost}. */
  public void recordGap(VirtualCards cards) {
    gaps.add(new NetworkGap(name, cards, simulation));
  }

  /** Keeps what the sender's clock says, which ends with the last byte that it has written. */
  public void recordSender() {
    figure("sender-downtime", Unit.NANOSECONDS, () -> since(pausedNs));
    figure("sender-time", Unit.NANOSECONDS, () -> since(startNs));
  }

  private double since(long ns) {
    return writtenNs < 0 || endNs < 0 ? Double.NaN : writtenNs - ns;
  }

  /** Keeps how many pages were left out of rounds. */
  public void recordLeftOut() {
    figure("left-out-pages", Unit.COUNT, () -> StrictMath.rint(pages.leftOut()));
  }

  /** Keeps the course of its rate. */
  public void recordRate() {
    rates.add(simulation.metrics().series(name + ".rate-course", Unit.BITS_PER_SECOND));
  }

  /** Keeps the course of what it takes from the guest's processors. */
  public void recordThrottle() {
    throttles.add(simulation.metrics().series(name + ".throttle-course", Unit.RATIO));
  }

  /** So many bits a second were sent of late. */
  public void rate(double bitsPerSecond) {
    rates.forEach(course -> course.record(bitsPerSecond));
  }

  /** The rounds so far. */
  public List<Round> rounds() {
    return List.copyOf(rounds);
  }

  void ordered(String source, String destination) {
    startNs = simulation.now();
    from = source;
    to = destination;
    stage(Stage.PRE_MIGRATION);
  }

  void stage(Stage stage) {
    stages.enter(stage.word());
    outcome = stage.word();
  }

  /** A part of the downtime begins. */
  void part(String part) {
    parts.enter(part);
  }

  void storage(double bytes) {
    storageBytes = bytes;
  }

  /** The log is about to be looked at, for the first time if nothing was sent yet. */
  void synchronizing() {
    synchronizations++;
    if (synchronizations > 1) {
      endRound(Memory.PAGE_BYTES * pages.logged());
    }
    roundNs = simulation.now();
    roundBytes = transferred();
  }

  private void endRound(double dirtiedBytes) {
    double seconds = (simulation.now() - roundNs) * NS;
    double sent = transferred() - roundBytes;
    if (seconds == 0 && sent == 0 && endNs < 0) {
      return;
    }
    double waiting = Memory.PAGE_BYTES * pages.waiting() + dirtiedBytes;
    rounds.add(new Round(roundNs * NS, seconds, sent, dirtiedBytes, waiting));
  }

  int synchronizations() {
    return synchronizations;
  }

  void paused() {
    pausedNs = simulation.now();
    gaps.forEach(NetworkGap::paused);
    parts.enter(DowntimeParts.PARTS.get(0));
  }

  /** The sender has written the last byte to its socket, but for the time of the copy itself. */
  void written(long copyNs) {
    writtenNs = simulation.now() + copyNs;
  }

  /** The machine goes on, here or there. */
  void resumed() {
    resumedNs = simulation.now();
    gaps.forEach(NetworkGap::resumed);
    parts.enter("");
  }

  void faults(double more) {
    faults += more;
  }

  void throttled(double share) {
    throttle = Math.max(throttle, share);
    throttles.forEach(course -> course.record(share));
  }

  void completed() {
    endNs = simulation.now();
    endRound(0);
    completed.increment();
    stage(Stage.COMPLETED);
  }

  void interrupted(String reason) {
    interrupted.increment();
    why = reason;
    stage(Stage.POST_COPY_PAUSED);
  }

  void failed(String reason) {
    failed.increment();
    why = reason;
    stage(Stage.FAILED);
  }

  private List<List<String>> outcome() {
    String total = endNs < 0 ? "" : text((endNs - startNs) * NS);
    String downtime = resumedNs < 0 ? "" : text((resumedNs - pausedNs) * NS * MILLI);
    String sent = text(transferred() / (1 << 20));
    return from.isEmpty()
        ? List.of()
        : List.of(List.of(name, from, to, outcome, total, downtime, sent, why));
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      Round round = rounds.get(i);
      rows.add(
          List.of(
              name,
              Integer.toString(i + 1),
              text(round.beginS()),
              text(round.seconds()),
              text(round.sentBytes() / (1 << 20)),
              text(perSecond(round.sentBytes(), round)),
              text(round.dirtiedBytes() / (1 << 20)),
              text(perSecond(round.dirtiedBytes(), round)),
              text(round.waitingBytes() / (1 << 20))));
    }
    return rows;
  }

  private static double perSecond(double bytes, Round round) {
    return round.seconds() == 0 ? 0 : bytes * 8e-6 / round.seconds();
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
