package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import plumbline.card.Card;
import plumbline.card.CardIndex;
import plumbline.check.Catalogue;
import plumbline.formula.Constants;
import plumbline.theorem.Claim;
import plumbline.theorem.Declaration;
import plumbline.theorem.Hypothesis;
import plumbline.theorem.Parameter;
import plumbline.theorem.Preset;
import plumbline.theorem.Status;
import plumbline.theorem.Theorem;

class PlainTest {
  /** Signs and what they are written as; the ones of a text that has them already too. */
  private static final Map<String, String> WRITTEN = new LinkedHashMap<>();

  static {
    String pairs =
        "α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu"
            + " ξ xi π pi ρ rho σ sigma τ tau φ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta"
            + " Λ Lambda Σ Sigma Φ Phi Ψ Psi Ω Omega ≤ <= ≥ >= − - · * × x ± +- ∗ * ⋆ star ′ '"
            + " ″ '' ‴ ''' ĝ ghat x\u0302 xhat √( sqrt(";
    String[] all = pairs.split(" ");
    for (int i = 0; i < all.length; i += 2) {
      WRITTEN.put(all[i], all[i + 1]);
    }
    WRITTEN.put("√", "sqrt ");
    WRITTEN.put("∇", "grad ");
    WRITTEN.put("\u2009", " ");
    WRITTEN.put("`", "");
  }

  private static final Pattern POWER =
      Pattern.compile("<sup>((?:(?!</sup>).)*)</sup>", Pattern.DOTALL);

  private static final Pattern ONE = Pattern.compile("-?(?:\\d+|[A-Za-z]+)|-\\d+/\\d+|\\*");

  private static String written(String text) {
    for (Map.Entry<String, String> pair : WRITTEN.entrySet()) {
      text = text.replace(pair.getKey(), pair.getValue());
    }
    return text;
  }

