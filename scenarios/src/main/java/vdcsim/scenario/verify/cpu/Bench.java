package vdcsim.scenario.verify.cpu;

import java.util.Locale;
import vdcsim.scenario.verify.measured.Readings;

/** Writes a scenario in which programs run under techniques, each in two lengths. */
final class Bench {
  private static final int SHORT = 1000;
  private static final int LONG = 2000;

  private final StringBuilder text = new StringBuilder();

  Bench(String id) {
    line("name: %s", id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-"));
    line("about: A published cost, %s.", id);
    line("duration: 10000000 s");
    line("hosts: { h1: { cpu: { cores: 8, clock: 1 GHz } } }");
    line("workloads:");
  }

  private void line(String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  /** A guest that does a phase a thousand times, and one that does it two thousand times. */
  Bench run(String name, Technique technique, String phase) {
    guest(name + "-short", technique, "{ %s, repeat: %d }".formatted(phase, SHORT));
    guest(name + "-long", technique, "{ %s, repeat: %d }".formatted(phase, LONG));
    return this;
  }

  /** A guest with phases as they are written. */
  Bench guest(String name, Technique technique, String... phases) {
    line(
        "  %s: { type: guest-program, on: h1, technique: %s, processor: %s%s, phases: [ %s ] }",
        name, technique.name(), technique.processor(), technique.more(), String.join(", ", phases));
    return this;
  }

  String scenario() {
    return text.toString();
  }

  /** Cycles of a repetition, once the program is warm. */
  static double cycles(Readings readings, String name) {
    return (readings.median(name + "-long.cycles") - readings.median(name + "-short.cycles"))
        / (LONG - SHORT);
  }

  /**
   * A technique as a scenario names it.
   *
   * @param more keys beside, each with a comma before it
   */
  record Technique(String name, String processor, String more) {
    static Technique of(String name, String processor) {
      return new Technique(name, processor, "");
    }

    Technique with(String keys) {
      return new Technique(name, processor, more + ", " + keys);
    }
  }
}
