package vdcsim.scenario.language.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.scenario.language.yaml.MalformedYaml;
import vdcsim.scenario.language.yaml.SourceText;
import vdcsim.scenario.language.yaml.YamlReader;

final class StepsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1..4 | 1 2 3 4",
        "[a, 5 ms] | a 5 ms",
        "{ from: 10 %, to: 40 %, step: 15 % } | 10 % 25 % 40 %",
        "{ from: 64 B, to: 500 B, factor: 2 } | 64 B 128 B 256 B",
        "{ from: 0.1, to: 0.3, step: 0.1 } | 0.1 0.2 0.3",
        "{ from: 1e-9, to: 1e-6, factor: 10 } | 1E-9 1E-8 1E-7 0.000001",
        "{ from: -1, to: 1, step: 1 } | -1 0 1",
        "{ from: 1 Gbps, to: 1 Gbps, step: 1 Gbps } | 1 Gbps",
      })
  void valuesOfSteps(String written, String values) throws MalformedYaml, Unprepared {
    assertThat(
            Steps.values(YamlReader.read(SourceText.of("x", written)).orElseThrow(), "x").stream()
                .map(Variation::text)
                .collect(Collectors.joining(" ")))
        .isEqualTo(values);
  }
}
