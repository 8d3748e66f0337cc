using Voltloop.Core.Problems;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.Model.Query;

namespace Voltloop.Tests.Unit.Tracing;

/// <summary>Queries that a fuzzing run found to fail without a name.</summary>
public sealed class HostileQueryTests
{
    [Theory]
    [InlineData("EQATTR_readPoint_")]
    [InlineData("EQATTR__")]
    [InlineData("EQATTR_")]
    public void An_attribute_that_is_not_named_is_refused_by_name(string name) =>
        Should.Throw<ProblemException>(() => new QueryReader(EventNamespaces.Official).Read([new QueryParameter(name, ["o"])]));
}
