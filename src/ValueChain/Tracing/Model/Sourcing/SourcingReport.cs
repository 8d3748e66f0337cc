using System.Globalization;

namespace Voltloop.Tracing.Model.Sourcing;

/// <summary>What of an element in a battery comes from lots with valid certificates.</summary>
/// <param name="Element">Symbol.</param>
/// <param name="Lots">Where it comes from.</param>
/// <param name="Gaps">Lots without a valid certificate, largest share first.</param>
internal sealed record SourcingReport(string Element, IReadOnlyList<LotShare> Lots, IReadOnlyList<SourcingGap> Gaps)
{
    /// <summary>Part of the element whose origin is known, 0 to 1.</summary>
    public double Known => Lots.Sum(lot => lot.Share);

    /// <summary>Part of the element from lots without a valid certificate, 0 to 1.</summary>
    public double Uncovered => Gaps.Sum(gap => gap.Share);

    /// <summary>Mixtures on the way that were shared out by the mass of the element in their parts.</summary>
    public int MixedByElementMass { get; init; }

    /// <summary>Mixtures that were shared out by all the mass of their parts, because the content of one of them is not stated.</summary>
    public int MixedByLotMass { get; init; }

    /// <summary>How shares came about, in one sentence; empty when nothing was mixed.</summary>
    public string Basis => (MixedByElementMass, MixedByLotMass) switch
    {
        (0, 0) => "",
        (_, 0) => $"Shares follow the mass of {Element} in what was put together.",
        (0, _) => $"Shares follow the mass of the lots that were put together: events do not say how much {Element} is in all of them.",
        var (known, unknown) => string.Create(CultureInfo.InvariantCulture, $"Shares follow the mass of {Element} in {known} of {known + unknown} mixtures; in the others that of whole lots, because events do not say how much {Element} is in all of them."),
    };

    /// <summary>The result in one sentence.</summary>
    public string Sentence => Lots.Count == 0 ? $"No event says where the {Element} comes from."
        : Gaps.Count == 0 ? $"All {Element} whose origin is known comes from lots with a valid certificate."
        : $"{(100 * Uncovered).ToString("0.0", CultureInfo.InvariantCulture)} % of the {Element} comes from {(Gaps.Count == 1 ? "a lot" : $"{Gaps.Count} lots")} without a valid certificate.";

    /// <summary>Holds lots against certificates: of the lot or of its site, on the day that the lot came into being.</summary>
    /// <param name="element">Symbol.</param>
    /// <param name="lots">Shares of lots.</param>
    /// <param name="certificates">Of a lot or site.</param>
    /// <param name="today">Day that counts for lots whose day nobody knows.</param>
    public static SourcingReport Of(string element, IReadOnlyList<LotShare> lots, Func<string, IReadOnlyList<Certificate>> certificates, DateOnly today)
    {
        var gaps = from lot in lots
                   let day = lot.Made is { } made ? DateOnly.FromDateTime(made.UtcDateTime) : today
                   let all = certificates(lot.Lot).Concat(lot.Site is null ? [] : certificates(lot.Site)).ToArray()
                   where lot.Share > 0 && !all.Any(certificate => certificate.Covers(day))
                   orderby lot.Share descending
                   select new SourcingGap(lot.Lot, lot.Site, lot.Share, Reason(all, day));
        return new SourcingReport(element, lots, [.. gaps]);
    }

    private static string Reason(Certificate[] all, DateOnly day)
    {
        if (all.Length == 0) return "no certificate on record";
        var nearest = all.MinBy(certificate => Math.Min(Math.Abs(certificate.To.DayNumber - day.DayNumber), Math.Abs(certificate.From.DayNumber - day.DayNumber)))!;
        return nearest.To < day
            ? $"{nearest.Scheme} {nearest.Number} expired on {Day(nearest.To)}, before the lot was made on {Day(day)}"
            : $"{nearest.Scheme} {nearest.Number} begins on {Day(nearest.From)}, after the lot was made on {Day(day)}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
