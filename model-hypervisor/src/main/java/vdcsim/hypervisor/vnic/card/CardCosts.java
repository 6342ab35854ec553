package vdcsim.hypervisor.vnic.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model of a card costs in cycles, exits apart. Each figure stands in {@code costs.txt} with
 * its source.
 *
 * @param guestSend the guest's driver for a packet on its way out
 * @param guestReceive the guest's driver for a packet on its way in
 * @param guestInterrupt the guest's kernel for an interrupt: entry, handler, the way to the poll
 * @param hostSend who serves the card, for a packet of the guest's, up to the tap
 * @param hostReceive the same for a packet to the guest
 * @param hostWake the same to come back from sleep
 * @param raise to raise an interrupt in the guest
 * @param copyKib to copy 1024 bytes between guest and host
 * @param hostKick a process of the host for a doorbell that it answers itself, beside the exit
 */
public record CardCosts(
    long guestSend,
    long guestReceive,
    long guestInterrupt,
    long hostSend,
    long hostReceive,
    long hostWake,
    long raise,
    long copyKib,
    long hostKick) {
  private static final int COLUMNS = 4;
  private static final int KIB = 1024;

  /**
   * A figure.
   *
   * @param source a row of the published data, or what else it rests on
   */
  public record Row(long cycles, String source) {}

  /** All figures, by model and what it is for. */
  public static Map<String, Row> rows() {
    Map<String, Row> rows = new LinkedHashMap<>();
    try (InputStream stream = CardCosts.class.getResourceAsStream("costs.txt")) {
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(
              line -> {
                String[] words = line.split("\\s+", COLUMNS);
                rows.put(words[0] + " " + words[1], new Row(Long.parseLong(words[2]), words[3]));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** The costs of a model of this name; those that it does not say are those of {@code any}. */
  public static CardCosts of(String model) {
    Map<String, Row> rows = rows();
    return new CardCosts(
        cycles(rows, model, "guest-send"),
        cycles(rows, model, "guest-receive"),
        cycles(rows, model, "guest-interrupt"),
        cycles(rows, model, "host-send"),
        cycles(rows, model, "host-receive"),
        cycles(rows, model, "host-wake"),
        cycles(rows, model, "raise"),
        cycles(rows, model, "copy-kib"),
        cycles(rows, model, "host-kick"));
  }

  private static long cycles(Map<String, Row> rows, String model, String what) {
    Row row = rows.get(model + " " + what);
    return (row == null ? rows.get("any " + what) : row).cycles();
  }

  /** Copying some bytes. */
  public long copy(long bytes) {
    return copyKib * bytes / KIB;
  }
}
