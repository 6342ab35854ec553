package vdcsim.network.bgp.policy;

import java.util.BitSet;
import java.util.List;
import vdcsim.network.bgp.policy.Program.Kind;
import vdcsim.network.bgp.policy.Program.Step;

/** Reads a POSIX extended regular expression (IEEE 1003.1, 9.4) with Cisco's underscore. */
final class PatternReader {
  private static final int DEEPEST = 50;
  private static final int CHARACTERS = 128;

  private final String text;
  private int position;
  private int depth;

  PatternReader(String text) {
    this.text = text;
  }

  Program read() {
    List<Step> all = alternatives();
    if (position < text.length()) {
      throw wrong("')' without '('");
    }
    return new Program(Program.sequence(all, List.of(Step.of(Kind.END))));
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(
        "%s at character %d of '%s'".formatted(what, position + 1, text));
  }

  private boolean at(char character) {
    return position < text.length() && text.charAt(position) == character;
  }

  private List<Step> alternatives() {
    if (++depth > DEEPEST) {
      throw wrong("more than " + DEEPEST + " brackets within each other");
    }
    List<Step> all = branch();
    while (at('|')) {
      position++;
      all = Program.either(all, branch());
    }
    depth--;
    return all;
  }

  private List<Step> branch() {
    List<Step> all = List.of();
    while (position < text.length() && !at('|') && !at(')')) {
      all = Program.sequence(all, piece());
    }
    return all;
  }

  private List<Step> piece() {
    List<Step> part = atom();
    while (position < text.length()) {
      switch (text.charAt(position)) {
        case '*' -> part = Program.repeated(part);
        case '+' -> part = Program.sequence(part, Program.repeated(part));
        case '?' -> part = Program.optional(part);
        case '{' -> part = counted(part);
        default -> {
          return part;
        }
      }
      position++;
    }
    return part;
  }

  /** {@code {2}}, {@code {2,}} or {@code {2,4}}; ends at the closing bracket. */
  private List<Step> counted(List<Step> part) {
    int end = text.indexOf('}', position);
    String inside = end < 0 ? "" : text.substring(position + 1, end);
    if (!inside.matches("\\d{1,3}(,\\d{0,3})?")) {
      throw wrong("a count reads as '{2}', '{2,}' or '{2,4}'");
    }
    String[] bounds = inside.split(",", -1);
    int least = Integer.parseInt(bounds[0]);
    List<Step> all = List.of();
    for (int i = 0; i < least; i++) {
      all = Program.sequence(all, part);
    }
    if (bounds.length == 2 && bounds[1].isEmpty()) {
      all = Program.sequence(all, Program.repeated(part));
    } else if (bounds.length == 2) {
      for (int i = least; i < Integer.parseInt(bounds[1]); i++) {
        all = Program.sequence(all, Program.optional(part));
      }
    }
    position = end;
    return all;
  }

  private List<Step> atom() {
    char character = text.charAt(position++);
    return switch (character) {
      case '(' -> group();
      case '[' -> List.of(Step.character(bracket()));
      case '.' -> List.of(Step.character(all()));
      case '^' -> List.of(Step.of(Kind.START_OF_PATH));
      case '$' -> List.of(Step.of(Kind.END_OF_PATH));
      case '_' -> border();
      case '*', '+', '?', '{' -> {
        position--;
        throw wrong("nothing to repeat");
      }
      case '\\' -> escaped();
      default -> List.of(Step.character(single(character)));
    };
  }

  private List<Step> group() {
    List<Step> inside = alternatives();
    if (!at(')')) {
      throw wrong("'(' without ')'");
    }
    position++;
    return inside;
  }

  private List<Step> escaped() {
    if (position == text.length()) {
      throw wrong("nothing after '\\'");
    }
    return List.of(Step.character(single(text.charAt(position++))));
  }

  private static List<Step> border() {
    BitSet characters = new BitSet();
    " ,{}()".chars().forEach(characters::set);
    List<Step> ends =
        Program.either(List.of(Step.of(Kind.START_OF_PATH)), List.of(Step.of(Kind.END_OF_PATH)));
    return Program.either(List.of(Step.character(characters)), ends);
  }

  private static BitSet single(char character) {
    BitSet characters = new BitSet();
    characters.set(character);
    return characters;
  }

  private static BitSet all() {
    BitSet characters = new BitSet();
    characters.set(0, CHARACTERS);
    return characters;
  }

  /** {@code [0-9a]} or {@code [^0-9]}. */
  private BitSet bracket() {
    boolean not = at('^');
    position += not ? 1 : 0;
    BitSet characters = new BitSet();
    int start = position;
    while (position < text.length() && (!at(']') || position == start)) {
      char from = text.charAt(position++);
      char to = from;
      if (at('-') && position + 1 < text.length() && text.charAt(position + 1) != ']') {
        to = text.charAt(position + 1);
        position += 2;
      }
      if (to < from) {
        throw wrong("a range reads from the lower to the higher");
      }
      characters.set(from, to + 1);
    }
    if (!at(']')) {
      throw wrong("'[' without ']'");
    }
    position++;
    if (not) {
      characters.flip(0, CHARACTERS);
    }
    return characters;
  }
}
