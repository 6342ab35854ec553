package vdcsim.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import vdcsim.benchmarks.Datacentre.Size;

/**
 * The workload on which simulators of clouds are compared, beside CloudSim Plus: hosts of eight
 * cores, each with four machines of two, and tasks of 10 000 to 99 999 million instructions that go
 * to the machines in turn and all come at the beginning. Process CPU time of each side, set-up
 * included; ends against the closed form; memory in use when the run has ended. Arguments: hosts
 * (1000), machines (4000), tasks (16000), and {@code ours} to leave CloudSim Plus out.
 */
public final class DatacentreScale {
  private static final int SEED = 1;
  private static final int WARM_UPS = 3;
  private static final int IDLE_FACTOR = 30;
  private static final int IDLE_RUNS = 20;

  /** What a side took. */
  private record Took(double setUpS, double runS, double heapMb, double worst) {
    double cpuS() {
      return setUpS + runS;
    }
  }

  private DatacentreScale() {}

  /** Runs all sides and prints what they took. */
  public static void main(String[] arguments) {
    Size size =
        new Size(
            argument(arguments, 0, 1000),
            argument(arguments, 1, 4000),
            argument(arguments, 2, 16000));
    Took whole = measure("vdcsim, whole machines", size, OurDatacentre::new);
    Took bare = measure("vdcsim, cores and tasks alone", size, BareDatacentre::new);
    idle(size);
    if (arguments.length <= 3) {
      Took theirs = measure("CloudSim Plus", size, TheirDatacentre::new);
      compare("whole machines", whole, theirs);
      compare("cores and tasks alone", bare, theirs);
    }
  }

  private static void compare(String name, Took ours, Took theirs) {
    print(
        "%s: %.0f times less CPU time, %.1f times less memory",
        name, theirs.cpuS() / ours.cpuS(), theirs.heapMb() / ours.heapMb());
  }

  private static int argument(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }

  static int[] millions(int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    return random.ints(count, 10_000, 100_000).toArray();
  }

  private static Took measure(String name, Size size, BiFunction<Size, int[], Datacentre> maker) {
    Size tenth = new Size(size.hosts() / 10, size.vms() / 10, size.tasks() / 10);
    double coldS = cpuS();
    run(tenth, maker);
    print("%s: %.2f s of CPU time for a first run of a tenth", name, cpuS() - coldS);
    for (int i = 1; i < WARM_UPS; i++) {
      run(tenth, maker);
    }
    Took took = run(size, maker);
    print(
        "%s: set-up %.3f s, run %.3f s of CPU time, %.1f MB in use, ends off by at most %.1e",
        name, took.setUpS(), took.runS(), took.heapMb(), took.worst());
    return took;
  }

  private static Took run(Size size, BiFunction<Size, int[], Datacentre> maker) {
    int[] millions = millions(size.tasks());
    double before = heapMb();
    double startS = cpuS();
    Datacentre made = maker.apply(size, millions);
    double builtS = cpuS();
    made.run();
    double endS = cpuS();
    double heap = heapMb() - before;
    return new Took(builtS - startS, endS - builtS, heap, worst(size, millions, made));
  }

  /** The run alone, with thirty times as many hosts, all the others of which are idle. */
  private static void idle(Size size) {
    Size large = new Size(IDLE_FACTOR * size.hosts(), size.vms(), size.tasks());
    double few = Double.POSITIVE_INFINITY;
    double many = Double.POSITIVE_INFINITY;
    for (int i = 0; i < IDLE_RUNS; i++) {
      few = Math.min(few, threadS(size));
      many = Math.min(many, threadS(large));
    }
    print(
        "the least of %d runs after set-up: %.1f ms, with %d times the hosts %.1f ms (%+.1f %%)",
        IDLE_RUNS, 1e3 * few, IDLE_FACTOR, 1e3 * many, 100 * (many / few - 1));
  }

  /** CPU time of the thread alone: the clock of the process is too coarse for a short run. */
  private static double threadS(Size size) {
    Datacentre made = new BareDatacentre(size, millions(size.tasks()));
    System.gc();
    long startNs = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    made.run();
    return 1e-9 * (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startNs);
  }

  /** How far ends are from the closed form, as a share of it. */
  static double worst(Size size, int[] millions, Datacentre made) {
    double worst = 0;
    for (int vm = 0; vm < size.vms(); vm++) {
      int count = (millions.length - vm + size.vms() - 1) / size.vms();
      double[] lengths = new double[count];
      double[] ends = new double[count];
      for (int k = 0; k < count; k++) {
        lengths[k] = millions[vm + k * size.vms()];
        ends[k] = made.end(vm + k * size.vms());
      }
      Arrays.sort(lengths);
      Arrays.sort(ends);
      double at = 0;
      for (int k = 0; k < count; k++) {
        double more = lengths[k] - (k == 0 ? 0 : lengths[k - 1]);
        at += more * Math.max(1, (count - k) / (double) Size.CORES_A_VM) / Size.MIPS;
        worst = Math.max(worst, Math.abs(ends[k] - at) / at);
      }
    }
    return worst;
  }

  private static double cpuS() {
    return 1e-9
        * ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getProcessCpuTime();
  }

  /** Collected until it is no less than before: one collection leaves what references hold. */
  private static double heapMb() {
    double before = Double.POSITIVE_INFINITY;
    double now = usedMb();
    while (now < before) {
      before = now;
      now = usedMb();
    }
    return now;
  }

  private static double usedMb() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) * 0x1p-20;
  }
}
