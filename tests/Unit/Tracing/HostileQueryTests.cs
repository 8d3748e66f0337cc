using Voltloop.Core.Problems;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.Model.Query;
using Voltloop.Tracing.VerifyEvents;

namespace Voltloop.Tests.Unit.Tracing;

/// <summary>Queries and proofs that a fuzzing run found to fail without a name.</summary>
public sealed class HostileQueryTests
{
    [Theory]
    [InlineData("{\"event\":\"\",\"entry\":null,\"hash\":\"\"}")]
    [InlineData("{\"event\":\"{}\",\"hash\":\"ni:///sha-256;00?ver=CBV2.0\",\"path\":[null],\"entry\":\"AAAA\"}")]
    public void A_proof_with_nothing_where_a_text_is_needed_does_not_hold(string json)
    {
        var checkedProof = () => new EventProofCheck([]).Check(System.Text.Encoding.UTF8.GetBytes(json)).Holds;
        try
        {
            checkedProof().ShouldBeFalse();
        }
        catch (ProblemException named)
        {
            named.Problem.Kind.ShouldBe(CommonProblems.MalformedInput);
        }
    }

    [Theory]
    [InlineData("EQATTR_readPoint_")]
    [InlineData("EQATTR__")]
    [InlineData("EQATTR_")]
    public void An_attribute_that_is_not_named_is_refused_by_name(string name) =>
        Should.Throw<ProblemException>(() => new QueryReader(EventNamespaces.Official).Read([new QueryParameter(name, ["o"])]));
}
