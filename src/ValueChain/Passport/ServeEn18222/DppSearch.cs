using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>ReadDPPIdsByProductIds: which passports belong to which products, in the order of the question.</summary>
/// <param name="ProductIds">Products.</param>
/// <param name="Limit">Most identifiers on the page.</param>
/// <param name="Start">Where in the list the page begins.</param>
internal sealed record DppSearch(IReadOnlyList<string> ProductIds, int Limit, int Start)
{
    /// <summary>Most products of one question, and most identifiers on a page.</summary>
    public const int MaxProducts = 1000;

    private const int DefaultLimit = 100;
    private static readonly string[] ListNames = ["productIds", "productIdentifiers", "uniqueProductIdentifiers"];

    /// <summary>Reads the question, in any of the shapes of the open implementations.</summary>
    /// <exception cref="ProblemException">No list, too long a list, or a limit or cursor that does not fit.</exception>
    public static DppSearch Read(JsonNode? body, string? limit, string? cursor)
    {
        var list = body as JsonArray ?? (body as JsonObject)?.FirstOrDefault(member => ListNames.Contains(member.Key, StringComparer.OrdinalIgnoreCase)).Value as JsonArray
            ?? throw new ProblemException(CommonProblems.MalformedInput, "The body needs a list of productIds.", "/productIds");
        if (list.Count > MaxProducts) throw new ProblemException(CommonProblems.LimitExceeded, $"The list is longer than {MaxProducts} products (MaxProducts).", "/productIds");
        var ids = list.Select((item, index) => item is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new ProblemException(
            CommonProblems.InvalidValue, "A product identifier is a text.", "/productIds/" + index.ToString(CultureInfo.InvariantCulture))).ToList();
        return new DppSearch(ids, ReadLimit(limit), string.IsNullOrEmpty(cursor) ? 0 : ReadCursor(cursor, ids));
    }

    /// <summary>The page. Unknown products and passports that have ceased are left out.</summary>
    public async Task<DppSearchPage> RunAsync(DppFinder finder, CancellationToken cancellation)
    {
        var (found, at) = (new List<string>(), Start);
        for (; at < ProductIds.Count && found.Count < Limit; at++)
        {
            if (await finder.ProductAsync(ProductIds[at], cancellation).ConfigureAwait(false) is not { } thing) continue;
            var state = await finder.StateAsync(thing, Core.Time.AsOf.Latest, AudiencePolicy.Public, cancellation).ConfigureAwait(false);
            if (state.Header.Status != DppTerms.Ceased) found.Add(state.Header.DppId);
        }

        return new DppSearchPage(found, at < ProductIds.Count ? Cursor(at, ProductIds) : null);
    }

    private static int ReadLimit(string? limit)
    {
        if (string.IsNullOrEmpty(limit)) return DefaultLimit;
        return int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaxProducts ? number : throw new ProblemException(
            CommonProblems.BadRequest, $"\"{limit}\" is not a number from 1 to {MaxProducts}.", "limit");
    }

    private static int ReadCursor(string cursor, List<string> ids)
    {
        var place = cursor.Split('.')[0];
        return int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < ids.Count && cursor == Cursor(at, ids) ? at : throw new ProblemException(
            CommonProblems.BadRequest, "The cursor belongs to another list.", "cursor", "Send the same list with the cursor of its last page.");
    }

    private static string Cursor(int at, IEnumerable<string> ids) =>
        at.ToString(CultureInfo.InvariantCulture) + "." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ids))).AsSpan(0, 6));
}
