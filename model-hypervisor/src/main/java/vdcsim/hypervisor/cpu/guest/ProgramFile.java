package vdcsim.hypervisor.cpu.guest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.isa.InstructionSet;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.TextFile;

/**
 * Reads a program from a file: a line {@code phase,class,count}, and then one for each class of
 * operations in a phase. Lines with the same phase behind each other are one phase; a name that
 * comes again later is another one. In place of a class may stand {@code repeat}, with how often
 * the phase is repeated, {@code idle-us}, with how many microseconds the guest then has nothing to
 * do, and {@code run}, with an instruction and its operand in place of the count. Blank lines, and
 * those that begin with {@code #}, say nothing.
 */
final class ProgramFile {
  private static final String KEY = "program";
  private static final String HEADING = "phase,class,count";
  private static final String REPEAT = "repeat";
  private static final String IDLE = "idle-us";
  private static final String RUN = "run";
  private static final int COLUMNS = 3;
  private static final int MOST_PHASES = 10_000;
  private static final long MOST_IDLE_US = Long.MAX_VALUE / 1000;

  private final TextFile file;
  private final Tracing tracing;
  private final List<PhaseSpec> phases = new ArrayList<>();
  private final Map<String, Long> mix = new LinkedHashMap<>();
  private final List<String> trace = new ArrayList<>();
  private String phase = "";
  private int line;
  private int phaseLine;
  private long repeat;
  private long idleUs;

  private ProgramFile(TextFile file, Tracing tracing) {
    this.file = file;
    this.tracing = tracing;
  }

  /**
   * The phases of a file.
   *
   * @throws Refusal with the line that is wrong
   */
  static List<PhaseSpec> phases(TextFile file, InstructionSet set) {
    return new ProgramFile(file, new Tracing(set)).read();
  }

  private List<PhaseSpec> read() {
    boolean headed = false;
    for (String text : file.lines()) {
      line++;
      if (text.isBlank() || text.startsWith("#")) {
        continue;
      }
      if (headed) {
        row(text.split(",", -1));
      } else if (!text.replace(" ", "").equals(HEADING)) {
        throw refusal("the first line of a program is '" + HEADING + "', was '" + text + "'");
      }
      headed = true;
    }
    end();
    if (phases.isEmpty()) {
      throw refusal("a program has at least one phase");
    }
    return phases;
  }

  private void row(String[] cells) {
    if (cells.length != COLUMNS) {
      throw refusal(
          "a line has a phase, a class and a count, but has " + cells.length + " columns");
    }
    String name = cells[0].strip();
    if (name.isEmpty()) {
      throw refusal("a phase has a name");
    }
    if (!name.equals(phase)) {
      end();
      begin(name);
    }
    add(cells[1].strip(), cells[2].strip());
  }

  private void begin(String name) {
    if (phases.size() == MOST_PHASES) {
      throw refusal("a program has at most " + MOST_PHASES + " phases");
    }
    phase = name;
    phaseLine = line;
    repeat = 1;
    idleUs = 0;
  }

  private void add(String what, String count) {
    switch (what) {
      case REPEAT -> repeat = number(count);
      case IDLE -> idleUs = pause(count);
      case RUN -> run(count);
      default -> {
        if (Operation.named(what).isEmpty()) {
          throw refusal(
              "there is no class of operations '%s'%s"
                  .formatted(what, NearNames.hint(what, Operation.words())));
        }
        mix.merge(what, number(count), Long::sum);
      }
    }
  }

  private void run(String instruction) {
    try {
      tracing.step(instruction, /* inUserMode= */ false);
    } catch (Refusal refusal) {
      throw refusal(refusal.getMessage());
    }
    trace.add(instruction);
  }

  private long pause(String text) {
    long us = number(text);
    if (us > MOST_IDLE_US) {
      throw refusal("a pause is at most " + MOST_IDLE_US + " us, was " + text);
    }
    return us;
  }

  private long number(String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refusal("a count is a whole number, was '" + text + "'");
    }
    throw refusal("a count is at least 1, was " + text);
  }

  private void end() {
    if (phase.isEmpty()) {
      return;
    }
    try {
      phases.add(PhaseSpec.plain(mix, trace, repeat, Duration.ofNanos(1000 * idleUs)));
    } catch (Refusal refusal) {
      throw file.refusal(KEY, phaseLine, "of the phase '" + phase + "': " + refusal.getMessage());
    }
    mix.clear();
    trace.clear();
    phase = "";
  }

  private Refusal refusal(String message) {
    return file.refusal(KEY, Math.max(1, line), message);
  }
}
