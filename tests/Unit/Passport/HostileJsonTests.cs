using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Passport.ImportPayload;

namespace Voltloop.Tests.Unit.Passport;

/// <summary>JSON whose texts are not Unicode: it parses, and failed later without a name where a text was asked for.</summary>
public sealed class HostileJsonTests
{
    [Theory]
    [InlineData("{\"uniqueProductIdentifier\":\"\u0080\"}")]
    [InlineData("{\"\u00ff\":1}")]
    [InlineData("{\"a\":{\"b\":[\"\u00c0\"]}}")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    public void A_text_that_is_not_unicode_is_refused_by_name(string latin)
    {
        var bytes = Encoding.Latin1.GetBytes(latin);
        Should.Throw<ProblemException>(() => JsonText.Parse(bytes)).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);
        Should.NotThrow(() => JsonText.PeekMembers(bytes));
    }

    [Fact]
    public void Escapes_and_pairs_of_surrogates_are_read() =>
        JsonText.Parse(Encoding.UTF8.GetBytes("{\"\\u00e9\":\"\\ud83d\\ude00 \u00e9\"}")).RootElement.GetProperty("é").GetString().ShouldBe("😀 é");
}
