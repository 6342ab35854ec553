package vdcsim.benchmarks;

/** A data centre with tasks that all come at the beginning. */
interface Datacentre {
  /** Runs until all tasks have ended. */
  void run();

  /** When a task ended, in seconds; zero if it did not. */
  double end(int task);

  /** How large it is. */
  record Size(int hosts, int vms, int tasks) {
    static final int CORES_A_HOST = 8;
    static final int CORES_A_VM = 2;
    static final int VMS_A_HOST = 4;
    static final int MIPS = 1000;
  }
}
