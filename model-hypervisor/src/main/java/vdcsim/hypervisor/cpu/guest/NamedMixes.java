package vdcsim.hypervisor.cpu.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hypervisor.cpu.cost.Operation;

/**
 * The mixes that come along: for teaching, and those of programs whose run times were published.
 */
final class NamedMixes {
  private NamedMixes() {}

  static Optional<Map<Operation, Long>> find(String name) {
    return Optional.ofNullable(read().get(name));
  }

  static List<String> names() {
    return List.copyOf(read().keySet());
  }

  private static Map<String, Map<Operation, Long>> read() {
    Map<String, Map<Operation, Long>> mixes = new LinkedHashMap<>();
    read("mixes.txt", mixes);
    read("programs.txt", mixes);
    return mixes;
  }

  private static void read(String name, Map<String, Map<Operation, Long>> mixes) {
    try (InputStream file = NamedMixes.class.getResourceAsStream(name)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+"))
          .forEach(words -> mixes.put(words[0], mix(words)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Operation, Long> mix(String[] words) {
    Map<Operation, Long> mix = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i += 2) {
      mix.put(Operation.named(words[i]).orElseThrow(), Long.parseLong(words[i + 1]));
    }
    return mix;
  }
}
