using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>A passport that is about to be created.</summary>
/// <param name="Thing">Its thing.</param>
/// <param name="Assertion">Its statements.</param>
/// <param name="DppId">Its identifier.</param>
internal sealed record DppPlan(Thing Thing, Assertion Assertion, string DppId)
{
    /// <summary>What to write.</summary>
    public WriteBatch Batch => new() { Things = [Thing], Assertions = [Assertion] };
}
