/**
 * The search. What is found here is believed only after {@link io.github.workload4j.gang.proof} has checked it. One file per idea, to be read in
 * this order:
 *
 * <ol>
 *   <li><b>The question, reduced without loss.</b> {@code Question}: granules, and nodes sorted into {@code Bases}, which are remembered with the
 *       nodes, as are what a base holds of one class ({@code Capacity}) and how tight it is ({@code Ranking}). {@code Tree} is the tree of groups,
 *       {@code Case} what is chosen of it, {@code Situation} a case in numbers: kinds of nodes, counted, not named. {@code OneClass} answers
 *       gangs of equal pods in one pass.
 *   <li><b>Choices of groups.</b> {@code CaseSearch}: whether a group has pods, in which domain it lies. {@code ShareOut}: groups alike that want a
 *       domain each are counted instead ({@code DomainRoom}, {@code RoomSum}, {@code Sharing}, {@code RestOfGroups}).
 *   <li><b>Quick answers.</b> {@code Fills} put pods on nodes in a few plausible orders ({@code Filling}).
 *   <li><b>Bounds.</b> {@code Bounds} guesses points for each class, {@code Weighing} says what they prove ({@code Need}: fewest points of an answer;
 *       {@code Worth}: most points of a node, a knapsack).
 *   <li><b>The configuration LP.</b> {@code ConfigurationLp}: which patterns of pods, how often, fractions allowed; its {@code Basis}, its
 *       {@code Columns}. {@code Pricing} finds better patterns with an {@code Outlook} on what is still within reach; {@code TightPatterns} lists
 *       those that waste nothing. Its {@code Prices} become points.
 *   <li><b>Whole nodes.</b> {@code Tail}: round down, and fill the few nodes left exactly ({@code TailByChoice}) or tightly
 *       ({@code TailByTurns}). {@code Dive}: round pattern by pattern and solve again.
 *   <li><b>Exact search.</b> {@code PatternSearch}: nodes of a kind in lexicographic order of what they hold, bounds at every branch; the branches
 *       are the certificate.
 * </ol>
 *
 * <p>Work is counted in {@code WorkMeter}; {@code Best} holds the best answer and the lowest bound, and ends the search where they meet.
 */
@NullMarked
package io.github.workload4j.gang.search;

import org.jspecify.annotations.NullMarked;
