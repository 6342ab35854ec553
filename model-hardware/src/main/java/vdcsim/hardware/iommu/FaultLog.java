package vdcsim.hardware.iommu;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/** The faults of a unit: counted by reason, held in its registers, and listed as software reads. */
final class FaultLog {
  private static final int MOST_ROWS = 1000;
  private static final List<String> COLUMNS =
      List.of("host", "time (ns)", "source", "access", "address", "code", "reason");

  private final String host;
  private final Simulation simulation;
  private final FaultRegisters registers;
  private final List<Fault> read = new ArrayList<>();
  private final Counter all;
  private final Map<FaultReason, Counter> byReason = new EnumMap<>(FaultReason.class);

  FaultLog(String host, String name, int registers, Simulation simulation) {
    this.host = host;
    this.simulation = simulation;
    this.registers = new FaultRegisters(simulation, registers, this::note);
    Metrics metrics = simulation.metrics();
    this.all = metrics.counter(name + ".faults", Unit.COUNT);
    for (FaultReason reason : FaultReason.values()) {
      byReason.put(reason, metrics.counter(name + ".faults-by." + reason.word(), Unit.COUNT));
    }
    metrics.figure(name + ".faults-overflowed", Unit.COUNT, this.registers::overflowed);
    simulation.tables().offer("iommu-faults", COLUMNS, this::rows);
  }

  void handledBy(ExecutionContext context, LongUnaryOperator cycles) {
    registers.handledBy(context, cycles);
  }

  /** A request was blocked. */
  void record(FaultReason reason, SourceId source, boolean write, long address) {
    all.increment();
    byReason.get(reason).increment();
    registers.record(new Fault(simulation.now(), reason, source, write, address));
  }

  private void note(Fault fault) {
    if (read.size() < MOST_ROWS) {
      read.add(fault);
    }
  }

  /** What software has read, in order, as long as there was room to keep it. */
  List<Fault> read() {
    return List.copyOf(read);
  }

  private List<List<String>> rows() {
    return read.stream().map(this::row).toList();
  }

  private List<String> row(Fault fault) {
    boolean interrupt = fault.reason().code() >= FaultReason.INDEX_BEYOND_TABLE.code();
    return List.of(
        host,
        Long.toString(fault.atNs()),
        fault.source().toString(),
        interrupt ? "interrupt" : fault.isWrite() ? "write" : "read",
        hex(fault.address()),
        hex(fault.reason().code()),
        fault.reason().word());
  }

  private static String hex(long value) {
    return String.format(Locale.ROOT, "0x%x", value);
  }
}
