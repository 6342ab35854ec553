package vdcsim.scenario.command;

import java.util.List;
import java.util.Optional;

/** The scenarios that come along. */
interface ScenarioLibrary {
  /** Their names, sorted. */
  List<String> names();

  /** The text of the scenario of this name, if there is one. */
  Optional<byte[]> text(String name);
}
