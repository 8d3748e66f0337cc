using Voltloop.Record.Statements;

namespace Voltloop.Passport.ComposeBattery;

/// <summary>What to say when batteries come into another.</summary>
/// <param name="OfWhole">About the whole.</param>
/// <param name="OfOthers">About the components, and about what they are taken out of.</param>
internal sealed record Placed(IReadOnlyList<Statement> OfWhole, IReadOnlyList<Assertion> OfOthers);
