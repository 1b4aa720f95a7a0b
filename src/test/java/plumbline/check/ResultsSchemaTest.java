package plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.simulation.CpuEngine;
import plumbline.theorem.Claim;
import plumbline.theorem.Preset;
import plumbline.theorem.Theorem;
import plumbline.verdict.Levels;

/** The results file against its published schema, and the claims that share the suite's error. */
class ResultsSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> CARDS =
      List.of(
          "bottou/cor412",
          "cevher/psgd-theorem",
          "cevher/sgd-nonconvex-rate-as-printed-eq8",
          "lecun/quad-contraction-invL");

  private static Set<ValidationMessage> faults(JsonNode results) throws Exception {
    try (InputStream in = ResultsFile.class.getResourceAsStream("/plumbline/results.schema.json")) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
      return schema.validate(results);
    }
  }

  private static JsonNode written(Path folder) throws Exception {
    Suite suite =
        new Suite(Catalogue.load(), new Options(0, OptionalDouble.of(0.4), OptionalDouble.of(0.5)));
    try (CpuEngine engine = new CpuEngine(2)) {
      Results results = suite.run(suite.declared(CARDS), engine, 2, Progress.silent());
      return MAPPER.readTree(ResultsFile.write(folder, results).toFile());
    }
  }

  @Test
  void aWrittenFileMeetsTheSchemaAndDoctoredOnesDoNot(@TempDir Path folder) throws Exception {
    JsonNode results = written(folder);
    assertEquals(Set.of(), faults(results));
    Set<String> layers = Set.copyOf(results.findValuesAsText("layer"));
    assertEquals(Set.of("exact", "compared", "sampled", "counted", "interval"), layers);

    ObjectNode unknown = results.deepCopy();
    unknown.put("surprise", 1);
    assertFalse(faults(unknown).isEmpty(), "an unknown field");
    ObjectNode digest = results.deepCopy();
    digest.put("digest", "short");
    assertFalse(faults(digest).isEmpty(), "a digest that is none");
    ObjectNode verdict = results.deepCopy();
    ((ObjectNode) verdict.get("checks").get(0)).put("verdict", "PROVED");
    assertFalse(faults(verdict).isEmpty(), "a verdict that there is not");
    ObjectNode run = results.deepCopy();
    ((ObjectNode) run.get("run")).remove("seed");
    assertFalse(faults(run).isEmpty(), "a run without its seed");
  }

  @Test
  void theStatisticalClaimsOfTheCatalogueFitTheirBudget() {
    long claims = 0;
    for (Theorem<?> theorem : Catalogue.load().theorems().values()) {
      claims += statistical(theorem);
    }
    assertTrue(claims > 50, "saw " + claims);
    assertTrue(fits(claims), claims + " claims share the level of " + Levels.MAX_CLAIMS);
    assertFalse(fits(2001), "2001 claims do not fit");
  }

  private static boolean fits(long claims) {
    return claims * Levels.ALPHA_CLAIM <= Levels.ALPHA_SUITE * (1 + 1e-12);
  }

  /** At most: a mean claim is tried by simulation and tries the simulator. */
  private static <S> long statistical(Theorem<S> theorem) {
    long claims = 0;
    for (Preset preset : theorem.declaration().presets()) {
      S setting = theorem.setting(theorem.declaration().values(preset.values()));
      for (List<Claim> list : List.of(theorem.claims(setting), theorem.otherwise(setting))) {
        for (Claim claim : list) {
          claims += claim instanceof Claim.Exactly ? 0 : claim instanceof Claim.Mean ? 2 : 1;
        }
      }
    }
    return claims;
  }
}
