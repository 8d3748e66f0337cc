using Microsoft.AspNetCore.Http;
using Voltloop.Core.Problems;
using Voltloop.Passport.ServeEn18222;

namespace Voltloop.Tests.Unit.Passport.En18222;

[Trait("Requirement", "18216-2")]
public sealed class MediaChoiceTests
{
    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("text/*", "application/xml")]
    [InlineData("application/ld+json", "application/ld+json")]
    [InlineData("application/xml;q=0.9, application/json;q=0.8", "application/xml")]
    [InlineData("text/xml", "application/xml")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("application/json;q=0, */*;q=0.1", "application/ld+json")]
    [InlineData("image/png, application/json;q=0.1", "application/json")]
    public void The_best_offer_is_chosen(string? accept, string expected) => MediaChoice.Of(Asking(accept)).ShouldBe(expected);

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/json;q=0")]
    [InlineData("nonsense")]
    public void What_is_not_offered_is_refused(string accept) =>
        Should.Throw<ProblemException>(() => MediaChoice.Of(Asking(accept))).Problem.Kind.HttpStatus.ShouldBe(406);

    private static HttpRequest Asking(string? accept)
    {
        var request = new DefaultHttpContext().Request;
        if (accept is not null) request.Headers.Accept = accept;
        return request;
    }
}
