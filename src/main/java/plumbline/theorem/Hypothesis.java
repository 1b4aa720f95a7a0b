package plumbline.theorem;

import java.util.function.Function;

/**
 * One hypothesis of a theorem and its test.
 *
 * @param text as a reader knows it: "0 &lt; alpha &lt;= mu/(L M_G)"
 * @param test its status on a setting
 * @param <S> the theorem's setting
 */
public record Hypothesis<S>(String text, Function<S, Status> test) {}
