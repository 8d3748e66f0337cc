using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;

namespace Voltloop.Tests.Unit.Proofs;

/// <summary>Keys as text that a fuzzing run found to fail without a name.</summary>
public sealed class HostileKeyTests
{
    [Theory]
    [InlineData("z\u007f")]
    [InlineData("zDn\u00e9")]
    [InlineData("zDn0OIl")]
    public void A_character_outside_of_the_alphabet_is_refused_by_name(string text)
    {
        Refused.For(ProofProblems.InvalidKey, () => Multikey.DecodeBytes(text));
        Refused.AtAll(() => DidKey.TryRead("did:key:" + text)).ShouldBeTrue();
    }

    [Fact]
    public void A_key_on_another_curve_than_the_system_knows_is_refused_by_name() =>
        Should.Throw<ProblemException>(() => LogKey.Parse("g++AjBZMBMGByqGSM49AgEGCC+GSM49AwEHA0IABNshBclN5+KARn2IBnqN0k+S9V90qVpMhuOGmqTSHC7RBAnt7cA/uY/QhE3CjrW+PEWIshYBkq8VSp0jILbo9bQ="));
}
