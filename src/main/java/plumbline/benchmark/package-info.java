/**
 * How fast the engines are, on six fixed workloads; start at {@link plumbline.benchmark.Benchmark}.
 * Depends on {@code simulation} for the engines and on {@code check} for the catalogue. Times are
 * for people: no test asserts one, and nothing here is used by a check.
 */
package plumbline.benchmark;
