package vdcsim.scenario.verify.cpu;

import java.util.Map;
import java.util.Optional;
import vdcsim.scenario.verify.cpu.Bench.Technique;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Role;
import vdcsim.scenario.verify.published.Rows;

/**
 * Instructions of IA-32 that Robin and Irvine found to be sensitive and not privileged: issued by a
 * kernel in ring 1, one of two runs must go wrong, with interrupts enabled or disabled.
 */
final class Instructions implements Rows {
  private static final String PREFIX = "x86-sens-";

  /** Names that stand for one of several forms: the sensitive one. */
  private static final Map<String, String> FORMS =
      Map.of(
          "POP", "POP-SEG",
          "PUSH", "PUSH-SEG",
          "MOV", "MOV-SEG",
          "CALL", "CALL-FAR",
          "JMP", "JMP-FAR",
          "RET", "RET-FAR",
          "INTn", "INT-N");

  @Override
  public Optional<Plan> plan(PublishedRow row) {
    if (!row.id().startsWith(PREFIX) || !row.unit().equals("bool")) {
      return Optional.empty();
    }
    String name = row.id().substring(PREFIX.length());
    String mnemonic = FORMS.getOrDefault(name, name);
    Technique ringOne = Technique.of("trap-and-emulate", Nanobenchmarks.P4);
    String text =
        new Bench(row.id())
            .guest("enabled", ringOne, "{ trace: [ " + mnemonic + " ] }")
            .guest("disabled", ringOne, "{ trace: [ CLI, " + mnemonic + " ] }")
            .scenario();
    return Optional.of(
        new Plan(
            Role.PREDICTION,
            text,
            r -> 1 - Math.min(r.median("enabled.fidelity"), r.median("disabled.fidelity"))));
  }
}
