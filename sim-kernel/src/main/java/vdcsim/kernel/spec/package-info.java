/**
 * How a model declares what can be written about it: a record is a map in a scenario file, a record
 * component a key, {@link vdcsim.kernel.spec.Key} its documentation, default and source.
 *
 * <p>These declarations are the only ones. The parser, {@code check}, {@code explain}, the JSON
 * Schema and the language reference all read them, so they cannot disagree. Nothing here knows
 * YAML.
 *
 * <ul>
 *   <li>The key is the component's name in kebab case: {@code maxAge} is {@code max-age}.
 *   <li>The type says what may stand there: {@link java.time.Duration} and the types of {@link
 *       vdcsim.kernel.quantity} want a unit; {@code int}, {@code long}, {@code double}, {@code
 *       boolean}, {@link java.lang.String}; an enum is one of its constants in kebab case; a record
 *       is a map; {@code List} and {@code Map<String, ...>} of these; a {@link
 *       vdcsim.kernel.random.Distribution} is a value or a call such as {@code exponential(mean: 5
 *       ms)}, whose quantity {@link vdcsim.kernel.spec.Key#quantity} names.
 *   <li>A component without {@link vdcsim.kernel.spec.Key#fallback} must be given, unless it is a
 *       {@code java.util.Optional}, a list or a map.
 * </ul>
 */
package vdcsim.kernel.spec;
