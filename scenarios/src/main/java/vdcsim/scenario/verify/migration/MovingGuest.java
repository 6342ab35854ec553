package vdcsim.scenario.verify.migration;

import java.util.Locale;

/** A scenario in which a machine {@code vm} moves from one host to another. */
final class MovingGuest {
  /** What of a frame of Ethernet is data of TCP: 1448 of 1538 bytes. */
  private static final double FRAMING = 1538.0 / 1448;

  private final StringBuilder text = new StringBuilder();
  private final String name;
  private final StringBuilder machine = new StringBuilder();
  private final StringBuilder rest = new StringBuilder();
  private double seconds = 300;
  private double linkBps = 10e9;

  MovingGuest(String name) {
    this.name = name;
  }

  /** The data rate of the link, without framing. */
  MovingGuest link(double bitsPerSecond) {
    linkBps = bitsPerSecond;
    return this;
  }

  MovingGuest lasts(double duration) {
    seconds = duration;
    return this;
  }

  /** Memory of which all is sent, with keys that follow. */
  MovingGuest memory(double bytes, String form, Object... values) {
    long whole = StrictMath.round(bytes / 4096) * 4096;
    machine.append("memory: ").append(whole).append(" B");
    machine.append(String.format(Locale.ROOT, form, values));
    return this;
  }

  /** Its migration after a second, with the keys that are given. */
  MovingGuest migrates(String form, Object... values) {
    return event(1, "migrate: { vm: vm, to: h2, name: m" + separated(form) + " }", values);
  }

  private static String separated(String form) {
    return form.isEmpty() ? "" : ", " + form;
  }

  MovingGuest event(double at, String form, Object... values) {
    rest.append(String.format(Locale.ROOT, "  - { at: %s s, %s }%n", at, form(form, values)));
    return this;
  }

  private static String form(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  /** The scenario, with lines that follow. */
  String text(String more) {
    long rate = StrictMath.round(linkBps * FRAMING);
    text.append("name: ").append(name.toLowerCase(Locale.ROOT)).append('\n');
    text.append("about: A published migration, replayed.\n");
    text.append(form("duration: %s s%n", seconds));
    text.append("hosts:\n");
    for (String host : new String[] {"h1", "h2"}) {
      text.append(
          form("  %s: { nics: { eth0: { rate: %d bps } }, hypervisor: 64 GiB }%n", host, rate));
    }
    text.append(form("links: [ { link: h1 -- h2, rate: %d bps } ]%n", rate));
    text.append(form("vms: { vm: { on: h1, %s } }%n", machine));
    text.append("events:\n").append(rest).append(more);
    return text.toString();
  }

  String text() {
    return text("");
  }
}
