package vdcsim.hypervisor.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.Cabling;
import vdcsim.hardware.ethernet.LinkSpec;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.host.NicSpec;
import vdcsim.hypervisor.dirty.DirtySpec;
import vdcsim.hypervisor.dirty.Drive;
import vdcsim.hypervisor.dirty.Pattern;
import vdcsim.hypervisor.dirty.Prepaging;
import vdcsim.hypervisor.migration.storage.StorageSpec;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.HypervisorSpec;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.hypervisor.vm.VmSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.result.FinalTable;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.world.World;

/** Two hosts with hypervisors, a cable, and a machine. */
final class MigrationNet {
  static final long MIB = 1 << 20;

  final Simulation simulation = new Simulation(1, 0);
  final World world = new World(simulation);

  /** A cable on which data flow at this rate; the framing comes on top. */
  MigrationNet(double dataBitsPerSecond, long roomMib) {
    DataRate rate = new DataRate(Math.round(dataBitsPerSecond * 1538 / 1448));
    for (String host : List.of("h1", "h2")) {
      new Host(host, new HostSpec(Map.of("eth0", new NicSpec(rate, 1000))), world);
      Hypervisor.make(
              host,
              new HypervisorSpec(
                  new DataSize(roomMib * MIB), Optional.empty(), new DataRate(4_000_000_000L)),
              world)
          .connect();
    }
    LinkSpec cable = new LinkSpec("h1 -- h2", Optional.of(rate), Duration.ZERO, new Ratio(0));
    Cabling.lay("h1 -- h2", cable, world).connect();
  }

  static DirtySpec writer(double bitsPerSecond, long workingSetBytes, Pattern pattern) {
    return writer(bitsPerSecond, workingSetBytes, pattern, false);
  }

  static DirtySpec writer(
      double bitsPerSecond, long workingSetBytes, Pattern pattern, boolean exact) {
    return new DirtySpec(
        Optional.of(new DataRate(Math.round(bitsPerSecond))),
        List.of(),
        new DataSize(workingSetBytes),
        pattern,
        new Ratio(0.1),
        new Ratio(0.9),
        1,
        new DataSize(8),
        Drive.RUNNING,
        exact);
  }

  static DirtySpec trace(long workingSetBytes, double... megabits) {
    List<DataRate> rates = new ArrayList<>();
    for (double rate : megabits) {
      rates.add(new DataRate(Math.round(rate * 1e6)));
    }
    return new DirtySpec(
        Optional.empty(),
        rates,
        new DataSize(workingSetBytes),
        Pattern.SEQUENTIAL,
        new Ratio(0.1),
        new Ratio(0.9),
        1,
        new DataSize(8),
        Drive.RUNNING,
        false);
  }

  VirtualMachine vm(String name, long bytes, Optional<DirtySpec> writer) {
    return vm(name, "h1", bytes, writer);
  }

  VirtualMachine vm(String name, String host, long bytes, Optional<DirtySpec> writer) {
    VmSpec spec =
        new VmSpec(
            host,
            1,
            new DataSize(bytes),
            new DataSize(0),
            writer,
            Map.of(),
            Optional.empty(),
            true);
    VirtualMachine.make(name, spec, world).connect();
    return world.find(name, VirtualMachine.class).orElseThrow();
  }

  void migrate(String vm, Algorithm algorithm, double maxBitsPerSecond, Duration limit) {
    migrate(vm, algorithm, maxBitsPerSecond, limit, Duration.ZERO, false);
  }

  void migrate(
      String vm,
      Algorithm algorithm,
      double maxBitsPerSecond,
      Duration limit,
      Duration activation,
      boolean autoConverge) {
    Options options = new Options(vm, algorithm);
    options.maxBitsPerSecond = maxBitsPerSecond;
    options.limit = limit;
    options.activation = activation;
    options.autoConverge = autoConverge;
    migrate(options);
  }

  void migrate(Options options) {
    simulation.schedule(0, Migrate.plan(options.spec(), world));
  }

  /** What a migration is told, with what the tests leave alone. */
  static final class Options {
    private final String vm;
    private final Algorithm algorithm;
    double maxBitsPerSecond = 10e9;
    Duration limit = Duration.ofMillis(300);
    Duration activation = Duration.ZERO;
    boolean autoConverge;

    /** Off, as the rates of the papers' rounds are those of what was sent. */
    boolean skipDirty;

    Optional<XbzrleSpec> xbzrle = Optional.empty();
    Optional<MultifdSpec> multifd = Optional.empty();
    Optional<StorageSpec> storage = Optional.empty();
    Duration faultTime = Duration.ofMillis(1);
    Prepaging prepaging = Prepaging.FORWARD;
    long deviceBytes;
    long sendBuffer = 4 << 20;
    Optional<Long> copyBitsPerSecond = Optional.empty();
    Duration suspend = Duration.ZERO;

    Options(String vm, Algorithm algorithm) {
      this.vm = vm;
      this.algorithm = algorithm;
    }

    private MigrateSpec spec() {
      return new MigrateSpec(
          vm,
          "h2",
          algorithm,
          new DataRate(Math.round(maxBitsPerSecond)),
          limit,
          autoConverge,
          xbzrle,
          multifd,
          skipDirty,
          0,
          faultTime,
          prepaging,
          new DataSize(deviceBytes),
          suspend,
          new DataSize(sendBuffer),
          copyBitsPerSecond.map(DataRate::new),
          activation,
          Duration.ofSeconds(30),
          storage,
          Stream.PLAIN,
          Optional.empty(),
          Optional.empty());
    }
  }

  void run(double seconds) {
    simulation.run((long) (seconds * 1e9));
  }

  double metric(String name) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Measurement measurement : simulation.metrics().read()) {
      measurement.statistic("value").ifPresent(v -> values.put(measurement.metric(), v));
    }
    return values.getOrDefault(name, Double.NaN);
  }

  double seconds(String name) {
    return metric(name) / 1e9;
  }

  /** A column of the table of rounds. */
  List<Double> rounds(String column) {
    FinalTable table =
        simulation.tables().read(1000).stream()
            .filter(t -> t.name().equals("migration-rounds"))
            .findFirst()
            .orElseThrow();
    int at = table.columns().indexOf(column);
    return table.rows().stream().map(row -> Double.parseDouble(row.get(at))).toList();
  }
}
