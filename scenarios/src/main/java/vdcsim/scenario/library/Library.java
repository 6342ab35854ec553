package vdcsim.scenario.library;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.shape.Grammar;

/** The scenarios that ship with the program, and the files from which to start one's own. */
public final class Library {
  /** The starter that {@link #starter(String)} gives for an empty topic. */
  private static final String FIRST_STARTER = "layer-2";

  private final Shelf scenarios = new Shelf("vdcsim/scenario/library");
  private final Shelf starters = new Shelf("vdcsim/scenario/starter");
  private final Heads heads;

  /** The library, its heads read in the language of {@code grammar}. */
  public Library(Grammar grammar) {
    this.heads = new Heads(grammar);
  }

  /** Every scenario, by topic, within a topic by name. */
  public List<Entry> entries() {
    return entries(scenarios);
  }

  /** The scenario of this name, if there is one. */
  public Optional<Entry> find(String name) {
    return scenarios.text(name).map(text -> heads.entry(name, text));
  }

  /** The text of the scenario of this name with its comments, if there is one. */
  public Optional<String> source(String name) {
    return scenarios.text(name);
  }

  /** The names of scenarios that may have been meant, the nearest first; may be empty. */
  public List<String> near(String name) {
    return NearNames.of(name, scenarios.names());
  }

  /** Every file to start from, by topic. */
  public List<Entry> starters() {
    return entries(starters);
  }

  /**
   * The text of a commented file to start from, if there is one on the topic.
   *
   * @param topic as {@code Layer 2} or {@code layer-2}; empty for the first
   */
  public Optional<String> starter(String topic) {
    String name = topic.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    return starters.text(name.isEmpty() ? FIRST_STARTER : name);
  }

  private List<Entry> entries(Shelf shelf) {
    return shelf.names().stream()
        .map(name -> heads.entry(name, shelf.text(name).orElseThrow()))
        .sorted(Comparator.comparing(Entry::topic).thenComparing(Entry::name))
        .toList();
  }
}
