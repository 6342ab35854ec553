package vdcsim.hypervisor.memory.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.machine.Machine;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.Paging;
import vdcsim.hypervisor.memory.PagingCosts;
import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.hypervisor.memory.tlb.TlbSpec;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * A guest that uses its memory, on a task of a host.
 *
 * <p>Metrics and tables: see {@link Readings}.
 */
public final class GuestMemory implements EventHandler {
  private static final int BEGIN = 0;
  private static final int COMPUTED = 1;

  /** What is computed in one piece. */
  private static final long PIECE_NS = 1_000_000;

  /** Accesses between two looks at how long a piece has become. */
  private static final int BLOCK = 256;

  private static final long PLACE_BYTES = 4096;

  private final Simulation simulation;
  private final GuestMemorySpec spec;
  private final Task task;
  private final long pieceCycles;
  private final Kernel kernel;
  private final Mmu mmu;
  private final Places places;
  private final int placesInPage;
  private final List<GuestProcess> processes = new ArrayList<>();
  private final Every moves;
  private final Every unmaps;
  private final Every protects;
  private long done;
  private int foreign;
  private long startNs;
  private long endNs = -1;

  private GuestMemory(
      String name, GuestMemorySpec spec, Machine host, PhysicalMap memory, Simulation simulation) {
    this.simulation = simulation;
    this.spec = spec;
    this.task = host.task(name, spec.group(), 0, List.of());
    this.pieceCycles = host.processor().cycles(PIECE_NS);
    this.mmu =
        new Mmu(
            spec.tlb().orElse(TlbSpec.UNSAID),
            spec.levels(),
            PagingCosts.of(spec.processor(), spec.reference()),
            spec.paging().monitor(Costs.of(spec.processor())),
            memory);
    this.kernel =
        new Kernel(
            spec.levels(),
            spec.pageSize(),
            spec.pages(),
            memory.frames(),
            spec.pageCycles(),
            (tables, first) -> spec.paging().make(spec.shape(), mmu, tables, first));
    this.placesInPage = (int) (spec.pageSize().bytes() / PLACE_BYTES);
    this.places =
        new Places(
            spec,
            (int) (spec.workingSet().bytes() / PLACE_BYTES),
            simulation.random().stream(name + ".places"));
    this.moves = new Every(spec.moves().value());
    this.unmaps = new Every(spec.unmaps().value());
    this.protects = new Every(spec.protects().value());
    prepare();
  }

  /** Makes the guest; its host must have been made when it is connected. */
  public static Wiring make(String name, GuestMemorySpec spec, World world) {
    return () -> {
      Optional<VirtualMachine> vm =
          spec.vm().map(v -> world.require("vm", v, VirtualMachine.class, "virtual machine"));
      String host = vm.map(v -> v.on().host()).orElseGet(() -> spec.on().orElseThrow());
      // In a machine with virtual processors it runs on these.
      Optional<Machine> inside = spec.vm().flatMap(v -> world.find(v, Machine.class));
      Machine machine = inside.orElseGet(() -> Machine.at(host, world));
      long bytes = vm.map(VirtualMachine::memoryBytes).orElseGet(() -> ownMemory(spec));
      if (bytes < spec.neededBytes()) {
        throw new Refusal(
            "working-set",
            "its processes and their page tables need %d B, and it has %d B"
                .formatted(spec.neededBytes(), bytes));
      }
      int frames = (int) (bytes >>> 12 >>> spec.backing().order() << spec.backing().order());
      PhysicalMap memory =
          HostFrames.map(spec.vm().orElse(host), name, frames, spec.backing().order(), world);
      GuestMemory made = new GuestMemory(name, spec, machine, memory, world.simulation());
      world.add(name, made);
      Readings.of(name, made, world.simulation());
      world.simulation().schedule(spec.start().toNanos(), made, BEGIN, 0, Simulation.NO_REFERENCE);
    };
  }

  private static long ownMemory(GuestMemorySpec spec) {
    return spec.memory().map(DataSize::bytes).orElse(spec.neededBytes());
  }

  /** All processes, their pages used once; what that costs is not counted. */
  private void prepare() {
    processes.add(kernel.running());
    while (processes.size() < spec.processes()) {
      processes.add(kernel.newProcess());
    }
    if (spec.prepared()) {
      for (int i = processes.size() - 1; i >= 0; i--) {
        if (processes.size() > 1) {
          kernel.run(processes.get(i));
        }
        for (int page = 0; page < spec.pages(); page++) {
          kernel.access(kernel.address(page), true);
        }
      }
    }
    mmu.restart();
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == BEGIN) {
      startNs = simulation.now();
    }
    if (done == spec.accesses()) {
      endNs = simulation.now();
      return;
    }
    long before = mmu.cycles();
    while (done < spec.accesses() && mmu.cycles() - before < pieceCycles) {
      block((int) Math.min(BLOCK, spec.accesses() - done));
    }
    task.execute(mmu.cycles() - before, this, COMPUTED, 0, Simulation.NO_REFERENCE);
  }

  private void block(int count) {
    for (int i = 0; i < count; i++) {
      done++;
      kernelWork();
      places.next();
      int page = places.place() / placesInPage;
      pageWork(page);
      kernel.access(kernel.address(0) + places.place() * PLACE_BYTES, places.isWrite());
    }
    mmu.ledger().direct(count * (1L + spec.compute()), 1);
  }

  private void kernelWork() {
    if (foreign < spec.foreign()) {
      foreign++;
      kernel.reachOut(0);
    }
    if (spec.switchEvery() > 0 && done % spec.switchEvery() == 0) {
      processes.add(processes.remove(0));
      kernel.run(processes.get(0));
    }
    if (spec.forkEvery() > 0 && done % spec.forkEvery() == 0) {
      GuestProcess parent = kernel.running();
      GuestProcess child = kernel.fork();
      kernel.run(child);
      kernel.run(parent);
      kernel.end(child);
    }
  }

  private void pageWork(int page) {
    if (moves.comes()) {
      kernel.move(page);
    }
    if (unmaps.comes()) {
      kernel.unmap(page);
    }
    if (protects.comes()) {
      kernel.protect(page);
    }
  }

  Mmu mmu() {
    return mmu;
  }

  Paging paging() {
    return kernel.paging();
  }

  Kernel kernel() {
    return kernel;
  }

  List<GuestProcess> processes() {
    return processes;
  }

  GuestMemorySpec spec() {
    return spec;
  }

  long done() {
    return done;
  }

  /** How long it ran, or NaN as long as it runs. */
  double runNs() {
    return endNs < 0 ? Double.NaN : endNs - startNs;
  }
}
