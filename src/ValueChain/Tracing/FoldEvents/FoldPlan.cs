using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tracing.FoldEvents;

/// <summary>What is written in the name of one issuer.</summary>
/// <param name="Things">Things to register.</param>
/// <param name="Statements">What is stated.</param>
internal sealed record FoldPlan(List<Thing> Things, List<Statement> Statements)
{
    /// <summary>Adds another plan of the same issuer.</summary>
    public void Add(FoldPlan other)
    {
        Things.AddRange(other.Things);
        Statements.AddRange(other.Statements);
    }

    /// <summary>The same, one plan for each thing.</summary>
    public IEnumerable<FoldPlan> ByThing() => Statements.GroupBy(statement => statement.Thing)
        .Select(group => new FoldPlan([.. Things.Where(thing => thing.Id == group.Key)], [.. group]));

    /// <summary>As a batch.</summary>
    public WriteBatch Batch(string issuer) => new() { Things = Things, Assertions = [new Assertion(issuer, Statements)] };
}
