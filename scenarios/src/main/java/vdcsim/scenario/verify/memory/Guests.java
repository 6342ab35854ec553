package vdcsim.scenario.verify.memory;

import java.util.Locale;

/** Writes a scenario in which guests use their memory, each on a processor of its own. */
final class Guests {
  private final StringBuilder text = new StringBuilder();

  Guests(String id) {
    line("name: %s", id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-"));
    line("about: A published figure, %s.", id);
    line("duration: 100000 s");
    line("hosts: { h1: { cpu: { cores: 8, clock: 3 GHz } } }");
    line("workloads:");
  }

  private void line(String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  /** A guest, and what else is said of it. */
  Guests guest(String name, String paging, String... keys) {
    line(
        "  %s: { type: guest-memory, on: h1, paging: %s, %s }",
        name, paging, String.join(", ", keys));
    return this;
  }

  String text() {
    return text.toString();
  }
}
