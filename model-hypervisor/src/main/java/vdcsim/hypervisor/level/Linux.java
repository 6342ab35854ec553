package vdcsim.hypervisor.level;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Calls on Linux with nothing between the program and the kernel: what they cost, in cycles. */
public final class Linux {
  private static final int COLUMNS = 12;

  /** The bytes of a page. */
  public static final long PAGE_BYTES = 4096;

  /** The pages of the program that lmbench copied, its C library included: 1.5 MiB, assumed. */
  public static final long MEASURED_PAGES = 384;

  /**
   * Copying an entry of a page table, with the page's counter, and dropping it in the end: each a
   * locked increment and a missed line on a Pentium 4; assumed.
   */
  private static final long COPY_ENTRY = 300;

  private final Map<Call, Anatomy> calls = new EnumMap<>(Call.class);

  /** As measured. */
  public Linux() {
    try (InputStream file = Linux.class.getResourceAsStream("calls.txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+", COLUMNS))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String[] words) {
    long[] n = new long[COLUMNS];
    for (int i = 1; i < COLUMNS - 1; i++) {
      n[i] = Long.parseLong(words[i]);
    }
    calls.put(
        Call.named(words[0]).orElseThrow(),
        new Anatomy(n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10]));
  }

  /** What happens in a call. */
  public Anatomy anatomy(Call call) {
    return calls.get(call);
  }

  /** What a call costs a program of so many pages; a larger one is copied for longer. */
  public long cycles(Call call, long pages) {
    Anatomy anatomy = calls.get(call);
    return anatomy.cycles()
        + anatomy.processes() * copiedEntries(Math.max(0, pages - MEASURED_PAGES));
  }

  /** What a copied process costs for so many pages that are in its page table. */
  public long copiedEntries(long pages) {
    return 2 * COPY_ENTRY * pages;
  }

  /** What a call costs the program that was measured. */
  public long cycles(Call call) {
    return calls.get(call).cycles();
  }
}
