package vdcsim.scenario.command;

import java.util.function.Supplier;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.run.Cancellation;

/**
 * What the commands stand in.
 *
 * @param terminal the streams
 * @param language the scenario language; made when it is needed first
 * @param library the scenarios that come along
 * @param interrupts watches for Ctrl-C from now on, and says by which cancellation it asks
 */
record Context(
    Terminal terminal,
    Supplier<Grammar> language,
    ScenarioLibrary library,
    Supplier<Cancellation> interrupts) {}
