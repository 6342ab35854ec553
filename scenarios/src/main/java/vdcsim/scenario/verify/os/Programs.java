package vdcsim.scenario.verify.os;

import java.util.Locale;

/** Writes a scenario in which a program runs at levels of virtualization. */
final class Programs {
  private final StringBuilder text = new StringBuilder();

  Programs(String id) {
    line("name: %s", id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-"));
    line("about: A published figure of a level of virtualization, %s.", id);
    line("duration: 100000 s");
    line("hosts: { h1: { cpu: { cores: 4, clock: 2.4 GHz, switch-time: 0 s } } }");
    line("workloads:");
  }

  private void line(String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  /** A program of this name at a level, and what of that level, each with a comma before it. */
  Programs at(String name, String level, String more, String phase) {
    line("  %s: { type: program, on: h1, level: %s%s, phases: [ %s ] }", name, level, more, phase);
    return this;
  }

  String scenario() {
    return text.toString();
  }
}
