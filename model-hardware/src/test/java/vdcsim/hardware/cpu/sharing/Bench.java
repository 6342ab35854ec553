package vdcsim.hardware.cpu.sharing;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;

/** A machine of cores of 1 GHz, and what ended when, in seconds by task. */
final class Bench {
  static final double GIGA = 1e9;

  final Simulation simulation = new Simulation(1, 0);
  final SharedCores cores;
  final List<Share> shares = new ArrayList<>();
  private final double[] ends = new double[1000];

  Bench(int count) {
    cores = new SharedCores(count, new Frequency(1_000_000_000));
  }

  Share share(double weight, double mostCores) {
    Share made = new Share(simulation, weight, mostCores);
    made.moveTo(cores);
    shares.add(made);
    return made;
  }

  Job job(int threads) {
    return new Job() {
      @Override
      public int threads() {
        return threads;
      }

      @Override
      public void finished(int task) {
        ends[task] = simulation.now() / 1e9;
      }
    };
  }

  void submit(double atS, Share share, int task, int threads, double gigacycles) {
    simulation.schedule(
        Math.round(atS * 1e9), () -> share.submit(task, gigacycles * GIGA, job(threads)));
  }

  void run() {
    simulation.run(Long.MAX_VALUE / 2);
  }

  void run(double untilS) {
    simulation.run(Math.round(untilS * 1e9));
  }

  double end(int task) {
    return ends[task];
  }
}