  /** From HTML to the plain characters again. */
  private static String back(String html) {
    String powers =
        POWER
            .matcher(html)
            .replaceAll(
                power -> {
                  String plain = written(power.group(1).replaceAll("<[^>]*>", ""));
                  boolean one = ONE.matcher(plain).matches();
                  return Matcher.quoteReplacement(one ? "^" + plain : "^(" + plain + ")");
                });
    String text = powers.replace("<sub>", "_").replaceAll("<[^>]*>", "");
    for (String[] escape :
        new String[][] {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}}) {
      text = text.replace(escape[0], escape[1]);
    }
    return written(text.replace("&amp;", "&"));
  }

  /** Without what holds a formula together, which says nothing of how it looks. */
  private static String html(String text) {
    return Plain.html(text).replaceAll("<span class=\"m\">|</span>", "").replace("\u2009", " ");
  }

  private static String var(String letter) {
    return "<var>" + letter + "</var>";
  }

  @Test
  void aHypothesisReadsAsMathematics() {
    assertEquals(
        var("μ")
            + "<sub>"
            + var("G")
            + "</sub> ≥ "
            + var("μ")
            + " &gt; 0: the mean of "
            + var("g")
            + " is a descent direction (4.7)",
        html("mu_G >= mu > 0: the mean of g is a descent direction (4.7)"));
    assertEquals(
        "0 &lt; "
            + var("α")
            + " ≤ "
            + var("μ")
            + "/("
            + var("L")
            + " "
            + var("M")
            + "<sub>"
            + var("G")
            + "</sub>) (4.13)",
        html("0 < alpha <= mu/(L M_G) (4.13)"));
    assertEquals(
        var("V")
            + "["
            + var("g")
            + " | past] ≤ "
            + var("M")
            + " + "
            + var("M")
            + "<sub>"
            + var("V")
            + "</sub> |∇"
            + var("F")
            + "|<sup>2</sup>",
        html("V[g | past] <= M + M_V |grad F|^2"));
  }

  @Test
  void anExponentIsRaisedAndAnIndexIsLowered() {
    assertEquals(
        var("k") + "<sup>−2 " + var("β") + " " + var("c") + " " + var("μ") + "</sup>",
        html("k^(-2 beta c mu)"));
    assertEquals(var("N") + "<sup>−1/2</sup>", html("N^-1/2"));
    assertEquals(var("η") + "<sup>2</sup>/2", html("eta^2/2"));
    assertEquals("(√" + var("κ") + " − 1)<sup>" + var("k") + "</sup>", html("(√κ - 1)^k"));
    assertEquals(var("w") + "<sub>∗</sub>", html("w_*"));
    assertEquals(
        var("F") + "<sub>inf</sub> and " + var("μ") + "<sub>" + var("G") + "</sub><sup>2</sup>",
        html("F_inf and mu_G^2"));
    assertEquals(
        "(" + var("H") + " + " + var("H") + "′)/2, " + var("F") + "″", html("(H + H')/2, F''"));
  }

  @Test
  void noEnglishWordChanges() {
    for (String text :
        List.of(
            "A scale for each block changes the direction of the step",
            "a batch has one example",
            "Newton's step, the slide's numbers; a mutual spirit, the moment it grows",
            "Robbins-Monro, fan-in, CIFAR-10, one-hidden-layer",
            "radii: ONE_A_COORDINATE, max_iterations and S1, LS4, Q12",
            "the index in 4.3a and (A.2) or (4.26b)",
            "A tanh unit fades")) {
      assertFalse(Plain.html(text).contains("<var>"), text);
      assertEquals(text, back(Plain.html(text)));
    }
    assertEquals(var("A") + " is symmetric", html("A is symmetric"));
    assertEquals("a triangular " + var("A"), html("a triangular A"));
    assertEquals(
        var("f") + " is 1-smooth, its Hessian 1-Lipschitz",
        html("f is 1-smooth, its Hessian 1-Lipschitz"));
    assertEquals(var("a") + " " + var("σ") + "(" + var("y") + ")", html("a sigma(y)"));
    assertEquals(var("F") + "″ = " + var("a") + " off the kink", html("F'' = a off the kink"));
    assertEquals(var("α") + " × 1/4, not " + var("x") + " − 1", html("alpha x 1/4, not x - 1"));
  }

  @Test
  void whatSomebodyTypesStaysAndEverythingIsEscaped() {
    assertEquals(
        "attained, on <em>S1, alpha at its limit</em>",
        html("attained, on `S1, alpha at its limit`"));
    assertEquals("&lt;b&gt; &amp; &quot;it&quot;", html("<b> & \"it\"").replaceAll("</?var>", ""));
    assertEquals("<em>&lt;i&gt;</em>", html("`<i>`"));
    assertEquals("a \uE0000\uE001 of it", html("a \uE0000\uE001 of it"));
  }

  @Test
  void noLineBreaksInsideAShortFormula() {
    assertEquals(
        "the larger of <span class=\"m\">|1 − " + var("L") + var("γ") + "|</span>",
        Plain.html("the larger of |1 - Lγ|"));
    List<String> parts = new ArrayList<>();
    Matcher part =
        Pattern.compile("<span class=\"m\">(.*?)</span>")
            .matcher(Plain.html("0 < alpha <= p_min/(c p_max^2 (1 + M_V)) (4.13)"));
    while (part.find()) {
      parts.add(back(part.group(1)));
    }
    assertEquals(List.of("0 < alpha", "<= p_min/(c p_max^2 (1 + M_V))"), parts);
  }

  @Test
  void everyShortTextOfTheCatalogueComesBackAsItWasWritten() {
    Set<String> texts = new LinkedHashSet<>();
    Catalogue catalogue = Catalogue.load();
    CardIndex index = catalogue.cards();
    index.entries().forEach(entry -> card(index.open(entry.id()), texts));
    catalogue.theorems().values().forEach(theorem -> theorem(theorem, texts));
    for (String text : texts) {
      String html = Plain.html(text);
      assertEquals(written(text), back(html), html);
      String seen = html.replaceAll("<em>.*?</em>|<[^>]*>|[A-Z]+(_[A-Z]+)+", "");
      assertFalse(
          seen.matches("(?s).*([_^][A-Za-z0-9*({]|&lt;=|&gt;=|'' ).*"), text + " is " + html);
    }
    assertTrue(texts.size() > 2000, "saw " + texts.size());
  }

  @Test
  void aTextThatIsChangedDoesNotComeBack() {
    assertFalse(written("the mean of mu").equals(back(Plain.html("the mean of nu"))));
    assertFalse(written("k^(-2 p)").equals(back(Plain.html("k^-2 p"))));
    assertFalse(written("a mutual gain").equals(back("a <var>μ</var>tual gai")));
  }

  private static void card(Card card, Set<String> texts) {
    texts.add(Layout.plain(card.title()));
    card.unchecked().ifPresent(texts::add);
    card.examples()
        .forEach(
            example -> {
              texts.add(example.byHand());
              example.constants().forEach((name, value) -> texts.add(name + " = " + value));
            });
    // a formula between dollars is a word here, as it is where a line is set
    card.errata()
        .forEach(
            erratum ->
                List.of(erratum.printed(), erratum.correct(), erratum.measured())
                    .forEach(text -> texts.add(text.replaceAll("\\$[^$]*\\$", "\uE0000\uE001"))));
  }

  private static <S> void theorem(Theorem<S> theorem, Set<String> texts) {
    Declaration declaration = theorem.declaration();
    for (Parameter parameter : declaration.parameters()) {
      texts.add(parameter.meaning().replaceAll("\\$[^$]*\\$", "\uE0000\uE001"));
    }
    for (Preset preset : declaration.presets()) {
      S setting = theorem.setting(declaration.values(preset.values()));
      Constants constants = theorem.constants(setting);
      for (String name : constants.names()) {
        texts.add(name);
        texts.add(constants.constant(name).how());
      }
      theorem.claims(setting).stream().map(Claim::name).forEach(texts::add);
      theorem.otherwise(setting).stream().map(Claim::name).forEach(texts::add);
      for (Hypothesis<S> hypothesis : theorem.hypotheses()) {
        texts.add(hypothesis.text());
        Status status = hypothesis.test().apply(setting);
        texts.add(
            status instanceof Status.Certified certified
                ? certified.by()
                : status instanceof Status.Refuted refuted
                    ? refuted.witness()
                    : ((Status.NotRefuted) status).search());
      }
    }
  }
}
