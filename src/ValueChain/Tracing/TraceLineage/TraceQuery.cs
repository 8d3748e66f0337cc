using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Web.Formatting;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>A question about lineage in the texts of its form, so that a page can be asked for more of the same answer.</summary>
/// <param name="Id">What is asked about.</param>
/// <param name="Direction"><c>down</c> or <c>up</c>.</param>
public sealed record TraceQuery(string Id, string? Direction)
{
    /// <summary>Day as of which, its end.</summary>
    public string? AsOf { get; init; }

    /// <summary>Beginning of a stretch, m.</summary>
    public string? FromMetre { get; init; }

    /// <summary>End of a stretch, m.</summary>
    public string? ToMetre { get; init; }

    /// <summary>Address of the page with the whole answer.</summary>
    public string Page => "/trace?" + Text;

    private string Text => LinkQuery.Of(("id", Id), ("direction", Direction), ("asOf", AsOf), ("fromMetre", FromMetre), ("toMetre", ToMetre));

    /// <summary>The question.</summary>
    /// <exception cref="ProblemException">Something does not fit, with its name.</exception>
    internal LineageQuestion Question() => new LineageRequest
    {
        Id = [Id], Direction = Direction, AsOf = Day(AsOf), FromMetre = LineageStart.Metre(FromMetre, "fromMetre"), ToMetre = LineageStart.Metre(ToMetre, "toMetre"),
    }.Question();

    /// <summary>Address of a part of the answer as a tree.</summary>
    /// <param name="under">Below which thing; empty for the start.</param>
    /// <param name="sort">Only things of this sort; <c>null</c> for all.</param>
    /// <param name="skip">Things of the sort, or sorts, that are left out at the beginning.</param>
    public string Branch(string under, string? sort, int skip) =>
        string.Create(CultureInfo.InvariantCulture, $"/trace/branch?{Text}&under={Uri.EscapeDataString(under)}{(sort is null ? "" : "&sort=" + Uri.EscapeDataString(sort))}{(skip > 0 ? $"&skip={skip}" : "")}");

    private static DateTimeOffset? Day(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero)
            : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is not a day.", "asOf", "Write it like 2027-02-18.");
    }
}
