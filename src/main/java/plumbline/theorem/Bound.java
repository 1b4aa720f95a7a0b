package plumbline.theorem;

import java.util.List;
import org.hipparchus.FieldElement;
import plumbline.formula.Arithmetic;
import plumbline.formula.Constants;
import plumbline.formula.Formula;

/**
 * A bound B_k as a sum of named terms over named constants.
 *
 * @param terms the terms, in the order in which the lecture prints them
 */
public record Bound(List<Term> terms) {
  /** One summand. */
  public record Term(String name, Formula formula) {}

  public Bound {
    terms = List.copyOf(terms);
  }

  public static Bound of(Term... terms) {
    return new Bound(List.of(terms));
  }

  /** A bound of one term. */
  public static Bound of(String name, Formula formula) {
    return of(new Term(name, formula));
  }

  public static Term term(String name, Formula formula) {
    return new Term(name, formula);
  }

  /** B_k in this arithmetic; the empty sum is 0. */
  public <T extends FieldElement<T>> T at(Arithmetic<T> in, Constants constants, long k) {
    T sum = in.of(0);
    for (Term term : terms) {
      sum = sum.add(term.formula().at(in, constants, k));
    }
    return sum;
  }

  public double at(Constants constants, long k) {
    return at(Arithmetic.doubles(), constants, k).getReal();
  }
}
