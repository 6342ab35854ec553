package vdcsim.scenario.command;

import java.util.function.Supplier;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.library.Library;
import vdcsim.scenario.run.Cancellation;

/**
 * What the commands stand in.
 *
 * @param terminal the streams
 * @param language the scenario language; made when it is needed first
 * @param library the scenarios that come along; made when it is needed first
 * @param interrupts watches for Ctrl-C from now on, and says by which cancellation it asks
 */
record Context(
    Terminal terminal,
    Supplier<Grammar> language,
    Supplier<Library> library,
    Supplier<Cancellation> interrupts) {

  /** A context whose library is written in its language. */
  static Context of(
      Terminal terminal, Supplier<Grammar> language, Supplier<Cancellation> interrupts) {
    Supplier<Grammar> once = new Lazy<>(language);
    return new Context(terminal, once, new Lazy<>(() -> new Library(once.get())), interrupts);
  }
}
