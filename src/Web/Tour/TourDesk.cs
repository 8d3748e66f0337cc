using System.Globalization;
using System.Text.RegularExpressions;
using Voltloop.Core.Problems;
using Voltloop.Web.Composition;

namespace Voltloop.Web.Tour;

/// <summary>Leads through the tour: finds what its stops are about.</summary>
/// <param name="guides">What rooms find.</param>
/// <param name="parts">The example value chain, which the tour tells.</param>
public sealed partial class TourDesk(IEnumerable<ITourGuide> guides, IEnumerable<IExamplePart> parts)
{
    /// <summary>Whether there is a story to tell: the part of the example that the others draw on is loaded.</summary>
    public async Task<bool> IsOfferedAsync(CancellationToken cancellation) =>
        parts.MinBy(part => part.Order) is { } first && await first.IsLoadedAsync(cancellation);

    /// <summary>The stop with this number.</summary>
    /// <exception cref="ProblemException">There is no such stop.</exception>
    public static TourStop Stop(int number) => TourStops.All.FirstOrDefault(stop => stop.Number == number)
        ?? throw new ProblemException(CommonProblems.NotFound, $"The tour has no stop {number}; it has {TourStops.All.Count}.", "number", "Begin at /tour.");

    /// <summary>All stops with the addresses of their pages.</summary>
    /// <exception cref="ProblemException">The example is not loaded.</exception>
    public async Task<IReadOnlyList<TourStopResource>> ListAsync(CancellationToken cancellation)
    {
        var found = await FindAsync([.. TourStops.All.SelectMany(Subjects).Distinct(StringComparer.Ordinal)], cancellation);
        return [.. TourStops.All.Select(stop => new TourStopResource(stop.Number, stop.Title, stop.LookAt, Fill(stop, found)))];
    }

    /// <summary>Address of the page of a stop.</summary>
    /// <exception cref="ProblemException">The example is not loaded, or the record does not tell what the stop is about.</exception>
    public async Task<string> PathAsync(TourStop stop, CancellationToken cancellation)
    {
        var subjects = Subjects(stop).ToList();
        var path = Fill(stop, await FindAsync(subjects, cancellation));
        return path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + string.Create(CultureInfo.InvariantCulture, $"{TourStops.Parameter}={stop.Number}");
    }

    private async Task<Dictionary<string, string>> FindAsync(IReadOnlyList<string> subjects, CancellationToken cancellation)
    {
        if (!await IsOfferedAsync(cancellation)) throw new ProblemException(CommonProblems.NotFound, "The tour tells the example value chain, which is not in this record.", null, "Start with ./run without --empty.");
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var guide in guides.Where(guide => guide.Subjects.Any(subjects.Contains)))
        {
            foreach (var (subject, id) in await guide.FindAsync(cancellation)) found[subject] = id;
        }

        return found;
    }

    private static IEnumerable<string> Subjects(TourStop stop) => Braces().Matches(stop.Template).Select(match => match.Groups["subject"].Value);

    private static string Fill(TourStop stop, Dictionary<string, string> found) => Braces().Replace(stop.Template, match => found.TryGetValue(match.Groups["subject"].Value, out var id)
        ? Uri.EscapeDataString(id)
        : throw new ProblemException(CommonProblems.NotFound, $"The record does not tell the subject \"{match.Groups["subject"].Value}\" of stop {stop.Number}.", null, "Go on with another stop of the tour."));

    [GeneratedRegex("{(?<subject>[a-z]+)}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();
}
