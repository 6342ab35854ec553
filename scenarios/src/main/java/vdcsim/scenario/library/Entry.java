package vdcsim.scenario.library;

/**
 * A scenario that ships with the program.
 *
 * @param name what {@code run} and {@code show} take
 * @param topic under which it is listed
 * @param about what it shows, in one or two sentences on one line
 */
public record Entry(String name, String topic, String about) {}
