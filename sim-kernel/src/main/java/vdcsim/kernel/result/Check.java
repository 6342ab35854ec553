package vdcsim.kernel.result;

/**
 * The outcome of one expectation.
 *
 * @param expectation as the scenario writes it
 * @param held whether it held at every point that it speaks of
 * @param detail the value found, and where, in a sentence
 */
public record Check(String expectation, boolean held, String detail) {}
