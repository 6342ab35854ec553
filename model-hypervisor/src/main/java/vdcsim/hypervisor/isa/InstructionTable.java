package vdcsim.hypervisor.isa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the text form of an instruction set: heads of two words or more, then a row for each. */
final class InstructionTable {
  private static final int COLUMNS = 5;
  private static final List<String> HEADS =
      List.of("title", "source", "timing-free", "guest-registers");

  private final Map<String, String> heads = new LinkedHashMap<>();
  private final Map<String, Instruction> rows = new LinkedHashMap<>();
  private final String name;

  private InstructionTable(String name) {
    this.name = name;
  }

  static InstructionSet parse(String name, String text) {
    InstructionTable table = new InstructionTable(name);
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        table.read(line.strip(), number);
      }
    }
    for (String head : HEADS) {
      if (!table.heads.containsKey(head)) {
        throw new IllegalArgumentException(name + " has no line '" + head + "'");
      }
    }
    return new InstructionSet(
        name,
        table.heads.get("title"),
        table.heads.get("source"),
        table.heads.get("timing-free").equals("yes"),
        table.heads.get("guest-registers").equals("own"),
        new ArrayList<>(table.rows.values()));
  }

  private void read(String line, int number) {
    String[] words = line.split("\\s+");
    if (HEADS.contains(words[0])) {
      heads.put(words[0], line.substring(words[0].length()).strip());
      return;
    }
    if (words.length != COLUMNS) {
      throw wrong(number, "a row has 5 columns, was '" + line + "'");
    }
    Instruction read =
        new Instruction(
            words[0],
            either(words[1], "traps", "runs", number),
            sensitivity(words[2], number),
            either(words[3], "anywhere", "supervisor", number),
            word(Effect.class, words[4], number));
    if (rows.putIfAbsent(words[0], read) != null) {
      throw wrong(number, words[0] + " stands there twice");
    }
  }

  private Optional<Sensitivity> sensitivity(String word, int number) {
    return word.equals("innocuous")
        ? Optional.empty()
        : Optional.of(word(Sensitivity.class, word, number));
  }

  private boolean either(String word, String yes, String no, int number) {
    if (!word.equals(yes) && !word.equals(no)) {
      throw wrong(number, "one of '%s' and '%s' was expected, was '%s'".formatted(yes, no, word));
    }
    return word.equals(yes);
  }

  private <E extends Enum<E>> E word(Class<E> type, String word, int number) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().replace('_', '-').toLowerCase(Locale.ROOT).equals(word)) {
        return constant;
      }
    }
    throw wrong(number, "'" + word + "' is no " + type.getSimpleName());
  }

  private IllegalArgumentException wrong(int number, String message) {
    return new IllegalArgumentException(name + ", line " + number + ": " + message);
  }
}
