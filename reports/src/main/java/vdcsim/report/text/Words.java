package vdcsim.report.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The sentences of the reports in one language, from a catalogue of the form {@code key = text};
 * {@code {0}} stands for the first value. Names of metrics are not words: they stay as they are.
 */
public final class Words {
  private final String language;
  private final Properties catalogue;

  private Words(String language, Properties catalogue) {
    this.language = language;
    this.catalogue = catalogue;
  }

  /** The words in English. */
  public static Words english() {
    return new Words("en", read("/vdcsim/report/messages.properties"));
  }

  /** The words in Chinese, in simplified characters. */
  public static Words chinese() {
    return new Words("zh", read("/vdcsim/report/messages_zh.properties"));
  }

  /** The language's tag, as {@code en}. */
  public String language() {
    return language;
  }

  /**
   * A sentence.
   *
   * @param values what stands for {@code {0}}, {@code {1}} and so on
   * @throws IllegalArgumentException when the catalogue lacks the key
   */
  public String say(String key, Object... values) {
    String text = catalogue.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("there are no words for '" + key + "' in " + language);
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  /** Every letter that these words need. */
  public String letters() {
    return catalogue.stringPropertyNames().stream()
        .sorted()
        .map(catalogue::getProperty)
        .collect(Collectors.joining());
  }

  private static Properties read(String resource) {
    Properties catalogue = new Properties();
    try (InputStream in = Words.class.getResourceAsStream(resource);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      catalogue.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return catalogue;
  }
}
