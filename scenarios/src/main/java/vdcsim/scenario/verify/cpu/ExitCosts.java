package vdcsim.scenario.verify.cpu;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.hypervisor.io.IoCosts;
import vdcsim.hypervisor.io.IoPlatform;
import vdcsim.scenario.verify.cpu.Bench.Technique;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Role;
import vdcsim.scenario.verify.published.Rows;

/** What leaving a guest costs, on processors of several years; and an interpreter's ratio. */
final class ExitCosts implements Rows {
  private static final Pattern GENERATION = Pattern.compile("agesen12-rt-(\\w+)-\\d{4}");
  private static final Pattern KVM = Pattern.compile("kvm-vmexit-(after-)?(\\w+)");
  private static final Pattern DUNE = Pattern.compile("dune-(getpid|pagefault)-(linux|dune)");
  private static final Map<String, String> KVM_OPERATIONS =
      Map.of(
          "cpuid", "identify",
          "vmcall", "hypercall",
          "mov_to_cr8", "task-priority-write",
          "inl_from_kernel", "port-in",
          "outl_to_kernel", "port-out");

  @Override
  public Optional<Plan> plan(PublishedRow row) {
    Matcher generation = GENERATION.matcher(row.id());
    if (generation.matches()) {
      String processor =
          generation.group(1).replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
      return hardware(row, Role.INPUT, processor, "hypercall");
    }
    Matcher kvm = KVM.matcher(row.id());
    if (kvm.matches() && KVM_OPERATIONS.containsKey(kvm.group(2))) {
      // What the change to Linux spared is not modelled: afterwards is predicted to be as before.
      Role role = kvm.group(1) == null ? Role.INPUT : Role.PREDICTION;
      return hardware(row, role, "kvm-2017", KVM_OPERATIONS.get(kvm.group(2)));
    }
    Matcher dune = DUNE.matcher(row.id());
    if (dune.matches()) {
      return dune(row, dune.group(1), dune.group(2));
    }
    return named(row);
  }

  private static Optional<Plan> named(PublishedRow row) {
    return switch (row.id()) {
      case "evo-null-p4" -> hardware(row, Role.PREDICTION, Nanobenchmarks.P4, "hypercall");
      case "aa-t1-vmentry-p4" -> part(ProcessorGeneration.PENTIUM_4, "entry");
      case "aa-t1-pf-vmexit-p4" -> part(ProcessorGeneration.PENTIUM_4, "exit");
      case "aa-t1-vmentry-core2" -> part(ProcessorGeneration.CORE_2, "entry");
      case "aa-t1-pf-vmexit-core2" -> part(ProcessorGeneration.CORE_2, "exit");
      case "aa-t1-vmcb-read-p4" -> part(ProcessorGeneration.PENTIUM_4, "vmcs-read");
      case "aa-t1-vmcb-write-p4" -> part(ProcessorGeneration.PENTIUM_4, "vmcs-write");
      case "aa-t1-vmcb-read-core2" -> part(ProcessorGeneration.CORE_2, "vmcs-read");
      case "aa-t1-vmcb-write-core2" -> part(ProcessorGeneration.CORE_2, "vmcs-write");
      case "kvm-vmexit-inl_from_qemu" ->
          Optional.of(
              Plan.parameter(
                  (double) IoCosts.of(IoPlatform.KVM).rows().get("user port-read").cycles()));
      case "kvm-halt-poll-default" -> Optional.of(halts(row));
      case "interp-ratio" ->
          run(row, Role.INPUT, Technique.of("interpretation", Nanobenchmarks.P4), "user");
      default -> Optional.empty();
    };
  }

  /** Halts just shorter than the longest poll make the window grow to it. */
  private static Plan halts(PublishedRow row) {
    Technique polling =
        Technique.of("hardware-assistance", "kvm-2017")
            .with("hardware: { halt-polling: {} }, rounds: 100");
    String text =
        new Bench(row.id())
            .guest("g", polling, "{ mix: { kernel: 1000 }, idle: 190 us }")
            .scenario();
    return Plan.input(text, r -> r.median("g.polling-window-ns"));
  }

  private static Optional<Plan> part(ProcessorGeneration processor, String part) {
    return Optional.of(Plan.parameter((double) Costs.of(processor).part(part)));
  }

  private static Optional<Plan> hardware(
      PublishedRow row, Role role, String processor, String operation) {
    return run(row, role, Technique.of("hardware-assistance", processor), operation);
  }

  private static Optional<Plan> dune(PublishedRow row, String operation, String where) {
    Technique technique =
        where.equals("linux")
            ? Technique.of("native", "dune-2012")
            : Technique.of("hardware-assistance", "dune-2012")
                .with("hardware: { nested-paging: true }");
    return run(
        row, Role.INPUT, technique, operation.equals("getpid") ? "system-call" : "page-fault");
  }

  private static Optional<Plan> run(
      PublishedRow row, Role role, Technique technique, String operation) {
    String text =
        new Bench(row.id()).run("g", technique, "mix: { " + operation + ": 1 }").scenario();
    return Optional.of(new Plan(role, text, readings -> Bench.cycles(readings, "g")));
  }
}
