/**
 * The search: it decides a packing by branch and bound. What it finds is believed only after {@link
 * io.github.workload4j.gang.proof} has checked it.
 *
 * <p>The words used here are defined in {@code docs/glossary.md}, which also has the configuration LP as a formula.
 * Only {@link io.github.workload4j.gang.search.PackingSearch} is for users. The rooms below are to be read in this
 * order; each uses only rooms before it:
 *
 * <ol>
 *   <li>{@code model}: the reduced packing. {@code ReducedPacking} counts in units, {@code NodeClasses} sorts the
 *       nodes, {@code PackingTree} flattens the groups. {@code Case} holds the choices made, {@code Subproblem} is a
 *       case in numbers, {@code NodeType} the nodes it cannot tell apart. {@code StepPrice} says what work costs.
 *   <li>{@code fill}: quick placements. {@code FirstFitPortfolio} makes {@code PartialPlacement}s; {@code Incumbent}
 *       holds the best answer and the lowest upper bound, and ends the search where they meet.
 *   <li>{@code lp}: the configuration LP. {@code ConfigurationLp} solves it with its {@code Basis} and {@code
 *       LpColumns}; {@code Pricing} finds patterns within a {@code CompletionBound}; {@code TightPatterns} lists those
 *       that waste little, within {@code Cones}.
 *   <li>{@code bound}: exact upper bounds. {@code DualBounds} chooses weights; {@code WeightedBound} compares the
 *       {@code RequiredWeight} of an answer with the {@code NodeKnapsack} of every node type.
 *   <li>{@code round}: from fractions to whole nodes. {@code ResidualRounding} rounds down and solves the residual
 *       problem by choice or by turns; {@code Dive} fixes one pattern after the other.
 *   <li>{@code share}: groups alike, counted. {@code DomainAssignment} asks for the {@code DomainCapacity} of each
 *       domain and adds them up in a {@code CapacitySum}. It asks the search through the interface {@code SubSearch}.
 *   <li>This package, which uses all of them: {@code EqualPods} answers gangs of equal pods in one pass, {@code
 *       GroupSearch} branches over groups and their domains, {@code NodeSearch} over the nodes of one case. The
 *       branches taken are the certificate.
 * </ol>
 *
 * <p>Deterministic: work is counted in steps of a {@link io.github.workload4j.gang.packing.WorkMeter}, and the same
 * question with the same number of steps has the same answer on every machine.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.search;

import org.jspecify.annotations.NullMarked;
