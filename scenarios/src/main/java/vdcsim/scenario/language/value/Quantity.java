package vdcsim.scenario.language.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.EventRate;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.quantity.Length;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.yaml.Printable;

/**
 * A kind of quantity, as a length of time: its units, and how a text such as {@code 5 ms} becomes a
 * value. Arithmetic is exact; what does not fit is refused, never rounded.
 */
public enum Quantity {
  TIME(
      Duration.class,
      Unit.NANOSECONDS,
      "a time",
      true,
      "ns=1 us=1e3 µs=1e3 μs=1e3 ms=1e6 s=1e9 min=6e10 h=3.6e12 d=8.64e13") {
    @Override
    public Object value(BigDecimal base) {
      return Duration.ofNanos(base.longValueExact());
    }
  },
  DATA_RATE(
      DataRate.class,
      Unit.BITS_PER_SECOND,
      "a data rate",
      true,
      "bps=1 kbps=1e3 Mbps=1e6 Gbps=1e9 Tbps=1e12 bit/s=1 kbit/s=1e3 Mbit/s=1e6 Gbit/s=1e9"
          + " Tbit/s=1e12 b/s=1 kb/s=1e3 Mb/s=1e6 Gb/s=1e9 Tb/s=1e12") {
    @Override
    public Object value(BigDecimal base) {
      return new DataRate(base.longValueExact());
    }
  },
  DATA_SIZE(
      DataSize.class,
      Unit.BYTES,
      "a size",
      true,
      "B=1 kB=1e3 MB=1e6 GB=1e9 TB=1e12 KiB=1024 MiB=1048576 GiB=1073741824 TiB=1099511627776") {
    @Override
    public Object value(BigDecimal base) {
      return new DataSize(base.longValueExact());
    }
  },
  FREQUENCY(Frequency.class, Unit.HERTZ, "a frequency", true, "Hz=1 kHz=1e3 MHz=1e6 GHz=1e9") {
    @Override
    public Object value(BigDecimal base) {
      return new Frequency(base.longValueExact());
    }
  },
  EVENT_RATE(EventRate.class, Unit.PER_SECOND, "a rate", false, "/s=1 k/s=1e3 M/s=1e6") {
    @Override
    public Object value(BigDecimal base) {
      return new EventRate(base.doubleValue());
    }
  },
  LENGTH(Length.class, Unit.METRES, "a length", false, "cm=0.01 m=1 km=1e3") {
    @Override
    public Object value(BigDecimal base) {
      return new Length(base.doubleValue());
    }
  },
  RATIO(Ratio.class, Unit.RATIO, "a ratio", false, "%=0.01 =1") {
    @Override
    public Object value(BigDecimal base) {
      return new Ratio(base.doubleValue());
    }
  };

  private static final Pattern FORM =
      Pattern.compile("([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,4})?)\\s*(\\S*)");
  private static final int MOST_DIGITS = 40;

  /** Longer texts are no quantities, and would cost the pattern time. */
  private static final int MOST_CHARACTERS = 200;

  /** The Greek letter, which looks like the micro sign and is taken for it. */
  private static final String GREEK_MICRO = "\u03bcs";

  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Class<?> type;
  private final Unit base;
  private final String noun;
  private final boolean whole;
  private final Map<String, BigDecimal> factors;

  Quantity(Class<?> type, Unit base, String noun, boolean whole, String units) {
    this.type = type;
    this.base = base;
    this.noun = noun;
    this.whole = whole;
    this.factors = new LinkedHashMap<>();
    for (String unit : units.split(" ")) {
      int equals = unit.lastIndexOf('=');
      factors.put(unit.substring(0, equals), new BigDecimal(unit.substring(equals + 1)));
    }
  }

  /** The quantity whose values have this type. */
  public static Optional<Quantity> ofType(Class<?> type) {
    return Arrays.stream(values()).filter(quantity -> quantity.type == type).findFirst();
  }

  /** The quantity whose base unit this is. */
  public static Optional<Quantity> ofUnit(Unit unit) {
    return Arrays.stream(values()).filter(quantity -> quantity.base == unit).findFirst();
  }

  /** The type of its values in specs. */
  public Class<?> type() {
    return type;
  }

  /** The unit in which {@link #base(String)} gives a number. */
  public Unit unit() {
    return base;
  }

  /** What it is, for a sentence, as {@code a time}. */
  public String noun() {
    return noun;
  }

  /** The units that a file may use, the empty one left out. */
  public List<String> units() {
    return factors.keySet().stream().filter(unit -> !unit.isEmpty()).toList();
  }

  /** Whether a number without a unit will do. */
  public boolean bareNumbers() {
    return factors.containsKey("");
  }

  /**
   * The value of a text in the base unit, exact.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong and what would be
   *     right
   */
  public BigDecimal base(String text) {
    String plain = text.strip();
    Matcher matcher = FORM.matcher(plain);
    if (plain.length() > MOST_CHARACTERS || !matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + Printable.shorten(text) + "' is not " + noun + "; write " + example());
    }
    BigDecimal factor = factor(matcher.group(1), matcher.group(2));
    if (matcher.group(1).length() > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "a number has at most "
              + MOST_DIGITS
              + " characters, this one "
              + matcher.group(1).length());
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS
        || number.multiply(factor).abs().compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException(
          "'" + Printable.shorten(text) + "' is too large or too small: the most is " + most());
    }
    return exact(text, number.multiply(factor));
  }

  private BigDecimal factor(String number, String unit) {
    BigDecimal factor = factors.get(unit);
    if (factor != null) {
      return factor;
    }
    if (unit.isEmpty()) {
      throw new IllegalArgumentException(
          "the number "
              + Printable.shorten(number)
              + " needs a unit: "
              + String.join(", ", shown()));
    }
    throw new IllegalArgumentException(
        "'" + Printable.shorten(unit) + "' is no unit of " + noun + NearNames.hint(unit, shown()));
  }

  private BigDecimal exact(String text, BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(
          noun + " must not be negative, was " + Printable.shorten(text.strip()));
    }
    if (whole && value.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException(
          noun
              + " must be a whole number of "
              + base.symbol()
              + ", was "
              + Printable.shorten(text.strip()));
    }
    return value;
  }

  private String most() {
    return Long.MAX_VALUE + " " + base.symbol();
  }

  /** The units that a sentence lists: each once, in its commonest form. */
  private List<String> shown() {
    return units().stream()
        .filter(unit -> !unit.contains("/s") || this == EVENT_RATE)
        .filter(unit -> !unit.equals(GREEK_MICRO))
        .toList();
  }

  /** How it is written, with an example in quotes. */
  public String example() {
    return switch (this) {
      case TIME -> "a number and a unit, as '5 ms'";
      case DATA_RATE -> "a number and a unit, as '10 Gbps'";
      case DATA_SIZE -> "a number and a unit, as '1500 B' or '4 GiB'";
      case FREQUENCY -> "a number and a unit, as '2.4 GHz'";
      case EVENT_RATE -> "a number and a unit, as '1000 /s'";
      case LENGTH -> "a number and a unit, as '500 m'";
      case RATIO -> "a number or a percentage, as '0.8' or '80 %'";
    };
  }

  /**
   * A value of {@link #type()} from a number in the base unit.
   *
   * @throws IllegalArgumentException when the type refuses it
   */
  public abstract Object value(BigDecimal number);
}
