package vdcsim.hypervisor.level.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import vdcsim.hypervisor.level.Call;

/** Which calls of the system below each call is built of. */
final class CallTable {
  private final Map<String, BelowCall> below = new LinkedHashMap<>();
  private final Map<Call, Map<String, Long>> built = new EnumMap<>(Call.class);

  CallTable(String file) {
    try (InputStream stream = CallTable.class.getResourceAsStream(file)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+"))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String[] words) {
    if (words[0].equals("below")) {
      below.put(
          words[1],
          new BelowCall(number(words, 2), number(words, 3), number(words, 4), number(words, 5)));
      return;
    }
    Map<String, Long> parts = new LinkedHashMap<>();
    for (int i = 2; i < words.length; i += 2) {
      if (!below.containsKey(words[i])) {
        throw new IllegalStateException("the table has no call '" + words[i] + "'");
      }
      parts.put(words[i], number(words, i + 1));
    }
    built.put(Call.named(words[1]).orElseThrow(), parts);
  }

  private static long number(String[] words, int at) {
    return Long.parseLong(words[at]);
  }

  /** The calls of the system below, each with how often. */
  Map<String, Long> parts(Call call) {
    return built.get(call);
  }

  BelowCall below(String name) {
    return below.get(name);
  }
}
