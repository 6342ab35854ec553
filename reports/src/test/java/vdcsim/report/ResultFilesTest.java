package vdcsim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vdcsim.kernel.result.Results;

class ResultFilesTest {
  @TempDir Path folder;

  private String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void csvHasOneObservationARowAndNoFormulas() throws IOException {
    ResultFiles.write(Small.results(), Duration.ZERO, folder);
    assertThat(file("metrics.csv"))
        .isEqualTo(
            """
            scenario,point,vm.model,load.rate (bit/s),replication,metric,statistic,value,unit
            small,0,'=e1000,1000000000,0,ping.delay,mean,1500.5,ns
            small,0,'=e1000,1000000000,0,ping.delay,p50,1000,ns
            small,0,'=e1000,1000000000,0,ping.delay,p90,2001,ns
            small,0,'=e1000,1000000000,0,ping.delay,p95,2001,ns
            small,0,'=e1000,1000000000,0,ping.delay,p99,2001,ns
            small,0,'=e1000,1000000000,0,ping.delay,p99.9,2001,ns
            small,0,'=e1000,1000000000,0,ping.delay,min,1000,ns
            small,0,'=e1000,1000000000,0,ping.delay,max,2001,ns
            small,0,'=e1000,1000000000,0,ping.delay,stddev,0.1,ns
            small,0,'=e1000,1000000000,0,ping.delay,count,2,1
            small,0,'=e1000,1000000000,0,ping.lost,value,0,frames
            small,0,'=e1000,1000000000,0,s1.queue,mean,0.25,frames
            small,0,'=e1000,1000000000,0,s1.queue,min,0,frames
            small,0,'=e1000,1000000000,0,s1.queue,max,3,frames
            small,0,'=e1000,1000000000,0,s1.queue,last,1,frames
            """);
  }

  @Test
  void valuesOverTimeHaveAFileOfTheirOwn() throws IOException {
    ResultFiles.write(Small.results(), Duration.ZERO, folder);
    assertThat(file("courses.csv"))
        .isEqualTo(
            """
            scenario,point,vm.model,load.rate (bit/s),replication,metric,time (ns),value,unit
            small,1,"virtio, v1",1000000000,0,s1.rate,0,0,bit/s
            small,1,"virtio, v1",1000000000,0,s1.rate,1000000000,250000000,bit/s
            small,1,"virtio, v1",1000000000,0,s1.p1.state,0,'-blocking,state
            """);
  }

  @Test
  void metricsInJsonHaveALineEach() throws IOException {
    ResultFiles.write(Small.results(), Duration.ZERO, folder);
    assertThat(file("metrics.json").lines().map(String::strip))
        .contains(
            "\"schemaVersion\": 1,",
            "{ \"metric\": \"ping.delay\", \"kind\": \"sample\", \"unit\": \"ns\", \"count\": 2, "
                + "\"mean\": 1500.5, \"stddev\": 0.1, \"min\": 1000, \"max\": 2001, \"p50\": 1000, "
                + "\"p90\": 2001, \"p95\": 2001, \"p99\": 2001, \"p99.9\": 2001, "
                + "\"quantiles\": [[1000,0.5],[2001,1]] },",
            "{ \"metric\": \"ping.lost\", \"kind\": \"scalar\", \"unit\": \"frames\", \"value\": 0"
                + " },");
  }

  @Test
  void aFinalTableIsAFileOfTheRowsOfAllPoints() throws IOException {
    ResultFiles.write(Small.results(), Duration.ZERO, folder);
    assertThat(file("tables/routes-r1.csv"))
        .isEqualTo(
            """
            point,network,next hop
            0,10.0.0.0/8,'=r2
            0,0.0.0.0/0,"r3, or r4"
            1,10.0.0.0/8,'=r2
            1,0.0.0.0/0,"r3, or r4"
            """);
    assertThat(file("tables/routes_R1.csv")).startsWith("point,network,next hop\n0,10.0.0.0/8,");
    assertThat(file("tables.json").lines().map(String::strip))
        .contains("\"leftOut\": 3,", "[ \"0.0.0.0/0\", \"r3, or r4\"]");
  }

  @Test
  void tablesOfAnEarlierRunAreGone() throws IOException {
    ResultFiles.write(Small.results(), Duration.ZERO, folder);
    ResultFiles.write(Examples.single(), Duration.ZERO, folder);
    assertThat(folder.resolve("tables.json")).doesNotExist();
    assertThat(folder.resolve("tables/routes-r1.csv")).doesNotExist();
  }

  @Test
  void runSaysWhereTheResultsComeFromAndTheWallTimeLast() throws IOException {
    ResultFiles.write(Small.results(), Duration.ofMillis(1500), folder);
    String run = file("run.json");
    assertThat(run.lines().map(String::strip))
        .contains(
            "\"version\": \"0.1.0\",",
            "\"scenarioSha256\": \"ab12\",",
            "\"seed\": 7,",
            "\"events\": 22,",
            "{ \"point\": 0, \"replication\": 0, \"events\": 10, \"digest\": \"0000000000000abc\""
                + " },",
            "{ \"point\": 1, \"replication\": 0, \"events\": 12, \"digest\": \"ffffffffffffffff\""
                + " }");
    assertThat(run).endsWith("  \"wallTimeNs\": 1500000000\n}\n");
  }

  @Test
  void whatIsReadEqualsWhatWasWritten() throws IOException {
    for (Results results :
        new Results[] {Small.results(), Examples.single(), Examples.techniquesVaried()}) {
      ResultFiles.write(results, Duration.ofSeconds(3), folder);
      assertThat(ResultFiles.read(folder)).isEqualTo(results);
      assertThat(ResultFiles.wallTime(folder)).isEqualTo(Duration.ofSeconds(3));
    }
  }

  @Test
  void aFolderWithoutTheMarkOfCompletenessIsRefused() throws IOException {
    ResultFiles.write(Small.results(), Duration.ZERO, folder);
    Files.delete(folder.resolve("run.json"));
    assertThatThrownBy(() -> ResultFiles.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("run.json is missing");
  }

  @Test
  void aFileThatIsNotOursIsRefusedWithASentence() throws IOException {
    ResultFiles.write(Small.results(), Duration.ZERO, folder);
    Files.writeString(folder.resolve("metrics.json"), "{\"schemaVersion\": 9}");
    assertThatThrownBy(() -> ResultFiles.read(folder)).hasMessageContaining("schemaVersion 9");
    Files.writeString(folder.resolve("metrics.json"), "{");
    assertThatThrownBy(() -> ResultFiles.read(folder)).isInstanceOf(IOException.class);
    Files.writeString(folder.resolve("metrics.json"), "{\"schemaVersion\": 1}");
    assertThatThrownBy(() -> ResultFiles.read(folder)).isInstanceOf(IOException.class);
  }
}
