using Voltloop.Core.Identities;
using Voltloop.Core.Problems;

namespace Voltloop.Tests.Unit.Core.Identities;

/// <summary>Texts that a fuzzing run found to be no identifier and no refusal either.</summary>
public sealed class HostileIdentifierTests
{
    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    [InlineData("did")]
    [InlineData("doi")]
    [InlineData("http://\u0080")]
    [InlineData("https://a\u0080.example/x")]
    public void A_scheme_alone_or_a_host_without_an_ascii_form_is_refused_by_name(string text)
    {
        ThingId.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<ProblemException>(() => ThingId.Parse(text)).Problem.Kind.HttpStatus.ShouldBe(400);
    }
}
