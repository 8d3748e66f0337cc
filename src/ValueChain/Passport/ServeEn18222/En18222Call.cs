using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Voltloop.Core.Problems;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>How a caller wants to be answered.</summary>
/// <param name="Profile">Dialect.</param>
/// <param name="Full">Representation <c>full</c> instead of <c>compressed</c>.</param>
/// <param name="Form">Media type.</param>
internal sealed record En18222Call(En18222Profile Profile, bool Full, string Form)
{
    /// <summary>Reads the parameters and headers <c>profile</c>, <c>representation</c> and Accept.</summary>
    /// <param name="html">Whether there is a page for people.</param>
    /// <exception cref="ProblemException">One of them is not known.</exception>
    public static En18222Call Of(HttpContext http, En18222Services room, bool html = false) =>
        new(ProfileOf(http, room.Profiles, room.Options), IsFull(http.Request), MediaChoice.Of(http.Request, html));

    /// <summary>The profile that a caller names, or the default.</summary>
    public static En18222Profile ProfileOf(HttpContext http, En18222Profiles profiles, IOptions<En18222Options> options) =>
        profiles.Get(First(http.Request.Query["profile"], http.Request.Headers["profile"]) ?? options.Value.Profile);

    private static bool IsFull(HttpRequest request) => (string?)request.Query["representation"] switch
    {
        null or "" or "compressed" => false,
        "full" => true,
        var other => throw new ProblemException(CommonProblems.BadRequest, $"There is no representation \"{other}\".", "representation", "Use compressed or full."),
    };

    private static string? First(params string?[] values) => values.FirstOrDefault(value => !string.IsNullOrEmpty(value));
}
