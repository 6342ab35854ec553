package vdcsim.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Pattern VALUE = Pattern.compile("\\{\\d}");

  private static Properties catalogue(String name) throws IOException {
    Properties catalogue = new Properties();
    try (InputStream in = Words.class.getResourceAsStream("/vdcsim/report/" + name)) {
      catalogue.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return catalogue;
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndValues() throws IOException {
    Properties english = catalogue("messages.properties");
    Properties chinese = catalogue("messages_zh.properties");
    assertThat(new TreeSet<>(chinese.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertThat(values(chinese.getProperty(key))).isEqualTo(values(english.getProperty(key)));
    }
  }

  private static Set<String> values(String text) {
    Set<String> values = new TreeSet<>();
    VALUE.matcher(text).results().forEach(match -> values.add(match.group()));
    return values;
  }

  @Test
  void valuesStandWhereTheSentenceWantsThem() {
    assertThat(Words.english().say("chart.shown", 8, 40)).startsWith("8 of 40 are shown");
    assertThat(Words.chinese().say("chart.shown", 8, 40)).startsWith("共 40 项，此处显示 8 项");
  }

  @Test
  void aMissingKeyIsAnError() {
    assertThatThrownBy(() -> Words.english().say("no.such")).hasMessageContaining("no.such");
  }
}
