package plumbline.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.series.Rationals;

class FormulaSumTest {
  private final Formula squares = Formula.sumTo(Formula.number(1).over(Formula.k().power(2)));

  @Test
  void itAddsTheValuesAtOneToK() {
    // 1 + 1/4 + 1/9
    assertEquals(Rationals.of(49, 36), squares.at(Arithmetic.rationals(), Constants.none(), 3));
    assertEquals(0, squares.at(Constants.none(), 0));
    assertTrue(squares.dependsOnIteration());
  }

  @Test
  void aMutantReachesItsSummand() {
    Formula sum = Formula.sumTo(Formula.name("alpha"));
    assertEquals(Set.of("alpha"), sum.names());
    Formula three = sum.map(part -> part instanceof Formula.Name ? Formula.number(3) : part);
    assertEquals(6, three.at(Constants.none(), 2));
  }
}
