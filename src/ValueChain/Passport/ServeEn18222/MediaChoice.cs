using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Voltloop.Core.Problems;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Chooses the form of an answer from the header Accept (RFC 9110, 12.5.1).</summary>
internal static class MediaChoice
{
    public const string Json = "application/json";
    public const string JsonLd = "application/ld+json";
    public const string Xml = "application/xml";
    public const string Html = "text/html";

    private static readonly (string Type, string Form)[] Offers = [(Json, Json), (JsonLd, JsonLd), (Xml, Xml), ("text/xml", Xml), (Html, Html)];

    /// <summary>The offered form with the highest weight; JSON when nothing is asked for, or between equals the first of the list.</summary>
    /// <param name="html">Whether there is a page for people.</param>
    /// <exception cref="ProblemException"><see cref="En18222Problems.NotAcceptable"/>.</exception>
    public static string Of(HttpRequest request, bool html = true)
    {
        if (request.Headers.Accept.Count == 0) return Json;
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var asked)) throw Refuse(request);
        var best = Offers.Where(offer => html || offer.Form != Html).Select((offer, order) => (offer.Form, Weight: Weight(offer.Type, asked), order))
            .Where(offer => offer.Weight > 0).OrderByDescending(offer => offer.Weight).ThenBy(offer => offer.order).FirstOrDefault();
        return best.Form ?? throw Refuse(request);
    }

    // The most specific range that fits decides.
    private static double Weight(string offer, IList<MediaTypeHeaderValue> asked)
    {
        var fitting = asked.Where(range => Fits(range, offer)).OrderByDescending(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2).FirstOrDefault();
        return fitting is null ? 0 : fitting.Quality ?? 1;
    }

    private static bool Fits(MediaTypeHeaderValue range, string offer) =>
        range.MatchesAllTypes
        || (range.MatchesAllSubTypes && offer.StartsWith(range.Type.Value + "/", StringComparison.OrdinalIgnoreCase))
        || range.MediaType.Equals(offer, StringComparison.OrdinalIgnoreCase);

    private static ProblemException Refuse(HttpRequest request) => new(
        En18222Problems.NotAcceptable, $"\"{request.Headers.Accept}\" names nothing that is offered.", "Accept", $"Offered are {Json}, {JsonLd}, {Xml} and, for a whole passport, {Html}.");
}
